/**
 * One accepted value per key. Prints that can come from one value are one value, told best by the most precise
 * of them; prints that cannot are weighed by the reasons of the index beside this file, and the loser is kept.
 */
import { type Book, bookOf } from '../checks/book.ts';
import { byText, type Candidate, candidatesOf, comparePlaces } from '../checks/candidates.ts';
import { type Derivation, unfounded } from '../checks/derivations.ts';
import { keyOf, type Named } from '../checks/figures.ts';
import { lazily } from '../checks/lazily.ts';
import { sumsOf } from '../checks/sums.ts';
import { digestAfter, type Witness } from '../extract/witness.ts';
import { choosePrint } from './choose-print.ts';
import { REASONS, type Reason, type Support } from './index.ts';
import type { Observation, ObservationStatus } from './observation.ts';
import { STANDING_WORDS } from './reason-words.ts';
import { indexSums, supportOf } from './support.ts';

/**
 * All witnesses of one bureau, whatever their documents. Sorted by scope and key; independent of input order. A
 * derived figure falls with the figure it follows from, and is in doubt where that one is.
 */
export function reconcileBureau(witnesses: readonly Witness[]): Observation[] {
  const book = bookOf(witnesses);
  const observations = reconcileAll(book);
  const fallen = unfounded(book.derivations, observations);
  const left = fallen.length === 0 ? observations : reconcileAll(bookOf(witnesses, fallen));
  return inDoubtWithSource(left, book.derivations);
}

function reconcileAll({ swaps, disclosures, named }: Book): Observation[] {
  const sums = lazily(() => indexSums([...sumsOf(disclosures)].flat()));
  const context: Context = {
    idOf: digesting(),
    swapped: new Set(swaps.flatMap(({ actual, budget }) => [actual.factId, budget.factId])),
    supportFor: (candidate) => supportOf(candidate, keyOf(candidate.lead), sums()),
  };
  return named.map((figures) => reconcileKey(figures, context));
}

function inDoubtWithSource(observations: Observation[], derivations: readonly Derivation[]): Observation[] {
  const doubtful = observations.filter(({ status }) => status === 'contested');
  if (derivations.length === 0 || doubtful.length === 0) return observations;
  const inDoubt = new Set(doubtful.flatMap(({ supporting }) => supporting));
  const sources = new Map(derivations.map((each) => [each.derived.factId, each.sources]));
  return observations.map((observation): Observation => {
    if (observation.basis === 'stated' || observation.status !== 'accepted') return observation;
    const own = sources.get(observation.factId) ?? [];
    if (own.length === 0 || !own.every(({ factId }) => inDoubt.has(factId))) return observation;
    return {
      ...observation,
      status: 'contested',
      reason: `${observation.reason}；${STANDING_WORDS.doubtfulSource[0]}`,
    };
  });
}

type SupportFor = (candidate: Candidate) => Support;

interface Context {
  readonly idOf: (lead: Witness, name: string) => string;
  /** Facts whose labels have changed places. */
  readonly swapped: ReadonlySet<string>;
  /** How the sums of the reports close with one print. */
  readonly supportFor: SupportFor;
}

/** Ids of the observations of one bureau begin alike. */
function digesting(): Context['idOf'] {
  const scopes = new Map<string, (name: string) => string>();
  return ({ bureauId, scope }, name) => {
    const known = scopes.get(scope) ?? digestAfter(bureauId, scope);
    scopes.set(scope, known);
    return known(name);
  };
}

interface Choice {
  readonly candidate: Candidate;
  readonly status: ObservationStatus;
  readonly reason: string;
}

function reconcileKey(figures: Named, context: Context): Observation {
  const [first] = figures;
  const same = figures.length === 1 ? first.witnesses : figures.flatMap((figure) => figure.witnesses);
  const candidates = figures.length === 1 ? first.candidates : candidatesOf(same);
  const choice = choose(candidates, context.supportFor);
  const { lead } = choice.candidate;
  const { status, reason } = context.swapped.has(lead.factId) ? RESTORED : choice;
  const supporting = supportingOf(choice.candidate);
  return {
    observationId: context.idOf(lead, first.name),
    bureauId: lead.bureauId,
    bureauName: lead.bureauName,
    regionCode: lead.regionCode,
    scope: lead.scope,
    fiscalYear: lead.fiscalYear,
    concept: lead.concept,
    phase: lead.phase,
    fund: lead.fund,
    functionCode: lead.functionCode,
    economicCode: lead.economicCode,
    project: lead.project,
    unit: lead.unit,
    valueMinor: lead.valueMinor,
    ulpMinor: lead.ulpMinor,
    basis: lead.basis,
    status,
    factId: lead.factId,
    documentId: lead.documentId,
    sourceFile: lead.sourceFile,
    location: lead.location,
    quote: lead.quote,
    reason,
    supporting,
    contradicting: supporting.length === same.length ? NONE : factIdsBut(supporting, same),
  };
}

const NONE: readonly string[] = [];

function supportingOf({ lead, witnesses }: Candidate): readonly string[] {
  if (witnesses.length === 1) return [lead.factId];
  const supporting = [lead.factId];
  for (const witness of witnesses) if (witness !== lead) supporting.push(witness.factId);
  return supporting;
}

function factIdsBut(supporting: readonly string[], same: readonly Witness[]): readonly string[] {
  return same
    .map(({ factId }) => factId)
    .filter((factId) => !supporting.includes(factId))
    .sort(byText);
}

function choose(candidates: readonly Candidate[], supportFor: SupportFor): Choice {
  if (candidates.length === 1) {
    const { candidate, reason } = choosePrint(candidates[0]!, supportFor);
    return { candidate, status: 'accepted', reason };
  }
  const ranked = candidates
    .map((candidate) => ({ candidate, support: supportFor(candidate) }))
    .sort((a, b) => compareCandidates(a, b) || comparePlaces(a.candidate.lead, b.candidate.lead));
  const [first, second] = ranked;
  const undecided = ranked.slice(1).some((rival) => !decidingReason(first!, rival)?.decides);
  const reason = decidingReason(first!, second!);
  return {
    candidate: choosePrint(first!.candidate, supportFor).candidate,
    status: undecided ? 'contested' : 'accepted',
    reason: `${ranked.length}个互相矛盾的数值，${reason?.zh ?? STANDING_WORDS.undecided[0]}`,
  };
}

/** The figure stands under the label that the rest of the report gives it, and a person should know. */
const RESTORED = {
  status: 'contested',
  reason: STANDING_WORDS.restored[0],
} as const;

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
