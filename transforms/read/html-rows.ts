/** `<table>` inside a text: converters to Markdown write tables with merged cells as HTML, often in one line. */
import { cleanCell, type TextCell, type TextTable } from './text-cell.ts';
import type { SourceLine } from './text-lines.ts';

const OPENING = /^\s*(?:<(?:html|body|div|center)[^<>]*>\s*)*<table\b/i;
const CLOSING = /<\/table\s*>/i;
const ROW = /<tr\b[^<>]*>|<\/table\s*>/i;
/** <td rowspan="2" colspan=3> */
const CELL = /<t[dh]\b([^<>]*)>/i;
/** A page of a report has some hundred lines; a table whose end is missing must not take the rest of the text. */
const LONGEST_TABLE = 2000;
/** HTML allows 1,000 columns and 65,534 rows; no printed form comes near. */
const WIDEST_SPAN = 100;

export function readHtmlRows(lines: readonly SourceLine[], start: number): TextTable | null {
  if (!OPENING.test(lines[start]?.text ?? '')) return null;
  const last = lines.slice(start, start + LONGEST_TABLE).findIndex((line) => CLOSING.test(line.text));
  if (last === -1) return null;
  const table = lines.slice(start, start + last + 1);
  const text = table.map((line) => line.text).join('\n');
  const after = text
    .slice(text.search(CLOSING))
    .replace(CLOSING, '')
    .replace(/<\/?(?:html|body|div|center)[^<>]*>/gi, '');
  // Words or another table behind the end tag would be lost with the line.
  if (after.trim() !== '' || text.split(/<table\b/i).length > 2) return null;
  return { first: start, last: start + last, rows: rowsOf(text, lines[start]!.number) };
}

function rowsOf(text: string, firstLine: number): TextCell[][] {
  let line = firstLine;
  return text.split(ROW).flatMap((row, index) => {
    const cells = index === 0 ? [] : cellsOf(row, line);
    line += row.split('\n').length - 1;
    return cells.length > 0 ? [cells] : [];
  });
}

function cellsOf(row: string, line: number): TextCell[] {
  const parts = row.split(CELL);
  const cells: TextCell[] = [];
  for (let index = 1; index < parts.length; index += 2) {
    const attributes = parts[index] ?? '';
    cells.push({
      text: cleanCell(parts[index + 1] ?? ''),
      line: line + parts.slice(0, index).join('').split('\n').length - 1,
      rowSpan: spanOf(attributes, 'rowspan'),
      columnSpan: spanOf(attributes, 'colspan'),
    });
  }
  return cells;
}

function spanOf(attributes: string, name: string): number {
  const printed = new RegExp(`${name}\\s*=\\s*["']?\\s*(\\d+)`, 'i').exec(attributes)?.[1];
  return Math.min(WIDEST_SPAN, Math.max(1, Number(printed ?? 1)));
}
