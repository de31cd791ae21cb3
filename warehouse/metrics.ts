/** Comparative figures. They compare all bureaus, so they are replaced all together. */
import { digest } from '../transforms/extract/witness.ts';
import type { MetricValue } from '../transforms/metrics/metric-value.ts';
import type { Warehouse } from './connect.ts';
import { byText, insertAll } from './rows.ts';
import type { MetricInputRow, MetricRow } from './schema.ts';
import { explainSqliteError } from './warehouse-error.ts';

/** Replaces all metric values. Throws `WarehouseError` (rejected) for two values of one key or an unknown input. */
export function saveMetrics(warehouse: Warehouse, values: readonly MetricValue[]): void {
  const { sqlite } = warehouse;
  const rows = values.map(metricRow).sort((left, right) => byText(left.metric_id, right.metric_id));
  const inputs = values.flatMap(inputRows);
  try {
    sqlite.transaction(() => {
      sqlite.exec('DELETE FROM metric_rows');
      insertAll(sqlite, 'metric_rows', rows);
      insertAll(sqlite, 'metric_inputs', inputs);
    })();
  } catch (error) {
    throw explainSqliteError(error, warehouse.path);
  }
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
