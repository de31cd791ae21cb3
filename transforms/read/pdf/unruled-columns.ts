/**
 * Rules may part the rows of a table and not its columns: a grid of one column whose cells hold figures beside
 * each other. Its words then tell the columns, and its rules only the rows.
 */
import type { FilledGrid } from './fill-grid.ts';
import { isFigure, wideParts } from './line-parts.ts';
import { linesOf } from './words.ts';

/** Fewer rows may be one sentence in a frame. */
const FEWEST_ROWS = 3;
/** Longer words in a grid of one column are text with a border around it and a rule under its running title. */
const LONGEST_CELL = 100;

export function framesText({ table }: FilledGrid): boolean {
  return table.xs.length === 2 && table.cells.some((cell) => cell.text.length > LONGEST_CELL);
}

export function hidesColumns({ table, runs }: FilledGrid): boolean {
  if (table.xs.length > 2) return false;
  const rows = linesOf(runs).filter((line) => {
    const parts = wideParts(line);
    return parts.length >= 2 && parts.some((part) => isFigure(part.text));
  });
  return rows.length >= FEWEST_ROWS;
}
