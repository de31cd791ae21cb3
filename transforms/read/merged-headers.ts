/**
 * The header of a statement that prints a merged cell once. Each row is laid over the one below it; a row whose cells from
 * above were dropped too (项目 | 本年支出 over 科目编码 | 科目名称 | 小计 | 基本支出) is sunk to where it belongs.
 */
import {
  columnsOf,
  isLabelled,
  isNumbering,
  isSame,
  isTotal,
  labelOf,
  openedGroups,
  type Row,
  spanned,
} from './header-row.ts';
import { sinkLowest } from './sunk-headers.ts';
import type { TextCell } from './text-cell.ts';

/** From the lowest whole header row upwards, each row over the one below it; 栏次 | 1 | 2 below them is laid out like the body. */
export function headerRows(
  rows: readonly TextCell[][],
  width: number,
  labels: number,
  isDropped: boolean,
): TextCell[][] {
  const period = isDropped && labels === 0 ? periodOf(rows, width) : 1;
  if (period > 1) {
    const above = headerRows(rows.slice(0, -1), width / period, 0, true);
    return [...above.map((row) => row.map((cell) => wider(cell, period))), [...rows.at(-1)!]];
  }
  const laid = rows.map((row) => headerRow(row, width, labels));
  const labelled = rows.flatMap((row, at) => (isLabelled(row) ? [at] : []));
  if (isDropped) sinkLowest(laid, labelled, width);
  let lost = false;
  for (const at of [...labelled].reverse()) {
    const row = laid[at]!;
    if (columnsOf(row) >= width) continue;
    const below = labelled.find((other) => other > at);
    const alone = labelled.length === 1 ? overBody(row, width, labels) : null;
    const fitted = below === undefined ? alone : over(row, laid[below]!);
    if (fitted !== null) laid[at] = fitted;
    else {
      lost = true;
      if (below !== undefined && isTorn(row)) laid[at] = [whole(row, width)];
    }
  }
  const lowest = labelled.at(-1);
  // 小计 over the names of the rows stands in another place than it was printed.
  const shifted = laid[lowest ?? 0]?.slice(0, labels).some((cell) => isTotal(labelOf(cell)));
  const sure = lowest !== undefined && isWhole(laid[lowest]!, width) && !shifted;
  for (const at of labelled) {
    // Where cells of one row were dropped, an empty one in another tells no place.
    const isOpen = isDropped
      ? sure
        ? !isWhole(laid[at]!, width)
        : lost || shifted
      : labelled.length > 1 && (shifted || (lost && isShort(rows[at]!, width)));
    if (isOpen) laid[at] = [whole(rows[at]!, width)];
  }
  return laid;
}

/** 预算数 | 决算数 | 预算数 | 决算数 …: how many columns stand below each label of the rows above, 1 where they differ. */
function periodOf(rows: readonly Row[], width: number): number {
  const lowest = rows.at(-1);
  if (rows.filter(isLabelled).length < 3 || lowest === undefined || lowest.length !== width) return 1;
  return [2, 3].find((period) => width % period === 0 && repeats(lowest, period)) ?? 1;
}

const wider = (cell: TextCell, times: number): TextCell => spanned(cell, (cell.columnSpan ?? 1) * times);

/** "部门名称 | 某局" is a field with its value. */
const FIELD = /(名称|单位|部门)$/;
const isField = (row: Row): boolean => row.length === 2 && FIELD.test(labelOf(row[0]!));
const isShort = (row: Row, width: number): boolean => !isField(row) && row.length < width;
const isTorn = (row: Row): boolean => !isField(row) && row.every(({ text }) => text.trim() !== '');

/** A row with empty cells between its labels kept its places and lost its end. */
function headerRow(row: Row, width: number, labels: number): TextCell[] {
  if (isNumbering(row)) return overBody(row, width, labels) ?? [...row];
  const kept = isLabelled(row) && row.length < width && row.some(({ text }) => text.trim() === '');
  const missing = kept ? width - row.length : 0;
  const end = Array.from({ length: missing }, (): TextCell => ({ text: '', line: row[0]!.line }));
  return [...row, ...end];
}

/** 科目 | 合计 | 基本支出, the only header: 科目 stands over code and name. */
function overBody(row: Row, width: number, labels: number): TextCell[] | null {
  const missing = width - row.length;
  // 科目编码 | 科目名称 | 合计: the code is printed level by level.
  const isOfLevels = missing > 0 && labels === missing + 2 && /(编码|代码)$/.test(labelOf(row[0]!));
  if (isOfLevels) return row.map((cell, at) => (at === 0 ? spanned(cell, missing + 1) : { ...cell }));
  if (labels < 2 || row.length !== width - labels + 1) return null;
  return row.map((cell, at) => (at === 0 ? spanned(cell, labels) : { ...cell }));
}

const isWhole = (row: Row, width: number): boolean => columnsOf(row) === width;

/** What cannot be laid over the row below covers all of it, and so says nothing of any one column. */
export function whole(row: Row, width: number): TextCell {
  return spanned({ ...row[0]!, text: row.map(({ text }) => text).join('｜') }, width);
}

/** A cell above an empty one goes on into it; the others stand over the groups between. */
function over(upper: Row, lower: Row): TextCell[] | null {
  const groups = groupsOf(lower, upper.length);
  if (groups === null) return null;
  const ends = groups.map((_, index) => groups.slice(0, index + 1).reduce((sum, count) => sum + count, 0));
  return upper.map((cell, index) => {
    const covered = lower.slice(ends[index - 1] ?? 0, ends[index]);
    const columns = covered.reduce((sum, { columnSpan }) => sum + (columnSpan ?? 1), 0);
    return spanned(cell, columns);
  });
}

/** How many cells of the lower row each of `count` cells above it covers; null where that is open. */
function groupsOf(lower: Row, count: number): number[] | null {
  const runs = runsOf(lower);
  const plain = runs.map((run) => run.length);
  if (plain.length === count) return plain;
  const first = labelOf(lower[0]!);
  for (const opens of [isSame(first), isTotal, (label: string) => isSame(first)(label) || isTotal(label)]) {
    const opened = runs.flatMap((run) => openedGroups(run, opens));
    if (opened.length === count) return opened;
  }
  const [only] = runs;
  return runs.length === 1 && only!.length % count === 0 && repeats(only!, only!.length / count)
    ? Array.from({ length: count }, () => only!.length / count)
    : null;
}

/** Empty cells one by one, printed ones as far as they stand together. */
function runsOf(row: Row): Row[] {
  const runs: TextCell[][] = [];
  row.forEach((cell, at) => {
    const joins = cell.text.trim() !== '' && at > 0 && row[at - 1]!.text.trim() !== '';
    if (joins) runs.at(-1)!.push(cell);
    else runs.push([cell]);
  });
  return runs;
}

function repeats(row: Row, period: number): boolean {
  return row.every((cell, at) => labelOf(cell) === labelOf(row[at % period]!));
}
