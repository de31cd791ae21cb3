/**
 * The figures of one disclosure: what one bureau published in one year in one kind of report, in however many
 * files (text and tables apart, or the same file twice). Relations are evaluated within one disclosure.
 */
import { type FactKey, printKey } from '../extract/fact.ts';
import type { Witness } from '../extract/witness.ts';
import type { DisclosureKind, Scope } from '../recognise/disclosure.ts';
import { byText, type Candidate, candidatesOf, compareWitnesses } from './candidates.ts';

export interface Figures {
  readonly id: string;
  readonly scope: Scope;
  readonly kind: DisclosureKind;
  readonly reportYear: number;
  readonly witnesses: readonly Witness[];
  /** By printed key, each with the best candidate first. */
  readonly byKey: ReadonlyMap<string, Figure>;
}

export interface Figure {
  readonly key: FactKey;
  readonly candidates: readonly Candidate[];
}

export function keyOf(witness: FactKey): FactKey {
  const { fiscalYear, concept, phase, fund, functionCode, economicCode, project } = witness;
  return { fiscalYear, concept, phase, fund, functionCode, economicCode, project };
}

export function groupBy<T>(
  items: readonly T[],
  name: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(name(item));
    if (group) group.push(item);
    else groups.set(name(item), [item]);
  }
  return new Map([...groups].sort(([a], [b]) => byText(a, b)));
}

export const disclosureOf = (witness: Pick<Witness, 'scope' | 'disclosureKind' | 'reportYear'>): string =>
  `${witness.scope}|${witness.disclosureKind}|${witness.reportYear}`;

/** `preferred` says for a key which candidate the bureau's observation accepted. */
export function figuresOf(
  witnesses: readonly Witness[],
  rank: (candidates: readonly Candidate[], key: string) => readonly Candidate[] = (candidates) => candidates,
): readonly Figures[] {
  return [...groupBy(witnesses, disclosureOf)].map(([id, group]) => {
    const first = group[0]!;
    const ordered = [...group].sort(compareWitnesses);
    const byKey = new Map<string, Figure>();
    for (const [name, same] of groupBy(ordered, printKey)) {
      byKey.set(name, { key: keyOf(same[0]!), candidates: rank(candidatesOf(same), name) });
    }
    return {
      id,
      scope: first.scope,
      kind: first.disclosureKind,
      reportYear: first.reportYear,
      witnesses: ordered,
      byKey,
    };
  });
}

export function figureAt(figures: Figures, key: FactKey): Figure | null {
  return figures.byKey.get(printKey(key)) ?? null;
}
