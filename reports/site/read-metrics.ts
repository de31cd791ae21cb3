/** Metric values by metric for the league tables, and by bureau for its own page. */
import type BetterSqlite3 from 'better-sqlite3';
import { groupBy } from '../../transforms/metrics/group.ts';
import { metricById } from '../../transforms/metrics/index.ts';
import { groundOf } from '../../transforms/metrics/peers.ts';
import type { MetricDefinitionRow, MetricView } from '../../warehouse/schema.ts';
import type { CellEntry, GroupEntry, MetricEntry, MetricRowEntry, Tables } from './data.ts';
import { keyOf } from './files.ts';
import { pack } from './packed.ts';
import { spreadOf } from './spread.ts';

export const METRIC_COLUMNS = [
  'id',
  'bureau',
  'metric',
  'scope',
  'year',
  'project',
  'value',
  'status',
  'basis',
  'ground',
  'numerator',
  'denominator',
  'peerGroup',
  'peerCount',
  'peerMedian',
  'rank',
  'percentile',
  'reported',
] as const satisfies readonly (keyof MetricRowEntry)[];

const CELL_COLUMNS = [
  'scope',
  'year',
  'ground',
  'count',
  'median',
  'lower',
  'upper',
  'least',
  'leastBureau',
  'leastShared',
  'most',
  'mostBureau',
  'mostShared',
  'negative',
] as const satisfies readonly (keyof CellEntry)[];

const GROUP_COLUMNS = [
  'scope',
  'year',
  'peerGroup',
  'ground',
  'members',
  'withValue',
  'coverage',
  'ratioOfSums',
  'medianOfRatios',
] as const satisfies readonly (keyof GroupEntry)[];

const COLUMNS = `metric_id, bureau_id, metric, scope, fiscal_year, project, value, status, basis, numerator, denominator,
  peer_group, peer_count, peer_median, rank, percentile, reported_value`;

export interface MetricSource {
  ofMetric(metric: string): MetricRowEntry[];
  ofBureau(bureauId: string): MetricRowEntry[];
}

export function metricSource(sqlite: BetterSqlite3.Database): MetricSource {
  const ofMetric = sqlite.prepare<[string], MetricView>(
    `SELECT ${COLUMNS} FROM metrics WHERE metric = ? ORDER BY fiscal_year DESC, scope, value DESC, bureau_id, project`,
  );
  const ofBureau = sqlite.prepare<[string], MetricView>(
    `SELECT ${COLUMNS} FROM metrics WHERE bureau_id = ? ORDER BY metric, scope, project, fiscal_year`,
  );
  return {
    ofMetric: (metric) => ofMetric.all(metric).map(entryOf),
    ofBureau: (bureauId) => ofBureau.all(bureauId).map(entryOf),
  };
}

function entryOf(row: MetricView): MetricRowEntry {
  return {
    id: row.metric_id,
    bureau: keyOf(row.bureau_id),
    metric: row.metric,
    scope: row.scope,
    year: row.fiscal_year,
    project: row.project,
    value: row.value,
    status: row.status,
    basis: row.basis,
    ground: groundOf(row),
    numerator: row.numerator,
    denominator: row.denominator,
    peerGroup: row.peer_group,
    peerCount: row.peer_count,
    peerMedian: row.peer_median,
    rank: row.rank,
    percentile: row.percentile,
    reported: row.reported_value,
  };
}

export function readDefinitions(sqlite: BetterSqlite3.Database): MetricDefinitionRow[] {
  return sqlite.prepare<[], MetricDefinitionRow>('SELECT * FROM metric_definitions ORDER BY position').all();
}

export function definitionEntry(row: MetricDefinitionRow): Omit<MetricEntry, 'files' | 'cells'> {
  const known = metricById(row.metric);
  return {
    id: row.metric,
    family: row.family,
    name: [row.name_zh, row.name_en],
    formula: [row.formula, known?.formulaEn ?? row.formula],
    unit: row.unit,
    direction: row.direction,
    caveats: [row.caveats, known?.caveatsEn ?? row.caveats],
    reference: row.reference,
  };
}

/** Every comparison that the rows admit; values of single projects compare nothing. */
export function cellsOf(rows: readonly MetricRowEntry[]): MetricEntry['cells'] {
  const comparable = rows.filter((row) => row.value !== null && row.project === null);
  const groups = groupBy(comparable, (row) => JSON.stringify([row.scope, row.year, row.ground]));
  const cells = [...groups.values()].map((group): CellEntry => {
    const { scope, year, ground } = group[0]!;
    const values = group.map((row) => ({ bureau: row.bureau, value: row.value! }));
    return { scope, year, ground, ...spreadOf(values) };
  });
  return pack(
    CELL_COLUMNS,
    cells.toSorted((a, b) => b.year - a.year || b.count - a.count || (a.ground < b.ground ? -1 : 1)),
  );
}

const GROUPS = `
  SELECT scope, fiscal_year AS year, peer_group AS peerGroup, ground, members, with_value AS withValue, coverage,
    ratio_of_sums AS ratioOfSums, median_of_ratios AS medianOfRatios
  FROM peer_groups WHERE metric = ? ORDER BY fiscal_year DESC, scope, members DESC, peer_group, ground`;

/** What every peer group of a metric comes to. */
export function groupReader(sqlite: BetterSqlite3.Database) {
  const groups = sqlite.prepare<[string], GroupEntry>(GROUPS);
  return (metric: string): readonly GroupEntry[] => groups.all(metric);
}

/** Values and groups of these years, as tables. */
export function metricTables(
  rows: readonly MetricRowEntry[],
  groups: readonly GroupEntry[],
  years: readonly number[],
): Tables {
  const within = ({ year }: { year: number }) => years.includes(year);
  return {
    metrics: pack(METRIC_COLUMNS, rows.filter(within)),
    groups: pack(GROUP_COLUMNS, groups.filter(within)),
  };
}
