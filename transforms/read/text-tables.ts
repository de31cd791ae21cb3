/** Finds the runs of lines that once were tables, whichever dialect they are left in. */

import { isTitleRow } from './captions.ts';
import { readCellLines } from './cell-lines.ts';
import { readHtmlRows } from './html-rows.ts';
import { readPipeRows } from './pipe-rows.ts';
import { readTabRows } from './tab-rows.ts';
import { printedOf, type TextTable } from './text-cell.ts';
import type { SourceLine } from './text-lines.ts';

/** Each takes the lines from an index on and answers with the table that starts there, or null. */
const DIALECTS: readonly ((lines: readonly SourceLine[], start: number) => TextTable | null)[] = [
  readHtmlRows,
  readPipeRows,
  readTabRows,
  readCellLines,
];

export function findTextTables(lines: readonly SourceLine[]): TextTable[] {
  const tables: TextTable[] = [];
  for (let index = 0; index < lines.length; ) {
    const table = tableAt(lines, index);
    if (table !== null && table.rows.length > 0) for (const part of splitAtTitles(table)) tables.push(part);
    index = (table?.last ?? index) + 1;
  }
  return tables;
}

/** Several forms pasted as one table: each begins with a row that holds nothing but its name. */
function splitAtTitles(table: TextTable): TextTable[] {
  const starts = table.rows.flatMap((row, index) => (index > 0 && isTitleRow(printedOf(row)) ? [index] : []));
  return [0, ...starts].map((start, part) => {
    const end = starts[part] ?? table.rows.length;
    // Only the last part has lines of text behind it, only the first has captions above it.
    const first = part === 0 ? table.first : table.last + 1;
    return { first, last: table.last, rows: table.rows.slice(start, end) };
  });
}

function tableAt(lines: readonly SourceLine[], index: number): TextTable | null {
  for (const read of DIALECTS) {
    const table = read(lines, index);
    if (table !== null) return table;
  }
  return null;
}
