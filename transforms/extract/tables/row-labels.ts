/** What names a row: its codes and words, in its lane or, in forms, to the left of the figure. */
import { readNumber } from '../../parse/amount.ts';
import type { Cell, Table } from '../../read/document.ts';
import { economicCodeOf, economicCodesByName } from '../../vocabulary/economic-codes.ts';
import { functionCodeOf, functionCodesByName } from '../../vocabulary/function-codes.ts';
import type { Lane } from './columns.ts';

export function codeOfRow(
  table: Table,
  row: number,
  lane: Lane,
  codes: 'function' | 'economic',
): { code: string | null } {
  const printed = printedCode(table, row, lane, codes);
  return printed.code === null && row > 0 ? { code: wrappedCode(table, row, lane, codes) } : printed;
}

/**
 * "2080599其他行政事业单位养老" without a figure, and below it "支出 | 29.95": one row, whose name a page end or a missing
 * rule broke in two. Believed only where the two pieces make the name of that code.
 */
function wrappedCode(table: Table, row: number, lane: Lane, codes: 'function' | 'economic'): string | null {
  const words = laneLabels(table, row, lane);
  if (words.length === 0) return null;
  const { code } = printedCode(table, row - 1, lane, codes);
  const isEmpty = (column: number) => (table.grid[row - 1]?.[column]?.text ?? '').trim() === '';
  if (code === null || !lane.values.every(isEmpty)) return null;
  const name = [...laneLabels(table, row - 1, lane), ...words]
    .join('')
    .replace(/^[\s[【]*\d+[\]】\s—-]*/, '');
  const named = codes === 'function' ? functionCodesByName : economicCodesByName;
  return named(name).includes(code) ? code : null;
}

function printedCode(
  table: Table,
  row: number,
  lane: Lane,
  codes: 'function' | 'economic',
): { code: string | null } {
  const read =
    codes === 'function' ? functionCodeOf : (text: string) => economicCodeOf(text) ?? functionCodeOf(text);
  const printed = lane.codes
    .map((column) => table.grid[row]?.[column])
    .filter((cell) => cell && cell.row <= row);
  const joined = [...new Set(printed)].map((cell, level) => levelOf(cell!.text, level)).join('');
  if (/^\d{3}/.test(joined)) return { code: read(joined) };
  if (/^\d/.test(joined)) return { code: codeBelow(table, row, lane, codes) };
  for (const column of lane.labels) {
    const leading = /^\s*[[【]?(\d{3}(?:\s?\d{2}){0,2})[\]】]?\s*[-—]?\s*\D/.exec(
      table.grid[row]?.[column]?.text ?? '',
    );
    if (leading) return { code: read(leading[1]!.replace(/\s+/g, '')) };
  }
  return { code: null };
}

/**
 * 类 | 款 | 项, each row printing its own level only (207 | | , then | 01 | ): the levels above stand in the rows above.
 * Believed only where the code so completed has the name printed beside it.
 */
function codeBelow(table: Table, row: number, lane: Lane, codes: 'function' | 'economic'): string | null {
  const text = (at: number, column: number) => table.grid[at]?.[column]?.text.trim() ?? '';
  const own = lane.codes.findLastIndex((column) => text(row, column) !== '');
  const levels = lane.codes.slice(0, own + 1).map((column, level) => {
    let at = row;
    while (at >= 0 && !/^\d+$/.test(text(at, column))) at--;
    return at < 0 ? '' : levelOf(text(at, column), level);
  });
  const code = levels.join('');
  const named = codes === 'function' ? functionCodesByName : economicCodesByName;
  return laneLabels(table, row, lane).some((label) => named(label).includes(code)) ? code : null;
}

/** 类 | 款 | 项 in three columns: a lost leading zero is put back ("301" | "2" is 30102). */
function levelOf(text: string, level: number): string {
  const digits = text.replace(/\s+/g, '');
  return level > 0 && /^\d$/.test(digits) ? `0${digits}` : digits;
}

export function laneLabels(table: Table, row: number, lane: Lane): string[] {
  const cells = [...lane.codes, ...lane.labels].map((column) => table.grid[row]?.[column] ?? null);
  const texts = [...new Set(cells)].filter((cell): cell is Cell => cell !== null).map((cell) => cell.text);
  const words = texts.filter((text) => text.trim() !== '' && !/^\d+$/.test(text.trim()));
  return words.length > 0 ? words : spilledLabel(table, row, lane);
}

/** A label that spilled into the value column of the lane before it, after that lane's last figure: 公用经费合计. */
function spilledLabel(table: Table, row: number, lane: Lane): string[] {
  const first = Math.min(...lane.values);
  for (let at = first - 1; at >= 0; at--) {
    const text = table.grid[row]?.[at]?.text ?? '';
    const kind = readNumber(text).kind;
    if (kind === 'number') return [];
    if (kind === 'text') return [text];
  }
  return [];
}

/** The nearest words to the left in the same row, and whatever stands left of them. */
export function labelsLeftOf(table: Table, row: number, column: number): string[] {
  const words: string[] = [];
  for (let at = 0; at < column; at++) {
    const cell = table.grid[row]?.[at];
    if (cell && cell.column === at && readNumber(cell.text).kind === 'text') words.push(cell.text);
  }
  return words;
}
