/** What a cell of a workbook shows. A sum kept as 19.810000000000002 is printed 19.81, and only what is printed counts. */
import type { CellObject } from 'xlsx';
import { joinLines } from '../join-lines.ts';
import { shownWithPoint } from './literal-point.ts';

/** Excel keeps fifteen digits of a number; anything behind them is noise of binary fractions. */
const KEPT_DIGITS = 15;
/** A number without a format of its own and with more decimals than this is a quotient, shown as wide as the column. */
const MOST_DECIMALS = 6;
/** "[$-804]0.00" names a language and no currency. */
const LANGUAGE_ONLY = /\[\$-[0-9A-F]+\]/i;
const FIGURE = /^[-+−(（]?[¥￥]?\d[\d,，]*(?:\.\d+)?\s*%?[)）]?$/;

export function printedCell(cell: CellObject): string {
  if (cell.t === 'z' || isWithoutValue(cell)) return '';
  const shown = cell.w ?? String(cell.v ?? '');
  if (cell.t !== 'n' || typeof cell.v !== 'number') return joinLines(shown.split(/\r\n?|\n/));
  const format = String(cell.z ?? 'General');
  const pointed = shownWithPoint(cell.v, format);
  if (pointed !== null) return pointed;
  // Too narrow a column shows ####; the number is there all the same.
  const isPlain = /^general$/i.test(format) || cell.w === undefined || /^#+$/.test(shown.trim());
  const printed = isPlain ? plainDecimal(cell.v, shown) : shown;
  return (LANGUAGE_ONLY.test(format) ? printed.replace('$', '') : printed).trim();
}

/** A formula whose result was never computed: nothing was printed. */
export function isWithoutValue(cell: CellObject): boolean {
  return cell.v === undefined && (cell.f !== undefined || cell.t === 'e' || cell.t === 'z');
}

export function isFigure(text: string): boolean {
  return FIGURE.test(text.trim());
}

function plainDecimal(value: number, shown: string): string {
  const decimal = String(Number(value.toPrecision(KEPT_DIGITS)));
  const decimals = decimal.split('.')[1]?.length ?? 0;
  return decimal.includes('e') || decimals > MOST_DECIMALS ? shown : decimal;
}
