/**
 * Columns of a table without vertical rules, from its header: the words of a header stand in the middle of their cells,
 * and the cells touch. So the first edge settles all others, and few first edges put every edge where no word of any row
 * stands. Figures at the right of their cells, and columns without any figure, are told apart by this and by nothing else.
 */
import type { Column } from './borderless-columns.ts';
import { centreX, height } from './geometry.ts';
import type { Part } from './line-parts.ts';

/** How far the middle of words may be off the middle of their cell (points). */
const OFF_CENTRE = 1;
/** Words keep at least this far from both sides of an edge together (points): twice the padding of a narrow cell. */
const NARROWEST = 1.5;
/** A page printed smaller has smaller gaps: this share of the font height will do. */
const NARROWEST_SHARE = 0.2;
/** More ways to place the edges than this are no knowledge of any. */
const MOST_WAYS = 200;
/** Where nothing holds it, the first edge lies this close to the leftmost words. */
const MARGIN = 6;

/** Labels above several columns may tell where in its range the first edge is: places this far apart (points), no further out. */
const STEP = 3;
const FURTHEST = 90;

/** A range of first edges, and the free stretches in which the other edges then lie. */
interface Way {
  from: number;
  to: number;
  stretches: readonly Column[];
}

export interface CentredColumns {
  columns: Column[];
  /** With the first edge elsewhere in its range: labels above several columns may tell it. */
  others: Column[][];
  /** How far the outer edges are from all words at least, together (points). */
  margin: number;
}

/**
 * The cells of the header whose lowest words are `labels`, from left to right, none above another: every way to place the
 * edges so that they keep clear of all `parts`, with some edge between other words than in the other ways.
 */
export function centredColumns(labels: readonly Part[], parts: readonly Part[]): CentredColumns[] {
  const words = [...labels, ...parts];
  const left = Math.min(...words.map(({ box }) => box.left));
  const right = Math.max(...words.map(({ box }) => box.right));
  const edges = edgesAfterFirst(labels);
  let ways: Way[] = [{ from: -Infinity, to: left + OFF_CENTRE, stretches: [] }];
  for (const [index, edge] of edges.entries()) {
    const next = labels[index + 1];
    const free = next
      ? freeStretches(labels[index]!.box.right, next.box.left, parts)
      : [{ left: right - OFF_CENTRE, right: Infinity }];
    ways = ways.flatMap((way) => free.flatMap((stretch) => narrowed(way, stretch, edge, index + 1)));
    if (ways.length > MOST_WAYS) return [];
  }
  return ways.map((way) => ({
    columns: cellsOf(way, edges, middleOf(way, left)),
    others: placesOf(way, left).map((begin) => cellsOf(way, edges, begin)),
    margin: Math.max(0, left - way.to) + Math.max(0, leastOf(edges.at(-1)!, way) - right),
  }));
}

/** Edge = `offset` + `sign` × first edge. */
interface Edge {
  offset: number;
  sign: 1 | -1;
}

/** Every cell is as wide to the right of its middle as to the left of it. */
function edgesAfterFirst(labels: readonly Part[]): Edge[] {
  const edges: Edge[] = [];
  let last: Edge = { offset: 0, sign: 1 };
  for (const label of labels) {
    last = { offset: 2 * centreX(label.box) - last.offset, sign: last.sign === 1 ? -1 : 1 };
    edges.push(last);
  }
  return edges;
}

/** The way as far as the edge lies in the stretch; errors of all the cells before it add up. */
function narrowed(way: Way, stretch: Column, { offset, sign }: Edge, cells: number): Way[] {
  const slack = OFF_CENTRE * Math.sqrt(cells);
  const [one, other] = [sign * (stretch.left - slack - offset), sign * (stretch.right + slack - offset)];
  const from = Math.max(way.from, Math.min(one, other));
  const to = Math.min(way.to, Math.max(one, other));
  return from <= to ? [{ from, to, stretches: [...way.stretches, stretch] }] : [];
}

/** What no part covers between `left` and `right`. */
function freeStretches(left: number, right: number, parts: readonly Part[]): Column[] {
  const between = parts
    .map(({ box }) => box)
    .filter((box) => box.right > left && box.left < right)
    .sort((a, b) => a.left - b.left);
  const free: Column[] = [];
  const narrowest = Math.min(NARROWEST, NARROWEST_SHARE * Math.max(...between.map(height)));
  let from = left;
  for (const box of between) {
    if (box.left - from >= narrowest) free.push({ left: from, right: box.left });
    from = Math.max(from, box.right);
  }
  if (right - from >= narrowest) free.push({ left: from, right });
  return free;
}

function leastOf({ offset, sign }: Edge, { from, to }: Way): number {
  return offset + sign * (sign === 1 ? from : to);
}

/** Nothing but the rest of its range is known of the first edge. */
function middleOf({ from, to }: Way, leftmost: number): number {
  return (Math.max(from, Math.min(to, leftmost) - MARGIN) + to) / 2;
}

function placesOf({ from, to }: Way, leftmost: number): number[] {
  const least = Math.max(from, Math.min(to, leftmost) - FURTHEST);
  const steps = Math.ceil((to - least) / STEP);
  return Array.from({ length: steps + 1 }, (_, step) => Math.min(to, least + step * STEP));
}

function cellsOf({ stretches }: Way, edges: readonly Edge[], begin: number): Column[] {
  const positions = edges.map(({ offset, sign }, index) => {
    const { left, right } = stretches[index]!;
    return Math.min(Math.max(offset + sign * begin, left), right);
  });
  return positions.map((right, index) => ({ left: index === 0 ? begin : positions[index - 1]!, right }));
}
