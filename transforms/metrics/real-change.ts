/** A change without the change of prices; only for years whose price index is known. */
import type { ConceptId } from '../vocabulary/concept.ts';
import type { BureauYear } from './bureau-year.ts';
import { type Outcome, tidy } from './outcome.ts';
import { changeRate } from './ratio.ts';
import { actual, lastYears } from './term.ts';

export function realChange(concept: ConceptId) {
  const nominal = changeRate({
    numerator: actual(concept),
    denominator: lastYears(concept),
    unit: 'percent',
  });
  return (books: BureauYear): readonly Outcome[] => {
    const deflator = books.input.deflatorOf?.(books.fiscalYear) ?? null;
    if (deflator === null) return [];
    return nominal(books).map((outcome) => ({
      ...outcome,
      value: outcome.value === null ? null : tidy(((1 + outcome.value / 100) / deflator.index - 1) * 100),
      basis: [...outcome.basis, `deflator=${deflator.index}`, `deflator_series=${deflator.series}`],
    }));
  };
}
