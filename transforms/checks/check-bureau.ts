/** All checks over everything one bureau published: contradictions found, none invented. */

import { printKey } from '../extract/fact.ts';
import type { ScoreItemOfBureau } from '../extract/score-item.ts';
import type { OwnedClaim, Witness } from '../extract/witness.ts';
import type { Observation } from '../reconcile/observation.ts';
import { byText, type Candidate, compareWitnesses } from './candidates.ts';
import { type CheckInput, sortedEvaluations, sortedFindings } from './check.ts';
import type { Evaluation } from './evaluation.ts';
import { figuresOf } from './figures.ts';
import type { Finding } from './finding.ts';
import { CHECKS } from './index.ts';
import { exchangeSwapped } from './swapped-labels.ts';

/**
 * `observations` are those that `reconcileBureau` made of the same witnesses. Findings and evaluations are
 * sorted and independent of input order. Points (`scoreItems`) are optional: without them only totals are checked.
 */
export function checkBureau(
  witnesses: readonly Witness[],
  claims: readonly OwnedClaim[],
  observations: readonly Observation[],
  scoreItems: readonly ScoreItemOfBureau[] = [],
): { findings: Finding[]; evaluations: Evaluation[] } {
  const printed = [...witnesses].sort(compareWitnesses);
  const exchanged = [...exchangeSwapped(printed)].sort(compareWitnesses);
  const input: CheckInput = {
    witnesses: exchanged,
    printed,
    claims: [...claims].sort((a, b) => byText(a.claimId, b.claimId)),
    observations,
    scoreItems: [...scoreItems].sort((a, b) => byText(JSON.stringify(a), JSON.stringify(b))),
    disclosures: figuresOf(exchanged, acceptedFirst(observations)),
  };
  const results = CHECKS.map((check) => check.run(input));
  return {
    findings: sortedFindings(results.flatMap(({ findings }) => findings)),
    evaluations: sortedEvaluations(results.flatMap(({ evaluations }) => evaluations)),
  };
}

/** Sums name the print that was accepted, where a report prints several. */
function acceptedFirst(observations: readonly Observation[]) {
  const accepted = new Set(observations.map(({ factId }) => factId));
  const supporting = new Map<string, Set<string>>();
  for (const observation of observations) {
    const key = printKey(observation);
    const facts = supporting.get(key) ?? new Set();
    for (const factId of observation.supporting) facts.add(factId);
    supporting.set(key, facts);
  }
  return (candidates: readonly Candidate[], key: string): readonly Candidate[] => {
    const supported = supporting.get(key) ?? new Set();
    const weight = ({ lead, witnesses }: Candidate): number =>
      2 * Number(accepted.has(lead.factId)) + Number(witnesses.some(({ factId }) => supported.has(factId)));
    return [...candidates].sort((a, b) => weight(b) - weight(a));
  };
}
