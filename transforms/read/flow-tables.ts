/** Which rows of a table are its grid, and which are lines set out with cells: titles above, notes below, frames around text. */
import { numberingLevel } from '../parse/heading.ts';
import { isCaption, isCaptionRow, isName, isNote } from './captions.ts';
import type { FlowCell, FlowLine, FlowPiece, FlowTable } from './flow.ts';

type Row = readonly FlowCell[];

/** Longest row that stands above a table as its title or instruction; a longer one is a paragraph. */
const LONGEST_TITLE_ROW = 60;
const SENTENCE_END = /[。；！？]$/;
const PROSE = /[。；！？]$|^[\s\S]{60,}/u;
/** "一、", "1.", "（一）": the first part of a form, not its name. */
const NUMBERED = /^[(（]?\s*[一二三四五六七八九十\d]{1,3}\s*[、.．)）]/;
/** A sheet prints the name of the whole report in its first cell, unmerged: "某局2024年度部门整体支出绩效自评报告". */
const REPORT_NAME = /^[^。；：:，]{6,50}(?:报告|说明|自评|决算|预算)$/;
/** Most cells in a row of signatures. */
const MOST_NOTES = 4;

export function plainTables(piece: FlowPiece): FlowPiece[] {
  if (piece.kind !== 'table') return [piece];
  const rows = piece.rows.map(printedCells).filter((row) => row.length > 0);
  if (rows.length === 0) return [];
  if (isFrame(rows) || rows.every((row) => isCaptionRow(textsOf(row))))
    return rows.flatMap((row) => linesOfRow(row, piece));
  return withoutTitle(piece).flatMap((part) => (part.kind === 'table' ? withoutNotes(part) : [part]));
}

/** How many rows at the top name the table, also where nothing but their place says so: alone, or merged across all of it. */
export function countCaptionRows(rows: readonly Row[]): number {
  const width = widthOf(rows);
  const first = rows.findIndex((row) => {
    const printed = textsOf(row);
    return printed.length > 0 && !isCaptionRow(printed) && !isTitleAcross(row, width);
  });
  return Math.max(0, first);
}

function isTitleAcross(row: Row, width: number): boolean {
  const printed = printedCells(row);
  const [cell] = printed;
  return (
    cell !== undefined &&
    printed.length === 1 &&
    width > 2 &&
    (cell.columnSpan >= width - 1 || isCaption(cell.text) || REPORT_NAME.test(cell.text)) &&
    cell.text.length <= LONGEST_TITLE_ROW &&
    !SENTENCE_END.test(cell.text) &&
    !NUMBERED.test(cell.text)
  );
}

function isFrame(rows: readonly Row[]): boolean {
  if (rows.some((row) => row.length > 1)) return false;
  return rows.length === 1 || rows.some(([cell]) => PROSE.test(cell!.text));
}

/** The name of the whole report above the name of the table: a line of the document, as it is on paper. */
function withoutTitle(table: FlowTable): FlowPiece[] {
  const captions = table.rows.slice(0, countCaptionRows(table.rows));
  const own = captions.findIndex((row) => printedCells(row).some((cell) => isCaption(cell.text)));
  const isNamed = captions.slice(own).some((row) => textsOf(row).some(isName));
  if (own <= 0 || !isNamed) return [table];
  return [
    ...captions.slice(0, own).flatMap((row) => linesOfRow(printedCells(row), table)),
    { ...table, rows: table.rows.slice(own) },
  ];
}

/** "注：本表反映…" in a last row merged across stands below the table, not in it; so do paragraphs of a report. */
function withoutNotes(table: FlowTable): FlowPiece[] {
  const width = widthOf(table.rows);
  const isAcross = ([cell, ...others]: Row) =>
    cell !== undefined && others.length === 0 && width > 2 && cell.columnSpan >= width - 1;
  const isNoteRow = (row: Row) =>
    (row.length <= MOST_NOTES && row.every((cell) => isNote(cell.text))) ||
    (isAcross(row) && (PROSE.test(row[0]!.text) || numberingLevel(row[0]!.text) !== null));
  const printed = table.rows.map(printedCells);
  const last = printed.findLastIndex((row) => row.length > 0 && !isNoteRow(row));
  const notes = printed.slice(last + 1).filter((row) => row.length > 0);
  if (notes.length === 0) return [table];
  return [
    { ...table, rows: table.rows.slice(0, last + 1) },
    ...notes.flatMap((row) => linesOfRow(row, table)),
  ];
}

function linesOfRow(row: Row, table: FlowTable): FlowLine[] {
  return row.flatMap((cell) =>
    cell.text
      .split('\n')
      .map((text) => ({ kind: 'line' as const, text, location: cell.location ?? table.location })),
  );
}

function printedCells(row: Row): FlowCell[] {
  return row.filter((cell) => cell.text !== '');
}

function textsOf(row: Row): string[] {
  return printedCells(row).map((cell) => cell.text);
}

function widthOf(rows: readonly Row[]): number {
  return rows.reduce(
    (most, row) =>
      Math.max(
        most,
        row.reduce((sum, cell) => sum + cell.columnSpan, 0),
      ),
    0,
  );
}
