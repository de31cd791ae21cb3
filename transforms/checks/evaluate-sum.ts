/** Whether a whole is the sum of its parts for some of the values that are printed for each. */
import type { Witness } from '../extract/witness.ts';
import type { Part, SumInstance } from './bind-sum.ts';
import type { Candidate } from './candidates.ts';
import {
  add,
  exactly,
  type Interval,
  intersects,
  negate,
  type Reading,
  rounded,
  truncated,
} from './interval.ts';

export type SumOutcome = 'held' | 'rounding' | 'truncation' | 'excess' | 'shortage' | 'partial';

export interface SumVerdict {
  readonly outcome: SumOutcome;
  readonly whole: Witness;
  readonly parts: readonly { readonly part: Part; readonly witness: Witness }[];
  readonly sumMinor: number;
}

/** Contested figures in one sum multiply; beyond this many combinations only the best supported are tried. */
const MOST_COMBINATIONS = 256;

const CLOSED: readonly SumOutcome[] = ['held', 'rounding', 'truncation'];
export const closes = (verdict: SumVerdict): boolean => CLOSED.includes(verdict.outcome);

/** The verdict on the best supported prints, unless other prints of the same figures close. */
export function evaluateSum(instance: SumInstance): SumVerdict {
  if (isPlain(instance)) return plainVerdict(instance);
  let first: SumVerdict | null = null;
  let best: SumVerdict | null = null;
  for (const verdict of verdictsOf(instance)) {
    if (first === null || isNearer(instance, verdict, first)) first = verdict;
    if (!closes(verdict)) continue;
    if (best === null || CLOSED.indexOf(verdict.outcome) < CLOSED.indexOf(best.outcome)) best = verdict;
    if (best.outcome === 'held') break;
  }
  return best ?? first!;
}

/** Where any of several funds may be the whole, the one that the parts miss least is the one they were meant for. */
const isNearer = ({ relation }: SumInstance, a: SumVerdict, b: SumVerdict): boolean =>
  relation.kind === 'sum' && relation.anyFundOf !== undefined && gapOf(a) < gapOf(b);

const gapOf = ({ whole, sumMinor }: SumVerdict): number => Math.abs(whole.valueMinor - sumMinor);

function* verdictsOf(instance: SumInstance): Generator<SumVerdict> {
  const obligatory = instance.parts.filter((part) => !part.either);
  const either = instance.parts.filter((part) => part.either);
  for (const extra of subsets(either)) {
    const parts = [...obligatory, ...extra];
    if (parts.length === 0) continue;
    const choices = [instance.wholeCandidates, ...parts.map((part) => part.candidates)];
    for (const [whole, ...chosen] of combinations(choices)) {
      yield verdictOf(
        instance,
        whole!.lead,
        parts.map((part, i) => ({ part, witness: chosen[i]!.lead })),
      );
    }
  }
}

/** Most figures are printed with one value, and most parts belong to their whole beyond doubt. */
const isPlain = ({ wholeCandidates, parts }: SumInstance): boolean =>
  wholeCandidates.length === 1 && parts.every((part) => part.candidates.length === 1 && !part.either);

function plainVerdict(instance: SumInstance): SumVerdict {
  const parts = instance.parts.map((part) => ({ part, witness: part.candidates[0]!.lead }));
  return verdictOf(instance, instance.wholeCandidates[0]!.lead, parts);
}

function subsets<T>(items: readonly T[]): readonly (readonly T[])[] {
  const [first, ...rest] = items;
  if (first === undefined) return [[]];
  const without = subsets(rest);
  return [...without, ...without.map((set) => [first, ...set])];
}

function* combinations(choices: readonly (readonly Candidate[])[]): Generator<readonly Candidate[]> {
  const count = choices.reduce((product, { length }) => product * length, 1);
  for (let n = 0; n < Math.min(count, MOST_COMBINATIONS); n++) {
    let rest = n;
    yield choices.map((candidates) => {
      const choice = candidates[rest % candidates.length]!;
      rest = Math.floor(rest / candidates.length);
      return choice;
    });
  }
}

function verdictOf(instance: SumInstance, whole: Witness, parts: SumVerdict['parts']): SumVerdict {
  let sumMinor = 0;
  for (const { part, witness } of parts) sumMinor += part.sign * witness.valueMinor;
  return { outcome: outcomeOf(instance, whole, parts, sumMinor), whole, parts, sumMinor };
}

function outcomeOf(
  instance: SumInstance,
  whole: Witness,
  parts: SumVerdict['parts'],
  sumMinor: number,
): SumOutcome {
  // 4,213,601.84 yuan below 421.36 万元 is no gap: the sum itself is printed as the whole is.
  if (sumMinor === whole.valueMinor || intersects(exactly(sumMinor), rounded(whole))) return 'held';
  const interval = sumOf(parts, rounded);
  if (intersects(rounded(whole), interval)) return 'rounding';
  const cut = sumOf(parts, truncated);
  if (intersects(truncated(whole), cut) || intersects(truncated(whole), interval)) return 'truncation';
  if (holdsAsSaid(instance, whole, parts)) return 'partial';
  if (sumMinor > whole.valueMinor && !subtracts(instance)) return 'excess';
  return instance.isExhaustive() ? (sumMinor > whole.valueMinor ? 'excess' : 'shortage') : 'partial';
}

/** "2024年收入预算385.62万元，其中…上年结转13.18万元": what a sentence calls 收入 may be all there is to spend. */
function holdsAsSaid({ relation }: SumInstance, whole: Witness, parts: SumVerdict['parts']): boolean {
  const counted = relation.kind === 'sum' ? relation.proseMayCountIn : undefined;
  if (!counted) return false;
  const others = parts.filter(({ part }) => !counted.includes(part.key.concept));
  const said = [whole, ...others.map(({ witness }) => witness)];
  if (said.every(({ medium }) => medium === 'table')) return false;
  const balances = parts.filter((each) => !others.includes(each));
  return subsets(balances)
    .filter(({ length }) => length < balances.length)
    .some((some) => intersects(rounded(whole), sumOf([...others, ...some], rounded)));
}

/** Parts alone exceed their whole for good, unless something that is not printed is to be taken off. */
const subtracts = ({ relation, parts }: SumInstance): boolean =>
  parts.some((part) => part.sign < 0) ||
  (relation.kind === 'sum' && relation.parts.some((slot) => slot.sign === -1));

function sumOf(parts: SumVerdict['parts'], bounds: (reading: Reading) => Interval): Interval {
  return parts.reduce((sum, { part, witness }) => {
    const interval = bounds(witness);
    return add(sum, part.sign < 0 ? negate(interval) : interval);
  }, exactly(0));
}
