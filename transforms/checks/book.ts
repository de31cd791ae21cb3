/**
 * Everything one bureau published, ready to be looked up. Reconciliation and checks read the same book, so it is
 * written once for a list of witnesses.
 */
import type { Witness } from '../extract/witness.ts';
import { type Figures, figuresByName, figuresOf, type Named } from './figures.ts';
import { exchangeSwapped, findSwaps, type Swap } from './swapped-labels.ts';

export interface Book {
  readonly swaps: readonly Swap[];
  /** Figures whose labels have changed places stand where they belong. */
  readonly witnesses: readonly Witness[];
  readonly disclosures: readonly Figures[];
  /** What every disclosure prints for each key. */
  readonly named: readonly Named[];
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
  const disclosures = figuresOf(witnesses);
  return { swaps, witnesses, disclosures, named: figuresByName(disclosures) };
}
