/**
 * From rules to grids: rules that touch belong to one table, their positions are its rows and columns, and
 * where the rule between two slots is missing the slots are one merged cell.
 */
import type { Box } from '../document.ts';
import { cluster, nearest, overlap } from './geometry.ts';
import { closeOpenSides } from './open-sides.ts';
import type { Rule } from './page.ts';

/** `row`/`column` from 0. */
export interface RuledCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  box: Box;
}

export interface RuledGrid {
  /** Edges of the columns, one more than columns. */
  xs: readonly number[];
  /** Edges of the rows, one more than rows. */
  ys: readonly number[];
  cells: readonly RuledCell[];
  box: Box;
}

/** Rules that end this close to each other meet (points): Word stops a border short of the one it meets. */
export const MEETING = 3;
/** Positions this close are one edge: double rules, and cell borders drawn by both neighbours. */
export const SAME_EDGE = 2.5;
/** A wall must stand along this share of the slot it closes. */
const WALL_SHARE = 0.6;

/** `rules` already joined. Single frames and lone lines are no grids. */
export function findGrids(rules: readonly Rule[]): RuledGrid[] {
  return touchingRules(rules)
    .map(closeOpenSides)
    .map(gridOf)
    .filter((grid): grid is RuledGrid => grid !== null)
    .sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left);
}

/** Sets of rules that hang together through crossings. */
export function touchingRules(rules: readonly Rule[]): Rule[][] {
  const horizontals = rules.filter((rule) => rule.direction === 'horizontal');
  const verticals = rules.filter((rule) => rule.direction === 'vertical');
  const groupOf = new Map<Rule, Rule[]>();
  for (const rule of [...horizontals, ...verticals]) groupOf.set(rule, [rule]);
  for (const horizontal of horizontals) {
    for (const vertical of verticals) {
      if (!meets(horizontal, vertical)) continue;
      const [a, b] = [groupOf.get(horizontal)!, groupOf.get(vertical)!];
      if (a === b) continue;
      const [large, small] = a.length >= b.length ? [a, b] : [b, a];
      for (const rule of small) groupOf.set(rule, large);
      large.push(...small);
    }
  }
  return [...new Set(groupOf.values())];
}

function meets(horizontal: Rule, vertical: Rule): boolean {
  return (
    vertical.position >= horizontal.start - MEETING &&
    vertical.position <= horizontal.end + MEETING &&
    horizontal.position >= vertical.start - MEETING &&
    horizontal.position <= vertical.end + MEETING
  );
}

function gridOf(rules: readonly Rule[]): RuledGrid | null {
  const horizontals = rules.filter((rule) => rule.direction === 'horizontal');
  const verticals = rules.filter((rule) => rule.direction === 'vertical');
  const ys = cluster(
    horizontals.map((rule) => rule.position),
    SAME_EDGE,
  );
  const xs = cluster(
    verticals.map((rule) => rule.position),
    SAME_EDGE,
  );
  if (xs.length < 2 || ys.length < 2) return null;
  const cells = mergeSlots(xs, ys, verticals, horizontals);
  if (cells.length < 2) return null;
  const box = { left: xs[0]!, top: ys[0]!, right: xs.at(-1)!, bottom: ys.at(-1)! };
  return { xs, ys, cells, box };
}

/** Slots grow right, then down, as long as no wall stands between; each grown rectangle is one cell. */
function mergeSlots(
  xs: readonly number[],
  ys: readonly number[],
  verticals: readonly Rule[],
  horizontals: readonly Rule[],
): RuledCell[] {
  const walls = wallsOf(xs, ys, verticals, horizontals);
  const taken = new Set<number>();
  const columns = xs.length - 1;
  const cells: RuledCell[] = [];
  for (let row = 0; row < ys.length - 1; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken.has(row * columns + column)) continue;
      const span = grow(row, column, xs.length - 1, ys.length - 1, walls, taken, columns);
      for (let r = row; r < row + span.rows; r++) {
        for (let c = column; c < column + span.columns; c++) taken.add(r * columns + c);
      }
      if (!isEnclosed(row, column, span, walls)) continue;
      cells.push({
        row,
        column,
        rowSpan: span.rows,
        columnSpan: span.columns,
        box: {
          left: xs[column]!,
          top: ys[row]!,
          right: xs[column + span.columns]!,
          bottom: ys[row + span.rows]!,
        },
      });
    }
  }
  return cells;
}

interface Span {
  rows: number;
  columns: number;
}

/** Walls by edge: `left(row, column)` stands left of that slot, `above(row, column)` over it. */
interface Walls {
  left(row: number, column: number): boolean;
  above(row: number, column: number): boolean;
}

function wallsOf(
  xs: readonly number[],
  ys: readonly number[],
  verticals: readonly Rule[],
  horizontals: readonly Rule[],
): Walls {
  const standing = barriers(verticals, xs, ys);
  const lying = barriers(horizontals, ys, xs);
  return {
    left: (row, column) => standing[column]?.[row] ?? false,
    above: (row, column) => lying[row]?.[column] ?? false,
  };
}

/** For every edge, which of the intervals across it a rule covers. */
function barriers(rules: readonly Rule[], edges: readonly number[], across: readonly number[]): boolean[][] {
  const covered = edges.map(() => across.slice(1).map(() => 0));
  for (const rule of rules) {
    const edge = nearest(edges, rule.position, SAME_EDGE * 2);
    const row = covered[edge];
    if (!row) continue;
    for (let index = 0; index < row.length; index++) {
      const length = across[index + 1]! - across[index]!;
      row[index]! += Math.max(0, overlap(rule.start, rule.end, across[index]!, across[index + 1]!)) / length;
    }
  }
  return covered.map((row) => row.map((share) => share >= WALL_SHARE));
}

function grow(
  row: number,
  column: number,
  columnCount: number,
  rowCount: number,
  walls: Walls,
  taken: ReadonlySet<number>,
  stride: number,
): Span {
  let columns = 1;
  while (
    column + columns < columnCount &&
    !walls.left(row, column + columns) &&
    !taken.has(row * stride + column + columns)
  ) {
    columns++;
  }
  let rows = 1;
  while (row + rows < rowCount && isOpenBelow(row + rows, column, columns, walls, taken, stride)) rows++;
  return { rows, columns };
}

/** Whether the whole next row of slots joins the rectangle: no wall above it or within it. */
function isOpenBelow(
  row: number,
  column: number,
  columns: number,
  walls: Walls,
  taken: ReadonlySet<number>,
  stride: number,
): boolean {
  for (let c = column; c < column + columns; c++) {
    if (walls.above(row, c) || taken.has(row * stride + c)) return false;
    if (c > column && walls.left(row, c)) return false;
  }
  return true;
}

/** A slot that is open to the outside is not part of the table (an L-shaped table leaves such corners). */
function isEnclosed(row: number, column: number, span: Span, walls: Walls): boolean {
  const right = column + span.columns;
  const bottom = row + span.rows;
  const share = (count: number, wall: (index: number) => boolean) => {
    let standing = 0;
    for (let index = 0; index < count; index++) if (wall(index)) standing++;
    return standing / count;
  };
  return (
    share(span.columns, (index) => walls.above(row, column + index)) >= 0.5 &&
    share(span.columns, (index) => walls.above(bottom, column + index)) >= 0.5 &&
    share(span.rows, (index) => walls.left(row + index, column)) >= 0.5 &&
    share(span.rows, (index) => walls.left(row + index, right)) >= 0.5
  );
}
