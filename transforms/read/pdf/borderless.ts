/**
 * Tables without vertical rules, or without any: several lines in a row whose words leave the same gaps free.
 * Used only where lines look tabular; a line of prose has no gap, a line of a table of contents has dots.
 */
import { isCaption } from '../captions.ts';
import type { Box } from '../document.ts';
import { bodyCells, hasGluedFigures } from './borderless-body.ts';
import { type Column, columnsOf } from './borderless-columns.ts';
import { hasGluedLabels, headerCells } from './borderless-header.ts';
import { type CentredHeader, centredHeader } from './centred-table.ts';
import { around, height, overlapX, overlapY } from './geometry.ts';
import { partGluedCells } from './glued-cells.ts';
import { fineParts, isFigure, type Part, wideParts } from './line-parts.ts';
import type { Rule } from './page.ts';
import type { PageTable } from './page-layout.ts';
import { rulesOfRows } from './ruled-rows.ts';
import { type Line, lineText } from './words.ts';

export interface BorderlessTables {
  tables: readonly PageTable[];
  rest: readonly Line[];
  /** Where lines look like a table whose columns cannot be told. */
  notUnderstood: readonly Box[];
}

/** Fewer lines are a signature or a caption. */
const FEWEST_ROWS = 3;
/** The share of the parts of a table that are figures; a list of names in columns has none. */
const FIGURE_SHARE = 0.25;
/** One row in this many may have a label too long for its column. */
const OVERRUN_SHARE = 15;
/** Rows stand closer than this many font heights. */
const ROW_GAP = 5;
/** "一、部门职责 ........ 3", "……12": a line of a table of contents. */
const LEADER = /[.．·…]{3,}|(?:\. ){3,}|…/;
/** "编制单位：…    单位：万元" opens a table and is none of its rows. */
const CAPTION_LINE = /单\s*位\s*[:：]/;
/** "— 6 —" at the foot of the page, right below the last row. */
const PAGE_NUMBER = /^[—–-]{1,2}\s*\d{1,3}\s*[—–-]{1,2}$/;
/** "18,542,20" and "1,234.50" are in no header. */
const AMOUNT = /^\d[\d,]*[,.]\d+$/;
/** "注：…" ends one. */
const NOTE_LINE = /^(?:注|备注|说明)\s*[:：]/;
/** Lines with one label only above a header; labels of two levels stand closer than this many font heights. */
const MOST_ABOVE = 3;
const LABEL_GAP = 2;
/** The rest of a label is shorter than this many font heights. */
const LONGEST_REST = 16;
/** "2120899其他国有土地使用权出让收", "[2080505]机关事业单位基本养老保险缴": a row whose label goes on in the next line, where its figures stand. */
const CODED_LABEL = /^[[【（(]?[23]\d{2}(?:\d{2}){0,2}[\]】)）]?\s*\p{Script=Han}[^。，；]*$/u;

export function findBorderlessTables(
  lines: readonly Line[],
  rules: readonly Rule[],
  page: number,
): BorderlessTables {
  const tables: PageTable[] = [];
  const rest: Line[] = [];
  const notUnderstood: Box[] = [];
  for (const block of blocksOf(lines)) {
    const above = linesAbove(rest, block);
    const table =
      (above.length > 0 && centredTable([...above, ...block], rules, page)) ||
      tableOf(block.map(partGluedCells), rules, page);
    if (table) tables.push(table);
    else rest.push(...block);
    if (table && table.box.top < block[0]!.box.top) rest.splice(-above.length);
    if (!table && looksLikeTable(block)) notUnderstood.push(around(block.map((line) => line.box)));
  }
  return { tables, rest, notUnderstood };
}

/** Right above the first line with two labels: the only label of the highest level, or the first line of the only long one. */
function linesAbove(before: readonly Line[], block: readonly Line[]): Line[] {
  let next = block[0]!;
  const lines: Line[] = [];
  for (const line of before.toReversed().slice(0, MOST_ABOVE)) {
    const isClose = next.box.top - line.box.bottom < LABEL_GAP * height(line.runs[0]!.box);
    const isLabel = isRest(line) || isTabular(line) || fineParts(line).length >= 2;
    if (!isClose || !isLabel || isRow(line) || isCaption(lineText(line))) break;
    lines.unshift(line);
    next = line;
  }
  return lines;
}

