/** How many people live in a division, by the census of 2020, although its borders or its code have changed since. */

import { DIVISIONS, type Division, divisionByCode, group } from './division-table.ts';
import { POPULATION_TABLE } from './reference/population-2020.ts';
import { SAMPLE_POPULATION } from './samples/divisions.ts';

export interface Population {
  residents: number;
  year: number;
  source: string;
}

const CENSUS = { year: 2020, source: '第七次全国人口普查' };
const populations: ReadonlyMap<string, Population> = new Map([
  ...readPopulation(POPULATION_TABLE, CENSUS),
  ...readPopulation(SAMPLE_POPULATION, { year: 2020, source: 'sample' }),
]);
/** For a code, what was abolished in favour of it. */
const predecessors = predecessorsOf(DIVISIONS);

/**
 * Residents of the division as it is now, or was in `year`, by the census of 2020. A division made since then has the
 * sum of those merged into it; null where the census says nothing of its present area (a split, or no census there).
 */
export function populationOf(code: string, year?: number): Population | null {
  const own = populations.get(code);
  const division = divisionByCode(code, year);
  if (division === null) return null;
  if (division.state === 'abolished') return own ?? populationOfHeir(division);
  const merged = (predecessors.get(code) ?? []).filter(
    (before) => before.until !== null && before.until >= CENSUS.year && before.until <= (year ?? 9999),
  );
  if (merged.some((before) => before.successors.length > 1 && populations.has(before.code))) return null;
  if (own !== undefined && lostPartToNewDivision(division, year ?? 9999)) return null;
  const parts = merged.flatMap((before) => populations.get(before.code) ?? []);
  const all = own === undefined ? parts : [own, ...parts];
  if (all.length === 0) return null;
  return { ...all[0]!, residents: all.reduce((sum, part) => sum + part.residents, 0) };
}

/** 632126 became 630223 whole and alone in 2013, so the census of its heir is its own; 110103 was merged into another. */
function populationOfHeir({ code, until, successors }: Division): Population | null {
  const [heir, ...others] = successors;
  if (heir === undefined || others.length > 0 || divisionByCode(heir)?.from !== until) return null;
  const shared =
    predecessors.get(heir)!.some((before) => before.code !== code && before.until === until) ||
    DIVISIONS.some(({ ceded }) => ceded.some((part) => part.code === heir && part.year === until));
  return shared ? null : populationOf(heir);
}

/** 330110 gave half of itself to 330113 in 2021: its census figure is of another area. */
function lostPartToNewDivision(division: Division, year: number): boolean {
  return division.ceded.some(
    (part) => part.year > CENSUS.year && part.year <= year && !populations.has(part.code),
  );
}

function readPopulation(table: string, of: { year: number; source: string }): Map<string, Population> {
  const lines = table.trim().split('\n');
  return new Map(
    lines.map((line) => {
      const [code = '', residents = ''] = line.split('|');
      return [code, { residents: Number(residents), ...of }];
    }),
  );
}

function predecessorsOf(divisions: readonly Division[]): Map<string, Division[]> {
  const pairs = divisions.flatMap((division) =>
    division.successors.filter((code) => code !== division.code).map((code) => ({ code, division })),
  );
  const grouped = group(pairs, (pair) => pair.code);
  return new Map([...grouped].map(([code, list]) => [code, list.map((pair) => pair.division)]));
}
