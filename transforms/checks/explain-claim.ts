/** Why a claim that does not recompute from the figures it names is nevertheless no contradiction. */
import type { FactKey, Phase } from '../extract/fact.ts';
import type { OwnedClaim, Witness } from '../extract/witness.ts';
import { printLocation } from '../read/document.ts';
import type { ConceptId } from '../vocabulary/concept.ts';
import { compareShare, shareMinor } from './ratio.ts';
import { subjectEn, subjectZh } from './wording.ts';

export interface Explanation {
  readonly zh: string;
  readonly en: string;
}

/** What the report prints, as the check sees it. */
export interface Printed {
  readonly isTrueOf: (base: FactKey) => boolean;
  readonly figuresAt: (key: FactKey) => readonly Witness[];
}

type Explain = (claim: OwnedClaim, claims: readonly OwnedClaim[], printed: Printed) => Explanation | null;

const EXPLANATIONS: readonly Explain[] = [
  trueOfAnotherBudget,
  shareOfWiderWhole,
  shareOfAllRestrainedExpenses,
  madeUpToAHundred,
];

export const explainClaim: Explain = (claim, claims, printed) => {
  for (const explain of EXPLANATIONS) {
    const explanation = explain(claim, claims, printed);
    if (explanation) return explanation;
  }
  return null;
};

const BUDGET_PHASES: readonly Phase[] = ['original_budget', 'adjusted_budget', 'budget'];

function trueOfAnotherBudget(
  claim: OwnedClaim,
  _: readonly OwnedClaim[],
  { isTrueOf }: Printed,
): Explanation | null {
  if (claim.kind !== 'completion') return null;
  for (const phase of BUDGET_PHASES.filter((other) => other !== claim.base.phase)) {
    const base = { ...claim.base, phase };
    if (isTrueOf(base))
      return { zh: `与${subjectZh(base)}相比则相符`, en: `it is true of ${subjectEn(base)}` };
  }
  return null;
}

/** "中小企业80万元，其中：小微企业60万元，占比60%": a share that names no whole may be of the whole around it. */
const WIDER: Readonly<Partial<Record<ConceptId, readonly ConceptId[]>>> = {
  'procurement.sme': ['procurement'],
  'three_public.vehicles': ['three_public'],
  'expenditure.basic': ['expenditure'],
};

function shareOfWiderWhole(
  claim: OwnedClaim,
  _: readonly OwnedClaim[],
  { isTrueOf }: Printed,
): Explanation | null {
  if (claim.kind !== 'share') return null;
  for (const concept of WIDER[claim.base.concept] ?? []) {
    const base = { ...claim.base, concept };
    if (isTrueOf(base))
      return { zh: `以${subjectZh(base)}为整体则相符`, en: `it is true of ${subjectEn(base)}` };
  }
  return null;
}

// 江苏 prints 三公, 会议费 and 培训费 in one table under one 合计, and its text takes that total for 三公.
function shareOfAllRestrainedExpenses(
  claim: OwnedClaim,
  _: readonly OwnedClaim[],
  { figuresAt }: Printed,
): Explanation | null {
  if (claim.kind !== 'share' || claim.base.concept !== 'three_public' || !claim.quantity) return null;
  const [part] = figuresAt(claim.subject);
  const terms = (['three_public', 'conference', 'training'] as const).map(
    (concept) => figuresAt({ ...claim.base, concept })[0],
  );
  if (!part || terms.some((term) => term === undefined)) return null;
  const whole = {
    ...terms[0]!,
    valueMinor: terms.reduce((sum, term) => sum + term!.valueMinor, 0),
    ulpMinor: terms.reduce((sum, term) => sum + term!.ulpMinor, 0),
  };
  if (compareShare(claim.quantity, part, whole) === 'failed') return null;
  return {
    zh: '以“三公”经费、会议费、培训费三者合计为分母则相符',
    en: 'it is true of three public expenses, conferences and training together',
  };
}

/** 37.46% and 62.54%: the last share of a sentence is what the others leave of 100; no more than their roundings. */
function madeUpToAHundred(
  claim: OwnedClaim,
  claims: readonly OwnedClaim[],
  { figuresAt }: Printed,
): Explanation | null {
  if (claim.kind !== 'share' || !claim.quantity) return null;
  const beside = claims.filter((other) => isBeside(claim, other));
  const shares = new Map(beside.map(({ quantity }) => [quantity!.printed, quantity!.valueMinor]));
  shares.delete(claim.quantity.printed);
  const sum = [...shares.values()].reduce((total, share) => total + share, claim.quantity.valueMinor);
  if (shares.size === 0 || sum !== 100 * 10_000) return null;
  // Where none of them fits, they are shares of another whole: of one that was read wrongly, or is not printed.
  if (!beside.some((other) => isShareOf(other, figuresAt)))
    return { zh: '各项占比合计为100%，整体当另有所指', en: 'the shares come to 100% of some other whole' };
  return isRounding(claim, shares.size, figuresAt)
    ? { zh: '系按各项占比合计100%倒挤', en: 'it was made up so that the shares come to 100%' }
    : null;
}

/** Each of the others was rounded, or cut off, by less than one of its last digit. */
function isRounding(claim: OwnedClaim, others: number, figuresAt: Printed['figuresAt']): boolean {
  const { valueMinor, ulpMinor } = claim.quantity!;
  return figuresAt(claim.subject).some((part) =>
    figuresAt(claim.base).some((whole) => {
      const share = shareMinor(part.valueMinor, whole.valueMinor);
      return share !== null && Math.abs(share - valueMinor) <= (others + 1) * ulpMinor;
    }),
  );
}

const isShareOf = ({ quantity, subject, base }: OwnedClaim, figuresAt: Printed['figuresAt']): boolean =>
  figuresAt(subject).some((part) =>
    figuresAt(base).some((whole) => ['held', 'truncation'].includes(compareShare(quantity!, part, whole))),
  );

function isBeside(claim: OwnedClaim, other: OwnedClaim): boolean {
  return (
    other.kind === 'share' &&
    other.quantity !== null &&
    other.documentId === claim.documentId &&
    printLocation(other.location) === printLocation(claim.location) &&
    JSON.stringify(other.base) === JSON.stringify(claim.base)
  );
}
