/** A fact together with whose it is: what reconciliation, checks and the warehouse work on. */
import { hash } from 'node:crypto';
import { printLocation } from '../read/document.ts';
import { type Claim, type Fact, printKey } from './fact.ts';
import type { Owner } from './owner.ts';

export interface Witness extends Fact, Owner {
  /** Stable over runs: digest of document, place, key and printed text. */
  factId: string;
}

/** A claim together with whose it is. */
export interface OwnedClaim extends Claim, Owner {
  claimId: string;
}

/** First 16 hex digits of a SHA-256: short enough to read, long enough for a nation's facts. */
export function digest(...parts: readonly (string | number | null)[]): string {
  return hash('sha256', JSON.stringify(parts), 'hex').slice(0, 16);
}

/** `digestAfter('a', 'b')('c')` is `digest('a', 'b', 'c')`, for many digests that begin alike. */
export function digestAfter(...parts: readonly string[]): (last: string) => string {
  const beginning = `${JSON.stringify(parts).slice(0, -1)},`;
  return (last) => hash('sha256', `${beginning}${quoted(last)}]`, 'hex').slice(0, 16);
}

/** "2024|expenditure|actual|all|2080101||": nothing in it that JSON would print in another way. */
const PLAIN = /^[\w.|-]*$/;
const quoted = (text: string): string => (PLAIN.test(text) ? `"${text}"` : JSON.stringify(text));

/** `ordinal` tells equal statements at one place apart (0 for the first). */
export function factIdOf(documentId: string, fact: Fact, ordinal: number): string {
  return digest(
    documentId,
    printLocation(fact.location),
    printKey(fact),
    fact.basis,
    fact.printed,
    fact.rule,
    ordinal,
  );
}
