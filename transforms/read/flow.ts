/**
 * Word files, web pages and workbooks say for themselves what is a line and what is a table. From there on they are
 * read like a text: the same captions above a table, the same notes below it, the same paragraphs.
 */
import { isCaptionRow, isNote } from './captions.ts';
import type { Block, Location } from './document.ts';
import { UnreadableDocument } from './document.ts';
import type { ReadingLimits } from './limits.ts';
import { blocksOf } from './read-text.ts';
import { printedOf, type TextCell, type TextTable } from './text-cell.ts';
import type { SourceLine } from './text-lines.ts';
import { findTextTables } from './text-tables.ts';

export interface FlowLine {
  kind: 'line';
  text: string;
  location: Location;
}

export interface FlowCell {
  text: string;
  rowSpan: number;
  columnSpan: number;
  /** Where a person finds it; the number of the table is added. Null where its row and column in the table say it all. */
  location: Location | null;
}

/** Cells in the order in which their upper left corners are met; slots covered by a merged cell are not repeated. */
export interface FlowTable {
  kind: 'table';
  rows: readonly (readonly FlowCell[])[];
  location: Location;
}

/** `break`: nothing above belongs to anything below (the end of a sheet). */
export type FlowPiece = FlowLine | FlowTable | { kind: 'break' };

/** Longest line that stands above a table as its title or instruction; a longer one is a paragraph. */
const LONGEST_TITLE_ROW = 60;
/** Blank lines over which no caption is looked for. */
const BREAK_LINES = 5;
const SENTENCE_END = /[。；！？]$/;
const PROSE = /[。；！？]$|^[\s\S]{60,}/u;

export function blocksOfFlow(pieces: readonly FlowPiece[], limits: ReadingLimits): Block[] {
  const flow = numbered(pieces.flatMap(plainTables), limits);
  return blocksOf(flow.lines, flow.tables).map((block) => relocate(block, flow.places));
}

/** Every line and every cell gets a number of its own, under which its place is found again. */
interface NumberedFlow {
  lines: SourceLine[];
  tables: TextTable[];
  places: Location[];
}

function numbered(pieces: readonly FlowPiece[], limits: ReadingLimits): NumberedFlow {
  const flow: NumberedFlow = { lines: [], tables: [], places: [{}] };
  let segment = 0;
  for (const piece of pieces) {
    if (piece.kind === 'table') {
      addTextTables(flow, segment);
      const at = flow.lines.length;
      flow.lines.push({ text: '', number: placeOf(flow, piece.location) });
      flow.tables.push({ first: at, last: at, ...rowsOf(piece, flow, limits) });
      segment = flow.lines.length;
    } else if (piece.kind === 'line')
      flow.lines.push({ text: piece.text, number: placeOf(flow, piece.location) });
    else for (let i = 0; i < BREAK_LINES; i++) flow.lines.push({ text: '', number: 0 });
  }
  addTextTables(flow, segment);
  return flow;
}

/** Tables set with tabs or pipes among the lines of a Word file or of a page's `<pre>`. */
function addTextTables(flow: NumberedFlow, from: number): void {
  for (const table of findTextTables(flow.lines.slice(from)))
    flow.tables.push({ ...table, first: table.first + from, last: table.last + from });
}

function placeOf(flow: NumberedFlow, location: Location): number {
  return flow.places.push(location) - 1;
}

function rowsOf(
  table: FlowTable,
  flow: NumberedFlow,
  limits: ReadingLimits,
): Pick<TextTable, 'rows' | 'captionRows'> {
  refuseTooManyCells(table, limits);
  const rows = table.rows.map((row) =>
    row.map(({ text, rowSpan, columnSpan, location }) => ({
      text,
      rowSpan,
      columnSpan,
      line: location === null ? 0 : placeOf(flow, location),
    })),
  );
  return { rows, captionRows: countCaptionRows(rows) };
}

/** Title, number, unit and owner at the top of a grid, also where they are named by nothing but their place: merged across. */
function countCaptionRows(rows: readonly (readonly TextCell[])[]): number {
  const width = widthOf(rows);
  const first = rows.findIndex((row) => {
    const printed = printedOf(row);
    return printed.length > 0 && !isCaptionRow(printed) && !isTitleAcross(row, width);
  });
  return Math.max(0, first);
}

