/**
 * A flattened statement with one row a line: "二、公务接待费 3.20 1.75". Cells are joined by one blank, and an empty cell is a
 * blank of its own, where the copy kept them; where it did not, a row with fewer figures than columns stays short.
 */
import { isUnitLine, opensTable } from '../captions.ts';
import type { FlatCell } from './flat-cells.ts';
import { type FlatColumn, type FlatHeader, isHeaderWord } from './flat-header.ts';
import { BARE_SUBTOTAL, HAN, isFigure } from './flat-words.ts';
import type { FlatBody } from './place-figures.ts';
import { type FlatRow, isTotalColumn, overLostColumns, placeFigures } from './place-figures.ts';

const FEWEST_ROWS = 2;
/** "单位不需填列" in place of a figure. */
const LONGEST_WORDS = 8;
/** No statement with one list of labels is wider; a line with more cells is no row. */
const WIDEST_ROW = 16;

/** null where a header or a body row has a line for every cell. */
export function linedBody(
  cells: readonly FlatCell[],
  header: FlatHeader,
  printed: ReadonlyMap<number, string>,
): FlatBody | null {
  const found = linesFrom(cells, header.body);
  if (found === null) return null;
  const spaced = withEmptyCells(found.rows, header.columns.length, printed);
  const widest = found.rows.reduce((most, { cells: row }) => Math.max(most, row.length), 0) - 1;
  const head = headRows(header.columns, spaced === null ? widest : header.columns.length - 1);
  if (head === null) return null;
  const rows = spaced ?? found.rows.map((row) => placed(row, head));
  return { rows: [...overLostColumns(head, rows), ...rows], end: found.end };
}

function placed({ line, cells: [label, ...figures] }: FlatRow, head: readonly FlatRow[]): FlatRow {
  const values = head.at(-1)!.cells.slice(1);
  return { line, cells: [label!, ...placeFigures(figures, values.length, isTotalColumn(values[0]!))] };
}

function linesFrom(cells: readonly FlatCell[], from: number): FlatBody | null {
  const rows: FlatRow[] = [];
  let at = from;
  while (at < cells.length) {
    const row = cellsOfSameLine(cells, at);
    const [label, ...rest] = row.map(({ text }) => text);
    if (BARE_SUBTOTAL.test(label!) || row.length === WIDEST_ROW) return null;
    if (
      !HAN.test(label!) ||
      isHeaderWord(label!) ||
      isUnitLine(label!) ||
      opensTable(label!) ||
      !rest.every((text) => isFigure(text) || text.length <= LONGEST_WORDS)
    )
      break;
    rows.push({ line: cells[at]!.line, cells: [label!, ...rest] });
    at += row.length;
  }
  const last = rows.findLastIndex(({ cells: row }) => row.slice(1).some(isFigure));
  const filled = rows.slice(0, last + 1);
  const figures = filled.filter(({ cells: row }) => row.slice(1).some(isFigure));
  if (figures.length < FEWEST_ROWS) return null;
  return { rows: filled, end: from + filled.reduce((sum, { cells: row }) => sum + row.length, 0) };
}

function cellsOfSameLine(cells: readonly FlatCell[], from: number): readonly FlatCell[] {
  let end = from + 1;
  while (end - from < WIDEST_ROW && cells[end]?.line === cells[from]!.line) end++;
  return cells.slice(from, end);
}

/** 项目 | 预算数, or 2016年预算数 over 小计 | 其中：一般公共预算; null where the words are not as many as the figures. */
function headRows(columns: readonly FlatColumn[], figures: number): FlatRow[] | null {
  const [label, ...values] = columns;
  if (label?.kind !== 'label' || values.some(({ kind }) => kind !== 'value')) return null;
  const words = values.map(({ text }) => text);
  const { line } = label;
  if (words.length === figures) return [{ line, cells: [label.text, ...words] }];
  const [over, ...under] = values;
  if (under.length !== figures || over!.line === under[0]!.line) return null;
  return [
    { line, cells: [label.text, ...under.map(() => over!.text)] },
    { line: under[0]!.line, cells: ['', ...under.map(({ text }) => text)] },
  ];
}

/** Rows with the empty cells that their blanks stand for; null where a row cannot be read so. */
function withEmptyCells(
  rows: readonly FlatRow[],
  width: number,
  printed: ReadonlyMap<number, string>,
): readonly FlatRow[] | null {
  const spaced = rows.flatMap(({ line, cells }) => {
    const row = cellsByBlanks(printed.get(line) ?? '', cells[0]!, width);
    return row === null ? [] : [{ line, cells: row }];
  });
  return spaced.length === rows.length ? spaced : null;
}

/** "二、公务接待费   3.20": behind the label one blank parts, and the next one is an empty cell. */
function cellsByBlanks(printed: string, label: string, width: number): readonly string[] | null {
  const tail = printed.slice(endOfLabel(printed, label));
  if (tail.trim() === '') return [label, ...Array.from({ length: width - 1 }, () => '')];
  const parts = tail.match(/\s(?:\s|\S+)/g) ?? [];
  const isWhole = parts.join('').length >= tail.length - 1;
  return isWhole && parts.length === width - 1 ? [label, ...parts.map((part) => part.trim())] : null;
}

/** Blanks in front of a label and inside it part nothing. */
function endOfLabel(printed: string, label: string): number {
  let left = label.length;
  let at = 0;
  for (; at < printed.length && left > 0; at++) if (/\S/.test(printed[at]!)) left--;
  return at;
}
