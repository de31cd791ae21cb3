/** Text files: where offices and search engines keep reports that were once Word files, PDFs and web pages. */
import { isCaption, isCaptionRow, isListedName, isName, isNote, opensCaptions, titleOf } from './captions.ts';
import { decodeText } from './decode-text.ts';
import type { Block, Caption, Document, ReadingNote, Table } from './document.ts';
import { UnreadableDocument } from './document.ts';
import { unfoldBaseData } from './forms/unfold-base-data.ts';
import { unfoldForms } from './forms/unfold-forms.ts';
import { unfoldPairs } from './forms/unfold-pairs.ts';
import { unfoldProjectLists } from './forms/unfold-project-lists.ts';
import { DEFAULT_LIMITS, type ReadingLimits } from './limits.ts';
import { mendYears } from './mend-years.ts';
import { withoutPageCells } from './page-cells.ts';
import { paragraphsOf, tidyProse } from './paragraphs.ts';
import { simplify } from './simplify.ts';
import { unfoldStatements } from './statements/unfold-statements.ts';
import { cleanMarkup, printedOf, type TextTable } from './text-cell.ts';
import { gridOfRows } from './text-grid.ts';
import { isBlank, linesOf, type SourceLine } from './text-lines.ts';
import { findTextTables } from './text-tables.ts';

