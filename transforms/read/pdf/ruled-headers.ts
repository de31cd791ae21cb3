/** Some tables rule their header and not their rows: the columns of the lines right below are those of its cells. */

import { firstBlock, isRow } from './borderless.ts';
import { bodyCells, hasGluedFigures } from './borderless-body.ts';
import { type Column, columnsUnder } from './borderless-columns.ts';
import { around, overlap, width } from './geometry.ts';
import { partGluedCells } from './glued-cells.ts';
import { fineParts, isFigure } from './line-parts.ts';
import type { Rule } from './page.ts';
import type { PageTable } from './page-layout.ts';
import type { Line } from './words.ts';

/** Two columns are ruled around a note, too. */
const FEWEST_COLUMNS = 3;
/** The number of a column: no amount. */
const COLUMN_NUMBER = /^[1-9]\d?$/;
/** The share of a figure that stands between the edges of its column. */
const WITHIN = 0.9;

export interface HeadedTables {
  tables: PageTable[];
  /** Lines that belong to none of them. */
  rest: Line[];
}

/** `tables` of one page, ruled, and the lines outside them. */
export function withBodies(
  tables: readonly PageTable[],
  lines: readonly Line[],
  rules: readonly Rule[],
): HeadedTables {
  const taken = new Set<Line>();
  const whole = tables.map((table) => {
    const block = isHeader(table) ? blockBelow(table, tables, lines) : [];
    const body = block.length > 0 ? bodyBelow(table, block.map(partGluedCells), rules) : null;
    if (body) for (const line of block) taken.add(line);
    return body ?? table;
  });
  return { tables: whole, rest: lines.filter((line) => !taken.has(line)) };
}

function isHeader({ xs, cells }: PageTable): boolean {
  const texts = cells.map(({ text }) => text).filter((text) => text !== '');
  return xs.length > FEWEST_COLUMNS && texts.every((text) => !isFigure(text) || COLUMN_NUMBER.test(text));
}

function blockBelow(table: PageTable, tables: readonly PageTable[], lines: readonly Line[]): Line[] {
  const end = Math.min(...tables.map(({ box }) => box.top).filter((top) => top >= table.box.bottom));
  const below = lines.filter(({ box }) => box.top > table.box.bottom - 2 && box.bottom < end);
  const block = firstBlock(below, table.box.bottom);
  return block.some(isRow) ? block : [];
}

/** Null where the figures do not stand in the columns. */
function bodyBelow(table: PageTable, block: readonly Line[], rules: readonly Rule[]): PageTable | null {
  const columns = table.xs.slice(1).map((right, index): Column => ({ left: table.xs[index]!, right }));
  if (hasGluedFigures(block, columns) || !block.every((line) => standsWithin(line, columns))) return null;
  const box = around(block.map((line) => line.box));
  const across = rules.filter(
    ({ direction, position }) => direction === 'horizontal' && position > box.top && position < box.bottom,
  );
  const body = bodyCells(block, columns, across, table.page);
  const cells = body.cells.map((cell) => ({ ...cell, row: cell.row + table.rows }));
  return {
    ...table,
    rows: table.rows + body.rows,
    cells: [...table.cells, ...cells],
    box: around([table.box, box]),
  };
}

function standsWithin(line: Line, columns: readonly Column[]): boolean {
  return fineParts(line).every((part) => {
    if (!isFigure(part.text)) return true;
    const { left, right } = columns[columnsUnder(columns, part).first]!;
    return overlap(left, right, part.box.left, part.box.right) >= WITHIN * width(part.box);
  });
}
