/** All sums that can be evaluated in one disclosure. */
import { bindCodes } from './bind-codes.ts';
import { bindSum, type SumInstance } from './bind-sum.ts';
import type { Figures } from './figures.ts';
import { CODES_FAMILIES, SUM_RELATIONS } from './relations/index.ts';

export function sumsOf(figures: Figures): readonly SumInstance[] {
  return [
    ...SUM_RELATIONS.flatMap((relation) => bindSum(relation, figures)),
    ...CODES_FAMILIES.flatMap((family) => bindCodes(family, figures)),
  ];
}
