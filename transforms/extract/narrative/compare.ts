/** Statements about the difference to another figure: claims, and last year's figure where the arithmetic is exact. */
import type { NumberToken } from '../../parse/amount.ts';
import type { Quantity } from '../../parse/quantity.ts';
import { conceptById } from '../../vocabulary/concept.ts';
import type { Claim, Fact, FactKey, Phase } from '../fact.ts';
import { quantityOf } from './quantity-of.ts';
import type { Base, Place, Reading } from './reading.ts';
import { recordClaim, recordFact } from './record.ts';
import { settlePhase } from './resolve-subject.ts';
import { keyOf, type Subject } from './subject.ts';

export interface KeyPair {
  subject: FactKey;
  base: FactKey;
}

/** For each concept of the subject its key and the key it is compared with; empty where the base is no other figure. */
export function pairsOf(subject: Subject, base: Base, reading: Reading): KeyPair[] {
  return subject.concepts.flatMap((concept) => {
    const named = subject.year ?? reading.disclosure.fiscalYear;
    const phase = settlePhase(subject, concept, reading);
    if (named === null || phase === null) return [];
    const said = keyOf(concept, subject, phase, named);
    const year = base.year === 'previous' && isSaidAsLastYear(said, reading) ? named + 1 : named;
    const own = { ...said, fiscalYear: year };
    const other = { ...own, fiscalYear: baseYear(base, year), phase: basePhase(base, own, reading) };
    const same = other.fiscalYear === own.fiscalYear && other.phase === own.phase;
    return same ? [] : [{ subject: own, base: other }];
  });
}

/** "支出4万元，上年支出2万元，与上年持平": 上年 is the same year both times, and what is compared with it is this one. */
function isSaidAsLastYear(key: FactKey, { disclosure, memory }: Reading): boolean {
  if (disclosure.fiscalYear === null || key.fiscalYear !== disclosure.fiscalYear - 1) return false;
  const fact = memory.recall(key);
  return fact?.basis === 'stated' && !fact.quote.includes(String(key.fiscalYear));
}

const baseYear = (base: Base, year: number): number =>
  base.year === 'previous' ? year - 1 : (base.year ?? year);

/** "比上年" is last year's figure of the same phase; "比预算" the budget that the text spoke of. */
function basePhase(base: Base, own: FactKey, reading: Reading): Phase {
  if (base.phase === null) return own.phase;
  if (base.phase !== 'bare') return base.phase;
  if (base.year !== null && own.phase !== 'actual') return own.phase;
  return budgetPhaseOf(own, reading);
}

export function budgetPhaseOf(key: FactKey, reading: Reading): Phase {
  const { memory, context } = reading;
  const noted = key.concept.startsWith('three_public') ? context.threePublicBudgetPhase : null;
  return memory.budgetPhase(key) ?? noted ?? context.bareBudgetPhase;
}

/** "比上年增加20.5万元": a claim for each key, and the figure of the year before. */
export function recordChange(
  pairs: readonly KeyPair[],
  token: NumberToken,
  direction: 'up' | 'down' | 'same',
  reading: Reading,
  place: Place,
): boolean {
  let recorded = false;
  for (const pair of pairs) {
    const change = quantityOf(token, conceptById(pair.subject.concept).unit);
    if (change === null) continue;
    recorded = true;
    recordClaim(reading, place, amountClaim(pair, change, direction), token.start);
    derive(pair, signed(change, direction), change, reading, place, token.start);
  }
  return recorded;
}

/** The figure that is compared with, where it is printed itself; false where it is of another unit. */
export function recordBase(pair: KeyPair, token: NumberToken, reading: Reading, place: Place): boolean {
  const quantity = token.unit === null ? null : quantityOf(token, conceptById(pair.base.concept).unit);
  if (quantity === null) return false;
  recordFact(reading, place, pair.base, quantity, {
    basis: 'stated',
    rule: 'compared-with',
    at: token.start,
  });
  return true;
}

/** "与上年持平": the figure of the year before is this one. */
export function recordUnchanged(pairs: readonly KeyPair[], reading: Reading, place: Place, at: number): void {
  for (const pair of pairs) {
    recordClaim(
      reading,
      place,
      { kind: 'unchanged', subject: pair.subject, base: pair.base, quantity: null, direction: 'same' },
      at,
    );
    derive(pair, 0, null, reading, place, at);
  }
}

function amountClaim(
  pair: KeyPair,
  change: Quantity,
  direction: 'up' | 'down' | 'same',
): Pick<Claim, 'kind' | 'subject' | 'base' | 'quantity' | 'direction'> {
  const quantity = { ...change, valueMinor: signed(change, direction) };
  return { kind: 'change_amount', subject: pair.subject, base: pair.base, quantity, direction };
}

export const signed = (change: Quantity, direction: 'up' | 'down' | 'same'): number =>
  direction === 'down' ? -change.valueMinor : change.valueMinor;

/** Only a figure of another year and the same phase follows; the difference to a budget says nothing new. */
function derive(
  pair: KeyPair,
  changeMinor: number,
  change: Quantity | null,
  reading: Reading,
  place: Place,
  at: number,
): void {
  if (pair.base.fiscalYear === pair.subject.fiscalYear || pair.base.phase !== pair.subject.phase) return;
  const now = reading.memory.recall(pair.subject);
  if (now === null) return;
  const valueMinor = now.valueMinor - changeMinor;
  if (valueMinor < 0 || isWhatWasSpent(pair.base, valueMinor, reading)) return;
  recordFact(reading, place, pair.base, derivedQuantity(now, valueMinor, change, changeMinor), {
    basis: 'derived',
    rule: change === null ? 'unchanged' : 'change',
    at,
  });
}

/** "预算较2030年增加2万元", where the text has told what was spent in 2030 and the sum is that: no budget follows. */
function isWhatWasSpent(base: FactKey, valueMinor: number, { memory }: Reading): boolean {
  if (base.phase === 'actual' || valueMinor === 0 || memory.recall(base) !== null) return false;
  const spent = memory.recall({ ...base, phase: 'actual' });
  return spent?.basis === 'stated' && spent.valueMinor === valueMinor;
}

/** What was printed for a derived figure is its sum: "80.25 − 20.5". */
function derivedQuantity(
  now: Fact,
  valueMinor: number,
  change: Quantity | null,
  changeMinor: number,
): Quantity {
  const { unit, printed, printedUnit } = now;
  if (change === null || change.valueMinor === 0) {
    const ulpMinor = Math.max(now.ulpMinor, change?.ulpMinor ?? 1);
    return { unit, valueMinor, ulpMinor, printed, printedUnit };
  }
  // Both may have been rounded by half of their last digits.
  const ulpMinor = now.ulpMinor + change.ulpMinor;
  const sign = changeMinor < 0 ? '+' : '−';
  const sameUnit = change.printedUnit === printedUnit;
  const sum = sameUnit
    ? `${printed} ${sign} ${change.printed}`
    : `${printed}${printedUnit} ${sign} ${change.printed}${change.printedUnit}`;
  return { unit, valueMinor, ulpMinor, printed: sum, printedUnit: sameUnit ? printedUnit : '' };
}
