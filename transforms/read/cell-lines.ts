/**
 * One cell a line behind a tab, a blank line between rows: what Word leaves of a table saved as text.
 * A cell of several paragraphs goes on in lines without a tab, blank lines among them; paragraphs that
 * were empty leave blank lines behind the cell, which must not be taken for the end of its row.
 */
import { endsTable } from './captions.ts';
import { joinLines } from './join-lines.ts';
import { withMergedCells } from './merged-cells.ts';
import { cleanMarkup, type TextCell, type TextTable } from './text-cell.ts';
import { nextPrinted, type SourceLine } from './text-lines.ts';

/** Cells that no blank line separates. */
interface Piece {
  cells: TextCell[];
  /** Blank lines between the previous piece and this one. */
  gap: number;
}

/** "⇥" before every paragraph is an indent, not a table: prose is long and ends in a full stop. */
const PROSE = /^.{30,}[。；！？”]$/u;
const MIN_CELLS = 4;
/** Words that a cell goes on with are short; a paragraph below the table is long. */
const LONGEST_CONTINUATION = 120;
/** How many lines a cell may run over before its table is taken to be over. */
const LINES_AHEAD = 12;

/** A run of indented prose comes back with no rows, so that it is looked at once. */
export function readCellLines(lines: readonly SourceLine[], start: number): TextTable | null {
  if (!isCellLine(lines[start])) return null;
  const { pieces, last } = collectPieces(lines, start);
  return {
    first: start,
    last,
    rows: looksLikeTable(pieces) ? withMergedCells(joinPieces(pieces), false) : [],
  };
}

/** A tab, then one cell: "⇥年初预算数", "⇥". */
export function isCellLine(line: SourceLine | undefined): boolean {
  return line !== undefined && /^[ \u3000]*\t[^\t]*$/.test(line.text);
}

function collectPieces(lines: readonly SourceLine[], start: number): { pieces: Piece[]; last: number } {
  const pieces: Piece[] = [{ cells: [], gap: 0 }];
  let last = start;
  for (let index = start; index < lines.length; ) {
    const found = nextPrinted(lines, index);
    const gap = found - index;
    const line = lines[found];
    if (line === undefined) break;
    if (isCellLine(line)) {
      if (gap > 0) pieces.push({ cells: [], gap });
      pieces
        .at(-1)!
        .cells.push({ text: cleanMarkup(line.text.replace(/^[ \u3000]*\t/, '')), line: line.number });
    } else if (continuesCell(lines, found, gap)) appendTo(pieces, line);
    else break;
    last = found;
    index = found + 1;
  }
  for (const piece of pieces) for (const cell of piece.cells) cell.text = joinLines(cell.text.split('\n'));
  return { pieces, last };
}

function appendTo(pieces: readonly Piece[], line: SourceLine): void {
  const cell = pieces.at(-1)!.cells.at(-1)!;
  cell.text += '\n' + cleanMarkup(line.text);
}

/** A line without a tab goes on with the cell above if nothing says that the table is over and cells follow it. */
function continuesCell(lines: readonly SourceLine[], index: number, gap: number): boolean {
  const text = lines[index]!.text.trim();
  if (gap > 1 || /[\t|]/.test(lines[index]!.text) || endsTable(text)) return false;
  if (gap === 0) return true;
  return text.length <= LONGEST_CONTINUATION && cellsFollow(lines, index + 1);
}

/** Whether another cell line comes before anything that ends the table. */
function cellsFollow(lines: readonly SourceLine[], from: number): boolean {
  let index = from;
  for (let ahead = 0; ahead < LINES_AHEAD; ahead++) {
    const found = nextPrinted(lines, index);
    const line = lines[found];
    if (line === undefined) return false;
    if (isCellLine(line)) return true;
    if (found - index > 1 || endsTable(line.text.trim())) return false;
    index = found + 1;
  }
  return false;
}

function looksLikeTable(pieces: readonly Piece[]): boolean {
  const cells = pieces.flatMap((piece) => piece.cells);
  if (cells.length < MIN_CELLS || !pieces.some((piece) => piece.cells.length > 1)) return false;
  const printed = cells.filter((cell) => cell.text !== '');
  return printed.filter((cell) => PROSE.test(cell.text)).length * 2 < printed.length;
}

/**
 * Pieces → rows. Row ends leave the usual gap. A larger gap, or a piece whose width no other row has,
 * is a cell with empty paragraphs behind it: the next piece goes on with the row when together they are
 * exactly as wide as the row above or below.
 */
function joinPieces(pieces: readonly Piece[]): TextCell[][] {
  const usualGap = mostCommon(pieces.slice(1).map((piece) => piece.gap)) ?? 1;
  const widest = pieces.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const byGap: TextCell[][] = [];
  for (const { cells, gap } of pieces) {
    const row = byGap.at(-1);
    if (row !== undefined && gap > usualGap && row.length + cells.length <= widest) row.push(...cells);
    else byGap.push([...cells]);
  }
  return joinByWidth(byGap);
}

function joinByWidth(rows: readonly TextCell[][]): TextCell[][] {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const joined: TextCell[][] = [];
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    const next = rows[index + 1];
    if (next !== undefined && isCut(row, next, joined.at(-1), rows[index + 2], counts)) {
      joined.push([...row, ...next]);
      index++;
    } else joined.push(row);
  }
  return joined;
}

/** Together as wide as both neighbours; or as one of them, where neither half has the width of another row. */
function isCut(
  row: readonly TextCell[],
  next: readonly TextCell[],
  above: readonly TextCell[] | undefined,
  below: readonly TextCell[] | undefined,
  counts: ReadonlyMap<number, number>,
): boolean {
  const width = row.length + next.length;
  if (row.at(-1)?.text === '' || next[0]?.text === '') return false;
  const neighbours = [above, below].filter((neighbour) => neighbour?.length === width).length;
  const unusual = (counts.get(row.length) ?? 0) === 1 && (counts.get(next.length) ?? 0) === 1;
  return neighbours === 2 || (neighbours === 1 && unusual);
}

function mostCommon(values: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: number | null = null;
  for (const [value, count] of counts) if (best === null || count > counts.get(best)!) best = value;
  return best;
}
