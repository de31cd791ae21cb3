/** Comparative figures. They compare all bureaus, so they are replaced all together. */
import type BetterSqlite3 from 'better-sqlite3';
import { digest } from '../transforms/extract/witness.ts';
import type { GroupAggregate } from '../transforms/metrics/aggregate-groups.ts';
import type { MetricValue } from '../transforms/metrics/metric-value.ts';
import { groundOf } from '../transforms/metrics/peers.ts';
import type { BureauBreak } from '../transforms/metrics/series-breaks.ts';
import type { Warehouse } from './connect.ts';
import { refreshDerived } from './derived/index.ts';
import { METRIC_INDEXES } from './metric-indexes.ts';
import { insertAll } from './rows.ts';
import type { BureauBreakRow, MetricRow, PeerGroupRow } from './schema.ts';
import { explainSqliteError } from './warehouse-error.ts';

/** What the comparison of bureaus comes to beside the values themselves. */
export interface Comparison {
  groups: readonly GroupAggregate[];
  breaks: readonly BureauBreak[];
}

/**
 * Replaces all metric values, group aggregates and series breaks, and fills the derived tables from them.
 * Throws `WarehouseError` (rejected) for two values of one key.
 */
export function saveMetrics(
  warehouse: Warehouse,
  values: readonly MetricValue[],
  comparison: Comparison = { groups: [], breaks: [] },
): void {
  const { sqlite } = warehouse;
  try {
    sqlite.transaction(() => {
      const writer = metricWriter(sqlite);
      writer.add(values);
      writer.finish(comparison);
    })();
  } catch (error) {
    throw explainSqliteError(error, warehouse.path);
  }
}

export interface MetricWriter {
  /** Any values, with or without their peers; every value once. */
  add(values: readonly MetricValue[]): void;
  finish(comparison: Comparison): void;
}

/**
 * The same for a whole country, a few bureaus at a time. All of it or nothing is saved, whatever `write` throws;
 * nothing else may be written meanwhile.
 */
export async function replaceMetrics(
  warehouse: Warehouse,
  write: (writer: MetricWriter) => Promise<void>,
): Promise<void> {
  const { sqlite } = warehouse;
  const before = sqlite.pragma('cache_size', { simple: true });
  // Metric ids are digests, sorted for their index: in memory for a county or a province, in portions for a country.
  sqlite.pragma('cache_size = -65536');
  sqlite.exec('BEGIN IMMEDIATE');
  try {
    // SQLite builds the lists of CHECK (… IN …) anew for every row; for the whole table at once it builds them once.
    sqlite.pragma('ignore_check_constraints = ON');
    await write(metricWriter(sqlite));
    sqlite.pragma('ignore_check_constraints = OFF');
    requireConstraints(sqlite);
    sqlite.exec('COMMIT');
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
    throw explainSqliteError(error, warehouse.path);
  } finally {
    sqlite.pragma('ignore_check_constraints = OFF');
    sqlite.pragma(`cache_size = ${before}`);
  }
}

function requireConstraints(sqlite: BetterSqlite3.Database): void {
  for (const table of ['metric_rows', 'peer_group_rows', 'bureau_breaks']) {
    const [found] = sqlite.pragma(`quick_check('${table}')`) as { quick_check: string }[];
    if (found?.quick_check !== 'ok') throw new Error(found?.quick_check ?? `${table} was not checked`);
  }
}

/** Empties the tables and takes their indexes away until `finish`; call it inside a transaction. */
function metricWriter(sqlite: BetterSqlite3.Database): MetricWriter {
  for (const { name } of METRIC_INDEXES) sqlite.exec(`DROP INDEX IF EXISTS ${name}`);
  sqlite.exec('DELETE FROM metric_rows; DELETE FROM peer_group_rows; DELETE FROM bureau_breaks');
  const insertRow = sqlite.prepare(
    `INSERT INTO metric_rows (${METRIC_COLUMNS.map(({ column }) => column).join(', ')})
     VALUES (${METRIC_COLUMNS.map(() => '?').join(', ')})`,
  );
  return {
    add(values) {
      for (const value of values) insertRow.run(METRIC_COLUMNS.map(({ of }) => of(value)));
    },
    finish({ groups, breaks }) {
      insertAll(sqlite, 'peer_group_rows', groups.map(peerGroupRow));
      insertAll(sqlite, 'bureau_breaks', breaks.map(bureauBreakRow));
      for (const { create } of METRIC_INDEXES) sqlite.exec(create);
      refreshDerived(sqlite);
    },
  };
}

function peerGroupRow(group: GroupAggregate): PeerGroupRow {
  return {
    metric: group.metric,
    scope: group.scope,
    fiscal_year: group.fiscalYear,
    peer_group: group.peerGroup,
    ground: group.ground,
    unit: group.unit,
    members: group.members,
    with_value: group.withValue,
    coverage: group.coverage,
    numerator_sum: group.numeratorSum,
    denominator_sum: group.denominatorSum,
    ratio_of_sums: group.ratioOfSums,
    median_of_ratios: group.medianOfRatios,
  };
}

function bureauBreakRow({ bureauId, scope, fiscalYear, note }: BureauBreak): BureauBreakRow {
  return { bureau_id: bureauId, scope, fiscal_year: fiscalYear, note };
}

function metricIdOf({ metric, bureauId, scope, fiscalYear, project }: MetricValue): string {
  return digest(metric, bureauId, scope, fiscalYear, project);
}

type MetricCell = {
  [Column in keyof MetricRow]: { column: Column; of(value: MetricValue): MetricRow[Column] };
};

/** By place rather than by name: a country has a million rows. */
const METRIC_COLUMNS: readonly MetricCell[keyof MetricRow][] = [
  { column: 'metric', of: (value) => value.metric },
  { column: 'bureau_id', of: (value) => value.bureauId },
  { column: 'scope', of: (value) => value.scope },
  { column: 'fiscal_year', of: (value) => value.fiscalYear },
  { column: 'project', of: (value) => value.project ?? '' },
  { column: 'metric_id', of: metricIdOf },
  { column: 'bureau_name', of: (value) => value.bureauName },
  { column: 'region_code', of: (value) => value.regionCode },
  { column: 'value', of: (value) => value.value },
  { column: 'unit', of: (value) => value.unit },
  { column: 'basis', of: (value) => value.basis },
  { column: 'ground', of: groundOf },
  { column: 'status', of: (value) => value.status },
  { column: 'numerator', of: (value) => value.numerator },
  { column: 'denominator', of: (value) => value.denominator },
  { column: 'peer_group', of: (value) => value.peerGroup },
  { column: 'peer_count', of: (value) => value.peerCount },
  { column: 'peer_median', of: (value) => value.peerMedian },
  { column: 'rank', of: (value) => value.rank },
  { column: 'percentile', of: (value) => value.percentile },
  { column: 'reported_value', of: (value) => value.reportedValue },
  { column: 'inputs', of: (value) => JSON.stringify(value.inputs) },
];
