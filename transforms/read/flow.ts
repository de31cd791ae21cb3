/**
 * Word files, web pages and workbooks say for themselves what is a line and what is a table. From there on they are
 * read like a text: the same captions above a table, the same notes below it, the same paragraphs.
 */
import type { Block, Location } from './document.ts';
import { UnreadableDocument } from './document.ts';
import { countCaptionRows, plainTables } from './flow-tables.ts';
import { unfoldForms } from './forms/unfold-forms.ts';
import { unfoldPairs } from './forms/unfold-pairs.ts';
import type { ReadingLimits } from './limits.ts';
import { filledSpans, lostSpans, withSpansFound, withSpansJoined } from './lost-spans.ts';
import { splitAtNames } from './pasted-tables.ts';
import { blocksOf } from './read-text.ts';
import { plainDigits, type TextTable } from './text-cell.ts';
import type { SourceLine } from './text-lines.ts';
import { findTextTables } from './text-tables.ts';
import { joinTorn } from './torn-tables.ts';

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

/** Blank lines over which no caption is looked for. */
const BREAK_LINES = 5;

export function blocksOfFlow(pieces: readonly FlowPiece[], limits: ReadingLimits): Block[] {
  const flow = numbered(joinTorn(pieces.flatMap(apart).flatMap(plainTables)), limits);
  return blocksOf(flow.lines, flow.tables).map((block) => relocate(block, flow.places));
}

const apart = (piece: FlowPiece): readonly FlowPiece[] =>
  piece.kind === 'table' ? splitAtNames(piece) : [piece];

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

/** Tables set with tabs or pipes, and forms that lost their table, among the lines of a Word file or of a page's `<pre>`. */
function addTextTables(flow: NumberedFlow, from: number): void {
  const lines = unfoldPairs(unfoldForms(flow.lines.splice(from)));
  for (const line of lines) flow.lines.push(line);
  for (const table of findTextTables(lines))
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
      text: plainDigits(text),
      rowSpan,
      columnSpan,
      line: location === null ? 0 : placeOf(flow, location),
    })),
  );
  return {
    rows: lostSpans(table) ? withSpansFound(rows) : filledSpans(table) ? withSpansJoined(rows) : rows,
    captionRows: countCaptionRows(table.rows),
  };
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