function isTitleAcross(row: readonly TextCell[], width: number): boolean {
  const printed = row.filter((cell) => cell.text !== '');
  const [cell] = printed;
  return (
    cell !== undefined &&
    printed.length === 1 &&
    width > 2 &&
    (cell.columnSpan ?? 1) >= width - 1 &&
    cell.text.length <= LONGEST_TITLE_ROW &&
    !SENTENCE_END.test(cell.text) &&
    !/^[一二三四五六七八九十\d(（]{1,4}\s*[、.．)）]/.test(cell.text)
  );
}

/** A table that is no grid: a frame around text, or lines of captions set out with cells. Its rows are lines. */
function plainTables(piece: FlowPiece): FlowPiece[] {
  if (piece.kind !== 'table') return [piece];
  const printed = piece.rows.map((row) => row.filter((cell) => cell.text !== ''));
  const rows = printed.filter((row) => row.length > 0);
  if (rows.length === 0) return [];
  if (isFrame(rows) || rows.every((row) => isCaptionRow(row.map((cell) => cell.text))))
    return rows.flatMap((row) => linesOfRow(row, piece));
  return withNotesBelow(piece, printed);
}

function isFrame(rows: readonly (readonly FlowCell[])[]): boolean {
  if (rows.some((row) => row.length > 1)) return false;
  return rows.length === 1 || rows.some(([cell]) => PROSE.test(cell!.text));
}

/** "注：本表反映…" in a last row merged across stands below the table, not in it. */
function withNotesBelow(table: FlowTable, printed: readonly FlowCell[][]): FlowPiece[] {
  const last = printed.findLastIndex(
    (row) => row.length > 0 && !(row.length <= 4 && row.every((cell) => isNote(cell.text))),
  );
  const notes = printed.slice(last + 1).filter((row) => row.length > 0);
  if (notes.length === 0) return [table];
  return [
    { ...table, rows: table.rows.slice(0, last + 1) },
    ...notes.flatMap((row) => linesOfRow(row, table)),
  ];
}

function linesOfRow(row: readonly FlowCell[], table: FlowTable): FlowLine[] {
  return row.flatMap((cell) =>
    cell.text
      .split('\n')
      .map((text) => ({ kind: 'line' as const, text, location: cell.location ?? table.location })),
  );
}

function widthOf(rows: readonly (readonly TextCell[])[]): number {
  return rows.reduce(
    (most, row) =>
      Math.max(
        most,
        row.reduce((sum, cell) => sum + (cell.columnSpan ?? 1), 0),
      ),
    0,
  );
}

/** Asked before the grid is laid out: spans multiply. */
function refuseTooManyCells(table: FlowTable, limits: ReadingLimits): void {
  let slots = 0;
  for (const [index, row] of table.rows.entries())
    for (const cell of row) slots += Math.min(cell.rowSpan, table.rows.length - index) * cell.columnSpan;
  if (slots > limits.cells)
    throw new UnreadableDocument(
      'too_large',
      `一张表格展开后有 ${slots} 个单元格，超过 ${limits.cells} 的上限，请核对文件内容。`,
    );
}

function relocate(block: Block, places: readonly Location[]): Block {
  const place = (location: Location): Location => {
    const { line, ...inGrid } = location;
    // Rows are those that a person counts: of the sheet, or of the table with its captions.
    return { ...inGrid, ...(line === undefined ? {} : places[line]) };
  };
  const placed = <Piece extends { location: Location }>(piece: Piece): Piece => ({
    ...piece,
    location: place(piece.location),
  });
  if (block.kind === 'paragraph') return { ...placed(block), sentences: block.sentences.map(placed) };
  const cells = new Map<object, object>();
  const grid = block.grid.map((row) =>
    row.map((cell) => {
      if (cell === null) return null;
      const known = cells.get(cell) as typeof cell | undefined;
      const moved = known ?? placed(cell);
      cells.set(cell, moved);
      return moved;
    }),
  );
  return {
    ...placed(block),
    captions: block.captions.map(placed),
    notes: block.notes.map(placed),
    grid,
  };
}
