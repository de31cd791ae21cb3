/**
 * What a printed figure can have been before it was printed. 9.18 万元 stands for everything from 9.175 to
 * 9.185; cut off instead of rounded, for everything from 9.18 up to but not including 9.19. No check has any
 * other tolerance. Bounds count half minor units, so that half of the last printed digit is a whole number.
 */
import { MINOR_PER_UNIT, type Quantity } from '../parse/quantity.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

export type Reading = Pick<Quantity, 'unit' | 'valueMinor' | 'ulpMinor' | 'printed'>;

/** "0", "００", " 0 ": nothing at all, while "0.00" may be a small amount rounded away. */
const PLAIN_ZERO = /^[\s+-]*0+[\s]*$/;

/** Heads, pieces and whole points are counted, not measured: 75 persons are not 75.4. */
const COUNTED = new Set(['persons', 'count', 'points']);

function isExact(reading: Reading): boolean {
  if (reading.valueMinor === 0 && PLAIN_ZERO.test(reading.printed.normalize('NFKC'))) return true;
  return COUNTED.has(reading.unit) && reading.ulpMinor === MINOR_PER_UNIT[reading.unit];
}

const closed = (low: number, high: number): Interval => ({ low, high, lowOpen: false, highOpen: false });

/** All values that round to the printed figure. */
export function rounded(reading: Reading): Interval {
  const centre = 2 * reading.valueMinor;
  if (isExact(reading)) return closed(centre, centre);
  return closed(centre - reading.ulpMinor, centre + reading.ulpMinor);
}

/** All values that the printed figure can have been cut from. */
export function truncated(reading: Reading): Interval {
  const value = 2 * reading.valueMinor;
  if (isExact(reading)) return closed(value, value);
  const step = 2 * reading.ulpMinor;
  return reading.valueMinor < 0
    ? { low: value - step, high: value, lowOpen: true, highOpen: false }
    : { low: value, high: value + step, lowOpen: false, highOpen: true };
}

export function exactly(valueMinor: number): Interval {
  return closed(2 * valueMinor, 2 * valueMinor);
}

export function add(a: Interval, b: Interval): Interval {
  return {
    low: a.low + b.low,
    high: a.high + b.high,
    lowOpen: a.lowOpen || b.lowOpen,
    highOpen: a.highOpen || b.highOpen,
  };
}

export function negate(a: Interval): Interval {
  return { low: -a.high, high: -a.low, lowOpen: a.highOpen, highOpen: a.lowOpen };
}

export function intersects(a: Interval, b: Interval): boolean {
  return reaches(a, b) && reaches(b, a);
}

/** Whether something in `a` is at most as large as something in `b`. */
export function reaches(a: Interval, b: Interval): boolean {
  return a.low < b.high || (a.low === b.high && !a.lowOpen && !b.highOpen);
}

/**
 * part ÷ whole in percent, as bounds in half of 1/10,000 percent (the scale of a printed percentage); null where
 * the whole can be zero or negative. Rounded outwards by at most one part in 10^12.
 */
export function percentOf(part: Interval, whole: Interval): Interval | null {
  if (whole.low <= 0) return null;
  const scale = 2 * 100 * MINOR_PER_UNIT.percent;
  const low = (part.low / (part.low < 0 ? whole.low : whole.high)) * scale;
  const high = (part.high / (part.high < 0 ? whole.high : whole.low)) * scale;
  return closed(low - Math.abs(low) * 1e-12, high + Math.abs(high) * 1e-12);
}

/** Everything that `part` can be of one of `times` equal shares; null where there are none. */
export function quotient(part: Interval, times: number): Interval | null {
  if (times <= 0) return null;
  return { ...part, low: part.low / times, high: part.high / times };
}

/** How two prints of one figure can come from one value; null where they cannot. */
export type Agreement = 'same' | 'rounded' | 'truncated';

export function agreementOf(a: Reading, b: Reading): Agreement | null {
  if (a.valueMinor === b.valueMinor) return 'same';
  if (intersects(rounded(a), rounded(b))) return 'rounded';
  const [fine, coarse] = a.ulpMinor <= b.ulpMinor ? [a, b] : [b, a];
  if (fine.ulpMinor === coarse.ulpMinor) return null;
  return intersects(rounded(fine), truncated(coarse)) ? 'truncated' : null;
}
