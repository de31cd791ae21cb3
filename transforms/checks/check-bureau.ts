/** All checks over everything one bureau published: contradictions found, none invented. */

import { printKey } from '../extract/fact.ts';
import type { RemarkOfBureau } from '../extract/remark.ts';
import type { ScoreItemOfBureau } from '../extract/score-item.ts';
import type { OwnedClaim, Witness } from '../extract/witness.ts';
import type { Observation } from '../reconcile/observation.ts';
import { bookOf } from './book.ts';
import { byText, type Candidate } from './candidates.ts';
import { type CheckInput, sortedEvaluations, sortedFindings } from './check.ts';
import { unfounded } from './derivations.ts';
import type { Evaluation } from './evaluation.ts';
import { type Rank, ranked } from './figures.ts';
import type { Finding } from './finding.ts';
import { CHECKS } from './index.ts';
import { lazily } from './lazily.ts';

/**
 * `observations` are those that `reconcileBureau` made of the same witnesses. Findings and evaluations are
 * sorted and independent of input order. Points (`scoreItems`) and remarks are optional: without them only
 * totals and figures are checked.
 */
export function checkBureau(
  witnesses: readonly Witness[],
  claims: readonly OwnedClaim[],
  observations: readonly Observation[],
  scoreItems: readonly ScoreItemOfBureau[] = [],
  remarks: readonly RemarkOfBureau[] = [],
): { findings: Finding[]; evaluations: Evaluation[] } {
  const lost = unfounded(bookOf(witnesses).derivations, observations);
  const book = bookOf(witnesses, lost);
  const rank = acceptedFirst(observations);
  const input: CheckInput = {
    witnesses: book.witnesses,
    swaps: book.swaps,
    claims: [...claims].sort((a, b) => byText(a.claimId, b.claimId)),
    observations,
    scoreItems: sortedByText(scoreItems),
    remarks: sortedByText(remarks),
    unfounded: lost,
    disclosures: book.disclosures.map((figures) => ranked(figures, rank)),
    named: book.named,
  };
  const results = CHECKS.map((check) => check.run(input));
  return {
    findings: sortedFindings(results.flatMap(({ findings }) => findings)),
    evaluations: sortedEvaluations(results.flatMap(({ evaluations }) => evaluations)),
  };
}

function sortedByText<T>(items: readonly T[]): readonly T[] {
  const named = items.map((item) => ({ item, text: JSON.stringify(item) }));
  return named.sort((a, b) => byText(a.text, b.text)).map(({ item }) => item);
}

/** Sums name the print that was accepted, where a report prints several. */
function acceptedFirst(observations: readonly Observation[]): Rank {
  const index = lazily(() => acceptedFacts(observations));
  return (candidates, name) => {
    const { accepted, supporting } = index();
    const supported = supporting.get(name) ?? new Set();
    const weight = ({ lead, witnesses }: Candidate): number =>
      2 * Number(accepted.has(lead.factId)) + Number(witnesses.some(({ factId }) => supported.has(factId)));
    return [...candidates].sort((a, b) => weight(b) - weight(a));
  };
}

function acceptedFacts(observations: readonly Observation[]) {
  const supporting = new Map<string, Set<string>>();
  for (const observation of observations) {
    const name = printKey(observation);
    const facts = supporting.get(name) ?? new Set();
    for (const factId of observation.supporting) facts.add(factId);
    supporting.set(name, facts);
  }
  return { accepted: new Set(observations.map(({ factId }) => factId)), supporting };
}
