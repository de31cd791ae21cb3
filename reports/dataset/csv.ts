/**
 * CSV that Excel opens as it is: UTF-8 with a byte order mark, lines ended with CR LF, every text that a spreadsheet
 * might take for a formula made harmless. The escape can be undone: a text that begins with = + - @ (also in full
 * width), a tab, a line break or an apostrophe gets one apostrophe in front, and no other text does.
 */
import type { Row, Value } from './resource.ts';

export const BYTE_ORDER_MARK = '\uFEFF';

/** "=HYPERLINK(…)" "+1" "-5" "@sum" "＝1" "'x". */
const DANGEROUS_START = /^[=+\-@＝＋－＠\t\r\n']/u;
/** Most cells are neither: one look at each. */
const NEEDS_CARE = /^[=+\-@＝＋－＠\t\r\n']|[",\r\n]/u;
/** A cell with a comma, a quote or a line break stands in quotes. */
const NEEDS_QUOTES = /[",\r\n]/u;

export function printLine(row: Row): string {
  return `${row.map(printCell).join(',')}\r\n`;
}

/** Nothing for null. A number is never escaped: it holds digits, sign, point and exponent alone. */
export function printCell(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (!NEEDS_CARE.test(value)) return value;
  const harmless = DANGEROUS_START.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** What stood in the warehouse, from a cell of text as a CSV reader gives it. */
export function unescapeText(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}
