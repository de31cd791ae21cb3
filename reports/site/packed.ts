/** Rows of objects to rows of cells, and how many of them fit into one file. */
import type { Packed, Tables } from './data.ts';

/** `columns` in order; a row that lacks one gives null. */
export function pack<Row extends object>(
  columns: readonly (keyof Row & string)[],
  rows: readonly Row[],
): Packed {
  return { columns, rows: rows.map((row) => columns.map((column) => row[column] ?? null)) };
}

/** A browser reads a file of this many characters in well under a tenth of a second. */
export const LARGEST_FILE = 1_500_000;

/**
 * The same rows in the same order, as few files as `largest` characters allow; a single row larger than that
 * has a file of its own. Always at least one file, so that an empty table is told from a missing one.
 */
export function split(tables: Tables, largest = LARGEST_FILE): Tables[] {
  const parts: Record<string, { columns: Packed['columns']; rows: (readonly unknown[])[] }>[] = [{}];
  let size = 0;
  for (const [name, { columns, rows }] of Object.entries(tables)) {
    parts.at(-1)![name] = { columns, rows: [] };
    for (const row of rows) {
      const length = JSON.stringify(row).length + 1;
      if (size > 0 && size + length > largest) {
        parts.push({});
        size = 0;
      }
      parts.at(-1)![name] ??= { columns, rows: [] };
      parts.at(-1)![name]!.rows.push(row);
      size += length;
    }
  }
  return parts;
}
