/** What a document literally says, and what every number in it became. */

import type { Quantity, Unit } from '../parse/quantity.ts';
import type { Location } from '../read/document.ts';
import type { ConceptId } from '../vocabulary/concept.ts';
import type { Remark } from './remark.ts';
import type { ScoreItem } from './score-item.ts';

export const PHASES = ['original_budget', 'adjusted_budget', 'budget', 'actual'] as const;
export type Phase = (typeof PHASES)[number];

export const FUNDS = [
  'all',
  'fiscal',
  'general_public',
  'government_fund',
  'state_capital',
  'superior_subsidy',
  'operating_income',
  'business_income',
  'affiliate_income',
  'special_account',
  'other_income',
] as const;
export type Fund = (typeof FUNDS)[number];

/** What a figure speaks of, within one bureau and scope. */
export interface FactKey {
  fiscalYear: number;
  concept: ConceptId;
  phase: Phase;
  fund: Fund;
  functionCode: string | null;
  economicCode: string | null;
  project: string | null;
}

export type Basis = 'stated' | 'derived';

/** `table` also for forms and lists in grid shape; `prose` for sentences. */
export type Medium = 'table' | 'prose';

export interface Fact extends FactKey, Quantity {
  basis: Basis;
  medium: Medium;
  location: Location;
  /** The words around the figure, as printed: the sentence, or "title ‖ header path ‖ row label ‖ figure". */
  quote: string;
  /** The layout or rule that read it, e.g. `final-accounts/expenditure` or `narrative/three-public`. */
  rule: string;
}

/** Spelled out: a document has thousands, and spreading one object into another takes ten times as long. */
export function factOf(
  key: FactKey,
  quantity: Quantity,
  { basis, medium, location, quote, rule }: Pick<Fact, 'basis' | 'medium' | 'location' | 'quote' | 'rule'>,
): Fact {
  return {
    fiscalYear: key.fiscalYear,
    concept: key.concept,
    phase: key.phase,
    fund: key.fund,
    functionCode: key.functionCode,
    economicCode: key.economicCode,
    project: key.project,
    unit: quantity.unit,
    valueMinor: quantity.valueMinor,
    ulpMinor: quantity.ulpMinor,
    printed: quantity.printed,
    printedUnit: quantity.printedUnit,
    basis,
    medium,
    location,
    quote,
    rule,
  };
}

/**
 * A rate, change or comparison that a sentence or a table states about figures: something to recompute,
 * never an input. `subject` is the key it speaks of.
 */
export interface Claim {
  kind:
    | 'completion' // 完成预算的 85.5%: actual ÷ budget
    | 'share' // 占本年支出合计的 24.6%: part ÷ whole
    | 'change_rate' // 比上年增长 12.5%
    | 'change_amount' // 比上年增加 6.5 万元
    | 'direction' // 决算数小于预算数的主要原因
    | 'unchanged'; // 与上年持平
  subject: FactKey;
  /** The other side: the budget, the whole, or last year's figure. */
  base: FactKey;
  /** Signed: a decrease is negative. null for `direction` and `unchanged`. */
  quantity: Quantity | null;
  /** For `direction`, `change_rate` and `change_amount`: what the words say. */
  direction: 'up' | 'down' | 'same' | null;
  location: Location;
  quote: string;
  rule: string;
}

/** What became of one number token of the document. */
export interface NumberUse {
  location: Location;
  text: string;
  /** The sentence, or header path and row label. */
  context: string;
  medium: Medium;
  use: 'claimed' | 'ignored' | 'unclaimed';
  /** Why it was ignored or could not be claimed ("行次", "年份", "指标值不属于收支数据", "没有单位"); null where claimed. */
  reason: string | null;
  /** True where unit, header or format says that it is an amount of money. */
  money: boolean;
}

export interface Extraction {
  facts: readonly Fact[];
  claims: readonly Claim[];
  numbers: readonly NumberUse[];
  /** Points of self-evaluations, for the checks; only the total is a fact. */
  scores: readonly ScoreItem[];
  /** What the document says about itself, for the checks. */
  remarks: readonly Remark[];
}

/** Identity of a key as one string: equal keys have equal strings, and they sort readably. */
export const printKey = (key: FactKey): string => printColumn(key) + printRow(key);

function printColumn({ fiscalYear, concept, phase, fund }: FactKey): string {
  return `${fiscalYear}|${concept}|${phase}|${fund}|`;
}

function printRow({ functionCode, economicCode, project }: FactKey): string {
  return `${functionCode ?? ''}|${economicCode ?? ''}|${project ?? ''}`;
}

/** What a table prints in one column: of one concept, year, phase and fund. */
export const isOfOneColumn = (a: FactKey, b: FactKey): boolean =>
  a.fiscalYear === b.fiscalYear && a.concept === b.concept && a.phase === b.phase && a.fund === b.fund;

/** `printKey` for keys that follow one another in their order: what they have in common is printed once. */
export function printingKeys(): (key: FactKey) => string {
  let last: FactKey | null = null;
  let column = '';
  return (key) => {
    if (last === null || !isOfOneColumn(last, key)) column = printColumn(key);
    last = key;
    return column + printRow(key);
  };
}

export type { Unit };
