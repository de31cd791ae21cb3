/**
 * A table that does not fit on a page goes on overleaf: same columns, no new title. Its header, printed again,
 * is not a second header; every row keeps the page it stands on.
 */

import { type ColumnSpan, commonColumns } from './common-columns.ts';
import type { FlowItem, FlowTable } from './flow.ts';
import type { PageCell } from './page-layout.ts';
import { continueMerged, mendTornRow } from './torn-rows.ts';

/** A column header has words; a row of a table has a figure or a code. */
const FIGURE = /\d/;

export function joinOverleaf(items: readonly FlowItem[]): FlowItem[] {
  const joined: FlowItem[] = [];
  let lastPage = 0;
  for (const item of items) {
    const last = joined.at(-1);
    const whole = item.kind === 'table' && last?.kind === 'table' ? continuation(last, item, lastPage) : null;
    if (whole) joined[joined.length - 1] = whole;
    else joined.push(item);
    lastPage = item.page;
  }
  return joined;
}

/** The two as one table, or null where the second is a table of its own. */
function continuation(first: FlowTable, second: FlowTable, lastPage: number): FlowTable | null {
  if (second.page !== lastPage + 1 || first.notes.length > 0) return null;
  if (second.title !== null && !sameTitle(first.title, second.title)) return null;
  const columns = commonColumns(first, second);
  if (!columns) return null;
  const head = repeatedRows(first, second) || resembledRows(first, second);
  if (head === 0 && second.captions.length > 0) return null;
  if (head === 0 && opensWithHeader(second) && hasRows(first)) return null;
  const upper = placed(first, columns.first, 0, 0);
  const lower = placed(second, columns.second, head, first.rows - head);
  const mended =
    head === 0 ? mendTornRow(upper, lower, first.rows) : { cells: [...upper, ...lower], removed: 0 };
  const cells = continueMerged(mended.cells, first.rows);
  return {
    ...first,
    xs: columns.xs,
    rows: first.rows + second.rows - head - mended.removed,
    cells,
    notes: second.notes,
  };
}

/** "某表", "某表（续）", "续表" */
function sameTitle(first: string | null, second: string): boolean {
  const bare = (title: string) => title.replace(/[（(]\s*续\s*表?\s*\d*\s*[)）]|续表?$|\s/g, '');
  return bare(second) === '' || (first !== null && bare(first) === bare(second));
}

function placed(
  table: FlowTable,
  columns: readonly ColumnSpan[],
  dropped: number,
  offset: number,
): PageCell[] {
  return table.cells
    .filter((cell) => cell.row >= dropped)
    .map((cell) => {
      const column = columns[cell.column]!.from;
      const last = columns[cell.column + cell.columnSpan - 1]!.to;
      const stays = offset === 0 && column === cell.column && last - column + 1 === cell.columnSpan;
      if (stays) return cell;
      return { ...cell, row: cell.row + offset, column, columnSpan: last - column + 1 };
    });
}

/** How many of the first rows of both say the same, in words. */
function repeatedRows(first: FlowTable, second: FlowTable): number {
  const limit = Math.min(first.rows, second.rows - 1);
  let rows = 0;
  while (rows < limit) {
    const words = rowText(second, rows);
    if (words === '' || words !== rowText(first, rows) || isFigures(second, rows)) break;
    rows++;
  }
  return rows;
}

/** A header printed again may lose a line or the end of a label: rows most of whose labels stand so in the header. */
const HEADER_ROWS = 6;
const SAME_LABELS = 0.75;
/** Words, or the number of a column. */
const LABEL = /\p{Script=Han}|^[1-9]\d?$/u;

function resembledRows(first: FlowTable, second: FlowTable): number {
  if (second.captions.length > 0 || first.xs.length !== second.xs.length) return 0;
  const header = first.cells.filter((cell) => cell.row < HEADER_ROWS);
  const known = new Set(header.map(slotText));
  let rows = 0;
  while (rows < Math.min(HEADER_ROWS, second.rows - 1)) {
    const labels = second.cells.filter((cell) => cell.row === rows && cell.text !== '');
    const same = labels.filter((cell) => LABEL.test(cell.text) && known.has(slotText(cell)));
    if (same.length < 3 || same.length < SAME_LABELS * labels.length || isFigures(second, rows)) break;
    rows++;
  }
  return rows;
}

const slotText = (cell: PageCell): string => `${cell.column} ${cell.text.replace(/\s/g, '')}`;

function rowText(table: FlowTable, row: number): string {
  return table.cells
    .filter((cell) => cell.row === row)
    .map((cell) => cell.text.replace(/\s/g, ''))
    .join('|');
}

/** Rows that repeat by chance ("—", "0.00") are rows. */
function isFigures(table: FlowTable, row: number): boolean {
  const texts = table.cells.filter((cell) => cell.row === row && cell.text !== '').map((cell) => cell.text);
  return texts.length === 0 || texts.every((text) => !/\p{Script=Han}/u.test(text));
}

/** What the last column of a table is called. */
const HEADER_WORD =
  /^(?:金额|合计|总计|小计|备注|项目支出|基本支出|公用经费|人员经费|(?:预|决|执行|调整预)算数|.{0,12}(?:支出|收入|经费|金额|预算数|决算数))$/;

/** The page may have had room for the first line of the header only. */
function hasRows(table: FlowTable): boolean {
  return table.cells.some((cell) => FIGURE.test(cell.text));
}

function opensWithHeader(table: FlowTable): boolean {
  const first = table.cells.filter((cell) => cell.row === 0 && cell.text !== '');
  const columns = table.xs.length - 1;
  if (first.length < 2 || first.some((cell) => FIGURE.test(cell.text))) return false;
  const last = first.at(-1)!;
  return last.column + last.columnSpan === columns && HEADER_WORD.test(last.text.replace(/\s/g, ''));
}
