/** What sentences and tables claim about figures, recomputed from the figures they speak of. */
import { type FactKey, type Phase, printKey } from '../extract/fact.ts';
import type { OwnedClaim, Witness } from '../extract/witness.ts';
import type { Quantity } from '../parse/quantity.ts';
import { type Check, type CheckInput, type CheckResult, findingOf } from './check.ts';
import { type Evaluation, evaluationOf, type Outcome } from './evaluation.ts';
import { disclosureOf, type Figures, figureAt } from './figures.ts';
import type { Finding } from './finding.ts';
import { add, intersects, negate, rounded, truncated } from './interval.ts';
import { compareChange, compareShare, type RateOutcome, shareMinor } from './ratio.ts';
import type { Relation } from './relation.ts';
import { printAmountEn, printAmountZh, subjectEn, subjectZh } from './wording.ts';

type Kind = OwnedClaim['kind'];

interface ClaimRelation extends Relation {
  kind: 'claim';
  claims: Kind;
}

const why = '文字说明中的比率和增减须能由同一报告的数字复算。';

const CLAIM_RELATIONS: readonly ClaimRelation[] = [
  {
    id: 'claim.completion',
    claims: 'completion',
    zh: '完成预算的百分比等于决算数除以预算数',
    en: 'a stated completion is actual over budget',
  },
  { id: 'claim.share', claims: 'share', zh: '占比等于部分除以整体', en: 'a stated share is part over whole' },
  {
    id: 'claim.change_rate',
    claims: 'change_rate',
    zh: '增减幅度等于增减额除以上年数',
    en: 'a stated rate of change recomputes',
  },
  {
    id: 'claim.change_amount',
    claims: 'change_amount',
    zh: '增减额等于本年数减上年数',
    en: 'a stated change is this year less last year',
  },
  {
    id: 'claim.direction',
    claims: 'direction',
    zh: '“大于”“小于”与两数的大小一致',
    en: 'words of comparison agree with the figures',
  },
  {
    id: 'claim.unchanged',
    claims: 'unchanged',
    zh: '“持平”的两数相等',
    en: 'what is called unchanged is equal',
  },
].map((relation) => ({ ...relation, kind: 'claim', why }) as ClaimRelation);

export const checkClaims: Check = { relations: CLAIM_RELATIONS, run };

interface Trial {
  readonly subject: Witness;
  readonly base: Witness;
  readonly outcome: RateOutcome;
}

function run({ claims, disclosures }: CheckInput): CheckResult {
  const findings: Finding[] = [];
  const evaluations: Evaluation[] = [];
  for (const claim of claims) {
    const relation = CLAIM_RELATIONS.find(({ claims: kind }) => kind === claim.kind)!;
    const ordered = nearestFirst(claim, disclosures);
    const trials = trialsOf(claim, ordered, claim.base);
    const outcome = outcomeOf(trials);
    evaluations.push(evaluationOfClaim(relation, claim, outcome));
    if (outcome !== 'failed') continue;
    const other = otherBudget(claim, ordered);
    findings.push(
      findingOfClaim(relation, claim, trials.find((trial) => trial.outcome === 'failed')!, other),
    );
  }
  return { findings, evaluations };
}

function nearestFirst(claim: OwnedClaim, disclosures: readonly Figures[]): readonly Figures[] {
  const own = disclosureOf(claim);
  const others = disclosures.filter(({ id, scope }) => id !== own && scope === claim.scope);
  return [...disclosures.filter(({ id }) => id === own), ...others];
}

/** The figures of a key where they are printed nearest: in the claim's own report, else in the bureau's others. */
function printedFigures(ordered: readonly Figures[], key: FactKey, statedOnly: boolean): readonly Witness[] {
  for (const figures of ordered) {
    const leads = figureAt(figures, key)?.candidates.map(({ lead }) => lead) ?? [];
    const usable = leads.filter(({ basis }) => !statedOnly || basis === 'stated');
    if (usable.length > 0) return usable;
  }
  return [];
}

// A change of amount, or its absence, is what last year's derived figure was derived from: it cannot test itself.
const CIRCULAR: readonly Kind[] = ['change_amount', 'unchanged', 'direction'];

function trialsOf(claim: OwnedClaim, ordered: readonly Figures[], baseKey: FactKey): readonly Trial[] {
  const statedOnly = CIRCULAR.includes(claim.kind);
  const bases = printedFigures(ordered, baseKey, statedOnly);
  return printedFigures(ordered, claim.subject, statedOnly).flatMap((subject) =>
    bases.map((base) => ({ subject, base, outcome: compare(claim, subject, base) })),
  );
}

function compare(claim: OwnedClaim, subject: Witness, base: Witness): RateOutcome {
  const stated = signed(claim);
  if (claim.kind === 'direction') return compareDirection(claim.direction, subject, base);
  if (claim.kind === 'unchanged') return intersects(rounded(subject), rounded(base)) ? 'held' : 'failed';
  if (stated === null) return 'not_evaluable';
  if (claim.kind === 'change_amount') return compareAmount(stated, subject, base);
  if (claim.kind === 'change_rate') return compareChange(stated, subject, base);
  return compareShare(stated, subject, base);
}

/** A decrease is negative, whether the sentence says so by a sign or by a word. */
function signed({ quantity, direction }: OwnedClaim): Quantity | null {
  if (quantity === null || direction !== 'down') return quantity;
  return { ...quantity, valueMinor: -Math.abs(quantity.valueMinor) };
}

