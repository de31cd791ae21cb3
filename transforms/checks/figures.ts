/**
 * The figures of one disclosure: what one bureau published in one year in one kind of report, in however many
 * files (text and tables apart, or the same file twice). Relations are evaluated within one disclosure, and find
 * their figures by key or by concept: nothing walks over all of them for each.
 */
import { type FactKey, type Fund, printingKeys } from '../extract/fact.ts';
import type { Witness } from '../extract/witness.ts';
import type { DisclosureKind, Scope } from '../recognise/disclosure.ts';
import type { ConceptId } from '../vocabulary/concept.ts';
import { byText, type Candidate, candidatesOf } from './candidates.ts';
import { type KeyNumbers, numberKeys } from './key-numbers.ts';

export interface Figures {
  readonly id: string;
  readonly scope: Scope;
  readonly kind: DisclosureKind;
  readonly reportYear: number;
  /** Sorted by printed key, each with the best candidate first. */
  readonly all: readonly Figure[];
  readonly byConcept: ReadonlyMap<ConceptId, readonly Figure[]>;
  /** By the number of the key (`keys`). */
  readonly byNumber: readonly (Figure | undefined)[];
  readonly keys: KeyNumbers;
}

export interface Figure {
  /** A witness of it, or the key alone. */
  readonly key: FactKey;
  /** The printed key. */
  readonly name: string;
  /** The number of its key, among those of the bureau. */
  readonly number: number;
  readonly witnesses: readonly Witness[];
  readonly candidates: readonly Candidate[];
  /** What is printed for the same year, phase, codes and project: other concepts, other funds. A few dozen at most. */
  readonly row: Row;
}

export type Row = readonly Figure[];

const NONE: readonly Figure[] = [];

export function keyOf(witness: FactKey): FactKey {
  const { fiscalYear, concept, phase, fund, functionCode, economicCode, project } = witness;
  return { fiscalYear, concept, phase, fund, functionCode, economicCode, project };
}

/** Groups sorted by name; within a group the order of arrival. */
export function groupBy<T, Name extends string>(
  items: readonly T[],
  nameOf: (item: T) => Name,
): ReadonlyMap<Name, readonly T[]> {
  const groups = gather(items, nameOf);
  return groups.size < 2 ? groups : new Map([...groups].sort(([a], [b]) => byText(a, b)));
}

