/**
 * Two figures of one sentence whose labels have changed places: the "actual" is everywhere else the budget,
 * and the "budget" is everywhere else the actual. What each was printed as stays with the fact; the figure is
 * reconciled under the label that the rest of the report gives it.
 */
import type { Witness } from '../extract/witness.ts';
import { printLocation } from '../read/document.ts';
import { byText, compareWitnesses, placeOf } from './candidates.ts';
import { gather, groupBy } from './figures.ts';
import { agreementOf } from './interval.ts';
import { NEIGHBOURING_FUNDS } from './relation.ts';

export interface Swap {
  /** Labelled as actual, and the budget. */
  readonly actual: Witness;
  /** Labelled as a budget, and the actual. */
  readonly budget: Witness;
  /** Elsewhere the actual, the same value as `budget`. */
  readonly actualElsewhere: Witness;
  /** Elsewhere a budget, the same value as `actual`. */
  readonly budgetElsewhere: Witness;
}

/** What two witnesses of one quantity share, whichever phase and neighbouring fund they are of. */
function quantityOf(witness: Witness): string {
  const { bureauId, scope, fiscalYear, concept, functionCode, economicCode, project } = witness;
  const fund = NEIGHBOURING_FUNDS.includes(witness.fund) ? 'all' : witness.fund;
  const codes = `${functionCode ?? ''}|${economicCode ?? ''}|${project ?? ''}|${project === null}`;
  return `${bureauId}|${scope}|${fiscalYear}|${concept}|actual|${fund}|${codes}`;
}

const sentenceOf = (witness: Witness): string =>
  `${witness.documentId}|${printLocation(witness.location)}|${witness.quote}|${witness.fund}`;

export function findSwaps(witnesses: readonly Witness[]): readonly Swap[] {
  const inProse = gather(witnesses.filter(isStatedInProse), ({ quote }) => quote);
  // Few sentences give one figure two phases and two values, and only those can have exchanged them.
  const suspects = [...inProse.values()].flatMap((same) => same.filter(hasOtherPhase(same)));
  if (suspects.length === 0) return [];
  const quantities = new Set(suspects.map(quantityOf));
  const concepts = new Set(suspects.map(({ concept }) => concept));
  const all = gather(
    witnesses.filter(({ concept }) => concepts.has(concept)),
    quantityOf,
  );
  const swaps: Swap[] = [];
  for (const name of quantities) {
    const same = [...all.get(name)!].sort(compareWitnesses);
    for (const [, inSentence] of groupBy(same.filter(isStatedInProse), sentenceOf)) {
      const swap = swapIn(inSentence, same);
      if (swap) swaps.push(swap);
    }
  }
  return swaps.sort((a, b) => byText(a.actual.factId, b.actual.factId));
}

const isStatedInProse = ({ medium, basis }: Witness): boolean => medium === 'prose' && basis === 'stated';

/** One value given for both phases is the same whichever way round. */
const hasOtherPhase =
  (same: readonly Witness[]) =>
  (witness: Witness): boolean =>
    same.some(
      (other) =>
        other.concept === witness.concept &&
        (other.phase === 'actual') !== (witness.phase === 'actual') &&
        (other.valueMinor !== witness.valueMinor ||
          other.ulpMinor !== witness.ulpMinor ||
          other.printed !== witness.printed),
    );

function swapIn(inSentence: readonly Witness[], same: readonly Witness[]): Swap | null {
  const actuals = inSentence.filter(({ phase }) => phase === 'actual');
  const budgets = inSentence.filter(({ phase }) => phase !== 'actual');
  const [actual] = actuals;
  const [budget] = budgets;
  if (!actual || !budget || actuals.length > 1 || budgets.length > 1) return null;
  // Not the copies of the same sentence in another edition of the report.
  const places = new Set(inSentence.map(placeOf));
  const elsewhere = same.filter((witness) => witness.basis === 'stated' && !places.has(placeOf(witness)));
  const otherActuals = elsewhere.filter(({ phase }) => phase === 'actual');
  const otherBudgets = elsewhere.filter(({ phase }) => phase !== 'actual');
  const agrees = (a: Witness) => (b: Witness) => agreementOf(a, b) !== null;
  if (otherActuals.some(agrees(actual)) || otherBudgets.some(agrees(budget))) return null;
  const actualElsewhere = otherActuals.find(agrees(budget));
  const budgetElsewhere = otherBudgets.find(agrees(actual));
  if (!actualElsewhere || !budgetElsewhere) return null;
  return { actual, budget, actualElsewhere, budgetElsewhere };
}

/** The witnesses with the phases of swapped pairs exchanged; all others as they are. */
export function exchangeSwapped(
  witnesses: readonly Witness[],
  swaps = findSwaps(witnesses),
): readonly Witness[] {
  if (swaps.length === 0) return witnesses;
  const phases = new Map(
    swaps.flatMap(
      ({ actual, budget }) =>
        [
          [actual, budget.phase],
          [budget, actual.phase],
        ] as const,
    ),
  );
  return witnesses.map((witness) => {
    const phase = phases.get(witness);
    return phase ? { ...witness, phase } : witness;
  });
}
