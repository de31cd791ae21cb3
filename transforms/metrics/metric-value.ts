/** A comparative figure with its inputs and its status. */
import type { Scope } from '../recognise/disclosure.ts';

export const METRIC_STATUSES = [
  'ok',
  'missing_numerator',
  'missing_denominator',
  'zero_denominator',
  'scope_mismatch',
  'suspect_input',
] as const;
export type MetricStatus = (typeof METRIC_STATUSES)[number];

export type MetricUnit = 'percent' | 'CNY' | 'persons' | 'points';

export interface MetricValue {
  metric: string;
  bureauId: string;
  bureauName: string | null;
  regionCode: string | null;
  scope: Scope;
  fiscalYear: number;
  /** Name of the project for project metrics, else null. */
  project: string | null;
  /** null unless status is `ok`. */
  value: number | null;
  unit: MetricUnit;
  /** What stood in for what: "budget=adjusted_budget; fund=fiscal; population=2020". */
  basis: string;
  status: MetricStatus;
  /** In units of the contract views (yuan, persons …). */
  numerator: number | null;
  denominator: number | null;
  /** "county|医疗保障局|63|<500000", with the number of widenings; null where not ranked. */
  peerGroup: string | null;
  peerCount: number | null;
  peerMedian: number | null;
  rank: number | null;
  percentile: number | null;
  /** The rate the report itself states, in the same unit. */
  reportedValue: number | null;
  /** Observations used, for `explain`. */
  inputs: readonly string[];
}
