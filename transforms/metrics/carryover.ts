/** Carry-over against the adjusted budget; against the expenditure of the year where no such budget is published. */
import type { BureauYear } from './bureau-year.ts';
import type { Outcome } from './outcome.ts';
import { ratio } from './ratio.ts';
import { stated } from './reported.ts';
import { actual, budget } from './term.ts';

const numerator = actual('balance.closing');
const reported = stated('rate.carryover');

const ofBudget = ratio({
  numerator,
  denominator: budget('expenditure', 'adjusted_budget'),
  unit: 'percent',
  reported,
});
const ofExpenditure = ratio({ numerator, denominator: actual('expenditure'), unit: 'percent', reported });

/** No outcome where no closing balance is published: every bureau spends, few print what is left. */
export function carryoverRate(books: BureauYear): readonly Outcome[] {
  const candidates = [
    ...ofBudget(books).map((one) => ({ ...one, basis: [...one.basis, 'denominator=adjusted_budget'] })),
    ...ofExpenditure(books).map((one) => ({ ...one, basis: [...one.basis, 'denominator=actual'] })),
  ].filter((one) => one.numerator !== null);
  const best = candidates.find((one) => one.denominator !== null) ?? candidates[0];
  return best ? [best] : [];
}
