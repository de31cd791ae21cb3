/** All sums that can be evaluated in one disclosure. */
import { bindCodes } from './bind-codes.ts';
import { bindSum, type SumInstance } from './bind-sum.ts';
import type { Figures } from './figures.ts';
import { CODES_RELATIONS, SUM_RELATIONS } from './relations/index.ts';

export function sumsOf(figures: Figures): readonly SumInstance[] {
  return [
    ...SUM_RELATIONS.flatMap((relation) => bindSum(relation, figures)),
    ...CODES_RELATIONS.flatMap((relation) => bindCodes(relation, figures)),
  ];
}
