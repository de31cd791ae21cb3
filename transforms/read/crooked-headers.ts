/** A header that cannot stand as it was laid out: cells above its lower row were dropped, and nothing told which. */
import { columnsOf, isLabelled, labelOf, type Row, withoutBlankEnd } from './header-row.ts';

/**
 * Whether a row that ends early stands one cell below one cell: 小计 under 合计. A column that has one label has no second; the
 * cells above it were dropped, and it belongs further to the right.
 */
export function isCrooked(laid: readonly Row[], printed: readonly Row[], width: number): boolean {
  const labelled = laid.flatMap((row, at) => (isLabelled(row) ? [at] : []));
  return labelled.some((at, index) => {
    const [upper, lower] = [laid[labelled[index - 1] ?? -1], laid[at]!];
    if (upper === undefined || printed[at]!.length >= width || printedColumns(lower) >= width) return false;
    const ends = (row: Row) => endsOf(row).filter(({ label }) => label !== '');
    return ends(lower).some(
      ({ label, from, to }) =>
        !OF_ROW.test(label) && ends(upper).some((one) => one.from === from && one.to === to),
    );
  });
}

const printedColumns = (row: Row): number => columnsOf(withoutBlankEnd(row));

const OF_ROW = /(编码|代码|名称|科目|单位)$|^[类款项]$/;

/** Where each printed cell begins and where the next one does; empty cells behind it are part of it, and its own label again. */
function endsOf(row: Row): { label: string; from: number; to: number }[] {
  const cells: { label: string; from: number; to: number }[] = [];
  let from = 0;
  for (const cell of row) {
    const to = from + (cell.columnSpan ?? 1);
    const last = cells.at(-1);
    if (last !== undefined && (cell.text.trim() === '' || labelOf(cell) === last.label)) last.to = to;
    else cells.push({ label: labelOf(cell), from, to });
    from = to;
  }
  return cells;
}