/** Groups in order of arrival. */
export function gather<T, Name extends string>(
  items: readonly T[],
  nameOf: (item: T) => Name,
): Map<Name, T[]> {
  const groups = new Map<Name, T[]>();
  for (const item of items) {
    const name = nameOf(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}

/** Copies of one report repeat what it says: the first of each name, sorted by name. */
export const firstOfEach = <T>(items: readonly T[], nameOf: (item: T) => string): readonly T[] =>
  [...groupBy(items, nameOf).values()].map(([first]) => first!);

export const disclosureOf = (witness: Pick<Witness, 'scope' | 'disclosureKind' | 'reportYear'>): string =>
  `${witness.scope}|${witness.disclosureKind}|${witness.reportYear}`;

/** The figures of the disclosure in which something is said. */
export function figuresBeside(
  disclosures: readonly Figures[],
  statement: Parameters<typeof disclosureOf>[0],
): Figures | undefined {
  const own = disclosureOf(statement);
  return disclosures.find(({ id }) => id === own);
}

export function figuresOf(witnesses: readonly Witness[]): readonly Figures[] {
  const keys = numberKeys(witnesses);
  const names = new Array<string>(keys.count);
  const printKey = printingKeys();
  return groupIndexes(witnesses).map(({ id, indexes }) => {
    const own = indexes.map((index) => witnesses[index]!);
    const { scope, disclosureKind: kind, reportYear } = own[0]!;
    const prints = inOrder(
      own,
      (place) => keys.of[indexes[place]!]!,
      (same, number): Print => {
        const [key] = same;
        const name = names[number] ?? printKey(key);
        names[number] = name;
        return { key, name, number, witnesses: same, candidates: candidatesOf(same), row: NONE };
      },
    );
    return { id, scope, kind, reportYear, keys, ...indexed(prints, keys) };
  });
}

interface Group {
  readonly id: string;
  readonly indexes: readonly number[];
}

/** Witnesses by disclosure, sorted by its id; those of one document follow one another. */
function groupIndexes(witnesses: readonly Witness[]): readonly Group[] {
  const groups = new Map<string, number[]>();
  let last: Witness | null = null;
  let group: number[] = [];
  for (let at = 0; at < witnesses.length; at++) {
    const witness = witnesses[at]!;
    if (last === null || !isOfOneDisclosure(last, witness))
      group = entry(groups, disclosureOf(witness), newIndexes);
    group.push(at);
    last = witness;
  }
  return [...groups].map(([id, indexes]) => ({ id, indexes })).sort((a, b) => byText(a.id, b.id));
}

const isOfOneDisclosure = (a: Witness, b: Witness): boolean =>
  a.scope === b.scope && a.disclosureKind === b.disclosureKind && a.reportYear === b.reportYear;

/** More items than any bureau has; number and place of an item fit into one number, which sorts fast. */
const MOST_ITEMS = 2 ** 26;

/** What is made of the items of each number, in the order of the numbers; within one number they stay as they came. */
function inOrder<T, Made>(
  items: readonly T[],
  numberOf: (place: number) => number,
  make: (same: readonly [T, ...T[]], number: number) => Made,
): readonly Made[] {
  const packed = new Float64Array(items.length);
  for (let place = 0; place < items.length; place++) packed[place] = numberOf(place) * MOST_ITEMS + place;
  packed.sort();
  const made: Made[] = [];
  for (let from = 0; from < packed.length; ) {
    const number = Math.floor(packed[from]! / MOST_ITEMS);
    let to = from + 1;
    while (to < packed.length && packed[to]! < (number + 1) * MOST_ITEMS) to++;
    const same = new Array<T>(to - from);
    for (let at = from; at < to; at++) same[at - from] = items[packed[at]! - number * MOST_ITEMS]!;
    made.push(make(same as [T, ...T[]], number));
    from = to;
  }
  return made;
}

/** A figure whose row is not known yet. */
type Print = Omit<Figure, 'row'> & { row: Row };

/** The figures, each with its row: those of `prints` themselves. */
function indexed(
  prints: readonly Print[],
  keys: KeyNumbers,
): Pick<Figures, 'all' | 'byConcept' | 'byNumber'> {
  const byConcept = new Map<ConceptId, Figure[]>();
  const byNumber = new Array<Figure | undefined>(keys.count);
  const rows = new Array<Figure[] | undefined>(keys.rows);
  for (const figure of prints) {
    const at = keys.rowOf[figure.number]!;
    const row = rows[at] ?? [];
    rows[at] = row;
    figure.row = row;
    row.push(figure);
    byNumber[figure.number] = figure;
    entry(byConcept, figure.key.concept, newList).push(figure);
  }
  return { all: prints, byConcept, byNumber };
}

const newList = (): Figure[] => [];
const newIndexes = (): number[] => [];

function entry<Name, Value>(map: Map<Name, Value>, name: Name, make: () => Value): Value {
  const known = map.get(name);
  if (known !== undefined) return known;
  const made = make();
  map.set(name, made);
  return made;
}

/** In the same row: another concept or another fund. */
export function beside({ row }: Figure, concept: ConceptId, fund: Fund): Figure | null {
  for (const figure of row) if (figure.key.concept === concept && figure.key.fund === fund) return figure;
  return null;
}

/** Says for a key which candidate the bureau's observation accepted. */
export type Rank = (candidates: readonly Candidate[], name: string) => readonly Candidate[];

/** The same figures; those that are printed with several values, in the order of `rank`. */
export function ranked(figures: Figures, rank: Rank): Figures {
  const { all } = figures;
  if (all.every(({ candidates }) => candidates.length < 2)) return figures;
  const reordered = all.map((figure) => ({
    ...figure,
    candidates: figure.candidates.length < 2 ? figure.candidates : rank(figure.candidates, figure.name),
  }));
  return { ...figures, ...indexed(reordered, figures.keys) };
}

/** What the disclosures of one scope print for one key. */
export type Named = readonly [Figure, ...Figure[]];

/** Sorted by scope and key; within a key in the order of the disclosures. */
export function figuresByName(disclosures: readonly Figures[]): readonly Named[] {
  const scopes = gather(disclosures, ({ scope }) => scope);
  const named: Named[] = [];
  for (const [, own] of [...scopes].sort(([a], [b]) => byText(a, b))) {
    for (let number = 0; number < own[0]!.keys.count; number++) {
      const same = printedAt(own, number);
      if (same) named.push(same);
    }
  }
  return named;
}

function printedAt(disclosures: readonly Figures[], number: number): Named | null {
  let same: [Figure, ...Figure[]] | null = null;
  for (const { byNumber } of disclosures) {
    const figure = byNumber[number];
    if (figure === undefined) continue;
    if (same === null) same = [figure];
    else same.push(figure);
  }
  return same;
}

export function figureAt({ keys, byNumber }: Figures, key: FactKey): Figure | null {
  const number = keys.numberOf(key);
  return number === null ? null : (byNumber[number] ?? null);
}

/** The figures of one concept, sorted by key. */
export function figuresFor(figures: Figures, concept: ConceptId): readonly Figure[] {
  return figures.byConcept.get(concept) ?? NONE;
}
