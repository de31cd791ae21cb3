/** Whatever way a table is ruled and merged, its cells come back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Sheet } from '../../../support/pdf.ts';
import { readSheets, tablesOf, textsOf } from '../../../support/pdf-engine.ts';

interface DrawnCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  text: string;
}

interface DrawnTable {
  widths: readonly number[];
  heights: readonly number[];
  cells: readonly DrawnCell[];
}

const LABELS = [
  '项目',
  '合计',
  '一、基本支出',
  '其中：人员经费',
  '1,234.50',
  '0.00',
  '-3.2',
  '98.6%',
  '2080505',
  '—',
  '',
];

/** Cells are laid from the top left; each takes what is still free of the span it asks for. */
function layCells(
  rows: number,
  columns: number,
  wishes: readonly { span: [number, number]; text: string }[],
): DrawnCell[] {
  const taken = new Set<string>();
  const cells: DrawnCell[] = [];
  let wish = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken.has(`${row},${column}`)) continue;
      const { span, text } = wishes[wish++ % wishes.length]!;
      let columnSpan = 1;
      while (
        columnSpan < span[1] &&
        column + columnSpan < columns &&
        !taken.has(`${row},${column + columnSpan}`)
      )
        columnSpan++;
      const rowSpan = Math.min(span[0], rows - row);
      for (let r = row; r < row + rowSpan; r++)
        for (let c = column; c < column + columnSpan; c++) taken.add(`${r},${c}`);
      cells.push({ row, column, rowSpan, columnSpan, text });
    }
  }
  return cells;
}

const anyTable: fc.Arbitrary<DrawnTable> = fc
  .record({
    widths: fc.array(fc.integer({ min: 70, max: 110 }), { minLength: 2, maxLength: 4 }),
    heights: fc.array(fc.integer({ min: 16, max: 40 }), { minLength: 2, maxLength: 7 }),
    wishes: fc.array(
      fc.record({
        span: fc.tuple(fc.constantFrom(1, 1, 1, 2, 3), fc.constantFrom(1, 1, 1, 2, 3)),
        text: fc.constantFrom(...LABELS),
      }),
      { minLength: 5, maxLength: 25 },
    ),
  })
  .map(({ widths, heights, wishes }) => ({
    widths,
    heights,
    cells: layCells(heights.length, widths.length, wishes),
  }));

function edges(start: number, lengths: readonly number[]): number[] {
  const all = [start];
  for (const length of lengths) all.push(all.at(-1)! + length);
  return all;
}

type Pen = (sheet: Sheet, left: number, top: number, right: number, bottom: number) => void;

const PENS: Readonly<Record<string, Pen>> = {
  strokes: (sheet, left, top, right, bottom) =>
    sheet
      .line(left, top, right, top)
      .line(right, top, right, bottom)
      .line(right, bottom, left, bottom)
      .line(left, bottom, left, top),
  frames: (sheet, left, top, right, bottom) => sheet.frame(left, top, right - left, bottom - top),
  'thin rectangles': (sheet, left, top, right, bottom) =>
    sheet
      .fill(left, top, right - left, 0.6)
      .fill(left, bottom, right - left, 0.6)
      .fill(left, top, 0.6, bottom - top)
      .fill(right, top, 0.6, bottom - top),
};

function draw(table: DrawnTable, pen: Pen): Sheet {
  const xs = edges(60, table.widths);
  const ys = edges(100, table.heights);
  const sheet = new Sheet().text(60, 60, '以下数据均为示例。');
  for (const { row, column, rowSpan, columnSpan, text } of table.cells) {
    const [left, top, right, bottom] = [xs[column]!, ys[row]!, xs[column + columnSpan]!, ys[row + rowSpan]!];
    pen(sheet, left, top, right, bottom);
    if (text !== '') sheet.text(left + 3, (top + bottom) / 2 - 4.5, text, 9);
  }
  return sheet;
}

/** A line that no cell ends at cannot be seen: rows and columns that only merged cells cross are one. */
function seen(table: DrawnTable): (string | null)[][] {
  const rows = [...new Set(table.cells.map((cell) => cell.row))].sort((a, b) => a - b);
  const columns = [...new Set(table.cells.map((cell) => cell.column))].sort((a, b) => a - b);
  return rows.map((row) =>
    columns.map((column) => {
      const cell = table.cells.find(
        (candidate) =>
          row >= candidate.row &&
          row < candidate.row + candidate.rowSpan &&
          column >= candidate.column &&
          column < candidate.column + candidate.columnSpan,
      );
      return cell?.text ?? null;
    }),
  );
}

describe('any ruled table', () => {
  it.each(Object.keys(PENS))('comes back cell for cell from %s', async (name) => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (table) => {
        fc.pre(table.cells.length > 1 && table.cells.some((cell) => cell.text !== ''));
        const tables = tablesOf(await readSheets([draw(table, PENS[name]!)]));
        expect(tables.map(textsOf)).toEqual([seen(table)]);
      }),
      { numRuns: 150 },
    );
  });
});
