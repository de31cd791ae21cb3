/** Puts facts, claims and the fate of every number on record. */
import type { NumberToken } from '../../parse/amount.ts';
import type { Quantity } from '../../parse/quantity.ts';
import { type Claim, type Fact, type FactKey, factOf } from '../fact.ts';
import { isMoney } from './quantity-of.ts';
import type { Place, Reading } from './reading.ts';

/** Longest quotation: enough to recognise the sentence, short enough for a cell of a workbook. */
const LONGEST_QUOTE = 160;

export function recordFact(
  reading: Reading,
  place: Place,
  key: FactKey,
  quantity: Quantity,
  rest: { basis: Fact['basis']; rule: string; at: number },
): void {
  const fact = factOf(key, quantity, {
    basis: rest.basis,
    medium: 'prose',
    location: place.location,
    quote: quoteAround(place.sentence, rest.at),
    rule: `narrative/${rest.rule}`,
  });
  reading.facts.push(fact);
  reading.memory.remember(fact);
}

export function recordClaim(
  reading: Reading,
  place: Place,
  claim: Pick<Claim, 'kind' | 'subject' | 'base' | 'quantity' | 'direction'>,
  at: number,
): void {
  reading.claims.push({
    ...claim,
    location: place.location,
    quote: quoteAround(place.sentence, at),
    rule: `narrative/${claim.kind.replace('_', '-')}`,
  });
}

export function recordNumber(
  reading: Reading,
  place: Place,
  token: NumberToken,
  use: 'claimed' | 'ignored' | 'unclaimed',
  reason: string | null,
): void {
  place.seen.add(token);
  reading.numbers.push({
    location: place.location,
    text: token.unit === null ? token.text : `${token.text}${token.unit}`,
    context: quoteAround(place.sentence, token.start),
    medium: 'prose',
    use,
    reason,
    money: isMoney(token),
  });
}

/** The sentence, or the part of it around the figure where it is longer than a quotation may be. */
export function quoteAround(sentence: string, at: number): string {
  const text = sentence.trim();
  if (text.length <= LONGEST_QUOTE) return text;
  const from = Math.max(0, Math.min(at - LONGEST_QUOTE / 2, text.length - LONGEST_QUOTE));
  return `${from > 0 ? '…' : ''}${text.slice(from + (from > 0 ? 1 : 0), from + LONGEST_QUOTE - 1)}…`;
}