/** Consecutive lines that may be one table, and single lines that are none. */
function blocksOf(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = [];
  let open: Line[] = [];
  const close = () => {
    blocks.push(...trimmed(open));
    open = [];
  };
  for (const [index, line] of lines.entries()) {
    const last = open.at(-1);
    if (last && line.box.top - last.box.bottom > ROW_GAP * height(last.runs[0]!.box)) close();
    const isMore =
      open.length > 0 && (isRest(line) || standsBeside(line, lines[index - 1], lines[index + 1]));
    if (isTabular(line) || isMore || isCodedLabel(line)) open.push(line);
    else {
      close();
      blocks.push([line]);
    }
  }
  close();
  return blocks;
}

/** Lines at the end of a block that are no rows are prose again, but for the rest of the last row's label. */
function trimmed(block: readonly Line[]): Line[][] {
  const last = block.findLastIndex(isTabular);
  if (last < 0) return block.map((line) => [line]);
  const next = block[last + 1];
  const gap = next ? next.box.top - block[last]!.box.bottom : Infinity;
  const goesOn = next && gap < 0.5 * height(next.runs[0]!.box) && !isCaption(lineText(next));
  const end = goesOn ? last + 2 : last + 1;
  return [block.slice(0, end), ...block.slice(end).map((line) => [line])];
}

function isTabular(line: Line): boolean {
  if (line.runs.length < 2) return false;
  const text = lineText(line);
  const isOther = [LEADER, CAPTION_LINE, NOTE_LINE, PAGE_NUMBER].some((form) => form.test(text));
  return !isOther && wideParts(line).length >= 2;
}

/** One part only: a label that goes on, or one that stands above its columns. */
function isRest(line: Line): boolean {
  const text = lineText(line);
  if (/[。；]$/.test(text)) return false;
  if ([LEADER, CAPTION_LINE, NOTE_LINE, PAGE_NUMBER].some((form) => form.test(text))) return false;
  if (isCodedLabel(line)) return true;
  return line.box.right - line.box.left < LONGEST_REST * height(line.runs[0]!.box);
}

function isCodedLabel(line: Line): boolean {
  return CODED_LABEL.test(lineText(line));
}

/** Half a line higher or lower than figures: the label of a row whose lines stand around them, however long. */
function standsBeside(line: Line, before: Line | undefined, behind: Line | undefined): boolean {
  const text = lineText(line);
  if (/[。；]$/.test(text) || CAPTION_LINE.test(text) || NOTE_LINE.test(text)) return false;
  return [before, behind].some((other) => other && overlapY(line.box, other.box) > 0 && isRow(other));
}

function looksLikeTable(block: readonly Line[]): boolean {
  if (block.filter(isTabular).length < FEWEST_ROWS || !block.some(isRow)) return false;
  const parts = block.flatMap(fineParts);
  return parts.filter((part) => isFigure(part.text)).length >= FIGURE_SHARE * parts.length;
}

/** Below labels that tell the columns, one row with a figure in all columns but one is a table, and rows without any are rows. */
function hasRowsEnough({ columns, lines }: CentredHeader, block: readonly Line[]): boolean {
  if (block.filter(isTabular).length >= FEWEST_ROWS) return true;
  const figures = block
    .slice(lines)
    .flatMap(fineParts)
    .filter(({ text }) => isFigure(text));
  return figures.length >= columns.length - 1;
}

function tableOf(block: readonly Line[], rules: readonly Rule[], page: number): PageTable | null {
  const header = understoodHeader(block, rules, page);
  const table = header && tableBelow(header, block, rules, page);
  return table && !hasMixedCells(table) && !hasTornRows(table) ? table : null;
}

/** With a header that tells its columns, lines without a second part within it too. */
function centredTable(lines: readonly Line[], rules: readonly Rule[], page: number): PageTable | null {
  const block = lines.map(partGluedCells);
  const header = centredHeader(block, block.findIndex(isRow), page, rulesOf(block, rules));
  return header && hasRowsEnough(header, block) ? tableBelow(header, block, rules, page) : null;
}

/** "1,601,31 30227 8.94" in one cell after the other: the pieces of an amount, and the code of the next lane. */
function hasMixedCells({ cells }: PageTable): boolean {
  const mixed = cells.filter(({ text }) => {
    const isOfFigures = /^[\d,.\s]+$/.test(text) && /\d\s+\d/.test(text) && /[.,]/.test(text);
    return isOfFigures && !ONE_FIGURE.test(text.replace(/\s/g, ''));
  });
  return mixed.length >= FEWEST_MIXED;
}

/** "1,234.50", "1234.5", "76,227,300". */
const ONE_FIGURE = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{1,2})?$/;
/** One may be a slip of the printer. */
const FEWEST_MIXED = 2;

