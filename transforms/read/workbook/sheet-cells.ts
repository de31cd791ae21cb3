/** The cells of a sheet that a reader sees, with the merged area each covers; what is hidden is counted, not read. */
import type { CellObject, DenseWorkSheet, Range } from 'xlsx';
import { isFigure, isWithoutValue, printedCell } from './printed-cell.ts';

/** `row`, `column` from 0, as in the sheet. The spans count what is hidden too. */
export interface SheetCell {
  text: string;
  row: number;
  column: number;
  lastRow: number;
  lastColumn: number;
}

export interface SheetContent {
  /** In reading order; only cells that print something. */
  cells: SheetCell[];
  hiddenFigures: number;
  hiddenRows: number;
  hiddenColumns: number;
  /** Formulas whose result was not saved. */
  withoutValue: number;
}

export function readSheetCells(sheet: DenseWorkSheet): SheetContent {
  const isHiddenRow = (row: number) => sheet['!rows']?.[row]?.hidden === true;
  const isHiddenColumn = (column: number) => sheet['!cols']?.[column]?.hidden === true;
  const content: SheetContent = {
    cells: [],
    hiddenFigures: 0,
    hiddenRows: 0,
    hiddenColumns: 0,
    withoutValue: 0,
  };
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  const merged = mergedByAnchor(sheet['!merges'] ?? []);
  // forEach passes over the holes of a sheet that claims a million rows.
  sheet['!data'].forEach((cells, row) => {
    cells?.forEach((cell: CellObject | undefined, column) => {
      if (cell === undefined || cell === null) return;
      if (isWithoutValue(cell) && cell.f !== undefined) content.withoutValue++;
      const text = printedCell(cell);
      if (text === '') return;
      const area = merged.get(`${row},${column}`);
      const seen = area === undefined ? { row, column } : firstVisible(area, isHiddenRow, isHiddenColumn);
      if (seen === null || isHiddenRow(seen.row) || isHiddenColumn(seen.column)) {
        if (isFigure(text)) content.hiddenFigures++;
        if (isHiddenRow(row)) hiddenRows.add(row);
        else hiddenColumns.add(column);
        return;
      }
      content.cells.push({
        text,
        ...seen,
        lastRow: area?.e.r ?? row,
        lastColumn: area?.e.c ?? column,
      });
    });
  });
  return { ...content, hiddenRows: hiddenRows.size, hiddenColumns: hiddenColumns.size };
}

function mergedByAnchor(merges: readonly Range[]): Map<string, Range> {
  return new Map(merges.map((area) => [`${area.s.r},${area.s.c}`, area]));
}

/** Rows and columns beyond what Excel has are a hostile claim; a merged area is searched no farther. */
const FARTHEST = 2_000;

/** The upper left of a merged cell may be hidden while the rest of it shows the text. */
function firstVisible(
  area: Range,
  isHiddenRow: (row: number) => boolean,
  isHiddenColumn: (column: number) => boolean,
): { row: number; column: number } | null {
  let { r: row, c: column } = area.s;
  while (row < area.e.r && row - area.s.r < FARTHEST && isHiddenRow(row)) row++;
  while (column < area.e.c && column - area.s.c < FARTHEST && isHiddenColumn(column)) column++;
  return isHiddenRow(row) || isHiddenColumn(column) ? null : { row, column };
}
