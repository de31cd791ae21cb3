/**
 * 预算数 | 执行数 above 合计 | 中央 | 省级 | 合计 | 中央 | 省级: text that dropped merged cells moves the upper header to the left, over
 * columns that are not its own. Then only the lower one says what a column is.
 */
import type { Table } from '../../read/document.ts';
import type { Column } from './columns.ts';
import { cellsOfRow, type Section } from './sections.ts';

export function withoutTornHeaders(
  table: Table,
  section: Section,
  columns: readonly Column[],
): readonly Column[] {
  if (!isTorn(table, section)) return columns;
  return columns.map((column) => ({
    ...column,
    path: column.path.slice(-1),
    printedPath: column.printedPath.slice(-1),
    inherited: [],
  }));
}

/** No cell is merged, and an upper row of labels ends before the lower one does. */
function isTorn({ grid }: Table, { headerRows }: Section): boolean {
  const [lower, ...upper] = [...headerRows].reverse().map((row) => cellsOfRow(grid, row));
  if (lower === undefined || [lower, ...upper].flat().some(({ columnSpan }) => columnSpan > 1)) return false;
  const end = lower.at(-1)?.column ?? 0;
  return upper.some((cells) => cells.length > 1 && cells.at(-1)!.column < end);
}
