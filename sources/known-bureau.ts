/** What recognition needs to know of a registered bureau: plain values, so that they cross into a worker. */
import type { BureauEntry } from './bureau.ts';
import { DIVISIONS, type Division, divisionByCode, group } from './division-table.ts';

export interface KnownName {
  name: string;
  status: 'official' | 'short' | 'former';
  /** ISO dates between which a former name was in force; null where unknown or still in force. */
  from: string | null;
  until: string | null;
}

export interface KnownBureau {
  id: string;
  official: string;
  names: readonly KnownName[];
  /** Its division today, then the abolished divisions that became it whole: a county that is now a district. */
  divisions: readonly string[];
  /** Names of the divisions above and of its own, as a document may print them. */
  places: readonly string[];
  scope: 'department' | 'unit';
}

export function knownBureaus(bureaus: readonly BureauEntry[]): KnownBureau[] {
  return bureaus.map((bureau) => ({
    id: bureau.id,
    official: bureau.names.official,
    names: knownNames(bureau),
    divisions: [bureau.division, ...predecessorsOf(bureau.division)],
    places: placesOf(bureau.division),
    scope: bureau.scope,
  }));
}

function knownNames({ names: { official, short, former } }: BureauEntry): KnownName[] {
  const now = (status: KnownName['status']) => (name: string) => ({ name, status, from: null, until: null });
  return [
    now('official')(official),
    ...short.map(now('short')),
    ...former.map(
      ({ name, from, until }): KnownName => ({ name, status: 'former', from: from ?? null, until }),
    ),
  ];
}

/**
 * The abolished divisions whose series this one goes on: 密云县 became 密云区 whole, and nothing else did. 宣武区,
 * which went into a 西城区 that was there already, or two counties made one district, are other series.
 */
export function predecessorsOf(code: string): string[] {
  const direct = heirs().get(code) ?? [];
  const [only] = direct;
  if (only === undefined || direct.length > 1) return [];
  return [only.code, ...predecessorsOf(only.code)];
}

let heirsOnce: ReadonlyMap<string, Division[]> | null = null;

function heirs(): ReadonlyMap<string, Division[]> {
  heirsOnce ??= group(DIVISIONS.filter(isGoneWhole), ({ successors }) => successors[0]!);
  return heirsOnce;
}

function isGoneWhole({ code, state, successors, until }: Division): boolean {
  const heir = successors[0];
  if (state !== 'abolished' || successors.length !== 1 || heir === undefined || heir === code) return false;
  return divisionByCode(heir)?.from === until && divisionByCode(code)?.state !== 'in_use';
}

function placesOf(code: string): string[] {
  const codes = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code];
  return [...new Set(codes)].flatMap((each) => divisionByCode(each)?.name ?? []);
}
