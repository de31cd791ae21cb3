/**
 * Where a series of years stops being one series: the bureau carries another name, its division is another
 * territory, or a classification code means something else. Years on the two sides are never joined on a code alone.
 */
import type { Scope } from '../recognise/disclosure.ts';
import type { Observation } from '../reconcile/observation.ts';
import type { CodeEntry } from '../vocabulary/code-table.ts';
import { compare, groupBy } from './group.ts';

/** A bureau as one year knows it. */
export interface KnownYear {
  bureauId: string;
  scope: Scope;
  fiscalYear: number;
  bureauName: string | null;
  regionCode: string | null;
}

export interface BureauBreak {
  bureauId: string;
  scope: Scope;
  /** First known year of the new series. */
  fiscalYear: number;
  /** What changed and how, Chinese; several changes joined with "；". */
  note: string;
}

export interface CodeBreak {
  code: string;
  /** First year in which the code no longer has the name before. */
  fiscalYear: number;
  nameBefore: string;
  nameAfter: string;
}

/** Every scope and year of one bureau, in their order; of two names in one year the later by code unit. */
export function knownYearsOf(observations: readonly Observation[]): KnownYear[] {
  const known = new Map<string, KnownYear>();
  let year: KnownYear | undefined;
  for (const { bureauId, scope, fiscalYear, bureauName, regionCode } of observations) {
    if (year?.fiscalYear !== fiscalYear || year.scope !== scope) {
      const key: string = `${scope}|${fiscalYear}`;
      year = known.get(key) ?? { bureauId, scope, fiscalYear, bureauName: null, regionCode: null };
      known.set(key, year);
    }
    year.bureauName = laterOf(year.bureauName, bureauName);
    year.regionCode = laterOf(year.regionCode, regionCode);
  }
  return [...known.values()].sort((a, b) => compare(a.scope, b.scope) || a.fiscalYear - b.fiscalYear);
}

function laterOf(one: string | null, other: string | null): string | null {
  return one === null || (other !== null && other > one) ? other : one;
}

type ChangesOf = (regionCode: string) => readonly { year: number; note: string }[];

/** One row per bureau, scope and year whose series starts anew; `years` in any order. */
export function bureauBreaks(years: readonly KnownYear[], divisionChangesOf: ChangesOf): BureauBreak[] {
  const series = groupBy(years, ({ bureauId, scope }) => JSON.stringify([bureauId, scope]));
  return [...series.keys()].sort(compare).flatMap((key) => {
    const known = series.get(key)!.toSorted((a, b) => a.fiscalYear - b.fiscalYear);
    return known.slice(1).flatMap((now, index) => {
      const notes = changesBetween(known[index]!, now, divisionChangesOf);
      const { bureauId, scope, fiscalYear } = now;
      return notes.length === 0 ? [] : [{ bureauId, scope, fiscalYear, note: notes.join('；') }];
    });
  });
}

function changesBetween(before: KnownYear, now: KnownYear, divisionChangesOf: ChangesOf): string[] {
  const renamed =
    before.bureauName !== null && now.bureauName !== null && before.bureauName !== now.bureauName;
  const moved = before.regionCode !== null && now.regionCode !== null && before.regionCode !== now.regionCode;
  const redrawn = (now.regionCode === null ? [] : divisionChangesOf(now.regionCode)).filter(
    ({ year }) => year > before.fiscalYear && year <= now.fiscalYear,
  );
  return [
    ...(renamed ? [`单位名称变更：${before.bureauName} → ${now.bureauName}`] : []),
    ...(moved ? [`区划代码变更：${before.regionCode} → ${now.regionCode}`] : []),
    ...redrawn.map(({ year, note }) => `${year}年区划变更：${note}`),
  ];
}

/** One row per code and year in which its name changes; names of one time are spellings, not changes. */
export function codeBreaks(entries: readonly CodeEntry[]): CodeBreak[] {
  return [...groupBy(entries, ({ code }) => code).values()].flatMap((names) => {
    const dated = names
      .filter((one) => one.from !== null || one.until !== null)
      .toSorted((a, b) => (a.from ?? 0) - (b.from ?? 0));
    return dated.slice(1).flatMap((after, index) => {
      const before = dated[index]!;
      const follows = before.until !== null && before.until < (after.from ?? 0);
      if (!follows || before.name === after.name) return [];
      // 30311 lost its meaning in 2018, two years before it gained another.
      const fiscalYear = before.until! + 1;
      return [{ code: after.code, fiscalYear, nameBefore: before.name, nameAfter: after.name }];
    });
  });
}
