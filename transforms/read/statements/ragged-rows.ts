/**
 * 二、上级补助收入 | 2 | 二、外交支出 | 29 | ||: a copy of a web page that moves the empty cells of a row to its end. Words
 * under 行次 say so; then no figure of the page stands in its column, and cells are read in their order instead.
 */
import { normaliseLabel } from '../../parse/label.ts';
import { isPipeRow } from '../pipe-rows.ts';
import { isTabRow } from '../tab-rows.ts';
import { cleanCell } from '../text-cell.ts';
import { isBlank, type SourceLine } from '../text-lines.ts';
import type { FlatCell, FlatRun } from './flat-cells.ts';
import { HAN } from './flat-words.ts';

interface PipeRows {
  /** Index of the last line. */
  last: number;
  rows: readonly (readonly FlatCell[])[];
}

/** Whether a table of the text has words where the numbers of its lines should be. */
export function movesEmptyCells(lines: readonly SourceLine[]): boolean {
  for (let index = 0; index < lines.length; index++) {
    const found = pipeRowsAt(lines, index);
    if (found === null) continue;
    if (isShifted(found.rows)) return true;
    index = found.last;
  }
  return false;
}

/** The rows with pipes from `start` on in such a text, without their empty cells; null where none was moved. */
export function raggedRunAt(lines: readonly SourceLine[], start: number): FlatRun | null {
  const found = pipeRowsAt(lines, start);
  if (found === null || found.rows.some(hasGap) || !isUneven(found.rows)) return null;
  const cells = found.rows.flat().filter(({ text }) => text !== '');
  return { first: start, last: found.last, keepsEmpty: false, isRagged: true, cells, printed: new Map() };
}

/** With pipes, or with tabs. */
function pipeRowsAt(lines: readonly SourceLine[], start: number): PipeRows | null {
  const isRow = [isPipeRow, isTabRow].find((one) => one(lines[start]));
  if (isRow === undefined) return null;
  let last = start;
  for (let index = start; index < lines.length; index++) {
    if (isRow(lines[index])) last = index;
    else if (!isBlank(lines[index])) break;
  }
  return { last, rows: lines.slice(start, last + 1).map(isRow === isTabRow ? tabCellsOf : cellsOf) };
}

function tabCellsOf({ text, number }: SourceLine): FlatCell[] {
  return text
    .replace(/\t+$/, '')
    .split('\t')
    .map((cell) => ({ text: cleanCell(cell).trim(), line: number, start: 0, end: 0 }));
}

function cellsOf({ text, number }: SourceLine): FlatCell[] {
  return text
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => ({ text: cleanCell(cell).trim(), line: number, start: 0, end: 0 }));
}

/** An empty cell in front of a printed one stands where it stood. */
const hasGap = (row: readonly FlatCell[]): boolean =>
  row.slice(0, row.findLastIndex(({ text }) => text !== '') + 1).some(({ text }) => text === '');

const endsEmpty = (row: readonly FlatCell[]): boolean => row.length > 1 && row.at(-1)!.text === '';

/** Filled up to one width, or ending where their cells do. */
const isUneven = (rows: PipeRows['rows']): boolean =>
  rows.some(endsEmpty) || new Set(rows.map(({ length }) => length).filter((length) => length > 1)).size > 1;

const isLineHeader = (text: string): boolean => normaliseLabel(text) === '行次';

/** Words in more than one row below 行次 or the figures behind it; 栏次 | 1 | 栏次 | 2 has them too. */
function isShifted(rows: PipeRows['rows']): boolean {
  const header = rows.findIndex((row) => row.some(({ text }) => isLineHeader(text)));
  if (header < 0 || rows.slice(header).some(hasGap)) return false;
  const numbered = rows[header]!.flatMap(({ text }, column) =>
    isLineHeader(text) ? [column, column + 1] : [],
  );
  const shifted = rows
    .slice(header + 1)
    .filter(
      (row) =>
        normaliseLabel(row[0]!.text) !== '栏次' &&
        numbered.some((column) => HAN.test(row[column]?.text ?? '')),
    );
  return shifted.length > 1;
}
