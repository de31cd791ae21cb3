/** Observations and findings in, comparative figures out: one row per bureau, scope, year and applicable metric. */
import { type BureauYear, bureauYearsOf } from './bureau-year.ts';
import { METRICS } from './index.ts';
import type { Metric } from './metric.ts';
import type { MetricInput } from './metric-input.ts';
import type { MetricValue } from './metric-value.ts';
import type { Outcome } from './outcome.ts';
import { comparePeers } from './peers.ts';
import { factsInError, isSuspect } from './suspect.ts';

/** Ordered by bureau, scope, year, then as METRICS lists them, then by project. */
export function computeMetrics(input: MetricInput): MetricValue[] {
  return comparePeers(computeValues(input), input);
}

/** The same without peers. A bureau's values depend on that bureau alone, so a country may be done bureau by bureau. */
export function computeValues(input: MetricInput): MetricValue[] {
  const inError = factsInError(input.findings);
  return bureauYearsOf(input).flatMap((books) =>
    METRICS.flatMap((metric) =>
      metric.compute(books).map((outcome) => metricValueOf(books, metric, outcome, inError)),
    ),
  );
}

/** Most of a million values say one of a hundred things; each is kept once. */
const said = new Map<string, string>();
const MOST_KEPT = 10_000;

function intern(basis: string): string {
  const known = said.get(basis);
  if (known !== undefined) return known;
  if (said.size < MOST_KEPT) said.set(basis, basis);
  return basis;
}

function metricValueOf(
  books: BureauYear,
  metric: Metric,
  outcome: Outcome,
  inError: ReadonlySet<string>,
): MetricValue {
  const answered = outcome.status === 'ok' || outcome.status === 'zero_denominator';
  const suspect = answered && outcome.inputs.some((input) => isSuspect(input, inError));
  return {
    metric: metric.id,
    bureauId: books.bureauId,
    bureauName: books.bureauName,
    regionCode: books.regionCode,
    scope: books.scope,
    fiscalYear: books.fiscalYear,
    project: outcome.project,
    value: suspect ? null : outcome.value,
    unit: metric.unit,
    basis: intern(outcome.basis.join('; ')),
    status: suspect ? 'suspect_input' : outcome.status,
    numerator: outcome.numerator,
    denominator: outcome.denominator,
    peerGroup: null,
    peerCount: null,
    peerMedian: null,
    rank: null,
    percentile: null,
    reportedValue: outcome.reportedValue,
    inputs: [...new Set(outcome.inputs.map((observation) => observation.observationId))],
  };
}
