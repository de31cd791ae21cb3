/** Rows of text cells as the grid of a Document: cells stay in the column where they were printed, short rows end early. */
import type { Cell, Grid } from './document.ts';
import type { TextCell } from './text-cell.ts';

/** Columns in which no row prints anything at the right edge, and empty rows at top and bottom, are left out. */
export function gridOfRows(rows: readonly (readonly TextCell[])[], table: number): Grid {
  const printedRows = trimRows(rows);
  const slots = printedRows.some((row) => row.some(isMerged))
    ? placeMerged(printedRows, table)
    : printedRows.map((cells, row) => cells.map((cell, column) => gridCell(cell, table, row, column)));
  const width = slots.reduce(
    (most, row) => Math.max(most, row.findLastIndex((cell) => (cell?.text ?? '') !== '') + 1),
    1,
  );
  return slots.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null));
}

function isMerged(cell: TextCell): boolean {
  return (cell.rowSpan ?? 1) > 1 || (cell.columnSpan ?? 1) > 1;
}

/** Each cell takes the next slot that no merged cell from above or from its left covers. */
function placeMerged(rows: readonly (readonly TextCell[])[], table: number): (Cell | null)[][] {
  const slots: (Cell | null)[][] = rows.map(() => []);
  for (const [row, cells] of rows.entries()) {
    let column = 0;
    for (const cell of cells) {
      while (slots[row]![column] !== undefined) column++;
      const placed = gridCell(cell, table, row, column, rows.length - row);
      for (let down = 0; down < placed.rowSpan; down++)
        for (let right = 0; right < placed.columnSpan; right++) slots[row + down]![column + right] = placed;
      column += placed.columnSpan;
    }
  }
  return slots;
}

function gridCell(cell: TextCell, table: number, row: number, column: number, rowsLeft = 1): Cell {
  const location = { line: cell.line, table, row: row + 1, column: column + 1 };
  const rowSpan = Math.min(cell.rowSpan ?? 1, rowsLeft);
  return { text: cell.text, row, column, rowSpan, columnSpan: cell.columnSpan ?? 1, location };
}

function trimRows(rows: readonly (readonly TextCell[])[]): readonly (readonly TextCell[])[] {
  const prints = (row: readonly TextCell[]) => row.some((cell) => cell.text !== '');
  return rows.slice(Math.max(0, rows.findIndex(prints)), rows.findLastIndex(prints) + 1);
}
