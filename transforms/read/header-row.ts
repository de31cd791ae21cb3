/** What one row of a header says of itself: whether it has labels, how wide it is, and which of its labels open a group of columns. */
import { normaliseLabel } from '../parse/label.ts';
import { isCaptionRow } from './captions.ts';
import { printedOf, type TextCell } from './text-cell.ts';

export type Row = readonly TextCell[];

/** 小计 and 合计 open a group of columns; so does whatever opens the row (项目 | 金额 ‖ 项目 | 金额). */
export const OPENS_GROUP = /^(小计|合计)$/;

export const labelOf = (cell: TextCell): string => normaliseLabel(cell.text);

export const isLabelled = (row: Row): boolean =>
  row.length > 1 && !isNumbering(row) && !isCaptionRow(printedOf(row));

/** 栏次 | 1 | 2, and 1 | 2 | 3. */
export function isNumbering(row: Row): boolean {
  return row.every(({ text }) => /^(栏次|行次|\d{0,2})$/.test(text.trim()));
}

/** The row up to the last cell in which something is printed. */
export const withoutBlankEnd = (row: Row): Row =>
  row.slice(0, row.findLastIndex(({ text }) => text.trim() !== '') + 1);

export const columnsOf = (row: Row): number =>
  row.reduce((sum, { columnSpan }) => sum + (columnSpan ?? 1), 0);

export const isTotal = (label: string): boolean => OPENS_GROUP.test(label);
export const isSame =
  (first: string) =>
  (label: string): boolean =>
    label !== '' && label === first;

export function openedGroups(run: Row, opens: (label: string) => boolean): number[] {
  const groups: number[] = [];
  for (const [at, cell] of run.entries()) {
    if (at === 0 || opens(labelOf(cell))) groups.push(1);
    else groups.push(groups.pop()! + 1);
  }
  return groups;
}

export const spanned = (cell: TextCell, columnSpan: number): TextCell =>
  columnSpan > 1 ? { ...cell, columnSpan } : { ...cell };
