/**
 * "2010102 | 一般行政管理事务 | 20.00 | 20.00" under 合计 | 基本支出 | 项目支出: a text that dropped its empty cells moves figures
 * to the left, and nothing in a short row says which cell is gone. A text that prints empty cells, or ends all its
 * rows alike, only leaves out what is empty at the end.
 */
import type { Table } from '../../read/document.ts';
import { isTotalColumn } from '../../read/statements/place-figures.ts';
import type { Lane } from './columns.ts';
import type { Figure } from './figure.ts';
import type { LaneReading } from './figure-meaning.ts';
import { isFigure, type Section } from './sections.ts';

/** Why such a figure is no fact. */
export const SHORT_ROW = '该行缺少单元格，不知是哪一列';

/** Rows of a lane whose figures may stand in a column that is not theirs. */
export function shortRowsOf(
  { grid, location }: Table,
  { rows }: Section,
  lane: Lane,
  keepsEmptyCells: boolean,
): ReadonlySet<number> {
  const isText = location.page === undefined && location.sheet === undefined;
  if (!isText || lane.values.length < 2) return NONE;
  const filled = rows
    .map((row) => ({ row, cells: lane.values.map((column) => grid[row]?.[column] ?? null) }))
    .filter(({ cells }) => cells.some((cell) => cell !== null && isFigure(cell.text)));
  const widths = filled.map(({ cells }) => cells.findLastIndex((cell) => cell !== null) + 1);
  // Where no row reaches the last column of a text without a single empty cell, every row may have lost one before its end.
  const widest = keepsEmptyCells
    ? widths.reduce((most, width) => Math.max(most, width), 0)
    : lane.values.length;
  const printsEmpty = filled.some(({ cells }) =>
    cells.some((cell) => cell !== null && cell.text.trim() === ''),
  );
  if (printsEmpty) return NONE;
  return new Set(filled.flatMap(({ row }, index) => (widths[index]! < widest ? [row] : [])));
}

const NONE: ReadonlySet<number> = new Set();

/** 合计 behind whole labels is printed in every row and comes first: whatever was dropped stood behind it. */
export function isTotalOfRow({ cell }: Figure, { table, lane, columns }: LaneReading): boolean {
  const first = lane.values[0];
  if (first === undefined || cell.column !== first || lane.labels.length === 0) return false;
  const path = columns[first]!.path;
  const labels = [...lane.codes, ...lane.labels].map((column) => table.grid[cell.row]?.[column] ?? null);
  const isWhole = labels.every((label) => label !== null && label.text.trim() !== '');
  const named = lane.labels.map((column) => table.grid[cell.row]?.[column]?.text ?? '');
  return path.length === 1 && isTotalColumn(path[0]!) && isWhole && !named.some(isFigure);
}

/** "二、政府性基金预算财政拨款 | 2 | 26": the number of the line beside it, in the place of an amount that was dropped. */
export function isLineNumber({ cell }: Figure, { table, columns }: LaneReading): boolean {
  const isText = table.location.page === undefined && table.location.sheet === undefined;
  if (!isText || !BARE.test(cell.text.trim())) return false;
  const lines = columns.flatMap(({ kind }, column) => (kind === 'line' ? [column] : []));
  const textAt = (row: number, column: number) => table.grid[row]?.[column]?.text.trim() ?? '';
  const own = lines.findLast((column) => column < cell.column);
  if (own !== undefined && /\p{Script=Han}/u.test(textAt(cell.row, own))) return true;
  const next = lines.find((column) => column > cell.column);
  if (next === undefined || BARE.test(textAt(cell.row, next))) return false;
  let above = cell.row - 1;
  while (above >= 0 && !BARE.test(textAt(above, next))) above--;
  return above >= 0 && Number(cell.text) === Number(textAt(above, next)) + cell.row - above;
}

const BARE = /^\d{1,3}$/;