/** A name and a unit may stand this many lines above their table; farther up another thought begins. */
const MOST_CAPTIONS = 8;
const WIDE_GAP = /\t+|[ \u3000]{2,}|\u3000/;
/** "收支预算总表（按功能分类）单位：万元": nothing stands between the name and the unit. */
const UNIT_BEHIND_NAME =
  /(?<=表(?:[(（][^()（）]{1,20}[)）])?)\s*(?=[(（]?(?:金额)?单位[:：][^。，；]{1,8}$)/;
/** Blank lines between a table and its captions, or between two captions. */
const WIDEST_GAP = 3;

/** Bytes of a text in any encoding; throws UnreadableDocument where they are no text or exceed the limits. */
export function readText(bytes: Uint8Array, limits: ReadingLimits = DEFAULT_LIMITS): Document {
  if (bytes.length > limits.textBytes)
    throw new UnreadableDocument(
      'too_large',
      `文本超过 ${Math.round(limits.textBytes / 1048576)} MB，请拆分后重新放入。`,
    );
  const decoded = decodeText(bytes);
  const simplified = simplify(decoded.text);
  const { text, notes } = mendYears(simplified.text);
  return documentOfText(text, [...decoded.notes, ...simplified.notes, ...notes], limits);
}

export function documentOfText(
  text: string,
  notes: readonly ReadingNote[] = [],
  limits: ReadingLimits = DEFAULT_LIMITS,
): Document {
  const printed = withoutPageCells(linesOf(text));
  refuseOversize(printed, limits);
  const forms = unfoldForms(unfoldProjectLists(unfoldBaseData(printed)));
  const lines = unfoldStatements(unfoldPairs(forms));
  const tables = findTextTables(lines);
  refuseTooManyCells(tables, limits);
  return { mediaType: 'text/plain', pages: null, blocks: blocksOf(lines, tables), properties: {}, notes };
}

/** Text between two tables is notes of the first, paragraphs, and captions of the second, in this order. */
export function blocksOf(lines: readonly SourceLine[], tables: readonly TextTable[]): Block[] {
  const blocks: Block[] = [];
  let from = 0;
  for (const [index, found] of tables.entries()) {
    const captions = captionsAbove(lines, from, found.first);
    const notes = notesBelow(lines, found.last + 1, tables[index + 1]?.first ?? lines.length);
    for (const one of paragraphsOf(lines.slice(from, captions.first), from === 0)) blocks.push(one);
    blocks.push(tableOf(found, index + 1, captions.lines, notes.lines));
    from = notes.end;
  }
  return [...blocks, ...paragraphsOf(lines.slice(from), from === 0)];
}

function tableOf(
  found: TextTable,
  number: number,
  above: readonly SourceLine[],
  below: readonly SourceLine[],
): Table {
  const inside = found.captionRows ?? captionRows(found.rows);
  const captions = [...above.flatMap(captionsOf), ...found.rows.slice(0, inside).flatMap(captionsOfRow)];
  const rows = found.rows.slice(inside);
  return {
    kind: 'table',
    number,
    title: titleOf(captions),
    captions,
    notes: below.map(captionOf),
    grid: gridOfRows(rows, number),
    location: { line: rows[0]?.[0]?.line ?? 0, table: number },
  };
}

/** How many rows at the top are name, unit or owner of the table, pasted into its grid. */
function captionRows(rows: TextTable['rows']): number {
  const first = rows.findIndex((row) => printedOf(row).length > 0 && !isCaptionRow(printedOf(row)));
  return Math.max(0, first);
}

function captionsOfRow(row: TextTable['rows'][number]): Caption[] {
  return row
    .filter((cell) => cell.text !== '')
    .map((cell) => ({ text: tidyProse(cell.text), location: { line: cell.line } }));
}

/** "公开部门：某局⇥⇥单位：万元": several captions in one line, each for itself. */
function captionsOf(line: SourceLine): Caption[] {
  const parts = line.text
    .split(WIDE_GAP)
    .flatMap((part) => part.split(UNIT_BEHIND_NAME))
    .filter((part) => part.trim() !== '');
  if (parts.length < 2 || !parts.every((part) => isCaption(part))) return [captionOf(line)];
  return parts.map((text) => captionOf({ text, number: line.number }));
}

function isCaptionLine(line: SourceLine): boolean {
  return isCaption(captionOf(line).text) || captionsOf(line).length > 1;
}

function captionOf(line: SourceLine): Caption {
  return {
    text: tidyProse(cleanMarkup(line.text).replace(/^#{1,6}\s+/, '')),
    location: { line: line.number },
  };
}

/** Going up from the table: until a line that is no caption, a list of tables, or the 附件 that opens the form. */
function captionsAbove(
  lines: readonly SourceLine[],
  from: number,
  table: number,
): { first: number; lines: SourceLine[] } {
  const captions: SourceLine[] = [];
  let first = table;
  let gap = 0;
  for (
    let index = table - 1;
    index >= from && captions.length < MOST_CAPTIONS && gap <= WIDEST_GAP;
    index--
  ) {
    if (isBlank(lines[index])) {
      gap++;
      continue;
    }
    const text = captionOf(lines[index]!).text;
    const named = captions.some((line) => isName(line.text));
    if (!isCaptionLine(lines[index]!) || (named && isListedName(text))) break;
    captions.unshift(lines[index]!);
    first = index;
    gap = 0;
    // "某某明细表" above "附表6": a number that stands below the name opens nothing.
    if (opensCaptions(text) && (named || !isNameAbove(lines, index))) break;
  }
  return { first, lines: captions };
}

function isNameAbove(lines: readonly SourceLine[], index: number): boolean {
  const above = lines[index - 1];
  if (above === undefined || isBlank(above)) return false;
  const { text } = captionOf(above);
  return isCaptionLine(above) && isName(text) && !isListedName(text);
}

function notesBelow(
  lines: readonly SourceLine[],
  from: number,
  until: number,
): { end: number; lines: SourceLine[] } {
  const notes: SourceLine[] = [];
  let end = from;
  for (let index = from, gap = 0; index < until && gap <= WIDEST_GAP; index++) {
    const line = lines[index]!;
    if (isBlank(line)) gap++;
    else if (isNote(line.text)) {
      notes.push(line);
      end = index + 1;
      gap = 0;
    } else break;
  }
  return { end, lines: notes };
}

function refuseOversize(lines: readonly SourceLine[], limits: ReadingLimits): void {
  if (lines.length > limits.lines)
    throw new UnreadableDocument('too_large', `文本超过 ${limits.lines} 行，请拆分后重新放入。`);
  const longest = lines.find((line) => line.text.length > limits.lineLength);
  if (longest !== undefined)
    throw new UnreadableDocument(
      'too_large',
      `第 ${longest.number} 行超过 ${limits.lineLength} 个字符，请核对文件内容。`,
    );
}

function refuseTooManyCells(tables: readonly TextTable[], limits: ReadingLimits): void {
  const cells = tables.reduce(
    (sum, { rows }) => sum + rows.length * rows.reduce((most, row) => Math.max(most, row.length), 0),
    0,
  );
  if (cells > limits.cells)
    throw new UnreadableDocument(
      'too_large',
      `表格共 ${cells} 个单元格，超过 ${limits.cells} 的上限，请核对文件内容。`,
    );
}
