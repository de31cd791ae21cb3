/**
 * A table is one or more sections: header rows, then the rows they govern. Statements have one section;
 * forms and base-data tables print new headers halfway down.
 */

import { readNumber } from '../../parse/amount.ts';
import { normaliseLabel } from '../../parse/label.ts';
import type { Cell, Grid, Table } from '../../read/document.ts';
import { COLUMN_NUMBER_ROW, NUMBERED } from './header-words.ts';

export interface Section {
  headerRows: readonly number[];
  rows: readonly number[];
}

/** The cells that begin in this row and say something, left to right. */
export function cellsOfRow(grid: Grid, row: number): Cell[] {
  const cells = (grid[row] ?? []).filter((cell): cell is Cell => cell !== null && cell.text.trim() !== '');
  return [...new Set(cells)].filter((cell) => cell.row === row);
}

export function isFigure(text: string): boolean {
  return readNumber(text).kind === 'number';
}

/** 栏次 1 2 3 …, or a row of nothing but 1, 2, 3 … n, with ** over the columns of labels. */
export function isColumnNumberRow(cells: readonly Cell[]): boolean {
  const texts = cells
    .filter(({ text }) => !/^\*+$/.test(text.trim()))
    .map((cell) => normaliseLabel(cell.text));
  if (texts.some((text) => COLUMN_NUMBER_ROW.test(text))) return true;
  if (cells[0]?.location.ocr === true && countsColumns(texts)) return true;
  const numbers = texts.filter((text) => /^\d{1,2}$/.test(text)).map(Number);
  return (
    numbers.length >= 3 &&
    numbers.length === texts.length &&
    numbers.every((n, i) => n === numbers[0]! + i) &&
    numbers[0]! <= 2
  );
}

const FEWEST_RECOGNISED = 6;
const MOST_MISREAD = 2;

/** 1 2 3 … 12 on a scanned page, where one or two of them may be misread. */
function countsColumns(texts: readonly string[]): boolean {
  const counted = texts.filter((text, index) => text === String(index + 1) || text === String(index + 2));
  return texts.length >= FEWEST_RECOGNISED && counted.length >= texts.length - MOST_MISREAD;
}

/** Splits by `isHeader`, which knows the column words of the layout. Rows before the first header have none. */
export function sectionsOf(
  table: Table,
  isHeader: (cells: readonly Cell[]) => boolean,
  several: boolean,
): Section[] {
  const leading = leadingHeader(table.grid);
  if (!several) return [{ headerRows: range(0, leading), rows: range(leading, table.grid.length) }];
  const sections: { headerRows: number[]; rows: number[] }[] = [{ headerRows: [], rows: [] }];
  for (let row = 0; row < table.grid.length; row++) {
    const current = sections.at(-1)!;
    if (!isHeader(cellsOfRow(table.grid, row))) current.rows.push(row);
    else if (current.rows.length === 0) current.headerRows.push(row);
    else sections.push({ headerRows: [row], rows: [] });
  }
  return sections;
}

/** Rows up to the first that prints a figure, a code, a numbered label, or nothing but a total. */
function leadingHeader(grid: Grid): number {
  const numbering = grid.findIndex((_, row) => row < 10 && isColumnNumberRow(cellsOfRow(grid, row)));
  if (numbering >= 0) return numbering + 1;
  const first = grid.findIndex((_, row) => beginsBody(cellsOfRow(grid, row)));
  return first < 0 ? grid.length : first;
}

function beginsBody(cells: readonly Cell[]): boolean {
  if (cells.length === 0) return false;
  if (cells.some((cell) => isFigure(cell.text) || NUMBERED.test(cell.text.trim()))) return true;
  return (
    cells.length === 1 &&
    /^(合计|总计|收入总计|支出总计)$/.test(normaliseLabel(cells[0]!.text)) &&
    cells[0]!.row > 0
  );
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
