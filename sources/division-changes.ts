/** When a division became another territory, or took another name: figures before and after are of two places. */
import { DIVISIONS, type Division } from './division-table.ts';

export interface DivisionChange {
  /** First year of the new state. */
  year: number;
  /** "乙县（990302）并入", Chinese. */
  note: string;
}

let known: ReadonlyMap<string, readonly DivisionChange[]> | null = null;

/** Changes of the division behind a code, oldest first; none for an unknown code. */
export function divisionChanges(code: string): readonly DivisionChange[] {
  known ??= changesByCode();
  return known.get(code) ?? [];
}

function changesByCode(): Map<string, DivisionChange[]> {
  const names = new Map(DIVISIONS.map((division) => [division.code, division.name]));
  const changes = new Map<string, DivisionChange[]>();
  for (const [code, change] of DIVISIONS.flatMap((division) => changesOf(division, names))) {
    const list = changes.get(code) ?? [];
    if (!list.some((one) => one.year === change.year && one.note === change.note)) list.push(change);
    changes.set(code, list);
  }
  for (const list of changes.values()) list.sort((a, b) => a.year - b.year || (a.note < b.note ? -1 : 1));
  return changes;
}

/** What one entry of the table says about itself and about those that took it or a part of it. */
function changesOf(division: Division, names: ReadonlyMap<string, string>): [string, DivisionChange][] {
  const { code, name, until, state, ceded, successors } = division;
  const parts = ceded.flatMap((part): [string, DivisionChange][] => [
    [code, { year: part.year, note: `一部分划入${names.get(part.code) ?? ''}（${part.code}）` }],
    [part.code, { year: part.year, note: `${name}（${code}）的一部分划入` }],
  ]);
  if (until === null) return parts;
  if (state === 'changed') return [...parts, [code, { year: until, note: `${name}更名` }]];
  const heirs = successors.filter((heir) => heir !== code);
  return [
    ...parts,
    ...heirs.map((heir): [string, DivisionChange] => [heir, { year: until, note: `${name}（${code}）并入` }]),
  ];
}
