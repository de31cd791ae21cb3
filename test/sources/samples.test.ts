/**
 * The proof that needs no real report: invented bureaus whose books are known, printed in many manners, read back by a
 * whole night, and compared figure by figure.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samplesFolder } from '../../pipeline/options.ts';
import type { SampleDocument } from '../../sources/samples/build/document.ts';
import type { FigureKey, PrintedFigure } from '../../sources/samples/build/figure.ts';
import { reportInTextFormats } from '../../sources/samples/build/formats/text-formats.ts';
import { booksOf } from '../../sources/samples/build/model/books.ts';
import type { Bureau } from '../../sources/samples/build/model/bureau.ts';
import { NAMELESS } from '../../sources/samples/build/model/bureaus.ts';
import { manifest, samples } from '../../sources/samples/build/samples.ts';
import { ask, documentStates, makePlace, type Place, runNight } from '../support/run-night.ts';

/** Some seconds on a machine of its own. */
const NIGHT_MILLISECONDS = 60_000;
const DOCUMENTS = samples();
const CONTRADICTORY = DOCUMENTS.filter(({ slips }) => slips !== undefined);
const FORMATS = join(samplesFolder(), '..', 'formats');

interface Row {
  bureau_name: string | null;
  scope: string;
  fiscal_year: number;
  concept: string;
  phase: FigureKey['phase'];
  fund: FigureKey['fund'];
  function_code: string | null;
  economic_code: string | null;
  project: string | null;
  value: number;
  /** Size of the last printed digit, in the unit of `value`. */
  ulp: number;
  status: string;
  source_file: string;
}

interface Expected extends PrintedFigure {
  bureau: Bureau;
  /** Documents that print it. */
  paths: string[];
  step: number;
}

let place: Place;
let observations: Map<string, Row>;

beforeAll(async () => {
  place = makePlace();
  await runNight(place, {}, { inbox: samplesFolder(), manifest: join(samplesFolder(), 'manifest.csv') });
  observations = new Map(
    ask<Row>(place.data, 'SELECT * FROM observations').map((row) => [keyOfRow(row), row]),
  );
}, NIGHT_MILLISECONDS);
afterAll(() => {
  place.remove();
});

function printName(bureau: string | null, scope: string, key: FigureKey): string {
  const { fiscalYear, concept, phase, fund, functionCode, economicCode, project } = key;
  return [
    bureau ?? 'unidentified',
    scope,
    fiscalYear,
    concept,
    phase,
    fund,
    functionCode,
    economicCode,
    project,
  ].join(' | ');
}

function keyOfRow(row: Row): string {
  return printName(row.bureau_name, row.scope, figureKeyOf(row));
}

function figureKeyOf(row: Row): FigureKey {
  return {
    fiscalYear: row.fiscal_year,
    concept: row.concept,
    phase: row.phase,
    fund: row.fund,
    functionCode: row.function_code,
    economicCode: row.economic_code,
    project: row.project,
  };
}

function nameIn({ bureau }: SampleDocument): string | null {
  return bureau === null || bureau === NAMELESS ? null : bureau.name;
}

/** A figure that the contradictory report got wrong on purpose, or one that hangs on it. */
function isSuspect({ bureau_name, fiscal_year, concept }: Row): boolean {
  return CONTRADICTORY.some(
    (sample) =>
      nameIn(sample) === bureau_name &&
      sample.fiscalYear === fiscal_year &&
      sample.slips!.some((slip) => concept.startsWith(slip.concept)),
  );
}

/** Every figure that some sample prints, once, with the finest print of it. */
function printedFigures(): Map<string, Expected> {
  const figures = new Map<string, Expected>();
  for (const sample of DOCUMENTS) {
    for (const figure of sample.printed) {
      const name = printName(nameIn(sample), sample.scope, figure);
      const known = figures.get(name);
      figures.set(name, {
        ...figure,
        bureau: sample.bureau!,
        paths: [...(known?.paths ?? []), sample.path],
        step: Math.min(figure.step, known?.step ?? figure.step),
        derived: figure.derived && (known?.derived ?? true),
      });
    }
  }
  return figures;
}

