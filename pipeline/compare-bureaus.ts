/** Metrics compare all bureaus, so they are computed all together, whenever one observation may have moved. */
import {
  loadDisclosureCounts,
  loadExecutionPoints,
  loadFindings,
  loadObservations,
} from '../warehouse/comparison.ts';
import { saveMetrics } from '../warehouse/metrics.ts';
import { recordStage } from '../warehouse/runs.ts';
import type { Night } from './night.ts';

export async function compareBureaus(night: Night): Promise<void> {
  const { run, warehouse } = night;
  const began = run.milliseconds();
  run.progress.stage(run.say('计算指标', 'Computing metrics'), null);
  const [{ computeMetrics }, { bureauTypeOf }, { peerTierOf, populationOf }] = await Promise.all([
    import('../transforms/metrics/compute-metrics.ts'),
    import('../transforms/metrics/bureau-type.ts'),
    import('../sources/division.ts'),
  ]);
  const values = computeMetrics({
    observations: loadObservations(warehouse),
    findings: loadFindings(warehouse),
    counts: loadDisclosureCounts(warehouse),
    executionPoints: loadExecutionPoints(warehouse),
    bureauTypeOf,
    populationOf,
    peerTierOf,
  });
  saveMetrics(warehouse, values);
  recordStage(warehouse, night.runId, {
    stage: 'compare',
    documentId: null,
    state: 'done',
    attempts: 1,
    durationMs: run.milliseconds() - began,
    error: null,
  });
}
