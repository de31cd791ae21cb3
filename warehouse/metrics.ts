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
  /** Values of some bureaus, with or without their peers. */
  add(values: readonly MetricValue[]): void;
  /** What was added of one metric and can be compared: without inputs. */
  comparable(metric: string): MetricValue[];
  /** Notes the peers of values that were added. */
  rank(values: readonly MetricValue[]): void;
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
  // Metric ids are digests: what is inserted last is nowhere near what was inserted before it.
  sqlite.pragma('cache_size = -131072');
  sqlite.exec('BEGIN IMMEDIATE');
  try {
    await write(metricWriter(sqlite));
    sqlite.exec('COMMIT');
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
    throw explainSqliteError(error, warehouse.path);
  } finally {
    sqlite.pragma(`cache_size = ${before}`);
  }
}

/** Empties the tables and takes their indexes away until `finish`; call it inside a transaction. */
function metricWriter(sqlite: BetterSqlite3.Database): MetricWriter {
  for (const { name } of METRIC_INDEXES) sqlite.exec(`DROP INDEX IF EXISTS ${name}`);
  sqlite.exec('DELETE FROM metric_rows; DELETE FROM peer_group_rows; DELETE FROM bureau_breaks');
  const ofMetric = sqlite.prepare<[string], MetricRow>(
    `SELECT * FROM metric_rows WHERE metric = ? AND status = 'ok' AND project = ''`,
  );
  const update = sqlite.prepare(
    `UPDATE metric_rows SET basis = ?, peer_group = ?, peer_count = ?, peer_median = ?, rank = ?, percentile = ?
     WHERE metric = ? AND bureau_id = ? AND scope = ? AND fiscal_year = ? AND project = ''`,
  );
  return {
    add(values) {
      insertAll(sqlite, 'metric_rows', values.map(metricRow));
    },
    comparable: (metric) => ofMetric.all(metric).map(metricValueOf),
    rank(values) {
      for (const value of values) {
        if (value.peerCount === null) continue;
        const { basis, peerGroup, peerCount, peerMedian, rank, percentile } = value;
        const { metric, bureauId, scope, fiscalYear } = value;
        update.run([
          basis,
          peerGroup,
          peerCount,
          peerMedian,
          rank,
          percentile,
          metric,
          bureauId,
          scope,
          fiscalYear,
        ]);
      }
    },
    finish({ groups, breaks }) {
      insertAll(sqlite, 'peer_group_rows', groups.map(peerGroupRow));
      insertAll(sqlite, 'bureau_breaks', breaks.map(bureauBreakRow));
      for (const { create } of METRIC_INDEXES) sqlite.exec(create);
      refreshDerived(sqlite);
    },
  };
}

function metricValueOf(row: MetricRow): MetricValue {
  return {
    metric: row.metric,
    bureauId: row.bureau_id,
    bureauName: row.bureau_name,
    regionCode: row.region_code,
    scope: row.scope,
    fiscalYear: row.fiscal_year,
    project: row.project === '' ? null : row.project,
    value: row.value,
    unit: row.unit,
    basis: row.basis,
    status: row.status,
    numerator: row.numerator,
    denominator: row.denominator,
    peerGroup: row.peer_group,
    peerCount: row.peer_count,
    peerMedian: row.peer_median,
    rank: row.rank,
    percentile: row.percentile,
    reportedValue: row.reported_value,
    inputs: [],
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

function metricRow(value: MetricValue): MetricRow {
  return {
    metric: value.metric,
    bureau_id: value.bureauId,
    scope: value.scope,
    fiscal_year: value.fiscalYear,
    project: value.project ?? '',
    metric_id: metricIdOf(value),
    bureau_name: value.bureauName,
    region_code: value.regionCode,
    value: value.value,
    unit: value.unit,
    basis: value.basis,
    ground: groundOf(value),
    status: value.status,
    numerator: value.numerator,
    denominator: value.denominator,
    peer_group: value.peerGroup,
    peer_count: value.peerCount,
    peer_median: value.peerMedian,
    rank: value.rank,
    percentile: value.percentile,
    reported_value: value.reportedValue,
    inputs: JSON.stringify(value.inputs),
  };
}
