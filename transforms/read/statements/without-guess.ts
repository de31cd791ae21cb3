/** "2010101 | 行政运行 | 20.00 | 20.00" under 合计 | 基本支出 | 项目支出: a copy without its empty cells does not say which part it is. */
import type { FlatRow } from './flat-lanes.ts';

/** Stands over the figures whose column is lost, so that no header to their left covers them. */
const LOST_COLUMN = '缺少单元格，列不明';

/** Only the first figure, the total, has a known column; the others come to stand behind all of them. */
export function withoutGuess({ line, cells }: FlatRow, width: number): FlatRow {
  const [names, [total, ...rest]] = [cells.slice(0, 2), cells.slice(2)];
  if (total === undefined || rest.length === width - 1) return { line, cells };
  return { line, cells: [...names, total, ...Array.from({ length: width - 1 }, () => ''), ...rest] };
}

/** The header rows, with words over the columns that only such rows reach. */
export function overLostColumns(header: readonly FlatRow[], rows: readonly FlatRow[]): FlatRow[] {
  const width = header[0]?.cells.length ?? 0;
  const widest = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const lost = Array.from({ length: Math.max(0, widest - width) }, () => LOST_COLUMN);
  return header.map(({ line, cells }) => ({ line, cells: [...cells, ...lost] }));
}