/** What is wrong with the observation of a printed figure; null where nothing is. */
function complaint(name: string, { value, step, paths }: Expected): string | null {
  const row = observations.get(name);
  if (row === undefined) return `${name}: ${value} is printed in ${paths.join(', ')} and was not read`;
  const off = Math.abs(row.value - value) > step / 2 + 1e-6;
  if (off || row.status !== 'accepted')
    return `${name}: ${value} is printed in ${paths.join(', ')}, ${row.value} is ${row.status}`;
  return null;
}

describe('the committed samples', () => {
  it('are what the generator writes, byte for byte, and nothing else', () => {
    const committed = readdirSync(samplesFolder(), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) =>
        join(parentPath, name)
          .slice(samplesFolder().length + 1)
          .replaceAll('\\', '/'),
      );
    expect(committed.sort()).toEqual(['manifest.csv', ...DOCUMENTS.map(({ path }) => path)].sort());
    for (const { path, bytes } of DOCUMENTS)
      expect(Buffer.from(bytes).equals(readFileSync(join(samplesFolder(), path))), path).toBe(true);
    expect(readFileSync(join(samplesFolder(), 'manifest.csv'), 'utf8')).toBe(manifest());
  });

  it('in the formats that are text are what the generator writes', () => {
    const reports = [...reportInTextFormats()];
    expect(reports.length).toBeGreaterThan(1);
    for (const { name, bytes } of reports)
      expect(Buffer.from(bytes).equals(readFileSync(join(FORMATS, name))), name).toBe(true);
  });

  it('are small enough to live in the repository', () => {
    const sizes = readdirSync(FORMATS).map((name) => readFileSync(join(FORMATS, name)).length);
    expect(Math.max(...sizes)).toBeLessThan(300_000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(4_000_000);
  });
});

describe('a night over the samples', () => {
  it('accepts every figure that the books printed, at its value', () => {
    const figures = [...printedFigures()];
    const complaints = figures.flatMap(([name, figure]) => complaint(name, figure) ?? []);
    expect(figures.length).toBeGreaterThan(5000);
    expect(complaints).toEqual([]);
  });

  it('reads nothing that the books do not say', () => {
    const printed = printedFigures();
    const bureaus = new Map(DOCUMENTS.map((sample) => [nameIn(sample), sample.bureau]));
    const invented = [...observations].flatMap(([name, row]) => {
      if (printed.has(name) || isSuspect(row)) return [];
      const said = booksOf(bureaus.get(row.bureau_name)!, row.fiscal_year).valueOf(figureKeyOf(row));
      // Prose rounds to 万元 what the books hold in yuan: half of its last printed digit.
      const meant = typeof said === 'number' && Math.abs(said - row.value) <= row.ulp / 2;
      return meant ? [] : [`${name}: ${row.value} in ${row.source_file}, the books say ${said}`];
    });
    expect(invented).toEqual([]);
  });

  it('leaves no amount of money unclaimed', () => {
    const unclaimed = ask<{ context: string }>(
      place.data,
      'SELECT context FROM unclaimed_numbers WHERE money = 1',
    );
    expect(unclaimed).toEqual([]);
  });

  it('knows the unsigned report from the manifest, and names nobody where nothing is known', () => {
    const unsigned = ask<{ path: string; name: string | null }>(
      place.data,
      `SELECT relative_path AS path, bureau_name AS name FROM documents
       WHERE relative_path LIKE '%正文未写单位%' ORDER BY relative_path`,
    );
    expect(unsigned).toEqual([
      { path: '单位不明/绩效自评报告（正文未写单位）.txt', name: null },
      { path: '辛县/辛县2023年度绩效自评（正文未写单位）.txt', name: '示例省辛县医疗保障局' },
    ]);
  });

  it('keeps department and unit budgets of one body apart', () => {
    const scopes = ask<{ scope: string; figures: number; sum: number }>(
      place.data,
      `SELECT scope, count(*) AS figures, sum(value) AS sum FROM observations
       WHERE bureau_name = '示例市财政局' AND fiscal_year = 2025 GROUP BY scope`,
    );
    expect(scopes.map(({ scope }) => scope)).toEqual(['department', 'unit']);
    expect(scopes[0]).toMatchObject({ figures: scopes[1]!.figures, sum: scopes[1]!.sum });
  });
});

