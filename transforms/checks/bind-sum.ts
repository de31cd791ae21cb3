/** Where in a disclosure a sum relation can be evaluated: one instance for each printed whole. */
import type { FactKey, Fund } from '../extract/fact.ts';
import { type ConceptId, conceptById } from '../vocabulary/concept.ts';
import type { Candidate } from './candidates.ts';
import { beside, type Figure, type Figures, figureAt, figuresFor } from './figures.ts';
import type { CodesRelation, Patch, Slot, SumRelation } from './relation.ts';

export interface Part {
  readonly key: FactKey;
  readonly zh: string;
  readonly en: string;
  readonly sign: 1 | -1;
  readonly either: boolean;
  readonly candidates: readonly Candidate[];
}

export interface SumInstance {
  readonly relation: SumRelation | CodesRelation;
  readonly figures: Figures;
  /** Where only one presentation (a table) is meant: its id; else empty. */
  readonly place: string;
  readonly whole: FactKey;
  /** Its printed key. */
  readonly wholeName: string;
  readonly wholeCandidates: readonly Candidate[];
  readonly parts: readonly Part[];
  /** Whether the parts are all there are: then a shortage is as wrong as an excess. */
  readonly isExhaustive: () => boolean;
}

export function bindSum(relation: SumRelation, figures: Figures): readonly SumInstance[] {
  const instances: SumInstance[] = [];
  for (const whole of relation.wholes) {
    for (const figure of figuresFor(figures, whole.concept)) {
      if (!isWhole(relation, whole, figure.key)) continue;
      if (relation.anyFundOf && preferredFund(relation.anyFundOf, figure) !== figure.key.fund) continue;
      if (relation.notUnderHeader && isUnderHeader(relation.notUnderHeader, figure)) continue;
      const instance = bindWhole(relation, figures, figure);
      if (instance) instances.push(instance);
    }
  }
  return instances;
}

/** "基本支出表 ‖ 合计/人员经费 ‖ 合计 ‖ 84,243,069": the second part is the header path. */
function isUnderHeader(words: RegExp, { witnesses }: Figure): boolean {
  return witnesses.some(
    ({ medium, quote }) => medium === 'table' && words.test(quote.split(' ‖ ').at(-3) ?? ''),
  );
}

function preferredFund(funds: readonly Fund[], figure: Figure): Fund | undefined {
  return funds.find((fund) => beside(figure, figure.key.concept, fund) !== null);
}

const ALONG_CODES: NonNullable<SumRelation['along']> = ['functionCode'];

function isWhole(relation: SumRelation, whole: { fund?: Fund }, key: FactKey): boolean {
  if (whole.fund !== undefined && whole.fund !== key.fund) return false;
  if (key.economicCode !== null) return false;
  const along = relation.along ?? ALONG_CODES;
  return (
    (key.functionCode === null || along.includes('functionCode')) &&
    (key.project === null || along.includes('project'))
  );
}

function bindWhole(relation: SumRelation, figures: Figures, figure: Figure): SumInstance | null {
  const parts: Part[] = [];
  let residual = false;
  for (const slot of relation.parts) {
    if (!isOfFund(slot, figure)) continue;
    const found = parts.length;
    addParts(parts, figures, figure, slot);
    if (slot.residual && parts.length > found) residual = true;
  }
  // Of most figures nothing is printed that could be a part.
  if (parts.length < (relation.atLeast ?? 1)) return null;
  return instanceOf(relation, figures, figure, parts, residual);
}

function instanceOf(
  relation: SumRelation,
  figures: Figures,
  figure: Figure,
  parts: readonly Part[],
  residual: boolean,
): SumInstance {
  return {
    relation,
    figures,
    place: '',
    whole: figure.key,
    wholeName: figure.name,
    wholeCandidates: wholeCandidatesOf(relation, figure),
    parts,
    isExhaustive: () => areAllParts(relation, figures, figure, parts, residual),
  };
}

function areAllParts(
  relation: SumRelation,
  figures: Figures,
  figure: Figure,
  parts: readonly Part[],
  residual: boolean,
): boolean {
  const inProse = isProse(figure.candidates) || parts.some((part) => isProse(part.candidates));
  if (inProse && relation.proseMayOmitIn?.includes(figures.kind)) return false;
  if (relation.anyFundOf && mayDivideLess(relation.anyFundOf, figure)) return false;
  const absent = relation.parts.filter((slot) => isOfFund(slot, figure) && !isPrinted(figures, figure, slot));
  const missing = absent.some((slot) => !slot.optional && !slot.either);
  const complete = !missing || (residual && !inProse && parts.length > 1);
  const hidden = absent.some((slot) => slot.optional && isPrintedElsewhere(figures, figure.key, slot));
  return complete && !hidden && !isPartlyDerived(figure, parts);
}

