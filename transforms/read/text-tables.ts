/** Finds the runs of lines that once were tables, whichever dialect they are left in. */
import { readCellLines } from './cell-lines.ts';
import { readPipeRows } from './pipe-rows.ts';
import { readTabRows } from './tab-rows.ts';
import type { TextTable } from './text-cell.ts';
import type { SourceLine } from './text-lines.ts';

/** Each takes the lines from an index on and answers with the table that starts there, or null. */
const DIALECTS: readonly ((lines: readonly SourceLine[], start: number) => TextTable | null)[] = [
  readPipeRows,
  readTabRows,
  readCellLines,
];

export function findTextTables(lines: readonly SourceLine[]): TextTable[] {
  const tables: TextTable[] = [];
  for (let index = 0; index < lines.length; ) {
    const table = tableAt(lines, index);
    if (table !== null && table.rows.length > 0) tables.push(table);
    index = (table?.last ?? index) + 1;
  }
  return tables;
}

function tableAt(lines: readonly SourceLine[], index: number): TextTable | null {
  for (const read of DIALECTS) {
    const table = read(lines, index);
    if (table !== null) return table;
  }
  return null;
}
