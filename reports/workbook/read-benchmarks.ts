/** Everything the workbook shows, read from the views of the warehouse in one order that never changes. */
import type BetterSqlite3 from 'better-sqlite3';
import { groupBy } from '../../transforms/metrics/group.ts';
import { METRICS } from '../../transforms/metrics/index.ts';
import { loadChanges } from '../../warehouse/changes.ts';
import type {
  ChangeView,
  CoverageView,
  DocumentView,
  FindingView,
  MetricView,
  ObservationView,
  RunRow,
} from '../../warehouse/schema.ts';
import { changeTranslator } from '../change-words.ts';

export interface Benchmarks {
  metrics: readonly MetricFigure[];
  /** Years whose figures are traced cell by cell; null: all of them. */
  tracedYears: readonly number[] | null;
  /** metric_id → ids of the observations it was computed from, numerator first; of traced years. */
  inputs: ReadonlyMap<string, readonly string[]>;
  observations: readonly ObservedFigure[];
  findings: readonly FindingView[];
  documents: readonly DocumentView[];
  coverage: readonly CoverageView[];
  /** What the last run with news changed. */
  changes: readonly ChangeInWords[];
  /** The last run that finished, else the last one; null before the first. */
  run: RunRow | null;
  /** The bureau that the workbook is about; null where it is about all alike. */
  subject: string | null;
}

export type ChangeInWords = ChangeView & { what_en: string; why_en: string };

/** A part of the warehouse; null: all of it. */
export interface Selection {
  bureaus: readonly string[] | null;
  years: readonly number[] | null;
  metrics: readonly string[] | null;
  subject: string | null;
}

export const EVERYTHING: Selection = { bureaus: null, years: null, metrics: null, subject: null };

/** What the workbook shows of an observation. */
export type ObservedFigure = Omit<
  ObservationView,
  'document_id' | 'fact_id' | 'ulp' | 'ulp_minor' | 'value_minor'
>;

/** What the workbook shows of a metric value; what it shows of the metric itself is in its definition. */
export type MetricFigure = Omit<
  MetricView,
  'metric_name_zh' | 'metric_name_en' | 'formula' | 'family' | 'direction'
>;

/** Errors first: what a reader must not overlook. */
const GRAVEST_FIRST = `CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END`;

/** By division; bureaus that nobody could identify come last. */
const KNOWN_FIRST = 'region_code IS NULL, region_code';

export function readBenchmarks(
  sqlite: BetterSqlite3.Database,
  selection: Selection = EVERYTHING,
): Benchmarks {
  const tracedYears = yearsToTrace(sqlite, selection);
  const traced = tracedYears === null ? '' : `fiscal_year IN (${tracedYears.join(', ')})`;
  const all = <Row>(sql: string) => sqlite.prepare<[Bound], Row>(sql).all(bound(selection));
  const many = <Row>(sql: string) => manyRows<Row>(sqlite, sql, bound(selection));
  const metrics = where(selection, 'bureaus', 'years', 'metrics');
  const shown = and(metrics, traced);
  const isInput = `observation_id IN (SELECT j.value FROM metric_rows JOIN json_each(inputs) j ${shown})`;
  const years = selection.years === null ? [] : [`fiscal_year IN (SELECT value FROM json_each(@years))`];
  const details = traced === '' ? years : [...years, `(${traced} OR ${IN_TRENDS})`];
  return {
    metrics: asListed(
      many<MetricFigure>(
        `SELECT metric_id, metric, bureau_id, bureau_name, region_code, scope, fiscal_year, project, value, unit, basis,
          status, numerator, denominator, reported_value, peer_group, peer_count, peer_median, rank, percentile
         FROM metrics ${metrics}
         ORDER BY metric, ${KNOWN_FIRST}, bureau_name, bureau_id, scope, project, fiscal_year`,
      ),
    ),
    tracedYears,
    inputs: inputsOf(
      sqlite
        .prepare<[Bound], [metricId: string, inputs: string]>(
          `SELECT metric_id, inputs FROM metric_rows ${shown === '' ? 'WHERE' : `${shown} AND`} inputs <> '[]'`,
        )
        .raw(true)
        .all(bound(selection)),
    ),
    observations: many<ObservedFigure>(
      `SELECT bureau_id, bureau_name, region_code, scope, fiscal_year, concept, concept_zh, concept_en, phase, fund,
        function_code, function_name, economic_code, economic_name, project, value, unit, basis, status, fact_count,
        source_file, locator, quote, reason, observation_id
      FROM observations
      ${and(where(selection, 'bureaus'), details.length === 0 ? '' : `(${details.join(' AND ')} OR ${isInput})`)}
      ORDER BY ${KNOWN_FIRST}, bureau_name, bureau_id, scope, fiscal_year, concept,
        phase, fund, function_code, economic_code, project, observation_id`,
    ),
    findings: all<FindingView>(
      `SELECT * FROM findings ${where(selection, 'bureaus', 'years')}
       ORDER BY ${GRAVEST_FIRST}, ${KNOWN_FIRST}, bureau_name, bureau_id, fiscal_year, check_name, finding_id`,
    ),
    documents: all<DocumentView>(
      `SELECT * FROM documents ${where(selection, 'bureaus')}
       ORDER BY state DESC, ${KNOWN_FIRST}, bureau_name, bureau_id, fiscal_year, kind, source_file, document_id`,
    ),
    coverage: all<CoverageView>(`SELECT * FROM coverage ${where(selection, 'bureaus', 'years')}`),
    changes: changesOf(sqlite, selection),
    run:
      sqlite
        .prepare<[], RunRow>(`SELECT * FROM runs ORDER BY state = 'finished' DESC, run_id DESC LIMIT 1`)
        .get() ?? null,
    subject: selection.subject,
  };
}

