/** Rows of text cells as the grid of a Document: cells stay in the column where they were printed, short rows end early. */
import type { Cell, Grid } from './document.ts';
import type { TextCell } from './text-cell.ts';

/** Columns in which no row prints anything at the right edge, and empty rows at top and bottom, are left out. */
export function gridOfRows(rows: readonly (readonly TextCell[])[], table: number): Grid {
  const printedRows = trimRows(rows);
  const width = Math.max(1, ...printedRows.map((row) => row.findLastIndex((cell) => cell.text !== '') + 1));
  return printedRows.map((cells, row) =>
    Array.from({ length: width }, (_, column) => {
      const cell = cells[column];
      return cell === undefined ? null : gridCell(cell, table, row, column);
    }),
  );
}

function gridCell(cell: TextCell, table: number, row: number, column: number): Cell {
  const location = { line: cell.line, table, row: row + 1, column: column + 1 };
  return { text: cell.text, row, column, rowSpan: 1, columnSpan: 1, location };
}

function trimRows(rows: readonly (readonly TextCell[])[]): readonly (readonly TextCell[])[] {
  const prints = (row: readonly TextCell[]) => row.some((cell) => cell.text !== '');
  return rows.slice(Math.max(0, rows.findIndex(prints)), rows.findLastIndex(prints) + 1);
}
