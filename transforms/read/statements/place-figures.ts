/** "2010101 | 行政运行 | 20.00 | 20.00" under 合计 | 基本支出 | 项目支出: a copy without its empty cells does not say which part it is. */
import { normaliseLabel } from '../../parse/label.ts';

/** A row of a flattened statement, its cells in the columns of the header. */
export interface FlatRow {
  line: number;
  cells: readonly string[];
}

/** Rows of a table, its header among them, and the first cell behind it. */
export interface FlatBody {
  rows: readonly FlatRow[];
  end: number;
}

export interface Lane {
  /** Prints the number of each line. */
  line: boolean;
  values: number;
  /** Its first figures are totals of the others. */
  totalFirst: boolean;
}

/** Stands over the figures whose column is lost, so that no header to their left covers them. */
const LOST_COLUMN = '缺少单元格，列不明';

/** 合计 in front of its parts is printed in every row. */
const TOTAL_COLUMN = /^(合计|总计|小计|本年(收入|支出)(合计)?)$/;

export const isTotalColumn = (header: string): boolean => TOTAL_COLUMN.test(normaliseLabel(header));

/**
 * Figures in their columns. Where some were empty and dropped, only the first is known, and only if it is the total; the
 * others come to stand behind all columns.
 */
export function placeFigures(figures: readonly string[], columns: number, totalFirst: boolean): string[] {
  if (figures.length === columns) return [...figures];
  const known = totalFirst ? figures.slice(0, 1) : [];
  const empty = Array.from({ length: columns - known.length }, () => '');
  return [...known, ...empty, ...figures.slice(known.length)];
}

/** The header rows, with words over the columns that only figures without a place reach. */
export function overLostColumns(header: readonly FlatRow[], rows: readonly FlatRow[]): FlatRow[] {
  const width = header[0]?.cells.length ?? 0;
  const widest = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const lost = Array.from({ length: Math.max(0, widest - width) }, () => LOST_COLUMN);
  return header.map(({ line, cells }) => ({ line, cells: [...cells, ...lost] }));
}
