/** Metrics compare all bureaus, so they are computed all together, whenever one observation may have moved. */
import type { MetricInput } from '../transforms/metrics/metric-input.ts';
import { recordChanges } from '../warehouse/changes.ts';
import {
  loadDisclosureCounts,
  loadExecutionPoints,
  loadFindings,
  loadFullMarks,
  loadKnownYears,
  loadObservations,
} from '../warehouse/comparison.ts';
import { saveMetrics } from '../warehouse/metrics.ts';
import { recordStage } from '../warehouse/runs.ts';
import type { Night } from './night.ts';

export async function compareBureaus(night: Night): Promise<void> {
  const { run, warehouse } = night;
  const began = run.milliseconds();
  run.progress.stage(run.say('计算指标', 'Computing metrics'), null);
  const [
    { computeMetrics },
    { aggregateGroups },
    { bureauBreaks },
    { bureauTypeOf },
    places,
    { deflatorOf },
  ] = await Promise.all([
    import('../transforms/metrics/compute-metrics.ts'),
    import('../transforms/metrics/aggregate-groups.ts'),
    import('../transforms/metrics/series-breaks.ts'),
    import('../transforms/metrics/bureau-type.ts'),
    import('../sources/division.ts'),
    import('../sources/reference/deflator.ts'),
  ]);
  const { divisionChanges, peerTierOf, populationOf } = places;
  const input: MetricInput = {
    observations: loadObservations(warehouse),
    findings: loadFindings(warehouse),
    counts: loadDisclosureCounts(warehouse),
    executionPoints: loadExecutionPoints(warehouse),
    fullMarks: loadFullMarks(warehouse),
    bureauTypeOf,
    populationOf,
    peerTierOf,
    deflatorOf,
  };
  const values = computeMetrics(input);
  saveMetrics(warehouse, values, {
    groups: aggregateGroups(values, input),
    breaks: bureauBreaks(loadKnownYears(warehouse), divisionChanges),
  });
  recordChanges(warehouse, night.runId, night.options.data.warehouse);
  recordStage(warehouse, night.runId, {
    stage: 'compare',
    documentId: null,
    state: 'done',
    attempts: 1,
    durationMs: run.milliseconds() - began,
    error: null,
  });
}
