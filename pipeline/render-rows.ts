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
  /** Texts run over several lines rather than being shortened, for tables only. */
  wraps?: boolean;
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
  const wraps = options.wraps ?? false;
  const numeric = columns.map((_, at) => isNumeric(lines, at));
  const { widths, padding } = fitColumns(heads, cells, { wraps, numeric }, options.terminalColumns);
  const fit = (cell: string, at: number) => (wraps ? wrapWidth : fitWidth)(cell, widths[at]!);
  const fitted = cells.map((line) => line.map(fit));
  const isOneLineARow = fitted.every((line) => line.every((cell) => !cell.includes('\n')));
  const table = new Table({
    head: heads.map(fit),
    style: {
      ...{ head: [], border: [], compact: isOneLineARow },
      ...{ 'padding-left': padding, 'padding-right': padding },
    },
    colAligns: numeric.map((one) => (one ? 'right' : 'left')),
  });
  table.push(...fitted);
  return `${table.toString()}\n`;
}

interface Columns {
  wraps: boolean;
  /** Never shortened: half a number is a wrong one. */
  numeric: readonly boolean[];
}

/** Each column as wide as its content; where that is too much the widest give way, and at last the blanks around cells. */
function fitColumns(
  heads: readonly string[],
  cells: readonly string[][],
  { wraps, numeric }: Columns,
  terminal: number | null,
): { widths: number[]; padding: 0 | 1 } {
  const contents = heads.map((_, at) =>
    cells.reduce((widest, line) => Math.max(widest, displayWidth(line[at] ?? '')), 1),
  );
  const widths = heads.map((head, at) => Math.max(contents[at]!, displayWidth(head)));
  const limited = (limit: number) =>
    widths.map((width, at) => Math.max(Math.min(width, limit), numeric[at] ? contents[at]! : 0));
  if (terminal === null) return { widths: wraps ? limited(WIDEST_WRAPPED) : widths, padding: 1 };
  const readable = sum(limited(wraps ? NARROWEST_WRAPPED : NARROWEST));
  const padding = readable <= roomIn(terminal, widths.length, 1) ? 1 : 0;
  const room = roomIn(terminal, widths.length, padding);
  return { widths: limited(widestThatFits(limited, room)), padding };
}

/** What borders, and blanks on both sides of cells, leave of a terminal. */
function roomIn(terminal: number, columns: number, padding: number): number {
  return terminal - (1 + 2 * padding) * columns - 1;
}

const NARROWEST = 6;
/** Ten Chinese characters a line can still be read. */
const NARROWEST_WRAPPED = 20;
/** Forty: a line of a book. */
const WIDEST_WRAPPED = 80;

/** The largest limit with which the columns fill no more than `room`, and the narrowest where there is none. */
function widestThatFits(limited: (limit: number) => readonly number[], room: number): number {
  let limit = Math.max(room, NARROWEST);
  while (limit > NARROWEST && sum(limited(limit)) > room) limit -= 1;
  return limit;
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0);
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
