/**
 * "2010102 | 一般行政管理事务 | 20.00 | 20.00" under 合计 | 基本支出 | 项目支出: a text that dropped its empty cells moves figures
 * to the left, and nothing in a short row says which cell is gone. A text that prints empty cells, or ends all its
 * rows alike, only leaves out what is empty at the end.
 */
import type { Table } from '../../read/document.ts';
import type { Lane } from './columns.ts';
import { isFigure, type Section } from './sections.ts';

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
