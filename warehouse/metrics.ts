/** Comparative figures. They compare all bureaus, so they are replaced all together. */
import { digest } from '../transforms/extract/witness.ts';
import type { GroupAggregate } from '../transforms/metrics/aggregate-groups.ts';
import type { MetricValue } from '../transforms/metrics/metric-value.ts';
import { groundOf } from '../transforms/metrics/peers.ts';
import type { BureauBreak } from '../transforms/metrics/series-breaks.ts';
import type { Warehouse } from './connect.ts';
import { refreshDerived } from './derived/index.ts';
import { byText, insertAll } from './rows.ts';
import type { BureauBreakRow, MetricInputRow, MetricRow, PeerGroupRow } from './schema.ts';
import { explainSqliteError } from './warehouse-error.ts';

/** What the comparison of bureaus comes to beside the values themselves. */
export interface Comparison {
  groups: readonly GroupAggregate[];
  breaks: readonly BureauBreak[];
}

/**
 * Replaces all metric values, group aggregates and series breaks, and fills the derived tables from them.
 * Throws `WarehouseError` (rejected) for two values of one key or an unknown input.
 */
export function saveMetrics(
  warehouse: Warehouse,
  values: readonly MetricValue[],
  { groups, breaks }: Comparison = { groups: [], breaks: [] },
): void {
  const { sqlite } = warehouse;
  const rows = values.map(metricRow).sort((left, right) => byText(left.metric_id, right.metric_id));
  const inputs = values.flatMap(inputRows);
  try {
    sqlite.transaction(() => {
      sqlite.exec('DELETE FROM metric_rows');
      insertAll(sqlite, 'metric_rows', rows);
      insertAll(sqlite, 'metric_inputs', inputs);
      sqlite.exec('DELETE FROM peer_group_rows; DELETE FROM bureau_breaks');
      insertAll(sqlite, 'peer_group_rows', groups.map(peerGroupRow));
      insertAll(sqlite, 'bureau_breaks', breaks.map(bureauBreakRow));
      refreshDerived(sqlite);
    })();
  } catch (error) {
    throw explainSqliteError(error, warehouse.path);
  }
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
  };
}

function inputRows(value: MetricValue): MetricInputRow[] {
  const metricId = metricIdOf(value);
  return value.inputs.map((observationId, position) => ({
    metric_id: metricId,
    position,
    observation_id: observationId,
  }));
}
