/** Which cells of a printed table are one: offices merge in the header, and a plain text can only leave the rest empty. */
import type { PrintedTable } from '../page.ts';

export interface MergedCell {
  text: string;
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
}

/** An empty header cell belongs to the words above it, else to the words on its left. The body is not merged. */
export function mergedCells({ rows, headerRows }: PrintedTable): readonly MergedCell[] {
  const cells: MergedCell[] = [];
  const slots: MergedCell[][] = rows.map(() => []);
  rows.forEach((texts, row) => {
    texts.forEach((text, column) => {
      const above = slots[row - 1]?.[column];
      const left = slots[row]![column - 1];
      const inHeader = text === '' && row < headerRows;
      if (inHeader && above !== undefined && above.text !== '' && above.columnSpan === 1) {
        above.rowSpan++;
        slots[row]![column] = above;
      } else if (inHeader && left !== undefined && left.text !== '' && left.row === row) {
        left.columnSpan++;
        slots[row]![column] = left;
      } else {
        const cell = { text, row, column, rowSpan: 1, columnSpan: 1 };
        slots[row]![column] = cell;
        cells.push(cell);
      }
    });
  });
  return cells;
}
