/** Rows on a screen or for another program: a table as wide as the terminal, CSV (RFC 4180), or JSON. */
import { displayWidth, fitWidth, wrapWidth } from './display-width.ts';

export const ROW_FORMATS = ['table', 'csv', 'json'] as const;
export type RowFormat = (typeof ROW_FORMATS)[number];

export type Value = string | number | bigint | null | Uint8Array;
export type Row = Readonly<Record<string, Value>>;

export interface RenderOptions {
  format: RowFormat;
  /** Width of the terminal; null where there is none, then nothing is shortened. */
  terminalColumns: number | null;
  /** Headings in place of column names, for tables only. */
  headings?: Readonly<Record<string, string>>;
  /** Columns that run over several lines rather than being shortened, for tables only. */
  wrapped?: readonly string[];
}

export async function renderRows(
  columns: readonly string[],
  rows: readonly Row[],
  options: RenderOptions,
): Promise<string> {
  const lines = rows.map((row) => columns.map((column) => row[column] ?? null));
  return renderLines(columns, lines, options);
}

/** `lines` hold their values in the order of `columns`. */
export async function renderLines(
  columns: readonly string[],
  lines: readonly (readonly Value[])[],
  options: RenderOptions,
): Promise<string> {
  if (options.format === 'json') return renderJson(columns, lines);
  if (options.format === 'csv') return renderCsv(columns, lines);
  return renderTable(columns, lines, options);
}

function renderJson(columns: readonly string[], lines: readonly (readonly Value[])[]): string {
  const names = columns.map((column, at) => (columns.indexOf(column) < at ? `${column}:${at + 1}` : column));
  const rows = lines.map((line) =>
    Object.fromEntries(names.map((name, at) => [name, plain(line[at] ?? null)])),
  );
  return `${JSON.stringify(rows, null, 2)}\n`;
}

function plain(value: Value): string | number | null {
  return value === null || typeof value === 'number' ? value : print(value);
}

/**
 * CRLF, and quotes where a value has a comma, a quote or a line end. Values are left as they are: this text goes to
 * programs, and a guard against formulas would change "-3.5". Workbooks, which people open, carry that guard.
 */
function renderCsv(columns: readonly string[], lines: readonly (readonly Value[])[]): string {
  return [columns, ...lines]
    .map((line) => `${line.map((value) => quoteCsv(print(value))).join(',')}\r\n`)
    .join('');
}

function quoteCsv(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

async function renderTable(
  columns: readonly string[],
  lines: readonly (readonly Value[])[],
  options: RenderOptions,
): Promise<string> {
  const { default: Table } = await import('cli-table3');
  const heads = columns.map((column) => options.headings?.[column] ?? column);
  const cells = lines.map((line) => line.map((value) => onOneLine(print(value))));
  const wraps = columns.map((column) => options.wrapped?.includes(column) ?? false);
  const widths = fitColumns(heads, cells, wraps, options.terminalColumns);
  const table = new Table({
    head: heads.map((head, at) => fitWidth(head, widths[at]!)),
    style: { head: [], border: [], compact: !wraps.includes(true) },
    colAligns: columns.map((_, at) => (isNumeric(lines, at) ? 'right' : 'left')),
  });
  const fit = (cell: string, at: number) => (wraps[at] ? wrapWidth : fitWidth)(cell, widths[at]!);
  table.push(...cells.map((line) => line.map(fit)));
  return `${table.toString()}\n`;
}

/** Each column as wide as its content; where that is too much, wrapped ones give way first, then the widest. */
function fitColumns(
  heads: readonly string[],
  cells: readonly string[][],
  wraps: readonly boolean[],
  terminal: number | null,
): number[] {
  const widths = heads.map((head, at) =>
    cells.reduce((widest, line) => Math.max(widest, displayWidth(line[at] ?? '')), displayWidth(head)),
  );
  if (terminal === null)
    return widths.map((width, at) => (wraps[at] ? Math.min(width, WIDEST_WRAPPED) : width));
  const room = Math.max(terminal - BORDER_COLUMNS * widths.length - 1, NARROWEST * widths.length);
  const limited = (wrapped: number, others: number) =>
    widths.map((width, at) => Math.min(width, wraps[at] ? wrapped : others));
  const wrapped = widestThatFits((limit) => limited(limit, room), room, NARROWEST_WRAPPED);
  return limited(
    wrapped,
    widestThatFits((limit) => limited(wrapped, limit), room, NARROWEST),
  );
}

/** A border and a blank on both sides of a cell. */
const BORDER_COLUMNS = 3;
const NARROWEST = 6;
/** Ten Chinese characters a line can still be read. */
const NARROWEST_WRAPPED = 20;
/** Forty: a line of a book. */
const WIDEST_WRAPPED = 80;

/** The largest limit with which the columns fill no more than `room`, and `narrowest` where there is none. */
function widestThatFits(
  limited: (limit: number) => readonly number[],
  room: number,
  narrowest: number,
): number {
  let limit = room;
  while (limit > narrowest && limited(limit).reduce((sum, width) => sum + width, 0) > room) limit -= 1;
  return limit;
}

function isNumeric(lines: readonly (readonly Value[])[], at: number): boolean {
  return (
    lines.some((line) => typeof line[at] === 'number') &&
    lines.every((line) => typeof line[at] === 'number' || line[at] === null)
  );
}

function print(value: Value): string {
  if (value === null) return '';
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value);
}

/** Control characters of a document must not move the cursor of the person who looks at it. */
function onOneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
}
