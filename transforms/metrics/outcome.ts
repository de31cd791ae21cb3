/** What computing one metric for one bureau and year came to, before peers and suspicion are considered. */
import { MINOR_PER_UNIT } from '../parse/quantity.ts';
import type { Observation } from '../reconcile/observation.ts';
import type { MetricStatus, MetricUnit } from './metric-value.ts';

export interface Outcome {
  project: string | null;
  status: MetricStatus;
  /** null unless `ok`. */
  value: number | null;
  /** In units of the contract views. */
  numerator: number | null;
  denominator: number | null;
  /** "budget=adjusted_budget", "fund=fiscal" … in the order in which they were decided. */
  basis: readonly string[];
  inputs: readonly Observation[];
  reportedValue: number | null;
}

/** An exact amount: whole minor units, and how many of them make one unit of the contract views. */
export interface Exact {
  minor: number;
  perUnit: number;
}

export function exactOf(observation: Observation): Exact {
  return { minor: observation.valueMinor, perUnit: MINOR_PER_UNIT[observation.unit] };
}

export function inUnits(exact: Exact | null): number | null {
  return exact === null ? null : exact.minor / exact.perUnit;
}

/** A double has 15 to 17 significant digits; the 13th and later are noise of the division, not of the figures. */
const SIGNIFICANT_DIGITS = 12;

/** One division of exact integers, scaled to the unit of the metric. `denominator.minor` must not be 0. */
export function quotient(numerator: Exact, denominator: Exact, unit: MetricUnit): number {
  const plain = numerator.minor / denominator.minor / (numerator.perUnit / denominator.perUnit);
  return tidy(unit === 'percent' || unit === 'points' ? plain * 100 : plain);
}

export function tidy(value: number): number {
  return Number(value.toPrecision(SIGNIFICANT_DIGITS));
}
