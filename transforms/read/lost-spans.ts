/**
 * What cleans a page takes the spans off its cells: rows are then of different width, and a header stands over the wrong
 * columns. Such a table is read like one in a text, whose rows tell what was merged; where they do not, its header says nothing.
 * Others print a merged cell once for every slot.
 */
import { normaliseLabel } from '../parse/label.ts';
import { isCaptionRow } from './captions.ts';
import type { FlowTable } from './flow.ts';
import { withMergedCells } from './merged-cells.ts';
import { isPrintedFigure } from './printed-figure.ts';
import { printedOf, type TextCell } from './text-cell.ts';

/** No cell is merged, and rows of several cells are of different width. */
export function lostSpans({ rows }: FlowTable): boolean {
  if (rows.some((row) => row.some(({ rowSpan, columnSpan }) => rowSpan > 1 || columnSpan > 1))) return false;
  return new Set(rows.map(({ length }) => length).filter((length) => length > 1)).size > 1;
}

export function withSpansFound(printed: readonly TextCell[][]): TextCell[][] {
  const rows = withMergedCells(
    printed.filter((row) => row.length > 0),
    true,
  );
  if (rows.some((row) => row.some(({ text }) => OF_FORM.test(normaliseLabel(text))))) return rows;
  const width = rows.reduce((most, row) => Math.max(most, widthOf(row)), 0);
  const body = rows.findIndex(isFigureRow);
  const isOpen = (row: readonly TextCell[]) => isHeader(row) && widthOf(row) < width;
  if (!rows.slice(0, body).some(isOpen)) return rows;
  return rows.map((row, index) => (index < body && isHeader(row) ? asOneCell(row) : row));
}

const isFigureRow = (row: readonly TextCell[]): boolean => row.some(({ text }) => isPrintedFigure(text));

/** "合计|合计|合计|90.00": a converter printed a merged cell in every slot that it covered. Two such rows are no chance. */
export function filledSpans({ rows }: FlowTable): boolean {
  if (rows.some((row) => row.some(({ rowSpan, columnSpan }) => rowSpan > 1 || columnSpan > 1))) return false;
  return rows.filter((row) => row.some((cell, at) => isSameLabel(cell, row[at - 1]))).length >= FEWEST_FILLED;
}

const FEWEST_FILLED = 2;

export function withSpansJoined(printed: readonly TextCell[][]): TextCell[][] {
  const ofCodes = printed.find((row) => row.some((cell, at) => isSameCodeHeader(cell, row[at - 1]))) ?? [];
  return printed.map((row) => {
    const cells: TextCell[] = [];
    for (const [at, cell] of row.entries()) {
      const before = cells.at(-1);
      const isSameCode = CODE.test(cell.text) && isSameCodeHeader(ofCodes[at], ofCodes[at - 1]);
      const isSame =
        before !== undefined && (isSameLabel(cell, before) || (isSameCode && cell.text === before.text));
      if (!isSame) cells.push(cell);
      else cells[cells.length - 1] = { ...before, columnSpan: (before.columnSpan ?? 1) + 1 };
    }
    return cells;
  });
}

const CODE = /^\d{3}(?:\d{2}){0,2}$/;
/** 科目编码 | 科目编码 | 科目编码: the code of a row stands below it three times, and two equal amounts stand nowhere below it. */
const isSameCodeHeader = (cell: TextCell | undefined, before: TextCell | undefined): boolean =>
  cell !== undefined && before?.text === cell.text && /(编码|代码)$/.test(normaliseLabel(cell.text));

const isSameLabel = (cell: { text: string }, before: { text: string } | undefined): boolean =>
  before !== undefined && cell.text === before.text && /\p{Script=Han}/u.test(cell.text);

/** A form has rows of every width, and each says for itself what it holds. */
const OF_FORM = /^(项目|专项).{0,4}名称|^主管部门|^实施单位|资金总额/;

const isHeader = (row: readonly TextCell[]): boolean =>
  printedOf(row).length > 1 && !isCaptionRow(printedOf(row));
const widthOf = (row: readonly TextCell[]): number =>
  row.reduce((sum, { columnSpan = 1 }) => sum + columnSpan, 0);
const asOneCell = ([first, ...others]: readonly TextCell[]): TextCell[] => [
  { ...first!, text: [first!, ...others].map(({ text }) => text).join('｜') },
];
