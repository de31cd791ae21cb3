/**
 * What each column of a section is for, and the lanes they form: 项目 | 行次 | 金额 ‖ 项目 | 行次 | 金额 is two
 * lanes. Decided by what is printed, header words first, then the body below them.
 */
import { readNumber } from '../../parse/amount.ts';
import { normaliseLabel } from '../../parse/label.ts';
import type { Cell, Grid } from '../../read/document.ts';
import {
  CODE_HEADER,
  GOVERNMENT_CODES,
  LABEL_HEADER,
  LINE_HEADER,
  TRAILING_UNIT,
  UNIT_CODE_HEADER,
} from './header-words.ts';
import { cellsOfRow, isColumnNumberRow, type Section } from './sections.ts';

export type ColumnKind = 'label' | 'code' | 'unit' | 'other' | 'line' | 'value' | 'empty';

export interface Column {
  kind: ColumnKind;
  /** Header labels from the top down, normalised, units stripped; merged headers stand in every column they cover. */
  path: readonly string[];
  /** Header labels that reach the column only by standing to its left above empty cells: weaker. */
  inherited: readonly string[];
  /** Of these, the labels that stand to its left: a merged header without its merge. */
  covering: readonly string[];
  /** Whether it prints any figure other than zero. */
  filled: boolean;
  /** The same header cells as printed, for quotes and unit notes. */
  printedPath: readonly string[];
}

export interface Lane {
  codes: readonly number[];
  labels: readonly number[];
  values: readonly number[];
}

/** 201, 20101, 2010101, also with spaces between the levels ("301 02"). */
const CODE_LIKE = /^\d{3}(\s*\d{2}){0,2}$/;

/** A code that may stand under a header that says nothing: functional 2xx, economic 3xx; never 0. */
const CLASSIFICATION_CODE = /^[23]\d{2}(\s*\d{2}){0,2}$/;
/** One level of a code in a column of its own: 05, and 5 where the leading zero was lost. */
const LEVEL_LIKE = /^\d{1,2}$/;

export function columnsOf(grid: Grid, section: Section): Column[] {
  const width = grid.reduce((most, row) => Math.max(most, row.length), 0);
  const headers = section.headerRows.filter((row) => !isColumnNumberRow(cellsOfRow(grid, row)));
  return Array.from({ length: width }, (_, column) => {
    const direct = headers
      .map((row) => grid[row]?.[column] ?? null)
      .filter((cell) => cell !== null && cell.text.trim() !== '');
    const path = labelsOf(direct);
    // Only what stands above a column's own label can cover it.
    const above = headers.filter((row) => direct[0] === undefined || row < direct[0]!.row);
    const body = bodyTexts(grid, section.rows, column);
    const reaching = (find: typeof toTheLeft) =>
      labelsOf(above.map((row) => find(grid, row, column))).filter((label) => !path.includes(label));
    return {
      path,
      inherited: reaching(leftNeighbour),
      covering: reaching(toTheLeft),
      printedPath: [...new Set(direct)].map((cell) => cell!.text),
      kind: kindOf(path, body),
      filled: body.some((text) => readNumber(text).kind === 'number' && /[1-9]/.test(text)),
    };
  });
}

/** Label of a header cell as the terms hold it: without "(万元)". */
export function headerLabel(text: string): string {
  return normaliseLabel(normaliseLabel(text).replace(TRAILING_UNIT, ''));
}

function labelsOf(cells: readonly (Cell | null)[]): string[] {
  const distinct = [...new Set(cells)].filter((cell): cell is Cell => cell !== null);
  return distinct.map((cell) => headerLabel(cell.text)).filter((label) => label !== '');
}

/** In text that dropped merged cells, a header covers the empty cells to its right, and the first one those before it. */
function leftNeighbour(grid: Grid, row: number, column: number): Cell | null {
  return (
    toTheLeft(grid, row, column) ??
    grid[row]?.find((cell) => cell !== null && cell.text.trim() !== '') ??
    null
  );
}

function toTheLeft(grid: Grid, row: number, column: number): Cell | null {
  for (let at = column; at >= 0; at--) {
    const cell = grid[row]?.[at] ?? null;
    if (cell && cell.text.trim() !== '') return cell;
  }
  return null;
}

function bodyTexts(grid: Grid, rows: readonly number[], column: number): string[] {
  const texts: string[] = [];
  for (const row of rows) {
    const cell = grid[row]?.[column];
    if (!cell || cell.row !== row || cell.column !== column || cell.text.trim() === '') continue;
    if (!isWholeRow(cell, grid[row]!.length)) texts.push(cell.text.trim());
  }
  return texts;
}

/** A note in one cell across the table says nothing about the column it begins in. */
const isWholeRow = ({ columnSpan }: Cell, width: number): boolean => width > 1 && columnSpan === width;

function kindOf(path: readonly string[], body: readonly string[]): ColumnKind {
  const leaf = path.at(-1) ?? '';
  if (LINE_HEADER.test(leaf) || path.some((label) => LINE_HEADER.test(label))) return 'line';
  if (path.some((label) => UNIT_CODE_HEADER.test(label))) return 'unit';
  if (path.some((label) => GOVERNMENT_CODES.test(label)) && isCodeOrName(leaf)) return 'other';
  const figures = body.filter((text) => readNumber(text).kind === 'number').length;
  const codes = body.filter((text) => CODE_LIKE.test(text) || LEVEL_LIKE.test(text)).length;
  if (CODE_HEADER.test(leaf) && body.every((text) => !/[.,]/.test(text))) return 'code';
  if (path.some((label) => CODE_HEADER.test(label)) && !(figures > codes)) return 'code';
  const whole = body.filter((text) => CLASSIFICATION_CODE.test(text)).length;
  if (
    body.length > 0 &&
    whole >= 3 &&
    whole >= body.length * 0.6 &&
    whole === figures &&
    !/额|数$|支出|收入|合计/.test(leaf)
  )
    return 'code';
  const words = body.filter((text) => readNumber(text).kind === 'text' && /[\p{L}]/u.test(text)).length;
  if (words > 0 && words >= figures) return 'label';
  if (figures > 0 || body.length > 0) return 'value';
  if (LABEL_HEADER.test(leaf)) return 'label';
  return path.length > 0 ? 'value' : 'empty';
}

const isCodeOrName = (leaf: string): boolean => CODE_HEADER.test(leaf) || /名称$/.test(leaf);

/** A new lane begins where a label or code column follows a value column. */
export function lanesOf(columns: readonly Column[]): Lane[] {
  const lanes: { codes: number[]; labels: number[]; values: number[] }[] = [];
  let current = { codes: [] as number[], labels: [] as number[], values: [] as number[] };
  columns.forEach((column, index) => {
    const leads = column.kind === 'label' || column.kind === 'code';
    if (leads && current.values.length > 0) {
      lanes.push(current);
      current = { codes: [], labels: [], values: [] };
    }
    if (column.kind === 'code') current.codes.push(index);
    if (column.kind === 'label') current.labels.push(index);
    if (column.kind === 'value') current.values.push(index);
  });
  if (current.values.length > 0) lanes.push(current);
  return lanes;
}
