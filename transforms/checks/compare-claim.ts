/** A claim against the two figures it speaks of. */
import type { Claim } from '../extract/fact.ts';
import type { Quantity } from '../parse/quantity.ts';
import { add, intersects, negate, type Reading, rounded, truncated } from './interval.ts';
import { compareChange, compareShare, type RateOutcome } from './ratio.ts';

/** Whether the claim is true of these two figures. */
export function compareClaim(claim: Claim, subject: Reading, base: Reading): RateOutcome {
  const stated = signed(claim);
  if (claim.kind === 'direction') return compareDirection(claim.direction, subject, base);
  if (claim.kind === 'unchanged') return intersects(rounded(subject), rounded(base)) ? 'held' : 'failed';
  if (stated === null) return 'not_evaluable';
  if (claim.kind === 'change_amount') return compareAmount(stated, subject, base);
  if (claim.kind === 'change_rate') return compareChange(stated, subject, base);
  return compareShare(stated, subject, base);
}

/** A decrease is negative, whether the sentence says so by a sign or by a word. */
export function signed({ quantity, direction }: Claim): Quantity | null {
  if (quantity === null || direction !== 'down') return quantity;
  return { ...quantity, valueMinor: -Math.abs(quantity.valueMinor) };
}

function compareAmount(stated: Quantity, subject: Reading, base: Reading): RateOutcome {
  if (stated.unit !== subject.unit) return 'not_evaluable';
  const change = add(rounded(subject), negate(rounded(base)));
  if (intersects(rounded(stated), change)) return 'held';
  return intersects(truncated(stated), change) ? 'truncation' : 'failed';
}

function compareDirection(direction: Claim['direction'], subject: Reading, base: Reading): RateOutcome {
  const now = rounded(subject);
  const before = rounded(base);
  if (direction === 'up') return now.high > before.low ? 'held' : 'failed';
  if (direction === 'down') return now.low < before.high ? 'held' : 'failed';
  if (direction === 'same') return intersects(now, before) ? 'held' : 'failed';
  return 'not_evaluable';
}