function compareAmount(stated: Quantity, subject: Witness, base: Witness): RateOutcome {
  if (stated.unit !== subject.unit) return 'not_evaluable';
  const change = add(rounded(subject), negate(rounded(base)));
  if (intersects(rounded(stated), change)) return 'held';
  return intersects(truncated(stated), change) ? 'truncation' : 'failed';
}

function compareDirection(direction: OwnedClaim['direction'], subject: Witness, base: Witness): RateOutcome {
  const now = rounded(subject);
  const before = rounded(base);
  if (direction === 'up') return now.high > before.low ? 'held' : 'failed';
  if (direction === 'down') return now.low < before.high ? 'held' : 'failed';
  if (direction === 'same') return intersects(now, before) ? 'held' : 'failed';
  return 'not_evaluable';
}

function outcomeOf(trials: readonly Trial[]): Outcome {
  if (trials.some(({ outcome }) => outcome === 'held')) return 'held';
  if (trials.some(({ outcome }) => outcome === 'truncation')) return 'rounding';
  return trials.some(({ outcome }) => outcome === 'failed') ? 'failed' : 'not_evaluable';
}

const BUDGET_PHASES: readonly Phase[] = ['original_budget', 'adjusted_budget', 'budget'];

/** The other budget of which the claimed completion is true; null where there is none. */
function otherBudget(claim: OwnedClaim, ordered: readonly Figures[]): FactKey | null {
  if (claim.kind !== 'completion') return null;
  const others = BUDGET_PHASES.filter((phase) => phase !== claim.base.phase);
  for (const phase of others) {
    const key = { ...claim.base, phase };
    if (['held', 'rounding'].includes(outcomeOf(trialsOf(claim, ordered, key)))) return key;
  }
  return null;
}

function evaluationOfClaim(relation: ClaimRelation, claim: OwnedClaim, outcome: Outcome): Evaluation {
  const { bureauId, scope, documentId } = claim;
  const figure = claim.quantity?.printed ?? claim.direction ?? '';
  return evaluationOf({
    check: relation.id,
    ...{ bureauId, scope, documentId, fiscalYear: claim.subject.fiscalYear },
    outcome,
    subject: `${printKey(claim.subject)} ‖ ${printKey(claim.base)} ‖ ${disclosureOf(claim)} ‖ ${figure}`,
  });
}

function findingOfClaim(
  relation: ClaimRelation,
  claim: OwnedClaim,
  { subject, base }: Trial,
  other: FactKey | null,
): Finding {
  const { zh, en, expectedMinor } = expectation(claim, subject, base);
  const here = [subject, base].every(
    (witness) => disclosureOf(witness) === disclosureOf(claim) && witness.basis === 'stated',
  );
  const printed = claim.quantity;
  const saysZh = printed ? `印为${printed.printed}${printed.printedUnit}` : `所述“${claimWord(claim)}”`;
  const otherZh = other ? `；与${subjectZh(other)}相比则相符` : '';
  return findingOf({
    check: relation.id,
    severity: other ? 'note' : here ? 'error' : 'warning',
    fiscalYear: claim.subject.fiscalYear,
    concept: claim.subject.concept,
    message: `${relation.zh}：${subjectZh(claim.subject)}${saysZh}，而${zh}${otherZh}。`,
    messageEn: `${subjectEn(claim.subject)}: ${printed ? `printed ${printed.printed}${printed.unit === 'percent' ? '%' : ''}` : `said to be “${claim.direction ?? claim.kind}”`}, but ${en}${other ? `; it is true of ${subjectEn(other)}` : ''}.`,
    unit: printed?.unit ?? subject.unit,
    expectedMinor,
    printedMinor: signed(claim)?.valueMinor ?? null,
    statements: [claim, subject, base],
    factIds: [subject.factId, base.factId],
  });
}

const WORDS = { up: '增加', down: '减少', same: '持平' } as const;
const claimWord = ({ direction, kind }: OwnedClaim): string =>
  kind === 'unchanged' ? '持平' : direction ? WORDS[direction] : '';

interface Expectation {
  readonly zh: string;
  readonly en: string;
  readonly expectedMinor: number | null;
}

function expectation(claim: OwnedClaim, subject: Witness, base: Witness): Expectation {
  const a = printAmountZh(subject.valueMinor, subject);
  const b = printAmountZh(base.valueMinor, base);
  const enA = printAmountEn(subject.valueMinor, subject);
  const enB = printAmountEn(base.valueMinor, base);
  const zhBase = subjectZh(base);
  if (claim.kind === 'completion' || claim.kind === 'share') {
    const minor = shareMinor(subject.valueMinor, base.valueMinor);
    return {
      zh: `${a}除以${zhBase}${b}为${percent(minor)}`,
      en: `${enA} over ${enB} is ${percent(minor)}`,
      expectedMinor: minor,
    };
  }
  if (claim.kind === 'change_rate') {
    const minor = shareMinor(subject.valueMinor - base.valueMinor, base.valueMinor);
    return {
      zh: `由${zhBase}${b}到${a}的变化为${percent(minor)}`,
      en: `from ${enB} to ${enA} is ${percent(minor)}`,
      expectedMinor: minor,
    };
  }
  const change = subject.valueMinor - base.valueMinor;
  const zh = `${subjectZh(subject)}为${a}，${zhBase}为${b}，相差${printAmountZh(change, subject)}`;
  return {
    zh,
    en: `it is ${enA} against ${enB}`,
    expectedMinor: claim.kind === 'change_amount' ? change : null,
  };
}

const percent = (minor: number | null): string => (minor === null ? '' : `${(minor / 10_000).toFixed(2)}%`);
