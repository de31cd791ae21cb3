/**
 * The header of a statement that prints a merged cell once. Each row is laid over the one below it; a row whose cells from
 * above were dropped too (项目 | 本年支出 over 科目编码 | 科目名称 | 小计 | 基本支出) is sunk to where it belongs.
 */
import { normaliseLabel } from '../parse/label.ts';
import { isCaptionRow } from './captions.ts';
import { printedOf, type TextCell } from './text-cell.ts';

type Row = readonly TextCell[];

/** 小计 and 合计 open a group of columns; so does whatever opens the row (项目 | 金额 ‖ 项目 | 金额). */
const OPENS_GROUP = /^(小计|合计)$/;
/** What stands over the code and the name of a row. */
const CODE = /(编码|代码)$|^类$/;
/** Labels that are printed over several columns, by what the columns below them say. */
const OVER_NATURE = /^(本年|当年)?.*支出$|(预算|决算|执行)数$|基本支出$/;
const OVER_MONEY =
  /^(本年|当年)(收入|拨款)$|^(上年|年初)结转|^单位资金$|^事业收入$|^公务用车|(预算|决算)数$|^基本支出$/;
const PART_OF_BASIC = /^(人员|日常公用|公用)经费$/;
const isBasic = (cell: TextCell): boolean => /^(本年|当年)?基本支出$/.test(labelOf(cell));
const NATURE = /^(基本支出|项目支出|人员经费|公用经费|日常公用经费)$/;

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
  if (labels < 2 || row.length !== width - labels + 1) return null;
  return row.map((cell, at) => (at === 0 ? spanned(cell, labels) : { ...cell }));
}

/**
 * Rows without the empty cells above them, from the lowest up, put below the cells of the row above that have columns of their own.
 * 类 | 款 | 项 go below the code first, and with it below whatever it stands under.
 */
function sinkLowest(laid: TextCell[][], labelled: readonly number[], width: number): void {
  const sunk: number[] = [];
  for (let up = labelled.length - 1; up > 0; up--) {
    const [at, above] = [labelled[up]!, labelled[up - 1]!];
    sunk.unshift(at);
    if (columnsOf(laid[at]!) >= width) return;
    const sizes = levelsBelow(laid[above]!, laid[at]!) ?? sunkGroups(laid[above]!, laid[at]!, width);
    if (sizes === null) return;
    const taken = columnsTaken(laid[at]!, sizes);
    for (const row of sunk) laid[row] = sunkRow(laid[row]!, taken);
    laid[above] = laid[above]!.map((cell, index) => spanned(cell, Math.max(1, taken[index]!)));
  }
}

const LEVELS = /^[类款项目]$/;

/** 类 | 款 | 项 below the one cell that asks for a code. */
function levelsBelow(upper: Row, lower: Row): number[] | null {
  if (lower.length < 2 || !lower.every((cell) => LEVELS.test(labelOf(cell)))) return null;
  const codes = upper.flatMap((cell, at) => (CODE.test(labelOf(cell)) ? [at] : []));
  return codes.length === 1 ? upper.map((_, at) => (at === codes[0] ? lower.length : 0)) : null;
}

/** Cells below each cell of the upper row as columns. */
function columnsTaken(lower: Row, sizes: readonly number[]): number[] {
  const left = [...lower];
  return sizes.map((size) => columnsOf(left.splice(0, size)));
}

function sunkRow(row: Row, taken: readonly number[]): TextCell[] {
  const left = [...row];
  return taken.flatMap((columns) => {
    if (columns === 0) return [{ text: '', line: row[0]!.line }];
    const cells: TextCell[] = [];
    while (left.length > 0 && columnsOf(cells) < columns) cells.push(left.shift()!);
    return cells;
  });
}

/** How many cells of the lower row stand below each cell of the upper one; null where that is open. */
function sunkGroups(upper: Row, lower: Row, width: number): number[] | null {
  const count = upper.length + columnsOf(lower) - width;
  const groups = count < 1 ? null : openedInto(lower, count);
  if (groups === null) return null;
  const starts = groups.map((_, index) => groups.slice(0, index).reduce((sum, size) => sum + size, 0));
  const members = groups.map((size, index) => lower.slice(starts[index], starts[index]! + size).map(labelOf));
  const places = members.map((labels, group) => {
    if (CODE.test(labels[0]!)) return group === 0 ? [0] : [];
    const ofBasic = labels.some((label) => PART_OF_BASIC.test(label)) && upper.some(isBasic);
    if (ofBasic) return upper.flatMap((cell, at) => (isBasic(cell) ? [at] : []));
    const over = labels.some((label) => NATURE.test(label)) ? OVER_NATURE : OVER_MONEY;
    return upper.flatMap((cell, at) =>
      (at > 0 || !CODE.test(members[0]![0]!)) && over.test(labelOf(cell)) ? [at] : [],
    );
  });
  // As many places as groups, or one place for each: else it is open which of them has columns below it.
  const open = [...new Set(places.flat())].sort((a, b) => a - b);
  if (open.length !== count || places.some((own) => own.length === 0)) return null;
  return upper.map((_, at) => groups[open.indexOf(at)] ?? 0);
}

const columnsOf = (row: Row): number => row.reduce((sum, { columnSpan }) => sum + (columnSpan ?? 1), 0);

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

const printedColumns = (row: Row): number =>
  columnsOf(row.slice(0, row.findLastIndex(({ text }) => text.trim() !== '') + 1));

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

function openedInto(lower: Row, count: number): number[] | null {
  const first = labelOf(lower[0]!);
  for (const opens of [isSame(first), isTotal]) {
    const opened = openedGroups(lower, opens);
    if (opened.length === count) return opened;
  }
  return null;
}

const isWhole = (row: Row, width: number): boolean => columnsOf(row) === width;

export const isLabelled = (row: Row): boolean =>
  row.length > 1 && !isNumbering(row) && !isCaptionRow(printedOf(row));

/** 栏次 | 1 | 2, and 1 | 2 | 3. */
export function isNumbering(row: Row): boolean {
  return row.every(({ text }) => /^(栏次|行次|\d{0,2})$/.test(text.trim()));
}

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

const isTotal = (label: string): boolean => OPENS_GROUP.test(label);
const isSame =
  (first: string) =>
  (label: string): boolean =>
    label !== '' && label === first;

function openedGroups(run: Row, opens: (label: string) => boolean): number[] {
  const groups: number[] = [];
  for (const [at, cell] of run.entries()) {
    if (at === 0 || opens(labelOf(cell))) groups.push(1);
    else groups.push(groups.pop()! + 1);
  }
  return groups;
}

function repeats(row: Row, period: number): boolean {
  return row.every((cell, at) => labelOf(cell) === labelOf(row[at % period]!));
}

const labelOf = (cell: TextCell): string => normaliseLabel(cell.text);

export const spanned = (cell: TextCell, columnSpan: number): TextCell =>
  columnSpan > 1 ? { ...cell, columnSpan } : { ...cell };
