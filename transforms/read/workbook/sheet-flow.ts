/** A sheet as lines and tables: blank rows part its tables, rows of one cell above and below them are titles and notes. */
import { isCaptionRow, isNote, opensTable } from '../captions.ts';
import { UnreadableDocument } from '../document.ts';
import type { FlowCell, FlowLine, FlowPiece } from '../flow.ts';
import type { ReadingLimits } from '../limits.ts';
import { isFigure } from './printed-cell.ts';
import type { SheetCell } from './sheet-cells.ts';

/** Rows between two blank rows. */
type Run = SheetCell[][];

export function flowOfSheet(cells: readonly SheetCell[], sheet: string, limits: ReadingLimits): FlowPiece[] {
  return joinContinued(runsOf(cells)).flatMap((run) => piecesOf(run, sheet, limits));
}

function runsOf(cells: readonly SheetCell[]): Run[] {
  const runs: Run[] = [];
  let reach = -1;
  for (const row of rowsOf(cells)) {
    const number = row[0]!.row;
    // A row that only merged cells from above cover is no blank row.
    if (runs.length === 0 || number > reach + 1) runs.push([]);
    else if (opensNextTable(row, runs.at(-1)!)) runs.push(captionsAtEnd(runs.at(-1)!));
    runs.at(-1)!.push(row);
    reach = Math.max(reach, number, ...row.filter(isShallow).map((cell) => cell.lastRow));
  }
  return runs;
}

/** "公开02表" right below the last row of a table: tables stacked on one sheet without a blank row between them. */
function opensNextTable(row: readonly SheetCell[], above: Run): boolean {
  return (
    row.some(({ text }) => opensTable(text)) &&
    isCaptionRow(row.map(({ text }) => text)) &&
    above.some((one) => one.filter(({ text }) => isFigure(text)).length > 1)
  );
}

/** Takes the rows of names at the end of a run: they head the next table. */
function captionsAtEnd(run: Run): Run {
  const last = run.findLastIndex((row) => row.length > 1 || !isCaptionRow(row.map(({ text }) => text)));
  return run.splice(last + 1);
}

/** A merged cell that claims hundreds of rows joins nothing. */
function isShallow(cell: SheetCell): boolean {
  return cell.lastRow - cell.row < 200;
}

function rowsOf(cells: readonly SheetCell[]): SheetCell[][] {
  const rows = new Map<number, SheetCell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row === undefined) rows.set(cell.row, [cell]);
    else row.push(cell);
  }
  return [...rows.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, row]) => row.sort((a, b) => a.column - b.column));
}

/** A blank row inside a table, or between its header and its rows: what follows begins with figures, without a header of its own. */
function joinContinued(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const above = joined.at(-1);
    if (
      above !== undefined &&
      isTable(above) &&
      isTable(run) &&
      (startsWithFigures(run) || isBodyOf(above, run))
    )
      for (const row of run) above.push(row);
    else joined.push([...run]);
  }
  return joined;
}

function isTable(run: Run): boolean {
  return run.some((row) => row.length > 1 && !isCaptionRow(row.map(({ text }) => text)));
}

/** A header that has no figure below it yet, and a row that begins with its code. */
function isBodyOf(above: Run, run: Run): boolean {
  const figuresIn = (row: readonly SheetCell[]) => row.filter(({ text }) => isFigure(text)).length;
  return above.every((row) => figuresIn(row) === 0) && run[0]!.length > 2 && figuresIn(run[0]!) > 1;
}

function startsWithFigures(run: Run): boolean {
  const first = run[0]!;
  return first.length > 1 && first.some(({ text }) => isFigure(text)) && !isFigure(first[0]!.text);
}

function piecesOf(run: Run, sheet: string, limits: ReadingLimits): FlowPiece[] {
  if (!isTable(run) || run.every((row) => row.every(({ text }) => isNote(text))))
    return run.flatMap((row) => row.flatMap((cell) => linesOf(cell, sheet)));
  const columns = [...new Set(run.flat().map(({ column }) => column))].sort((a, b) => a - b);
  const slots = columns.length * run.length;
  if (slots > limits.cells)
    throw new UnreadableDocument(
      'too_large',
      `工作表“${sheet}”的一张表有 ${slots} 个单元格，超过 ${limits.cells} 的上限，请核对文件内容。`,
    );
  return [{ kind: 'table', rows: gridRows(run, columns, sheet), location: placeOf(run[0]![0]!, sheet) }];
}

function linesOf(cell: SheetCell, sheet: string): FlowLine[] {
  return cell.text.split('\n').map((text) => ({ kind: 'line', text, location: placeOf(cell, sheet) }));
}

function placeOf(
  { row, column }: { row: number; column: number },
  sheet: string,
): FlowCell['location'] & object {
  return { sheet, row: row + 1, column: column + 1 };
}

/** Columns in which nothing is printed are left out; every other slot that no merged cell covers is a cell. */
function gridRows(run: Run, columns: readonly number[], sheet: string): FlowCell[][] {
  const numbers = run.map((row) => row[0]!.row);
  const covered = numbers.map(() => new Uint8Array(columns.length));
  return run.map((row, down) => {
    const cells: FlowCell[] = [];
    const printed = new Map(row.map((cell) => [cell.column, cell]));
    for (const [across, column] of columns.entries()) {
      if (covered[down]![across]) continue;
      const cell = printed.get(column) ?? blankAt(numbers[down]!, column);
      const rowSpan = freeSpan(numbers, down, cell.lastRow);
      const columnSpan = freeColumns(columns, across, cell.lastColumn, covered[down]!);
      for (let below = down; below < down + rowSpan; below++)
        covered[below]!.fill(1, across, across + columnSpan);
      cells.push({ text: cell.text, rowSpan, columnSpan, location: placeOf(cell, sheet) });
    }
    return cells;
  });
}

function blankAt(row: number, column: number): SheetCell {
  return { text: '', row, column, lastRow: row, lastColumn: column };
}

function freeSpan(numbers: readonly number[], from: number, last: number): number {
  let span = 1;
  while (from + span < numbers.length && numbers[from + span]! <= last) span++;
  return span;
}

function freeColumns(columns: readonly number[], from: number, last: number, covered: Uint8Array): number {
  let span = 1;
  while (from + span < columns.length && columns[from + span]! <= last && !covered[from + span]) span++;
  return span;
}
