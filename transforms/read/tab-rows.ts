/** One row a line, tabs between the cells: what a spreadsheet or a PDF converter pastes as text. */
import { isCaption } from './captions.ts';
import { cleanCell, type TextCell, type TextTable } from './text-cell.ts';
import { isBlank, type SourceLine } from './text-lines.ts';

/** "一、⇥部门概况": a heading whose numbering was set off by a tab. */
const NUMBERING_ONLY =
  /^\s*(?:第[一二三四五六七八九十]+部分|[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|[-*•·●◆])\s*$/;
/** A row that spans the table, its empty cells dropped ("二、项目支出"): short, and no sentence. */
const SECTION_ROW = /^[^。；！？]{1,30}$/;
/** How far the widths of two pieces of a table may differ for the second to continue the first after a page break. */
const WIDTH_TOLERANCE = 1;
const HEADER_ROWS = 4;
/** Lines between the word 目录 and its first row. */
const CONTENTS_REACH = 4;

export function readTabRows(lines: readonly SourceLine[], start: number): TextTable | null {
  if (!isTabRow(lines[start]) && !(lines[start]!.text.includes('\t') && isTabRow(lines[start + 1])))
    return null;
  const rows: TextCell[][] = [];
  let width = 0;
  let last = start - 1;
  for (let index = start; index < lines.length; index++) {
    const line = lines[index]!;
    if (isBlank(line)) {
      if (isBlank(lines[index + 1]) || !continues(rows, width, lines, index + 1)) break;
      continue;
    }
    if (!isTabRow(line) && index > start && !isSectionRow(lines, index)) break;
    const row = cellsOf(line);
    width = Math.max(width, widthOf(row));
    rows.push(row);
    last = index;
  }
  return { first: start, last, rows: isContents(lines, start, rows) ? [] : rows };
}

/** A table of contents: under 目录, every row a name and a page. It comes back without rows, as running text. */
function isContents(lines: readonly SourceLine[], start: number, rows: readonly TextCell[][]): boolean {
  const above = lines.slice(Math.max(0, start - CONTENTS_REACH), start);
  return (
    above.some((line) => /^目录$/.test(line.text.replace(/\s/g, ''))) &&
    rows.every((row) => /^\d{0,3}$/.test(row.findLast((cell) => cell.text !== '')?.text ?? ''))
  );
}

/** A line with a tab that is more than the indent of a paragraph or the gap after a numbering. */
export function isTabRow(line: SourceLine | undefined): boolean {
  if (line === undefined) return false;
  const cells = line.text.split('\t');
  if (cells.length < 2) return false;
  if (cells.length > 2) return true;
  return cells[0]!.trim() !== '' && !NUMBERING_ONLY.test(cells[0]!);
}

function cellsOf(line: SourceLine): TextCell[] {
  return line.text.split('\t').map((text) => ({ text: cleanCell(text), line: line.number }));
}

/** Rows with one leading empty cell ("⇥合计") and rows without any tab, standing between rows of the table. */
function isSectionRow(lines: readonly SourceLine[], index: number): boolean {
  const text = lines[index]!.text.trim();
  if (text === '' || isCaption(text) || !SECTION_ROW.test(text)) return false;
  const indented = lines[index]!.text.includes('\t');
  return isTabRow(lines[index - 1]) && (indented || isTabRow(lines[index + 1]));
}

/** Whether the rows after a blank line go on with the table: as wide as it, or repeating its header. */
function continues(
  rows: readonly TextCell[][],
  width: number,
  lines: readonly SourceLine[],
  next: number,
): boolean {
  const piece: TextCell[][] = [];
  for (let index = next; isTabRow(lines[index]); index++) piece.push(cellsOf(lines[index]!));
  if (piece.length === 0) return false;
  return Math.abs(Math.max(...piece.map(widthOf)) - width) <= WIDTH_TOLERANCE || repeatsHeader(rows, piece);
}

function repeatsHeader(rows: readonly TextCell[][], piece: readonly TextCell[][]): boolean {
  const header = new Set(rows.slice(0, HEADER_ROWS).map(printed));
  return piece.slice(0, HEADER_ROWS).some((row) => printed(row).includes('|') && header.has(printed(row)));
}

function printed(row: readonly TextCell[]): string {
  const words = row.map((cell) => cell.text.replace(/\s/g, '')).filter((text) => text !== '');
  return words.join('|');
}

/** Columns up to the last one that prints anything. */
function widthOf(row: readonly TextCell[]): number {
  return row.findLastIndex((cell) => cell.text !== '') + 1;
}
