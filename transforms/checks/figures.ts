/**
 * The figures of one disclosure: what one bureau published in one year in one kind of report, in however many
 * files (text and tables apart, or the same file twice). Relations are evaluated within one disclosure, and find
 * their figures by key or by concept: nothing walks over all of them for each.
 */
import { type FactKey, type Fund, printKey } from '../extract/fact.ts';
import type { Witness } from '../extract/witness.ts';
import type { DisclosureKind, Scope } from '../recognise/disclosure.ts';
import type { ConceptId } from '../vocabulary/concept.ts';
import { byText, type Candidate, candidatesOf } from './candidates.ts';

export interface Figures {
  readonly id: string;
  readonly scope: Scope;
  readonly kind: DisclosureKind;
  readonly reportYear: number;
  /** By printed key, each with the best candidate first. */
  readonly byKey: ReadonlyMap<string, Figure>;
  readonly byConcept: ReadonlyMap<ConceptId, readonly Figure[]>;
}

export interface Figure {
  readonly key: FactKey;
  /** The printed key. */
  readonly name: string;
  readonly witnesses: readonly Witness[];
  readonly candidates: readonly Candidate[];
  /** What is printed for the same year, phase, codes and project: other concepts, other funds. */
  readonly row: Row;
}

/** A handful of figures for each concept, one a fund. */
export type Row = ReadonlyMap<ConceptId, readonly Figure[]>;

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

export const disclosureOf = (witness: Pick<Witness, 'scope' | 'disclosureKind' | 'reportYear'>): string =>
  `${witness.scope}|${witness.disclosureKind}|${witness.reportYear}`;

export function figuresOf(witnesses: readonly Witness[]): readonly Figures[] {
  return [...groupBy(witnesses, disclosureOf)].map(([id, group]) => {
    const { scope, disclosureKind: kind, reportYear } = group[0]!;
    const prints = [...groupBy(group, printKey)].map(
      ([name, same]): Print => ({
        key: keyOf(same[0]!),
        name,
        witnesses: same,
        candidates: candidatesOf(same),
      }),
    );
    return { id, scope, kind, reportYear, ...indexed(prints) };
  });
}

type Print = Omit<Figure, 'row'>;

function indexed(prints: readonly Print[]): Pick<Figures, 'byKey' | 'byConcept'> {
  const byKey = new Map<string, Figure>();
  const byConcept = new Map<ConceptId, Figure[]>();
  const rows = new Map<string, Map<ConceptId, Figure[]>>();
  for (const { key, name, witnesses, candidates } of prints) {
    const { fiscalYear, phase, functionCode, economicCode, project } = key;
    const row = entry(rows, `${fiscalYear}|${phase}|${functionCode}|${economicCode}|${project}`, newRow);
    const figure = { key, name, witnesses, candidates, row };
    byKey.set(name, figure);
    entry(byConcept, key.concept, newList).push(figure);
    entry(row, key.concept, newList).push(figure);
  }
  return { byKey, byConcept };
}

const newRow = (): Map<ConceptId, Figure[]> => new Map();
const newList = (): Figure[] => [];

function entry<Name, Value>(map: Map<Name, Value>, name: Name, make: () => Value): Value {
  const known = map.get(name);
  if (known !== undefined) return known;
  const made = make();
  map.set(name, made);
  return made;
}

/** In the same row: another concept or another fund. */
export function beside({ row }: Figure, concept: ConceptId, fund: Fund): Figure | null {
  return row.get(concept)?.find(({ key }) => key.fund === fund) ?? null;
}

/** Says for a key which candidate the bureau's observation accepted. */
export type Rank = (candidates: readonly Candidate[], name: string) => readonly Candidate[];

/** The same figures; those that are printed with several values, in the order of `rank`. */
export function ranked(figures: Figures, rank: Rank): Figures {
  const all = [...figures.byKey.values()];
  if (all.every(({ candidates }) => candidates.length < 2)) return figures;
  const inOrder = all.map((figure) =>
    figure.candidates.length < 2 ? figure : { ...figure, candidates: rank(figure.candidates, figure.name) },
  );
  return { ...figures, ...indexed(inOrder) };
}

/** Scope → printed key → what each disclosure prints for it. */
export function figuresByName(
  disclosures: readonly Figures[],
): ReadonlyMap<Scope, ReadonlyMap<string, readonly Figure[]>> {
  const scopes = new Map<Scope, Map<string, Figure[]>>();
  for (const { scope, byKey } of disclosures) {
    const names = scopes.get(scope) ?? new Map<string, Figure[]>();
    scopes.set(scope, names);
    for (const [name, figure] of byKey) {
      const figures = names.get(name);
      if (figures) figures.push(figure);
      else names.set(name, [figure]);
    }
  }
  return scopes;
}

export function figureAt(figures: Figures, key: FactKey): Figure | null {
  return figures.byKey.get(printKey(key)) ?? null;
}

const NONE: readonly Figure[] = [];

/** The figures of one concept, sorted by key. */
export function figuresFor(figures: Figures, concept: ConceptId): readonly Figure[] {
  return figures.byConcept.get(concept) ?? NONE;
}
