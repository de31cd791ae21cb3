/** Invented bureaus for metric tests: a line of figures in yuan and persons becomes observations. */
import type { Finding } from '../../../transforms/checks/finding.ts';
import type { Fund, Phase } from '../../../transforms/extract/fact.ts';
import { digest } from '../../../transforms/extract/witness.ts';
import { bureauTypeOf } from '../../../transforms/metrics/bureau-type.ts';
import { computeMetrics } from '../../../transforms/metrics/compute-metrics.ts';
import type { MetricInput } from '../../../transforms/metrics/metric-input.ts';
import type { MetricValue } from '../../../transforms/metrics/metric-value.ts';
import { MINOR_PER_UNIT } from '../../../transforms/parse/quantity.ts';
import type { Observation } from '../../../transforms/reconcile/observation.ts';
import { type ConceptId, conceptById } from '../../../transforms/vocabulary/concept.ts';

export interface Entry extends Partial<Observation> {
  concept: ConceptId;
  /** In units of the contract views. */
  value: number;
  phase?: Phase;
  fund?: Fund;
}

export function observed({ value, ...entry }: Entry): Observation {
  const { unit } = conceptById(entry.concept);
  const key = {
    bureauId: '990101-示例市医疗保障局',
    bureauName: '示例市医疗保障局',
    regionCode: '990101',
    scope: 'department' as const,
    fiscalYear: 2024,
    phase: 'actual' as const,
    fund: 'all' as const,
    functionCode: null,
    economicCode: null,
    project: null,
    ...entry,
  };
  const observationId = digest(...Object.values(key).map(String));
  return {
    observationId,
    unit,
    valueMinor: Math.round(value * MINOR_PER_UNIT[unit]),
    ulpMinor: 1,
    basis: 'stated',
    status: 'accepted',
    factId: `fact-${observationId}`,
    documentId: 'doc',
    sourceFile: '示例.pdf',
    location: { page: 1 },
    quote: '示例',
    reason: '唯一来源',
    supporting: [`fact-${observationId}`],
    contradicting: [],
    ...key,
  };
}

export function errorAbout(...factIds: string[]): Finding {
  return {
    findingId: digest(...factIds),
    check: 'example',
    severity: 'error',
    bureauId: '990101-示例市医疗保障局',
    bureauName: '示例市医疗保障局',
    regionCode: '990101',
    scope: 'department',
    fiscalYear: 2024,
    documentId: 'doc',
    sourceFile: '示例.pdf',
    concept: null,
    message: '示例',
    messageEn: 'example',
    unit: null,
    expectedMinor: null,
    printedMinor: null,
    differenceMinor: null,
    locator: '第1页',
    factIds,
  };
}

export function inputOf(entries: readonly Entry[], rest: Partial<MetricInput> = {}): MetricInput {
  return {
    observations: entries.map(observed),
    findings: [],
    populationOf: () => ({ residents: 400_000, year: 2020 }),
    peerTierOf: () => 'county',
    bureauTypeOf,
    ...rest,
  };
}

export function metricsOf(entries: readonly Entry[], rest: Partial<MetricInput> = {}): MetricValue[] {
  return computeMetrics(inputOf(entries, rest));
}

/** Of the latest year. */
export function pick(values: readonly MetricValue[], metric: string, project: string | null = null) {
  return values.findLast((one) => one.metric === metric && one.project === project);
}
