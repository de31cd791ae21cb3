/** Statements with two halves: what comes in on the left, what goes out on the right, bottom lines on one height. */
import { chineseNumber, TOTALS_ROWS } from '../../model/names.ts';
import type { Page } from '../../page.ts';
import type { StatementStyle } from './style.ts';

export type Rows = string[][];

/** Lines of the left and the right half side by side, each with its place in the form. */
export function sideBySide(left: Rows, right: Rows, style: StatementStyle, widths: [number, number]): Rows {
  const height = Math.max(left.length, right.length);
  const half = (rows: Rows, at: number, width: number, first: number) => {
    const [label = '', ...amounts] = rows[at] ?? [];
    const cells = [...amounts, ...Array<string>(width - amounts.length).fill('')];
    return style.rowNumbers ? [label, String(first + at), ...cells] : [label, ...cells];
  };
  return Array.from({ length: height }, (_, at) => [
    ...half(left, at, widths[0], 1),
    ...half(right, at, widths[1], 1 + height),
  ]);
}

/** The 类 of the form; a short list names only those with money on them and counts anew. */
export function classRows(page: Page, style: StatementStyle, cellsOf: (code: string) => string[]): Rows {
  const rows = TOTALS_ROWS.filter(
    ({ code }) => !style.shortList || page.books.valueOf({ concept: 'expenditure', functionCode: code }) > 0,
  );
  return rows.map(({ code, name }, at) => [`${chineseNumber(at + 1)}、${name}`, ...cellsOf(code!)]);
}

/** The bottom lines stand on one height whatever stands above them. */
export function padded(rows: Rows, height: number): Rows {
  return [...rows, ...Array.from({ length: Math.max(0, height - rows.length) }, () => [''])];
}
