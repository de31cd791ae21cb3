/** What is wrong with a registry although every field of it is well written. */
import { namesOf, type RegisteredBureau } from './bureau.ts';
import { divisionByCode, divisionsAtStart, divisionsNamed } from './division.ts';
import { placeOf, type Registry } from './registry.ts';

export interface RegistryFlaw {
  /** An error makes figures land nowhere or under the wrong name; a warning should be looked at. */
  severity: 'error' | 'warning';
  code: string;
  bureauId: string;
  /** Chinese, with file and line. */
  message: string;
}

/** `year` is the present year: divisions are those of today. */
export function checkRegistry({ bureaus }: Registry, year: number): RegistryFlaw[] {
  const inOrder = bureaus.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
  return [...inOrder.flatMap((bureau) => divisionFlaws(bureau, year)), ...repeatedNames(inOrder)];
}

function divisionFlaws(bureau: RegisteredBureau, year: number): RegistryFlaw[] {
  const division = divisionByCode(bureau.division, year);
  if (division === null)
    return [flaw(bureau, 'error', 'unknown_division', `division：没有区划代码 ${bureau.division}`)];
  if (division.state === 'abolished')
    return [flaw(bureau, 'error', 'abolished_division', sayAbolished(bureau.division, division))];
  if (placeDiffers(bureau))
    return [
      flaw(
        bureau,
        'warning',
        'division_and_name_differ',
        `division：${bureau.division} 是${division.name}，名称却是“${bureau.names.official}”`,
      ),
    ];
  return [];
}

function sayAbolished(
  code: string,
  { name, until, successors }: { name: string; until: number | null; successors: readonly string[] },
): string {
  const heirs = successors.map((heir) => `${heir} ${divisionByCode(heir)?.name ?? ''}`.trim()).join('、');
  return `division：${code} ${name}已于${until ?? '?'}年撤销${heirs === '' ? '' : `，现为 ${heirs}`}；编号 id 不必改，序列照旧延续`;
}

/** The official name begins with a place, and that place has another code. */
function placeDiffers({ names, division }: RegisteredBureau): boolean {
  for (let end = names.official.length - 1; end >= 2; end--) {
    const named = divisionsNamed(names.official.slice(0, end));
    if (named.length > 0) return named.every(({ code }) => code !== division);
  }
  return false;
}

/** A name that two bureaus share identifies neither; 示例省甲县财政局 and 甲县财政局 are one name. */
function repeatedNames(bureaus: readonly RegisteredBureau[]): RegistryFlaw[] {
  const first = new Map<string, RegisteredBureau>();
  return bureaus.flatMap((bureau) => {
    const shared = namesOf(bureau).flatMap((name) => {
      const key = nameKey(name, bureau.division);
      const known = first.get(key) ?? bureau;
      first.set(key, known);
      return known.id === bureau.id ? [] : [{ name, known }];
    });
    const [one] = shared;
    if (one === undefined) return [];
    const message = `names：“${one.name}”与 ${placeOf(one.known)} 的 ${one.known.id} 重复，两家都认不出来`;
    return [flaw(bureau, 'error', 'repeated_name', message)];
  });
}

function nameKey(name: string, division: string): string {
  const { divisions, rest } = divisionsAtStart(name);
  return divisions.length === 0 ? name : `${division}|${rest}`;
}

function flaw(
  bureau: RegisteredBureau,
  severity: RegistryFlaw['severity'],
  code: string,
  what: string,
): RegistryFlaw {
  return { severity, code, bureauId: bureau.id, message: `${placeOf(bureau)} ${bureau.id} ${what}` };
}
