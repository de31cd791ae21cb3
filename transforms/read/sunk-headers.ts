/**
 * Rows of a header whose cells from above were dropped: 项目 | 本年收入合计 | 财政拨款收入 over 科目编码 | 科目名称. What they say tells
 * below which cells of the row above they belong; where it leaves that open, they stay as printed.
 */
import { columnsOf, isSame, isTotal, labelOf, openedGroups, type Row, spanned } from './header-row.ts';
import type { TextCell } from './text-cell.ts';

/** What stands over the code and the name of a row. */
const CODE = /(编码|代码)$|^类$/;
/** Labels that are printed over several columns, by what the columns below them say. */
const OVER_NATURE = /^(本年|当年)?.*支出$|(预算|决算|执行)数$|基本支出$/;
const OVER_MONEY =
  /^(本年|当年)(收入|拨款)$|^(上年|年初)结转|^单位资金$|^事业收入$|^公务用车|(预算|决算)数$|^基本支出$/;
const PART_OF_BASIC = /^(人员|日常公用|公用)经费$/;
const isBasic = (cell: TextCell): boolean => /^(本年|当年)?基本支出$/.test(labelOf(cell));
const NATURE = /^(基本支出|项目支出|人员经费|公用经费|日常公用经费)$/;

/**
 * Rows without the empty cells above them, from the lowest up, put below the cells of the row above that have columns of their own.
 * 类 | 款 | 项 go below the code first, and with it below whatever it stands under.
 */
export function sinkLowest(laid: TextCell[][], labelled: readonly number[], width: number): void {
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

function openedInto(lower: Row, count: number): number[] | null {
  const first = labelOf(lower[0]!);
  for (const opens of [isSame(first), isTotal]) {
    const opened = openedGroups(lower, opens);
    if (opened.length === count) return opened;
  }
  return null;
}
