/** What sentences and tables claim about figures, recomputed from the figures they speak of. */
import { type FactKey, printKey } from '../extract/fact.ts';
import type { OwnedClaim, Witness } from '../extract/witness.ts';
import { printLocation } from '../read/document.ts';
import type { Check, CheckInput, CheckResult } from './check.ts';
import { compareClaim } from './compare-claim.ts';
import type { Evaluation, Outcome } from './evaluation.ts';
import { type Explanation, explainClaim } from './explain-claim.ts';
import { disclosureOf, type Figures, figureAt } from './figures.ts';
import type { Finding } from './finding.ts';
import type { RateOutcome } from './ratio.ts';
import { CLAIM_RELATIONS } from './relations/claims.ts';
import { findingOfClaim } from './say-claim.ts';

export const checkClaims: Check = { relations: Object.values(CLAIM_RELATIONS), run };

interface Trial {
  readonly subject: Witness;
  readonly base: Witness;
  readonly outcome: RateOutcome;
}

function run({ claims, disclosures }: CheckInput): CheckResult {
  const findings = new Map<string, Finding>();
  const evaluations: Evaluation[] = [];
  for (const claim of claims) {
    const ordered = nearestFirst(claim, disclosures);
    const trials = trialsOf(claim, ordered, claim.base).filter(isOfItsSentence(claim, claims));
    const tried = outcomeOf(trials);
    const outcome = tried === 'failed' && isOfStranger(claim) ? 'not_evaluable' : tried;
    const explanation = outcome === 'failed' ? explanationOf(claim, ordered, claims) : null;
    evaluations.push(evaluationOfClaim(claim, explanation ? 'rounding' : outcome, trials));
    if (outcome !== 'failed') continue;
    const trial = trials.find((one) => one.outcome === 'failed')!;
    const said = statementOf(claim, trial);
    const known = findings.get(said);
    const finding = findingOfClaim(claim, trial, explanation);
    if (!known || finding.message < known.message) findings.set(said, finding);
  }
  return { findings: [...findings.values()], evaluations };
}

/**
 * "公务接待费0.39万元，占100%": of the three public expenses, unless the sentence says otherwise. Where the whole that
 * was understood is none of them and the share is not true of it, the whole was another.
 */
const isOfStranger = ({ kind, subject, base }: OwnedClaim): boolean =>
  kind === 'share' && subject.concept.startsWith('three_public.') && !base.concept.startsWith('three_public');

/** "收、支总计各增加112.06万元，增长5.74%": one sentence about two figures that are equal is one printed statement. */
function statementOf(claim: OwnedClaim, { subject, base }: Trial): string {
  const { documentId, location, kind, quantity, direction } = claim;
  const words = [kind, quantity?.printed ?? '', direction ?? '', subject.valueMinor, base.valueMinor];
  return [documentId, printLocation(location), ...words].join('|');
}

function nearestFirst(claim: OwnedClaim, disclosures: readonly Figures[]): readonly Figures[] {
  const own = disclosureOf(claim);
  const others = disclosures.filter(({ id, scope }) => id !== own && scope === claim.scope);
  return [...disclosures.filter(({ id }) => id === own), ...others];
}

/**
 * The different prints of a key where it is printed nearest: in the claim's own report, else in the bureau's
 * others. A sentence computes from the figures it prints, rounded to 万元, although a table has them in yuan.
 */
function printedFigures(ordered: readonly Figures[], key: FactKey, statedOnly: boolean): readonly Witness[] {
  for (const figures of ordered) {
    const candidates = figureAt(figures, key)?.candidates ?? [];
    const witnesses = candidates.flatMap((candidate) => candidate.witnesses);
    const usable = witnesses.filter(({ basis }) => !statedOnly || basis === 'stated');
    if (usable.length > 0) return usable.filter((witness, i) => usable.findIndex(isSamePrint(witness)) === i);
  }
  return [];
}

const isSamePrint =
  ({ valueMinor, ulpMinor }: Witness) =>
  (other: Witness): boolean =>
    other.valueMinor === valueMinor && other.ulpMinor === ulpMinor;

// A change of amount, or its absence, is what last year's derived figure was derived from: it cannot test itself.
const CIRCULAR: readonly OwnedClaim['kind'][] = ['change_amount', 'unchanged', 'direction'];

function trialsOf(claim: OwnedClaim, ordered: readonly Figures[], baseKey: FactKey): readonly Trial[] {
  const statedOnly = CIRCULAR.includes(claim.kind);
  const bases = printedFigures(ordered, baseKey, statedOnly);
  return printedFigures(ordered, claim.subject, statedOnly).flatMap((subject) =>
    bases.map((base) => ({ subject, base, outcome: compareClaim(claim, subject, base) })),
  );
}

/**
 * "增加418.97万元，增长4.23%": a rate stands beside its own amount. A last year's figure that another sentence's amount
 * yields says nothing about it, for that sentence may have meant another total.
 */
function isOfItsSentence(claim: OwnedClaim, claims: readonly OwnedClaim[]): (trial: Trial) => boolean {
  const place = printLocation(claim.location);
  const hasAmount =
    claim.kind === 'change_rate' &&
    claims.some((other) => other.kind === 'change_amount' && other.quote === claim.quote);
  return ({ base }) => !hasAmount || base.basis === 'stated' || printLocation(base.location) === place;
}

function explanationOf(
  claim: OwnedClaim,
  ordered: readonly Figures[],
  claims: readonly OwnedClaim[],
): Explanation | null {
  return explainClaim(claim, claims, {
    isTrueOf: (base) => ['held', 'rounding'].includes(outcomeOf(trialsOf(claim, ordered, base))),
    figuresAt: (key) => printedFigures(ordered, key, false),
  });
}

function outcomeOf(trials: readonly Trial[]): Outcome {
  if (trials.some(({ outcome }) => outcome === 'held')) return 'held';
  if (trials.some(({ outcome }) => outcome === 'truncation')) return 'rounding';
  return trials.some(({ outcome }) => outcome === 'failed') ? 'failed' : 'not_evaluable';
}

function evaluationOfClaim(claim: OwnedClaim, outcome: Outcome, trials: readonly Trial[]): Evaluation {
  const { bureauId, scope, documentId } = claim;
  const figure = claim.quantity?.printed ?? claim.direction ?? '';
  const trial = trials.find((one) => one.outcome === 'held') ?? trials[0];
  return {
    check: CLAIM_RELATIONS[claim.kind].id,
    ...{ bureauId, scope, documentId, fiscalYear: claim.subject.fiscalYear },
    outcome,
    factIds: trial ? [trial.subject.factId, trial.base.factId] : [],
    subject: `${printKey(claim.subject)} ‖ ${printKey(claim.base)} ‖ ${disclosureOf(claim)} ‖ ${figure}`,
  };
}
