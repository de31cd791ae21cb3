/** Which columns of two pages are the same. Tables of rules agree in their edges, others in where their words stand. */
import { centreX, median, nearest } from './geometry.ts';
import type { PageTable } from './page-layout.ts';

export interface CommonColumns {
  xs: readonly number[];
  /** For each column of that page, its first and last among the common columns. */
  first: readonly ColumnSpan[];
  second: readonly ColumnSpan[];
}

export interface ColumnSpan {
  from: number;
  to: number;
}

/** Edges of the same column on two pages differ at most by this (points). */
const SAME_COLUMN = 4;

export function commonColumns(first: PageTable, second: PageTable): CommonColumns | null {
  if (first.ruled && second.ruled) return columnsByEdges(first.xs, second.xs);
  return columnsByWords(first, second);
}

/** A page whose rows are all merged shows fewer edges: then one page's edges are among the other's. */
function columnsByEdges(first: readonly number[], second: readonly number[]): CommonColumns | null {
  const [more, fewer] = first.length >= second.length ? [first, second] : [second, first];
  const shift = fewer[0]! - more[0]!;
  if (Math.abs(fewer.at(-1)! - more.at(-1)! - shift) > SAME_COLUMN) return null;
  const edges = fewer.map((x) => nearest(more, x - shift, SAME_COLUMN));
  if (edges.includes(-1) || new Set(edges).size < edges.length) return null;
  if (fewer.length < more.length && Math.abs(shift) > SAME_COLUMN) return null;
  const spans = edges.slice(1).map((edge, index) => ({ from: edges[index]!, to: edge - 1 }));
  return arranged(first, second, more, spans);
}

/** A column without words on a page is missing there. Gaps between words make edges that no cell has, so the words are compared. */
function columnsByWords(first: PageTable, second: PageTable): CommonColumns | null {
  const [more, fewer] = first.xs.length >= second.xs.length ? [first, second] : [second, first];
  const places = middlesOf(fewer).map((middle) =>
    more.xs.slice(1).findIndex((edge, column) => middle > more.xs[column]! && middle < edge),
  );
  if (places.some((place, index) => place < 0 || (index > 0 && place <= places[index - 1]!))) return null;
  return arranged(
    first.xs,
    second.xs,
    more.xs,
    places.map((place) => ({ from: place, to: place })),
  );
}

/** Where the words of every column stand, or its own middle where it has none. */
function middlesOf({ xs, cells }: PageTable): number[] {
  const words = xs.slice(1).map((): number[] => []);
  for (const { text, column, columnSpan, box } of cells)
    if (text !== '' && columnSpan === 1) words[column]?.push(centreX(box));
  return words.map((middles, column) =>
    middles.length > 0 ? median(middles) : (xs[column]! + xs[column + 1]!) / 2,
  );
}

function arranged(
  first: readonly number[],
  second: readonly number[],
  xs: readonly number[],
  fewer: readonly ColumnSpan[],
): CommonColumns {
  const all = xs.slice(1).map((_, column) => ({ from: column, to: column }));
  return first.length >= second.length
    ? { xs, first: all, second: fewer }
    : { xs, first: fewer, second: all };
}
