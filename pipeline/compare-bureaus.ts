/**
 * Metrics compare all bureaus, so they are computed all together, whenever one observation may have moved: first every
 * bureau by itself, then one metric after another over all of them. A country never has to fit in memory.
 */
import { setImmediate } from 'node:timers/promises';
import type { Metric } from '../transforms/metrics/metric.ts';
import type { MetricValue } from '../transforms/metrics/metric-value.ts';
import type { KnownYear } from '../transforms/metrics/series-breaks.ts';
import { recordChanges } from '../warehouse/changes.ts';
import {
  comparedObservations,
  loadDisclosureCounts,
  loadErrors,
  loadExecutionPoints,
  loadFullMarks,
} from '../warehouse/comparison.ts';
import type { Warehouse } from '../warehouse/connect.ts';
import { type MetricWriter, replaceMetrics } from '../warehouse/metrics.ts';
import { publishingBureaus } from '../warehouse/publishing-bureaus.ts';
import { recordRevisions } from '../warehouse/revisions.ts';
import { recordStage } from '../warehouse/runs.ts';
import type { Night } from './night.ts';

export async function compareBureaus(night: Night): Promise<void> {
  const { run, warehouse } = night;
  const began = run.milliseconds();
  const rules = await loadRules();
  const bureaus = [...publishingBureaus(warehouse.sqlite)];
  run.progress.stage(run.say('计算指标', 'Computing metrics'), bureaus.length);
  await computeAll(warehouse, bureaus, rules, (bureau) => run.progress.step(bureau));
  recordChanges(warehouse, night.runId, night.options.data.warehouse);
  recordRevisions(warehouse, night.startedAt, night.options.data.warehouse);
  recordStage(warehouse, night.runId, {
    stage: 'compare',
    documentId: null,
    state: 'done',
    attempts: 1,
    durationMs: run.milliseconds() - began,
    error: null,
  });
}

/** Loaded when the first bureau is compared: a night without news needs none of them. */
export async function loadRules() {
  const [compute, aggregate, breaks, index, peers, office, group, places, prices] = await Promise.all([
    import('../transforms/metrics/compute-metrics.ts'),
    import('../transforms/metrics/aggregate-groups.ts'),
    import('../transforms/metrics/series-breaks.ts'),
    import('../transforms/metrics/index.ts'),
    import('../transforms/metrics/peers.ts'),
    import('../transforms/metrics/bureau-type.ts'),
    import('../transforms/metrics/group.ts'),
    import('../sources/division.ts'),
    import('../sources/reference/deflator.ts'),
  ]);
  return {
    ...compute,
    ...aggregate,
    ...breaks,
    ...index,
    ...peers,
    ...office,
    ...group,
    ...places,
    ...prices,
  };
}

type Rules = Awaited<ReturnType<typeof loadRules>>;

/** Computes, ranks and saves the metrics of the bureaus in place of all that there were. */
export async function computeAll(
  warehouse: Warehouse,
  bureaus: readonly string[],
  rules: Rules,
  step: (bureauId: string) => void,
): Promise<void> {
  await replaceMetrics(warehouse, async (writer) => {
    const comparable: Comparable = new Map();
    const known = await computeBureaus(warehouse, bureaus, rules, { writer, comparable, step });
    const groups = await compareMetrics(known, rules, { writer, comparable });
    const breaks = rules.bureauBreaks(known, rules.divisionChanges);
    writer.finish({ groups, breaks });
  });
}

/** What all values of a bureau, scope and year have in common. */
type Owner = Pick<MetricValue, 'bureauId' | 'bureauName' | 'regionCode' | 'scope' | 'fiscalYear'>;
type Waiting = Pick<
  MetricValue,
  'value' | 'numerator' | 'denominator' | 'basis' | 'reportedValue' | 'inputs'
> & {
  owner: Owner;
};
/** Values that wait for those of the other bureaus, by metric: a country has half a million, so they are kept small. */
type Comparable = Map<string, Waiting[]>;

interface Aims {
  writer: MetricWriter;
  comparable: Comparable;
}

