/** Which words stand in which cell: by the centre of what is read in one go, so that a figure is never cut at a rule. */
import { centreX, centreY, contains, height, width } from './geometry.ts';
import type { Ink, PageCell, PageTable } from './page-layout.ts';
import { splitUnruledRows } from './split-rows.ts';
import type { RuledCell, RuledGrid } from './table-grid.ts';
import { joinTorn } from './torn-figures.ts';
import { isChinese, joinCellLines, type Line, linesOf, lineText, type Run } from './words.ts';

export interface FilledGrid {
  table: PageTable;
  /** The runs that stand in the table. */
  runs: readonly Run[];
}

export interface FilledCell extends RuledCell {
  runs: Run[];
}

/** A run may stand this far outside the frame and still belong to it (points). */
const OUTSIDE = 1;
/** Labels begin this close to the left of their cell, in font heights; centred words and figures do not. */
const LABEL_INDENT = 1.2;

export function fillGrid(grid: RuledGrid, runs: readonly Run[], page: number): FilledGrid {
  const cells: FilledCell[] = grid.cells.map((cell) => ({ ...cell, runs: [] }));
  const slots = slotsOf(cells, grid.xs.length);
  const inside: Run[] = [];
  for (const run of runs) {
    const cell = cellOf(grid, slots, run);
    if (!cell) continue;
    cell.runs.push(run);
    inside.push(run);
  }
  const split = splitUnruledRows(cells, grid.ys.length - 1);
  return {
    runs: inside,
    table: {
      kind: 'table',
      page,
      ruled: true,
      xs: grid.xs,
      rows: split.rows,
      cells: split.cells.map((cell) => pageCellOf(cell, page)),
      box: grid.box,
    },
  };
}

/** By the centre; but a long label that begins at the left of its cell and runs over the next ones stays where it begins. */
function cellOf(grid: RuledGrid, slots: Slots, run: Run): FilledCell | undefined {
  const y = centreY(run.box);
  const middle = cellAt(grid, slots, centreX(run.box), y);
  if (!middle || run.box.left >= middle.box.left - OUTSIDE) return middle;
  const size = height(run.characters[0]!.box);
  const start = cellAt(grid, slots, run.box.left + size / 4, y);
  const beginsThere = start !== undefined && run.box.left - start.box.left < LABEL_INDENT * size;
  return beginsThere && isChinese(run.text) ? start : middle;
}

/** Which cell covers which row and column: at `row * columns + column`. */
interface Slots {
  columns: number;
  cells: FilledCell[];
}

function slotsOf(cells: readonly FilledCell[], columns: number): Slots {
  const slots: Slots = { columns, cells: [] };
  for (const cell of cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
        slots.cells[row * columns + column] = cell;
      }
    }
  }
  return slots;
}

function cellAt(grid: RuledGrid, slots: Slots, x: number, y: number): FilledCell | undefined {
  const { left, top, right, bottom } = grid.box;
  const frame = {
    left: left - OUTSIDE,
    top: top - OUTSIDE,
    right: right + OUTSIDE,
    bottom: bottom + OUTSIDE,
  };
  if (!contains(frame, x, y)) return undefined;
  return slots.cells[intervalOf(grid.ys, y) * slots.columns + intervalOf(grid.xs, x)];
}

/** Index of the interval between edges in which `value` lies, the outer ones for what is just outside. */
export function intervalOf(edges: readonly number[], value: number): number {
  let index = 0;
  while (index < edges.length - 2 && value >= edges[index + 1]!) index++;
  return index;
}

function pageCellOf(cell: FilledCell, page: number): PageCell {
  const { row, column, rowSpan, columnSpan, box } = cell;
  const lines = linesOf(cell.runs);
  return {
    row,
    column,
    rowSpan,
    columnSpan,
    box,
    page,
    text: isFilled(lines, box) ? joinTorn(lines.map(lineText)) : joinCellLines(lines.map(lineText)),
    ink: inkOf(lines),
  };
}

/** Two lines, of which the first leaves no room for what the second begins with. */
function isFilled([first, ...others]: readonly Line[], box: RuledCell['box']): boolean {
  if (first === undefined || others.length !== 1) return false;
  return width(box) - width(first.box) < FREE_BESIDE * height(first.runs[0]!.characters[0]!.box);
}

/** The padding of both sides and less than one digit, in font heights. */
const FREE_BESIDE = 2;

export function inkOf(lines: readonly Line[]): Ink | null {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return null;
  return {
    firstLeft: first.box.left,
    lastRight: last.box.right,
    size: height(last.runs[0]!.characters[0]!.box),
  };
}
