/**
 * Everything one bureau published, ready to be looked up. Reconciliation and checks read the same book, so it is
 * written once for a list of witnesses.
 */
import type { Witness } from '../extract/witness.ts';
import { type Derivation, derivationsIn, withoutDerived } from './derivations.ts';
import { type Figures, figuresByName, figuresOf, type Named } from './figures.ts';
import { exchangeSwapped, findSwaps, type Swap } from './swapped-labels.ts';

export interface Book {
  readonly swaps: readonly Swap[];
  /** Figures whose labels have changed places stand where they belong. */
  readonly witnesses: readonly Witness[];
  readonly derivations: readonly Derivation[];
  readonly disclosures: readonly Figures[];
  /** What every disclosure prints for each key. */
  readonly named: readonly Named[];
}

interface Open {
  readonly of: readonly Witness[];
  readonly fallen: readonly Derivation[];
  readonly book: Book;
}

/** The last ones written, of all figures and without those that fell: then comes another bureau. */
let whole: Open | null = null;
let reduced: Open | null = null;

/** `fallen`: derived figures that are left out, all of them among the derivations of the whole book. */
export function bookOf(witnesses: readonly Witness[], fallen: readonly Derivation[] = []): Book {
  if (fallen.length === 0) {
    if (whole?.of !== witnesses) {
      whole = { of: witnesses, fallen, book: writeBook(witnesses) };
      reduced = null;
    }
    return whole.book;
  }
  if (reduced?.of !== witnesses || !areSame(reduced.fallen, fallen))
    reduced = { of: witnesses, fallen, book: writeBook(withoutDerived(witnesses, fallen)) };
  return reduced.book;
}

const areSame = (a: readonly Derivation[], b: readonly Derivation[]): boolean =>
  a.length === b.length && a.every(({ derived }, at) => derived === b[at]!.derived);

function writeBook(printed: readonly Witness[]): Book {
  const swaps = findSwaps(printed);
  const witnesses = exchangeSwapped(printed, swaps);
  const disclosures = figuresOf(witnesses);
  const derivations = derivationsIn(printed);
  return { swaps, witnesses, derivations, disclosures, named: figuresByName(disclosures) };
}
