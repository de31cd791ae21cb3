/** Rows of objects to rows of cells, and how many of them fit into one file. */
import type { Packed, Tables } from './data.ts';

/** `columns` in order; a row that lacks one gives null. */
export function pack<Row extends object>(
  columns: readonly (keyof Row & string)[],
  rows: readonly Row[],
): Packed {
  return { columns, rows: rows.map((row) => columns.map((column) => row[column] ?? null)) };
}

/** Bytes that a browser reads in well under a tenth of a second. */
export const LARGEST_FILE = 2_000_000;

/**
 * The same rows in the same order as JSON of `Tables`, in as few texts as `largest` bytes of rows allow; a single
 * row larger than that has a text of its own. At least one text, so that an empty table is told from a missing one.
 */
export function printTables(tables: Tables, largest = LARGEST_FILE): string[] {
  const texts: string[] = [];
  let open = new Map<string, string[]>();
  let size = 0;
  const close = () => {
    texts.push(
      `{${[...open].map(([name, rows]) => printTable(name, tables[name]!.columns, rows)).join(',')}}`,
    );
    open = new Map();
    size = 0;
  };
  for (const [name, { rows }] of Object.entries(tables)) {
    open.set(name, []);
    for (const row of rows) {
      const text = inertJson(row);
      const bytes = Buffer.byteLength(text) + 1;
      if (size > 0 && size + bytes > largest) close();
      const kept = open.get(name) ?? [];
      open.set(name, kept);
      kept.push(text);
      size += bytes;
    }
  }
  close();
  return texts;
}

function printTable(name: string, columns: Packed['columns'], rows: readonly string[]): string {
  return `${inertJson(name)}:{"columns":${inertJson(columns)},"rows":[${rows.join(',')}]}`;
}

/** JSON that ends neither a script element nor a line of one, whatever the documents said. */
export function inertJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[<>&\u2028\u2029]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
