/** A report as a ruled PDF, drawn without a word processor: two thousand of them are made while one waits. */
import { mergedCells } from '../../sources/samples/build/formats/merged-cells.ts';
import type { Page, PrintedTable } from '../../sources/samples/build/page.ts';
import { makePdf, Sheet } from '../support/pdf.ts';

/** Points of an A4 sheet on its side. */
const PAPER = { width: 842, height: 595 } as const;
const MARGIN = 40;
const TEXT = { size: 10, line: 16, characters: 74 } as const;
const ROW = { size: 7, height: 15 } as const;

export function paperOf({ blocks }: Page): Uint8Array {
  const sheets: Sheet[] = [];
  let top: number = PAPER.height;
  const room = (height: number) => {
    if (top + height > PAPER.height - MARGIN) {
      sheets.push(new Sheet(PAPER));
      top = MARGIN;
    }
    top += height;
    return { sheet: sheets.at(-1)!, at: top - height };
  };
  for (const block of blocks) {
    if (typeof block === 'string') {
      for (const line of linesOf(block)) {
        const { sheet, at } = room(TEXT.line);
        sheet.text(MARGIN, at, line, TEXT.size);
      }
    } else drawTable(block, room);
  }
  return makePdf(sheets);
}

function linesOf(text: string): string[] {
  return text.split('\n').flatMap((line) => line.match(new RegExp(`.{1,${TEXT.characters}}`, 'gu')) ?? []);
}

type Room = (height: number) => { sheet: Sheet; at: number };

/** Cells that are merged over several rows stay on one sheet: the rows above the body are drawn together. */
function drawTable(table: PrintedTable, room: Room): void {
  const cells = mergedCells(table);
  const columns = Math.max(...table.rows.map((row) => row.length));
  const width = (PAPER.width - 2 * MARGIN) / columns;
  const draw = (from: number, to: number) => {
    const { sheet, at } = room((to - from) * ROW.height);
    for (const cell of cells.filter(({ row }) => row >= from && row < to)) {
      const [left, upper] = [MARGIN + cell.column * width, at + (cell.row - from) * ROW.height];
      sheet.frame(left, upper, cell.columnSpan * width, cell.rowSpan * ROW.height);
      sheet.text(left + 2, upper + 3, cell.text, ROW.size);
    }
  };
  draw(0, table.headerRows);
  for (let row = table.headerRows; row < table.rows.length; row += 1) draw(row, row + 1);
}
