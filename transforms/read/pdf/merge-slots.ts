/**
 * Where the rule between two slots of a grid is missing, they are one merged cell. Slots that are open to the
 * outside are no cells at all.
 */
import { nearest, overlap } from './geometry.ts';
import type { Rule } from './page.ts';
import { SAME_EDGE } from './rules.ts';
import type { RuledCell } from './table-grid.ts';

/** A wall must stand along this share of the slot it closes. */
const WALL_SHARE = 0.6;

/** Slots grow right, then down, as long as no wall stands between; each grown rectangle is one cell. */
export function mergeSlots(
  xs: readonly number[],
  ys: readonly number[],
  verticals: readonly Rule[],
  horizontals: readonly Rule[],
): RuledCell[] {
  const walls = wallsOf(xs, ys, verticals, horizontals);
  const columns = xs.length - 1;
  const taken = new Uint8Array(columns * (ys.length - 1));
  const cells: RuledCell[] = [];
  for (let row = 0; row < ys.length - 1; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken[row * columns + column] === 1) continue;
      const span = grow(row, column, xs.length - 1, ys.length - 1, walls, taken, columns);
      for (let r = row; r < row + span.rows; r++) {
        for (let c = column; c < column + span.columns; c++) taken[r * columns + c] = 1;
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
  taken: Uint8Array,
  stride: number,
): Span {
  let columns = 1;
  while (
    column + columns < columnCount &&
    !walls.left(row, column + columns) &&
    taken[row * stride + column + columns] === 0
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
  taken: Uint8Array,
  stride: number,
): boolean {
  for (let c = column; c < column + columns; c++) {
    if (walls.above(row, c) || taken[row * stride + c] === 1) return false;
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
