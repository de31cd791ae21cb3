import type { Fact } from '../../transforms/extract/fact.ts';
import { MINOR_PER_UNIT } from '../../transforms/parse/quantity.ts';

/** One fact as one line that a reviewer can read in a diff. */
export function printedFact(fact: Fact): string {
  return [
    fact.fiscalYear,
    fact.concept,
    fact.phase,
    fact.fund,
    fact.functionCode ?? '',
    fact.economicCode ?? '',
    fact.project ?? '',
    fact.valueMinor / MINOR_PER_UNIT[fact.unit],
    fact.unit,
    fact.printed + fact.printedUnit,
    fact.basis,
    fact.rule,
  ].join('\t');
}
