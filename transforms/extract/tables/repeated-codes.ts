/**
 * One code in several rows of a lane. Where 单位代码 stands beside it, a department prints its units one below the
 * other, and what it spends on the code is their sum. Where nothing says what tells the rows apart, which of them
 * is the figure is not known, and neither is what belongs to the codes around it.
 */
import { readNumber, toQuantity } from '../../parse/amount.ts';
import type { Quantity } from '../../parse/quantity.ts';
import { conceptById } from '../../vocabulary/concept.ts';
import type { Fact } from '../fact.ts';
import { type Figure, quoteOf } from './figure.ts';
import { keyOf } from './key.ts';
import { printedUnitOf } from './printed-units.ts';
import type { TableContext } from './table-context.ts';
import { printedValue, type Understood } from './twin-columns.ts';

export interface RepeatedCodes {
  /** Figures that are a part of a sum: by unit. */
  summed: ReadonlySet<Figure>;
  sums: readonly Fact[];
  /** Figures that nothing tells apart, and the coded ones around them. */
  unclear: ReadonlySet<Figure>;
}

export function repeatedCodes(
  understood: readonly Understood[],
  byUnits: boolean,
  context: TableContext,
): RepeatedCodes {
  const groups = [...groupByCode(understood).values()].filter((group) => group.length > 1);
  if (byUnits) {
    const sums = groups.flatMap((group) => sumOf(group, context) ?? []);
    return { summed: new Set(groups.flat().map(({ figure }) => figure)), sums, unclear: new Set() };
  }
  const differ = groups.some((group) => new Set(group.map(({ figure }) => printedValue(figure))).size > 1);
  const coded = differ ? understood.filter(({ figure }) => figure.code !== null) : [];
  return { summed: new Set(), sums: [], unclear: new Set(coded.map(({ figure }) => figure)) };
}

function groupByCode(understood: readonly Understood[]): Map<string, Understood[]> {
  const groups = new Map<string, Understood[]>();
  for (const one of understood) {
    if (!one.figure.code) continue;
    const key = `${one.figure.cell.column} ${one.figure.code} ${JSON.stringify(one.meaning)}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups;
}

/** null where a part has no unit or the vocabulary no key. */
function sumOf(group: readonly Understood[], context: TableContext): Fact | null {
  const [first] = group;
  const key = keyOf(first!.meaning, context);
  if (typeof key === 'string') return null;
  const { unit } = conceptById(key.concept);
  const parts = group.map(({ figure }) =>
    toQuantity(readNumber(figure.cell.text), unit, printedUnitOf(figure, unit, context)),
  );
  if (!parts.every((part): part is Quantity => part !== null)) return null;
  return {
    ...key,
    unit,
    valueMinor: parts.reduce((sum, part) => sum + part.valueMinor, 0),
    ulpMinor: Math.max(...parts.map((part) => part.ulpMinor)),
    printed: parts.map((part) => part.printed).join(' + '),
    printedUnit: parts[0]!.printedUnit,
    basis: 'derived',
    medium: 'table',
    location: first!.figure.cell.location,
    quote: quoteOf(first!.figure),
    rule: first!.figure.layout.id,
  };
}
