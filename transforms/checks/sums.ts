/** All sums that can be evaluated in the disclosures of a bureau. */
import { bindCodes } from './bind-codes.ts';
import { bindSum, type SumInstance } from './bind-sum.ts';
import type { Figures } from './figures.ts';
import { CODES_FAMILIES, SUM_RELATIONS } from './relations/index.ts';

/** One relation after another: a large bureau has more sums than need to be held at once. */
export function* sumsOf(disclosures: readonly Figures[]): Generator<readonly SumInstance[]> {
  for (const figures of disclosures) {
    for (const relation of SUM_RELATIONS) yield bindSum(relation, figures);
    for (const family of CODES_FAMILIES) yield bindCodes(family, figures);
  }
}
