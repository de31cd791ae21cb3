/**
 * 人员经费 and 公用经费 are printed without a fund, 基本支出 with one. The base of the share is the 基本支出 that the
 * two add up to; a base that only looks right would compare two funds.
 */
import type { Observation } from '../reconcile/observation.ts';
import type { BureauYear } from './bureau-year.ts';
import type { MetricStatus } from './metric-value.ts';
import { exactOf, inUnits, type Outcome, quotient } from './outcome.ts';
import { basisOf, FUND_PREFERENCE } from './term.ts';

const PARTS = ['expenditure.personnel', 'expenditure.operating'] as const;

/** part ÷ basic expenditure, in percent. */
export function shareOfBasic(part: (typeof PARTS)[number]) {
  return (books: BureauYear): readonly Outcome[] => {
    const numerator = partOf(books, part);
    const candidates = FUND_PREFERENCE.map((fund) =>
      books.find({ concept: 'expenditure.basic', phase: 'actual', fund }),
    ).filter((one) => one !== null);
    if (numerator === null && candidates.length === 0) return [];
    const base = baseOf(books, candidates);
    const denominator = base?.observation ?? null;
    const status = statusOf(numerator, denominator, candidates);
    return [
      {
        project: null,
        status,
        value: status === 'ok' ? quotient(exactOf(numerator!), exactOf(denominator!), 'percent') : null,
        numerator: numerator && inUnits(exactOf(numerator)),
        denominator: denominator && inUnits(exactOf(denominator)),
        basis: [...basisOf([denominator]), ...(base ? [`base=${base.how}`] : [])],
        inputs: [numerator, denominator].filter((one) => one !== null),
        reportedValue: null,
      },
    ];
  };
}

interface Base {
  observation: Observation;
  /** `parts_sum` where the two parts add up to it, `only` where no other base was published, `equal` where all agree. */
  how: 'parts_sum' | 'only' | 'equal';
}

function baseOf(books: BureauYear, candidates: readonly Observation[]): Base | null {
  const parts = PARTS.map((part) => partOf(books, part)).filter((one) => one !== null);
  if (parts.length === PARTS.length) {
    const closing = candidates.find((candidate) => addsUp(parts, candidate));
    return closing ? { observation: closing, how: 'parts_sum' } : null;
  }
  const first = candidates[0];
  if (first === undefined) return null;
  if (candidates.length === 1) return { observation: first, how: 'only' };
  const equal = candidates.every((one) =>
    near(one.valueMinor, first.valueMinor, one.ulpMinor + first.ulpMinor),
  );
  return equal ? { observation: first, how: 'equal' } : null;
}

function statusOf(
  numerator: Observation | null,
  denominator: Observation | null,
  candidates: readonly Observation[],
): MetricStatus {
  if (numerator === null) return 'missing_numerator';
  if (candidates.length === 0) return 'missing_denominator';
  if (denominator === null) return 'scope_mismatch';
  return denominator.valueMinor === 0 ? 'zero_denominator' : 'ok';
}

function partOf(books: BureauYear, part: (typeof PARTS)[number]): Observation | null {
  return books.find({ concept: part, phase: 'actual', fund: 'all' });
}

/** Up to one unit of the last printed digit of every figure: rounding or truncation of each. */
function addsUp(parts: readonly Observation[], whole: Observation): boolean {
  const sum = parts.reduce((minor, one) => minor + one.valueMinor, 0);
  const slack = parts.reduce((ulp, one) => ulp + one.ulpMinor, whole.ulpMinor);
  return near(sum, whole.valueMinor, slack);
}

function near(a: number, b: number, slack: number): boolean {
  return Math.abs(a - b) <= slack;
}
