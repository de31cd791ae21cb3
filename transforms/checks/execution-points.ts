/** The rule of the form: points for execution are full marks × execution rate, at most full marks. */
import { MINOR_PER_UNIT, type Quantity } from '../parse/quantity.ts';
import { type Interval, reaches, rounded } from './interval.ts';

export const EXECUTION = 'score.execution_points';

const WHOLE_PERCENT = 100 * MINOR_PER_UNIT.percent;

/** Most points that the rule allows: `rest` and the part of `fullMarks` that was executed (100% at most). */
export function maximum(fullMarksMinor: number, restMinor: number, rate: Quantity): Interval {
  const share = Math.min(1, rounded(rate).high / (2 * WHOLE_PERCENT));
  const most = 2 * (restMinor + fullMarksMinor * share);
  return { low: 0, high: most, lowOpen: false, highOpen: false };
}

/** Full marks × rate, to two decimals, for the reader of a finding. */
export function pointsFor(fullMarksMinor: number, rate: Quantity): number {
  return Math.round((fullMarksMinor * Math.min(1, rate.valueMinor / WHOLE_PERCENT)) / 100) * 100;
}

// Points are awarded rounded: 10 of 10 for executing 95.34% is 9.53, rounded.
export function exceeds(awarded: Quantity, most: Interval): boolean {
  return !reaches(rounded({ ...awarded, unit: 'percent' }), most);
}

export const printPoints = (minor: number): string => String(Math.round(minor) / MINOR_PER_UNIT.points);