/** What tells that a body has other money than that of the narrower funds. */
const TOTALS: readonly ConceptId[] = ['expenditure', 'revenue'];

/** Personnel and operating expenditure of the general public budget need not come to the basic expenditure of all money. */
function mayDivideLess(funds: readonly Fund[], whole: Figure): boolean {
  const narrower = funds.filter((fund) => fund !== whole.key.fund);
  if (narrower.some((fund) => beside(whole, whole.key.concept, fund) !== null)) return false;
  return TOTALS.some((concept) => {
    const all = beside(whole, concept, whole.key.fund);
    return narrower.some((fund) => {
      const some = beside(whole, concept, fund);
      return all !== null && some !== null && amountOf(some) < amountOf(all);
    });
  });
}

const amountOf = ({ candidates }: Figure): number => candidates[0]!.lead.valueMinor;

const isProse = (candidates: readonly Candidate[]): boolean =>
  candidates.every((candidate) => candidate.witnesses.every((witness) => witness.medium === 'prose'));

const isDerived = (candidates: readonly Candidate[]): boolean =>
  candidates.every((candidate) => candidate.lead.basis === 'derived');

// Last year's figures that follow from this year's are those that a sentence happened to compare.
function isPartlyDerived(figure: Figure, parts: readonly Part[]): boolean {
  return [figure.candidates, ...parts.map((part) => part.candidates)].some(isDerived);
}

// Personnel and operating expenditure have no fund of their own: whichever fund's basic expenditure they split.
function wholeCandidatesOf(relation: SumRelation, figure: Figure): readonly Candidate[] {
  if (!relation.anyFundOf) return figure.candidates;
  const others = relation.anyFundOf
    .filter((fund) => fund !== figure.key.fund)
    .flatMap((fund) => beside(figure, figure.key.concept, fund)?.candidates ?? []);
  return [...figure.candidates, ...others];
}

const isOfFund = (slot: Slot, whole: Figure): boolean => !slot.onlyFund || slot.onlyFund === whole.key.fund;

function addParts(parts: Part[], figures: Figures, whole: Figure, slot: Slot): void {
  const figure = partAt(figures, whole, slot);
  if (figure) {
    const { zh, en, sign = 1, either = false } = slot;
    parts.push({ key: figure.key, zh, en, sign, either, candidates: figure.candidates });
    return;
  }
  const stead = slot.or;
  if (!stead || !isPrinted(figures, whole, stead[0]!)) return;
  for (const other of stead) addParts(parts, figures, whole, other);
}

/** Itself, or the first of what stands for it. */
function isPrinted(figures: Figures, whole: Figure, slot: Slot): boolean {
  if (partAt(figures, whole, slot)) return true;
  const first = slot.or?.[0];
  return first !== undefined && isPrinted(figures, whole, first);
}

/** null also where the part's concept cannot carry what the whole's key says (no reserve by functional code). */
function partAt(figures: Figures, whole: Figure, patch: Patch): Figure | null {
  const { key } = whole;
  const concept = patch.concept ?? key.concept;
  const { dimensions } = conceptById(concept);
  if (key.functionCode !== null && !dimensions.includes('function_code')) return null;
  if (key.project !== null && !dimensions.includes('project')) return null;
  const fund: Fund = dimensions.includes('fund') ? (patch.fund ?? key.fund) : 'all';
  const economicCode = patch.economicCode ?? null;
  return economicCode === key.economicCode
    ? beside(whole, concept, fund)
    : figureAt(figures, { ...key, concept, fund, economicCode });
}

// A reserve printed for the whole unit, or in one fund, may sit in any line and any fund of the same budget.
function isPrintedElsewhere(figures: Figures, whole: FactKey, slot: Slot): boolean {
  if (!slot.concept) return false;
  for (const { key, candidates } of figuresFor(figures, slot.concept)) {
    if (key.fiscalYear !== whole.fiscalYear || key.phase !== whole.phase) continue;
    if (candidates.some((candidate) => candidate.lead.valueMinor !== 0)) return true;
  }
  return false;
}
