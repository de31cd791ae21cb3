/**
 * One accepted value per key. Prints that can come from one value are one value, told best by the most precise
 * of them; prints that cannot are weighed by the reasons of the index beside this file, and the loser is kept.
 */
import { byText, type Candidate, candidatesOf, placeOf } from '../checks/candidates.ts';
import { figuresOf, groupBy, keyOf } from '../checks/figures.ts';
import { sumsOf } from '../checks/sums.ts';
import { exchangeSwapped, findSwaps } from '../checks/swapped-labels.ts';
import { printKey } from '../extract/fact.ts';
import { digest, type Witness } from '../extract/witness.ts';
import { printLocation } from '../read/document.ts';
import { choosePrint } from './choose-print.ts';
import { REASONS, type Reason, type Support } from './index.ts';
import type { Observation, ObservationStatus } from './observation.ts';
import { indexSums, type SumIndex, supportOf } from './support.ts';

/** All witnesses of one bureau, whatever their documents. Sorted by scope and key; independent of input order. */
export function reconcileBureau(witnesses: readonly Witness[]): Observation[] {
  const swaps = findSwaps(witnesses);
  const exchanged = exchangeSwapped(witnesses, swaps);
  const swapped = new Set(swaps.flatMap(({ actual, budget }) => [actual.factId, budget.factId]));
  const sums = lazily(() => indexSums(figuresOf(exchanged).flatMap(sumsOf)));
  return [...groupBy(exchanged, (witness) => `${witness.bureauId}|${witness.scope}|${printKey(witness)}`)]
    .map(([, same]) => reconcileKey(same, sums, swapped))
    .sort(
      (a, b) =>
        byText(a.bureauId, b.bureauId) || byText(a.scope, b.scope) || byText(printKey(a), printKey(b)),
    );
}

interface Choice {
  readonly candidate: Candidate;
  readonly status: ObservationStatus;
  readonly reason: string;
}

function reconcileKey(
  same: readonly Witness[],
  sums: () => SumIndex,
  swapped: ReadonlySet<string>,
): Observation {
  const choice = choose(same, sums);
  const { candidate, status, reason } = swapped.has(choice.candidate.lead.factId) ? restored(choice) : choice;
  const { lead } = candidate;
  const supporting = [lead, ...candidate.witnesses.filter((witness) => witness !== lead)];
  const contradicting = same.filter((witness) => !supporting.includes(witness));
  return {
    observationId: digest(lead.bureauId, lead.scope, printKey(lead)),
    bureauId: lead.bureauId,
    bureauName: lead.bureauName,
    regionCode: lead.regionCode,
    scope: lead.scope,
    ...keyOf(lead),
    unit: lead.unit,
    valueMinor: lead.valueMinor,
    ulpMinor: lead.ulpMinor,
    basis: lead.basis,
    status,
    factId: lead.factId,
    documentId: lead.documentId,
    sourceFile: lead.sourceFile,
    locator: printLocation(lead.location),
    quote: lead.quote,
    reason,
    supporting: supporting.map((witness) => witness.factId),
    contradicting: contradicting.map((witness) => witness.factId).sort(byText),
  };
}

function choose(same: readonly Witness[], sums: () => SumIndex): Choice {
  const supportFor = (candidate: Candidate): Support => supportOf(candidate, keyOf(candidate.lead), sums());
  const candidates = candidatesOf(same);
  if (candidates.length === 1) return { ...choosePrint(candidates[0]!, supportFor), status: 'accepted' };
  const ranked = candidates
    .map((candidate) => ({ candidate, support: supportFor(candidate) }))
    .sort((a, b) => compareCandidates(a, b) || compareLeads(a.candidate, b.candidate));
  const [first, second] = ranked;
  const undecided = ranked.slice(1).some((rival) => !decidingReason(first!, rival)?.decides);
  const reason = decidingReason(first!, second!);
  return {
    candidate: choosePrint(first!.candidate, supportFor).candidate,
    status: undecided ? 'contested' : 'accepted',
    reason: `${ranked.length}个互相矛盾的数值，${reason?.zh ?? '依据相当，待核实'}`,
  };
}

// Most bureaus contradict themselves nowhere: their sums need not be bound to weigh anything.
function lazily<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The figure stands under the label that the rest of the report gives it, and a person should know. */
function restored({ candidate }: Choice): Choice {
  return { candidate, status: 'contested', reason: '原文预算数与执行数名称互换，按报告其余各处还原' };
}

interface Weighed {
  readonly candidate: Candidate;
  readonly support: Support;
}

function decidingReason(a: Weighed, b: Weighed): Reason | undefined {
  return REASONS.find(({ score }) => score(a.candidate, a.support) !== score(b.candidate, b.support));
}

function compareCandidates(a: Weighed, b: Weighed): number {
  const reason = decidingReason(a, b);
  return reason ? reason.score(b.candidate, b.support) - reason.score(a.candidate, a.support) : 0;
}

// Nothing speaks for either: the order of places is at least the same every night.
function compareLeads(a: Candidate, b: Candidate): number {
  return byText(placeOf(a.lead), placeOf(b.lead)) || byText(a.lead.factId, b.lead.factId);
}
