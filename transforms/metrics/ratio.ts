/** The three shapes nearly every metric has: a part of a whole, a change against a base, a distance from a base. */
import type { Observation } from '../reconcile/observation.ts';
import type { BureauYear } from './bureau-year.ts';
import type { MetricStatus, MetricUnit } from './metric-value.ts';
import { type Exact, exactOf, inUnits, type Outcome, quotient } from './outcome.ts';
import { basisOf, fundsFor, observe, observeAnywhere, type Term } from './term.ts';

/** Numerator as a function of the two exact amounts (same unit for all but the plain ratio). */
type Shape = (numerator: Exact, denominator: Exact) => Exact;

const plain: Shape = (numerator) => numerator;
const change: Shape = (now, base) => ({ minor: now.minor - base.minor, perUnit: now.perUnit });
const distance: Shape = (now, base) => ({ minor: Math.abs(now.minor - base.minor), perUnit: now.perUnit });

export interface Sides {
  numerator: Term;
  denominator: Term;
  unit: MetricUnit;
  /** The rate the report itself states beside this one. */
  reported?: (books: BureauYear, outcome: Outcome) => number | null;
}

type Compute = (books: BureauYear) => readonly Outcome[];

/** numerator ÷ denominator, of one fund. No outcome where neither is published. */
export function ratio(sides: Sides): Compute {
  return (books) => resolve(books, sides, plain);
}

/** The same, without an outcome where the denominator is not published: few bureaus have it at all. */
export function ratioToPublished(sides: Sides): Compute {
  return (books) => resolve(books, sides, plain).filter((one) => one.denominator !== null);
}

/** (numerator − denominator) ÷ denominator. No outcome where the numerator is not published: nothing has changed yet. */
export function changeRate(sides: Sides): Compute {
  return (books) => resolve(books, sides, change).filter((one) => one.status !== 'missing_numerator');
}

/** |numerator − denominator| ÷ denominator. */
export function distanceRate(sides: Sides): Compute {
  return (books) => resolve(books, sides, distance);
}

function resolve(books: BureauYear, sides: Sides, shape: Shape): Outcome[] {
  const pair = pairOf(books, sides);
  if (pair.numerator === null && pair.denominator === null) return [];
  const outcome = divide(pair, shape, sides.unit, statusOf(books, sides, pair));
  return [{ ...outcome, reportedValue: sides.reported?.(books, outcome) ?? null }];
}

interface Pair {
  numerator: Observation | null;
  denominator: Observation | null;
}

/** Both sides under one fund; where no fund has both, the first that has either. */
function pairOf(books: BureauYear, sides: Sides): Pair {
  let best: Pair = { numerator: null, denominator: null };
  for (const fund of fundsFor([sides.numerator, sides.denominator])) {
    const numerator = observe(books, sides.numerator, fund);
    const denominator = observe(books, sides.denominator, fund);
    if (numerator !== null && denominator !== null) return { numerator, denominator };
    if (best.numerator !== null) continue;
    if (numerator !== null || (denominator !== null && best.denominator === null))
      best = { numerator, denominator };
  }
  return best;
}

/** A side that is published for another fund or scope only is a mismatch, not a gap. */
function statusOf(books: BureauYear, sides: Sides, pair: Pair): MetricStatus {
  if (pair.numerator === null) {
    return observeAnywhere(books, sides.numerator) ? 'scope_mismatch' : 'missing_numerator';
  }
  if (pair.denominator === null) {
    return observeAnywhere(books, sides.denominator) ? 'scope_mismatch' : 'missing_denominator';
  }
  if (pair.numerator.regionCode !== pair.denominator.regionCode) return 'scope_mismatch';
  return pair.denominator.valueMinor === 0 ? 'zero_denominator' : 'ok';
}

function divide(pair: Pair, shape: Shape, unit: MetricUnit, status: MetricStatus): Outcome {
  const denominator = pair.denominator === null ? null : exactOf(pair.denominator);
  const published = pair.numerator === null ? null : exactOf(pair.numerator);
  const numerator = published !== null && denominator !== null ? shape(published, denominator) : published;
  return {
    project: pair.numerator?.project ?? pair.denominator?.project ?? null,
    status,
    value: status === 'ok' ? quotient(numerator!, denominator!, unit) : null,
    numerator: inUnits(numerator),
    denominator: inUnits(denominator),
    basis: basisOf([pair.numerator, pair.denominator]),
    inputs: [pair.numerator, pair.denominator].filter((one) => one !== null),
    reportedValue: null,
  };
}