/** Row after row of nothing but "1", "7" and "28": last digits of codes that wrapped, in cells that are none. */
function hasTornRows({ cells }: PageTable): boolean {
  const rows = new Map<number, string[]>();
  for (const { row, text } of cells) if (text !== '') rows.set(row, [...(rows.get(row) ?? []), text]);
  const torn = [...rows.values()].filter((texts) => texts.every((text) => /^\d{1,2}$/.test(text)));
  return torn.length >= FEWEST_TORN;
}

const FEWEST_TORN = 3;

function tableBelow(
  header: CentredHeader,
  block: readonly Line[],
  rules: readonly Rule[],
  page: number,
): PageTable {
  const { columns } = header;
  const box = around(block.map((line) => line.box));
  const across = rules.filter((rule) => rule.direction === 'horizontal' && overlapX(spanOf(rule), box) > 0);
  const body = bodyCells(block.slice(header.lines), columns, across, page);
  const cells = [...header.cells, ...body.cells.map((cell) => ({ ...cell, row: cell.row + header.rows }))];
  const rows = header.rows + body.rows;
  return { kind: 'table', page, ruled: false, xs: edgesOf(columns), rows, cells, box };
}

/** The first lines that may be one table, where they begin right below `top`. */
export function firstBlock(lines: readonly Line[], top: number): Line[] {
  const [first] = lines;
  if (!first || first.box.top - top > LABEL_GAP * height(first.runs[0]!.box)) return [];
  return blocksOf(lines)[0] ?? [];
}

export function isRow(line: Line): boolean {
  return isTabular(line) && figuresOf(line).length > 0;
}

/** "2031" in front of "年预算数" is set in another font, and no figure of a row. */
function figuresOf(line: Line): Part[] {
  const parts = fineParts(line);
  return parts.filter(
    ({ text }, index) =>
      isFigure(text) && !(/^20\d\d$/.test(text) && parts[index + 1]?.text.startsWith('年')),
  );
}

/** "栏次 1 2 3": numbers the columns, and does not stand where their figures do. */
function numbersColumns(line: Line): boolean {
  const numbers = fineParts(line).flatMap(({ text }) => (isFigure(text) ? [Number(text)] : []));
  const counts = numbers.length >= 3 && numbers.every((number, index) => number === numbers[0]! + index);
  return counts || /^[栏行]\s*次/.test(lineText(line));
}

/** A code that wraps in its cell stands in two lines, amounts in one: they tell the rows, where there are some. */
function rulesOf(block: readonly Line[], rules: readonly Rule[]): readonly Rule[] {
  if (rules.length === 0) return [];
  const amounts = block.filter((line) => fineParts(line).some(({ text }) => AMOUNT.test(text)));
  const rows = amounts.length > 1 ? amounts : block.filter(isRow);
  return rulesOfRows(
    rows.map((line) => line.box),
    rules,
  );
}

/** From the labels in the middle of their cells, else from the gaps that all rows leave; null where neither tells the columns. */
function understoodHeader(
  block: readonly Line[],
  rules: readonly Rule[],
  page: number,
): CentredHeader | null {
  const across = rulesOf(block, rules);
  const firstRow = block.findIndex(
    (line) => isRow(line) || fineParts(line).some(({ text }) => AMOUNT.test(text)),
  );
  const centred = centredHeader(block, firstRow, page, across);
  if (centred && hasRowsEnough(centred, block)) return centred;
  if (!looksLikeTable(block)) return null;
  const [head, rows] = [block.slice(0, firstRow), block.slice(firstRow)];
  const columns = understoodColumns(head, rows);
  return columns && { columns, ...headerCells(head, columns, page, across), lines: firstRow };
}

/** Columns in which no two figures and no two labels share a cell, with the fewest overlong labels; null where none are. */
function understoodColumns(head: readonly Line[], rows: readonly Line[]): Column[] | null {
  for (let overruns = 0; overruns <= rows.length / OVERRUN_SHARE; overruns++) {
    const figures = rows.filter((row) => !numbersColumns(row));
    for (const witnesses of [figures, [...head.slice(-1), ...figures]]) {
      const columns = columnsOf(witnesses, overruns);
      if (columns.length < 2) continue;
      if (!hasGluedFigures(rows, columns) && !hasGluedLabels(head, columns)) return columns;
    }
  }
  return null;
}

function spanOf(rule: Rule) {
  return { left: rule.start, right: rule.end, top: rule.position, bottom: rule.position };
}

/** Middle of the gap between two columns. */
function edgesOf(columns: readonly { left: number; right: number }[]): number[] {
  const between = columns.slice(1).map((column, index) => (columns[index]!.right + column.left) / 2);
  return [columns[0]!.left, ...between, columns.at(-1)!.right];
}
