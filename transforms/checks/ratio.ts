/** Whether a printed percentage can come from two printed amounts. */
import { MINOR_PER_UNIT } from '../parse/quantity.ts';
import {
  add,
  exactly,
  type Interval,
  intersects,
  negate,
  percentOf,
  type Reading,
  rounded,
  truncated,
} from './interval.ts';

export type RateOutcome = 'held' | 'truncation' | 'failed' | 'not_evaluable';

/** `rate` in percent; 0/0 is not a rate, whatever is printed for it. */
export function compareShare(rate: Reading, part: Reading, whole: Reading): RateOutcome {
  return compareRate(rate, percentOf(rounded(part), rounded(whole)));
}

/** Signed rate of change from `before` to `now`, in percent. */
export function compareChange(rate: Reading, now: Reading, before: Reading): RateOutcome {
  const change = percentOf(rounded(now), rounded(before));
  if (change === null) return 'not_evaluable';
  return compareRate(rate, add(change, negate(exactly(100 * MINOR_PER_UNIT.percent))));
}

function compareRate(rate: Reading, computed: Interval | null): RateOutcome {
  if (computed === null) return 'not_evaluable';
  if (intersects(rounded(rate), computed)) return 'held';
  return intersects(truncated(rate), computed) ? 'truncation' : 'failed';
}

/** part ÷ whole in 1/10,000 percent, for the reader of a finding; null where the whole is zero. */
export function shareMinor(partMinor: number, wholeMinor: number): number | null {
  return wholeMinor === 0 ? null : Math.round((partMinor / wholeMinor) * 1_000_000);
}
