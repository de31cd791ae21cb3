/**
 * Spreadsheets often keep the title, the owner and the unit in ruled rows above the header. They are captions:
 * the grid begins with its header.
 */
import { isCaption, isName } from '../captions.ts';
import type { PageCell, PageTable } from './page-layout.ts';

/** A header and a row must remain. */
const FEWEST_ROWS = 2;
/** "收支总表", "某某情况表（2024年）": a name that can only be a table's. */
const TABLE_NAME = /表\s*(?:[（(][^（）()]{1,20}[)）])?$/;
const LONGEST_NAME = 40;

export interface ParsedTop {
  table: PageTable;
  /** Cells of the rows that were taken off, in reading order. */
  captions: readonly PageCell[];
}

export function takeCaptionRows(table: PageTable): ParsedTop {
  const captions: PageCell[] = [];
  let taken = 0;
  while (table.rows - taken > FEWEST_ROWS) {
    const row = table.cells.filter((cell) => cell.row === taken);
    if (row.some((cell) => cell.rowSpan > 1) || !isCaptionRow(row, table.xs.length - 1)) break;
    captions.push(...row.filter((cell) => cell.text !== ''));
    taken++;
  }
  if (captions.length === 0) return { table, captions };
  const cells = table.cells
    .filter((cell) => cell.row >= taken)
    .map((cell) => ({ ...cell, row: cell.row - taken }));
  const top = Math.min(...cells.map((cell) => cell.box.top));
  return { table: { ...table, cells, rows: table.rows - taken, box: { ...table.box, top } }, captions };
}

function isCaptionRow(row: readonly PageCell[], columns: number): boolean {
  const words = row.filter((cell) => cell.text !== '');
  if (words.length === 0) return false;
  const only = words.length === 1 ? words[0] : undefined;
  if (only && only.columnSpan === columns && isTableName(only.text)) return true;
  return words.every((cell) => isCaption(cell.text) && !isName(cell.text));
}

function isTableName(text: string): boolean {
  return text.length <= LONGEST_NAME && TABLE_NAME.test(text) && isName(text);
}