/**
 * What `all` gives, for a hundred thousand rows: read by place, which takes half the time, and with every text kept once
 * however many rows repeat it.
 */
function manyRows<Row>(sqlite: BetterSqlite3.Database, sql: string, parameters: Bound): Row[] {
  const statement = sqlite.prepare<[Bound], unknown[]>(sql).raw(true);
  const names = statement.columns().map(({ name }) => name);
  const empty = Object.fromEntries(names.map((name) => [name, null as unknown]));
  const repeats = names.map((name) => !UNIQUE.has(name));
  const texts = new Map<string, string>();
  const rows: Row[] = [];
  for (const cells of statement.iterate(parameters)) {
    // A copy has room for all columns at once; an object that grows moves house with every few.
    const row = { ...empty };
    for (let place = 0; place < names.length; place++)
      row[names[place]!] = repeats[place] ? keptOnce(cells[place], texts) : cells[place];
    rows.push(row as Row);
  }
  return rows;
}

/** Texts of these columns are seldom the same twice, and a hundred thousand are long to look for. */
const UNIQUE: ReadonlySet<string> = new Set(['metric_id', 'observation_id', 'quote']);

function keptOnce(cell: unknown, texts: Map<string, string>): unknown {
  if (typeof cell !== 'string') return cell;
  const known = texts.get(cell);
  if (known === undefined) texts.set(cell, cell);
  return known ?? cell;
}

/** More figures than this make a workbook that no spreadsheet opens gladly and no machine writes in seconds. */
const MOST_TRACED = 40_000;

/** What sheets show over all years: totals of spending and of three public expenses. */
const IN_TRENDS = `(function_code IS NULL AND economic_code IS NULL AND project IS NULL
  AND (concept = 'expenditure' OR concept GLOB 'three_public*'))`;

/** null where all fit, or all are of one year; else the latest years that do, and the latest one in any case. */
function yearsToTrace(sqlite: BetterSqlite3.Database, selection: Selection): number[] | null {
  const rows = `observation_rows ${where(selection, 'bureaus', 'years')}`;
  const { years, fitting } = latestYears(sqlite, selection, rows, MOST_TRACED);
  return fitting.length === years ? null : fitting;
}

/** null where all metric values fit; else the latest years that do, and the latest one in any case. */
export function yearsThatFit(
  sqlite: BetterSqlite3.Database,
  selection: Selection,
  mostValues: number,
): number[] | null {
  const rows = `metric_rows ${where(selection, 'bureaus', 'years', 'metrics')}`;
  const { total, fitting } = latestYears(sqlite, selection, rows, mostValues);
  return total <= mostValues ? null : fitting;
}

/** How many `rows` there are, of how many years, and the latest years of which there are no more than `most` in all. */
function latestYears(sqlite: BetterSqlite3.Database, selection: Selection, rows: string, most: number) {
  const counts = sqlite
    .prepare<[Bound], { year: number; count: number }>(
      `SELECT fiscal_year AS year, count(*) AS count FROM ${rows} GROUP BY fiscal_year ORDER BY fiscal_year DESC`,
    )
    .all(bound(selection));
  let total = 0;
  const fitting = counts.filter(({ count }, index) => {
    total += count;
    return index === 0 || total <= most;
  });
  return { total, years: counts.length, fitting: fitting.map(({ year }) => year) };
}

/** "WHERE a" and "b" → "WHERE a AND b". */
function and(condition: string, more: string): string {
  if (more === '') return condition;
  return condition === '' ? `WHERE ${more}` : `${condition} AND ${more}`;
}

interface Bound {
  bureaus: string | null;
  years: string | null;
  metrics: string | null;
}

function bound({ bureaus, years, metrics }: Selection): Bound {
  const list = (values: readonly unknown[] | null) => (values === null ? null : JSON.stringify(values));
  return { bureaus: list(bureaus), years: list(years), metrics: list(metrics) };
}

const COLUMN_OF = { bureaus: 'bureau_id', years: 'fiscal_year', metrics: 'metric' } as const;

/** Nothing for what is not narrowed, so that the views are read as they are. */
function where(selection: Selection, ...parts: readonly (keyof Bound)[]): string {
  const conditions = parts
    .filter((part) => selection[part] !== null)
    .map((part) => `${COLUMN_OF[part]} IN (SELECT value FROM json_each(@${part}))`);
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
}

function changesOf(sqlite: BetterSqlite3.Database, { bureaus }: Selection): ChangeInWords[] {
  const inWords = changeTranslator(sqlite);
  return loadChanges(sqlite)
    .filter(({ bureau_id }) => bureaus === null || (bureau_id !== null && bureaus.includes(bureau_id)))
    .map((change) => {
      const { what, why } = inWords(change, 'en');
      return { ...change, ...inWords(change, 'zh'), what_en: what, why_en: why };
    });
}

/** In the order of the definitions, which is the order people read them in; the rest of the order stays. */
function asListed(metrics: readonly MetricFigure[]): MetricFigure[] {
  const byMetric = groupBy(metrics, ({ metric }) => metric);
  const ids = METRICS.map(({ id }) => id);
  const unknown = [...byMetric.keys()].filter((id) => !ids.includes(id));
  return [...ids, ...unknown].flatMap((id) => byMetric.get(id) ?? []);
}

/** The list is read as it is stored: the view that makes a row of each input would be sorted and put together again. */
function inputsOf(rows: readonly [metricId: string, inputs: string][]): Map<string, readonly string[]> {
  return new Map(rows.map(([metricId, inputs]) => [metricId, JSON.parse(inputs) as string[]]));
}
