/** How the identities of a report speak for or against each value that is printed for one key. */
import type { SumInstance } from '../checks/bind-sum.ts';
import type { Candidate } from '../checks/candidates.ts';
import { closes, evaluateSum } from '../checks/evaluate-sum.ts';
import { figureAt } from '../checks/figures.ts';
import { agreementOf } from '../checks/interval.ts';
import { type FactKey, printKey } from '../extract/fact.ts';
import type { Support } from './index.ts';

/** Sums by the keys that take part in them. */
export type SumIndex = ReadonlyMap<string, readonly SumInstance[]>;

export function indexSums(instances: readonly SumInstance[]): SumIndex {
  const index = new Map<string, SumInstance[]>();
  for (const instance of instances) {
    const keys = new Set([instance.whole, ...instance.parts.map((part) => part.key)].map(printKey));
    for (const key of keys) index.set(key, [...(index.get(key) ?? []), instance]);
  }
  return index;
}

export function supportOf(candidate: Candidate, key: FactKey, sums: SumIndex): Support {
  const name = printKey(key);
  const closed = new Set<string>();
  const broken = new Set<string>();
  const exact = new Set<string>();
  for (const instance of sums.get(name) ?? []) {
    const fixed = withCandidate(instance, key, name, candidate);
    if (fixed === null) continue;
    const verdict = evaluateSum(fixed);
    const subject = `${instance.relation.id}|${printKey(instance.whole)}`;
    if (verdict.outcome === 'held') exact.add(subject);
    if (closes(verdict)) closed.add(subject);
    else if (verdict.outcome !== 'partial') broken.add(subject);
  }
  return { closed: closed.size, broken: broken.size, exact: exact.size };
}

/** The sum with one value for one key; null where this disclosure does not print that value. */
function withCandidate(
  instance: SumInstance,
  key: FactKey,
  name: string,
  candidate: Candidate,
): SumInstance | null {
  const printed = figureAt(instance.figures, key)?.candidates ?? [];
  if (!printed.some((other) => agreementOf(other.lead, candidate.lead) !== null)) return null;
  const only = [candidate];
  return {
    ...instance,
    wholeCandidates: printKey(instance.whole) === name ? only : instance.wholeCandidates,
    parts: instance.parts.map((part) => (printKey(part.key) === name ? { ...part, candidates: only } : part)),
  };
}
