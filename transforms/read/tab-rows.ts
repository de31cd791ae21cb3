/** One row a line, tabs between the cells: what a spreadsheet or a PDF converter pastes as text. */
import { isCaption, isCaptionRow, isNote } from './captions.ts';
import { withMergedCells } from './merged-cells.ts';
import { cleanCell, printedOf, type TextCell, type TextTable } from './text-cell.ts';
import { isBlank, type SourceLine } from './text-lines.ts';

/** "一、⇥部门概况": a heading whose numbering was set off by a tab. */
const NUMBERING_ONLY =
  /^\s*(?:第[一二三四五六七八九十]+部分|[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|[-*•·●◆])\s*$/;
/** A row that spans the table, its empty cells dropped ("二、项目支出"): short, and no sentence. */
const SECTION_ROW = /^[^。；！？]{1,30}$/;
/** How far the widths of two pieces of a table may differ for the second to continue the first after a page break. */
const WIDTH_TOLERANCE = 1;
const HEADER_ROWS = 4;
const PROSE = /[。；！？]$|^.{60,}/u;
/** A cell that opens a quotation mark at its beginning. */
const QUOTED_CELL = /(?:^|\t)"/;
/** Lines one quoted row may take; a stray quotation mark must not swallow the table. */
const LONGEST_QUOTED = 12;
/** Lines between the word 目录 and its first row. */
const CONTENTS_REACH = 4;

export function readTabRows(lines: readonly SourceLine[], start: number): TextTable | null {
  if (!opensTable(lines, start)) return null;
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
    const row = quotedRow(lines, index) ?? { cells: cellsOf(line), last: index };
    width = Math.max(width, widthOf(row.cells));
    rows.push(row.cells);
    last = index = row.last;
  }
  const isText = isContents(lines, start, rows) || rows.every((row) => isCaptionRow(printedOf(row)));
  return { first: start, last, rows: isText ? [] : withMergedCells(rows, true) };
}

/** Not an indented or tab-ended paragraph, nor a line of signatures below another table. */
function opensTable(lines: readonly SourceLine[], start: number): boolean {
  const line = lines[start]!;
  if (!line.text.includes('\t')) return false;
  const printed = printedOf(cellsOf(line));
  if (printed.length === 1 && PROSE.test(printed[0]!)) return false;
  if (isTabRow(lines[start + 1])) return true;
  return isTabRow(line) && !isNote(line.text);
}

/** A spreadsheet puts a cell with line breaks into quotation marks; the row then goes on over several lines. */
function quotedRow(lines: readonly SourceLine[], index: number): { cells: TextCell[]; last: number } | null {
  if (!QUOTED_CELL.test(lines[index]!.text)) return null;
  let text = lines[index]!.text;
  for (let last = index; last < index + LONGEST_QUOTED; last++) {
    if (last > index) text += '\n' + (lines[last]?.text ?? '');
    if ((text.match(/"/g) ?? []).length % 2 === 0)
      return last === index ? null : { cells: splitQuoted(text, lines[index]!.number), last };
  }
  return null;
}

function splitQuoted(text: string, line: number): TextCell[] {
  const cells = text.match(/(?:^|\t)(?:"(?:[^"]|"")*"|[^\t"]*)[^\t]*/g) ?? [];
  return cells.map((cell) => {
    const bare = cell.replace(/^\t/, '');
    return {
      text: cleanCell(bare.startsWith('"') ? bare.replace(/^"|"$/g, '').replaceAll('""', '"') : bare),
      line,
    };
  });
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
  if (!isShortRow(lines[index])) return false;
  const indented = lines[index]!.text.includes('\t');
  if (isTabRow(lines[index - 1]) && (indented || isTabRow(lines[index + 1]))) return true;
  return isMoneyless(lines[index]) && isBetweenRows(lines, index);
}

/** "⇥上年结转资金", "⇥其他资金": several lines of a form without money, one below another. */
function isBetweenRows(lines: readonly SourceLine[], index: number): boolean {
  let [first, next] = [index - 1, index + 1];
  while (index - first < MOST_SECTION_ROWS && !isTabRow(lines[first]) && isMoneyless(lines[first])) first--;
  while (next - index < MOST_SECTION_ROWS && !isTabRow(lines[next]) && isMoneyless(lines[next])) next++;
  return isTabRow(lines[first]) && isTabRow(lines[next]);
}

/** Indented, or the name of a source that a form prints whether money came from it or not. */
function isMoneyless(line: SourceLine | undefined): boolean {
  return isShortRow(line) && (line!.text.includes('\t') || SOURCE_ROW.test(line!.text.trim()));
}

const SOURCE_ROW =
  /^(?:其\s*中\s*[:：]\s*)?(?:上年结转(?:结余)?(?:资金)?|(?:其[他它]|单位|自有|财政专户管理|(?:中央|省级|市级|县级|区级|地方)(?:财政)?(?:补助|专项|配套)?)资金|非财政拨款)\s*[:：]?$/;

const MOST_SECTION_ROWS = 4;

function isShortRow(line: SourceLine | undefined): boolean {
  const text = line?.text.trim() ?? '';
  return text !== '' && !isCaption(text) && SECTION_ROW.test(text);
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
  const widest = piece.reduce((most, row) => Math.max(most, widthOf(row)), 0);
  return Math.abs(widest - width) <= WIDTH_TOLERANCE || repeatsHeader(rows, piece);
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