describe('what the night objects to', () => {
  interface FindingRow {
    check_name: string;
    severity: string;
    concept: string;
    source_file: string;
  }
  const findings = (severity: string) =>
    ask<FindingRow>(
      place.data,
      `SELECT check_name, severity, concept, source_file FROM findings WHERE severity = '${severity}'
       ORDER BY check_name, concept`,
    );
  const contradictoryFile = () => CONTRADICTORY[0]!.path.split('/').at(-1);

  it('are the contradictions that were put in', () => {
    const found = [...findings('error'), ...findings('warning')].filter(
      ({ source_file }) => source_file === contradictoryFile(),
    );
    expect(found.map(({ check_name }) => check_name)).toEqual([
      'claim.direction',
      'procurement.parts_sum',
      'unit.factor_10000',
      'witnesses.disagree',
      'score.execution_points',
    ]);
    expect(found).toHaveLength(CONTRADICTORY[0]!.slips!.length);
  });

  it('is nothing in the other reports beyond rounding', () => {
    const others = [...findings('error'), ...findings('warning')].filter(
      ({ source_file }) => source_file !== contradictoryFile(),
    );
    expect(others).toEqual([]);
    expect(others.length).toBeLessThanOrEqual(1);
  });

  it('is a note where a statement was cut to one decimal', () => {
    expect(findings('note').some(({ source_file }) => source_file === '乙县2024年度部门决算.txt')).toBe(true);
  });

  it('are three files that are no reports, each with its reason', () => {
    const refused = documentStates(place.data).filter(({ state }) => state === 'quarantined');
    expect(refused.map(({ path }) => path).sort()).toEqual(
      DOCUMENTS.filter(({ refused }) => refused !== null)
        .map(({ path }) => path)
        .sort(),
    );
    expect(refused.map(({ code }) => code)).not.toContain('internal_error');
    for (const { reason } of refused) expect(reason?.length).toBeGreaterThan(8);
  });
});

describe('what a newcomer sees', () => {
  interface MetricRow {
    bureau_name: string;
    value: number | null;
    status: string;
    rank: number | null;
    peer_count: number;
  }
  const metric = (name: string, year: number) =>
    ask<MetricRow>(
      place.data,
      `SELECT bureau_name, value, status, rank, peer_count FROM metrics
       WHERE metric = '${name}' AND fiscal_year = ${year} AND region_code LIKE '9901%' AND bureau_name LIKE '%县%'`,
    );

  it.each([
    ['execution_rate.original', 2025],
    ['three_public.per_staff', 2025],
    ['basic.per_staff', 2025],
    ['project_share', 2024],
    ['expenditure.per_resident', 2025],
  ])('ranks among at least five peers: %s of %i', (name, year) => {
    const ranked = metric(name, year).filter(({ rank }) => rank !== null);
    expect(ranked.length).toBeGreaterThanOrEqual(5);
    for (const { peer_count } of ranked) expect(peer_count).toBeGreaterThanOrEqual(5);
  });

  it('changes from year to year, for at least five counties', () => {
    const changes = metric('three_public.change', 2025).filter(({ status }) => status === 'ok');
    expect(changes.length).toBeGreaterThanOrEqual(5);
  });

  it('a workbook', () => {
    expect(existsSync(join(place.data, 'out', 'benchmark.xlsx'))).toBe(true);
  });
});
