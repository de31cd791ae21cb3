/** Where in a disclosure a sum relation can be evaluated: one instance for each printed whole. */
import type { FactKey, Fund } from '../extract/fact.ts';
import { type ConceptId, conceptById, hasFund } from '../vocabulary/concept.ts';
import type { Candidate } from './candidates.ts';
import { type Figure, type Figures, figureAt } from './figures.ts';
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
  readonly wholeCandidates: readonly Candidate[];
  readonly parts: readonly Part[];
  /** Chinese names of the expected parts that are not printed. */
  readonly missing: readonly string[];
  /** Whether the parts are all there are: then a shortage is as wrong as an excess. */
  readonly isExhaustive: () => boolean;
}

export function bindSum(relation: SumRelation, figures: Figures): readonly SumInstance[] {
  const instances: SumInstance[] = [];
  for (const figure of figures.byKey.values()) {
    if (!relation.wholes.some((whole) => isWhole(relation, whole, figure.key))) continue;
    if (relation.anyFundOf && preferredFund(relation.anyFundOf, figures, figure.key) !== figure.key.fund)
      continue;
    const instance = bindWhole(relation, figures, figure);
    if (instance) instances.push(instance);
  }
  return instances;
}

function preferredFund(funds: readonly Fund[], figures: Figures, key: FactKey): Fund | undefined {
  return funds.find((fund) => figureAt(figures, { ...key, fund }) !== null);
}

function isWhole(relation: SumRelation, whole: Patch, key: FactKey): boolean {
  if (whole.concept !== key.concept || (whole.fund !== undefined && whole.fund !== key.fund)) return false;
  if (key.economicCode !== null) return false;
  const along = relation.along ?? ['functionCode'];
  return (
    (key.functionCode === null || along.includes('functionCode')) &&
    (key.project === null || along.includes('project'))
  );
}

function bindWhole(relation: SumRelation, figures: Figures, figure: Figure): SumInstance | null {
  const slots = relation.parts.filter((slot) => !slot.onlyFund || slot.onlyFund === figure.key.fund);
  const parts: Part[] = [];
  const missing: string[] = [];
  let hidden = false;
  for (const slot of slots) {
    const found = partsOf(figures, figure.key, slot);
    parts.push(...found);
    if (found.length > 0) continue;
    if (!slot.optional && !slot.either) missing.push(slot.zh);
    if (slot.optional && isPrintedElsewhere(figures, figure.key, slot)) hidden = true;
  }
  if (parts.length < (relation.atLeast ?? 1)) return null;
  const residual = slots.some((slot) => slot.residual && partsOf(figures, figure.key, slot).length > 0);
  const proseMayOmit = relation.proseMayOmitIn?.includes(figures.kind) ?? false;
  const inProse = [figure.candidates, ...parts.map((part) => part.candidates)].some(isProse);
  const complete = missing.length === 0 || (residual && !inProse && parts.length > 1);
  return {
    relation,
    figures,
    place: '',
    whole: figure.key,
    wholeCandidates: wholeCandidatesOf(relation, figures, figure),
    parts,
    missing,
    isExhaustive: () => complete && !hidden && !(proseMayOmit && inProse) && !isPartlyDerived(figure, parts),
  };
}

const isProse = (candidates: readonly Candidate[]): boolean =>
  candidates.every((candidate) => candidate.witnesses.every((witness) => witness.medium === 'prose'));

const isDerived = (candidates: readonly Candidate[]): boolean =>
  candidates.every((candidate) => candidate.lead.basis === 'derived');

// Last year's figures that follow from this year's are those that a sentence happened to compare.
function isPartlyDerived(figure: Figure, parts: readonly Part[]): boolean {
  return [figure.candidates, ...parts.map((part) => part.candidates)].some(isDerived);
}

// Personnel and operating expenditure have no fund of their own: whichever fund's basic expenditure they split.
function wholeCandidatesOf(relation: SumRelation, figures: Figures, figure: Figure): readonly Candidate[] {
  if (!relation.anyFundOf) return figure.candidates;
  const others = relation.anyFundOf
    .filter((fund) => fund !== figure.key.fund)
    .flatMap((fund) => figureAt(figures, { ...figure.key, fund })?.candidates ?? []);
  return [...figure.candidates, ...others];
}

function partsOf(figures: Figures, whole: FactKey, slot: Slot): readonly Part[] {
  const key = patched(whole, slot);
  const figure = key && figureAt(figures, key);
  if (figure) {
    const { zh, en, sign = 1, either = false } = slot;
    return [{ key: figure.key, zh, en, sign, either, candidates: figure.candidates }];
  }
  const [first, ...others] = slot.or ?? [];
  if (!first) return [];
  const found = partsOf(figures, whole, first);
  return found.length === 0 ? [] : [...found, ...others.flatMap((other) => partsOf(figures, whole, other))];
}

/** null where the part's concept cannot carry what the whole's key says (no reserve by functional code). */
function patched(whole: FactKey, patch: Patch): FactKey | null {
  const concept: ConceptId = patch.concept ?? whole.concept;
  const dimensions = conceptById(concept).dimensions;
  if (whole.functionCode !== null && !dimensions.includes('function_code')) return null;
  if (whole.project !== null && !dimensions.includes('project')) return null;
  const fund: Fund = hasFund(concept) ? (patch.fund ?? whole.fund) : 'all';
  return { ...whole, concept, fund, economicCode: patch.economicCode ?? null };
}

// A reserve printed for the whole unit, or in one fund, may sit in any line and any fund of the same budget.
function isPrintedElsewhere(figures: Figures, whole: FactKey, slot: Slot): boolean {
  for (const { key, candidates } of figures.byKey.values()) {
    if (key.concept !== slot.concept || key.fiscalYear !== whole.fiscalYear || key.phase !== whole.phase)
      continue;
    if (candidates.some((candidate) => candidate.lead.valueMinor !== 0)) return true;
  }
  return false;
}