/** Bureaus between two looks at signals and signs of life. */
const BUREAUS_AT_A_TIME = 20;

/** Every bureau by itself; returns the years that are known of them. */
async function computeBureaus(
  warehouse: Warehouse,
  bureaus: readonly string[],
  rules: Rules,
  { writer, comparable, step }: Aims & { step: (bureauId: string) => void },
): Promise<KnownYear[]> {
  const observationsOf = comparedObservations(warehouse);
  const errors = loadErrors(warehouse);
  const errorsOf = rules.groupBy(errors, (one) => one.bureauId);
  const errorsIn = rules.groupBy(errors, (one) => one.documentId ?? '');
  const countsOf = rules.groupBy(loadDisclosureCounts(warehouse), (one) => one.bureauId);
  const pointsOf = rules.groupBy(loadExecutionPoints(warehouse), (one) => one.bureauId);
  const marksOf = rules.groupBy(loadFullMarks(warehouse), (one) => one.bureauId);
  const known: KnownYear[] = [];
  for (const [index, bureauId] of bureaus.entries()) {
    const counts = countsOf.get(bureauId) ?? [];
    const inDocuments = counts.flatMap(({ documentId }) => errorsIn.get(documentId) ?? []);
    const findings = [...new Set([...(errorsOf.get(bureauId) ?? []), ...inDocuments])];
    const observations = observationsOf(bureauId, findings.length > 0);
    known.push(...rules.knownYearsOf(observations));
    const values = rules.computeValues({
      ...rules,
      observations,
      findings,
      counts,
      executionPoints: pointsOf.get(bureauId) ?? [],
      fullMarks: marksOf.get(bureauId) ?? [],
    });
    writer.add(values.filter((value) => !rules.isComparable(value)));
    keep(values.filter(rules.isComparable), comparable);
    step(bureauId);
    if (index % BUREAUS_AT_A_TIME === 0) await setImmediate();
  }
  return known;
}

function keep(values: readonly MetricValue[], comparable: Comparable): void {
  let owner: Owner | null = null;
  for (const value of values) {
    if (owner?.fiscalYear !== value.fiscalYear || owner.scope !== value.scope) owner = ownerOf(value);
    const { numerator, denominator, basis, reportedValue, inputs } = value;
    const waiting = { value: value.value, numerator, denominator, basis, reportedValue, inputs, owner };
    const ofMetric = comparable.get(value.metric);
    if (ofMetric) ofMetric.push(waiting);
    else comparable.set(value.metric, [waiting]);
  }
}

function ownerOf({ bureauId, bureauName, regionCode, scope, fiscalYear }: MetricValue): Owner {
  return { bureauId, bureauName, regionCode, scope, fiscalYear };
}

function take({ id, unit }: Metric, comparable: Comparable): MetricValue[] {
  const waiting = comparable.get(id) ?? [];
  comparable.delete(id);
  return waiting.map(
    (value): MetricValue => ({
      metric: id,
      bureauId: value.owner.bureauId,
      bureauName: value.owner.bureauName,
      regionCode: value.owner.regionCode,
      scope: value.owner.scope,
      fiscalYear: value.owner.fiscalYear,
      project: null,
      value: value.value,
      unit,
      basis: value.basis,
      status: 'ok',
      numerator: value.numerator,
      denominator: value.denominator,
      peerGroup: null,
      peerCount: null,
      peerMedian: null,
      rank: null,
      percentile: null,
      reportedValue: value.reportedValue,
      inputs: value.inputs,
    }),
  );
}

async function compareMetrics(known: readonly KnownYear[], rules: Rules, { writer, comparable }: Aims) {
  const circles = rules.circlesFinder(rules);
  const members = rules.countMembers(known, circles);
  const groups = [];
  for (const metric of rules.METRICS) {
    if (!metric.ranked) continue;
    const values = rules.comparePeers(take(metric, comparable), rules, circles);
    writer.add(values);
    groups.push(...rules.aggregateGroups(values, members, circles));
    await setImmediate();
  }
  return groups;
}
