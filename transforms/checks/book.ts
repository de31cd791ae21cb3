/**
 * Everything one bureau published, ready to be looked up. Reconciliation and checks read the same book, so it is
 * written once for a list of witnesses.
 */
import type { Witness } from '../extract/witness.ts';
import { type Figures, figuresOf } from './figures.ts';
import { exchangeSwapped, findSwaps, type Swap } from './swapped-labels.ts';

export interface Book {
  readonly swaps: readonly Swap[];
  /** Figures whose labels have changed places stand where they belong. */
  readonly witnesses: readonly Witness[];
  readonly disclosures: readonly Figures[];
}

/** The last one written: checks follow reconciliation, and then comes another bureau. */
let open: { readonly of: readonly Witness[]; readonly book: Book } | null = null;

export function bookOf(witnesses: readonly Witness[]): Book {
  if (open?.of !== witnesses) open = { of: witnesses, book: writeBook(witnesses) };
  return open.book;
}

function writeBook(printed: readonly Witness[]): Book {
  const swaps = findSwaps(printed);
  const witnesses = exchangeSwapped(printed, swaps);
  return { swaps, witnesses, disclosures: figuresOf(witnesses) };
}
