/**
 * Tables without vertical rules, or without any: several lines in a row whose words leave the same gaps free.
 * Used only where lines look tabular; a line of prose has no gap, a line of a table of contents has dots.
 */
import type { Box } from '../document.ts';
import { around, centreX, centreY, height, median } from './geometry.ts';
import type { Rule } from './page.ts';
import type { PageCell, PageTable } from './page-layout.ts';
import { joinLines, type Line, lineOf, lineText, type Run } from './words.ts';

export interface BorderlessTables {
  tables: readonly PageTable[];
  rest: readonly Line[];
}

/** From this many font heights on a gap parts columns. */
const COLUMN_GAP = 0.9;
/** Fewer lines are a signature or a caption. */
const FEWEST_ROWS = 3;
/** The share of the parts of a table that are figures; a list of names in columns has none. */
const FIGURE_SHARE = 0.25;
const FIGURE = /^[-−(（]?\d[\d,，. ]*[)）]?%?$|^[—–-]+$/;
/** "一、部门职责 ........ 3", "……12": a line of a table of contents. */
const LEADER = /[.．·…]{3,}|(?:\. ){3,}|…/;

export function findBorderlessTables(
  lines: readonly Line[],
  rules: readonly Rule[],
  page: number,
): BorderlessTables {
  const tables: PageTable[] = [];
  const rest: Line[] = [];
  for (const block of blocksOf(lines, rules)) {
    const table = tableOf(block, page);
    if (table) tables.push(table);
    else rest.push(...block);
  }
  return { tables, rest };
}

/** Consecutive lines that may be one table, and single lines that are none. */
function blocksOf(lines: readonly Line[], rules: readonly Rule[]): Line[][] {
  const blocks: Line[][] = [];
  let open: Line[] = [];
  const close = () => {
    blocks.push(...trimmed(open));
    open = [];
  };
  for (const line of lines) {
    const last = open.at(-1);
    if (last && (line.box.top - last.box.bottom > 2.5 * height(last.box) || crossesCaption(line))) close();
    if (isTabular(line) || (open.length > 0 && isWrapped(line, rules))) open.push(line);
    else {
      close();
      blocks.push([line]);
    }
  }
  close();
  return blocks;
}

/** Lines at the ends of a block that are not tabular are prose again. */
function trimmed(block: readonly Line[]): Line[][] {
  const last = block.findLastIndex(isTabular);
  if (last < 0) return block.map((line) => [line]);
  return [block.slice(0, last + 1), ...block.slice(last + 1).map((line) => [line])];
}

/** "编制单位：…    单位：万元" opens a table and is none of its rows. */
const CAPTION_LINE = /单位\s*[:：]/;

function crossesCaption(line: Line): boolean {
  return CAPTION_LINE.test(lineText(line));
}

function isTabular(line: Line): boolean {
  const text = lineText(line);
  return partsOf(line).length >= 2 && !LEADER.test(text) && !CAPTION_LINE.test(text);
}

/** One part only: a label that goes on over the next line, inside one column. */
function isWrapped(line: Line, rules: readonly Rule[]): boolean {
  const text = lineText(line);
  if (/[。；]$/.test(text) || LEADER.test(text)) return false;
  const wide = rules.filter((rule) => rule.direction === 'horizontal').map((rule) => rule.end - rule.start);
  const widest = Math.max(0, ...wide);
  return line.box.right - line.box.left < Math.max(120, widest / 3);
}

function partsOf(line: Line): Run[][] {
  const parts: Run[][] = [];
  for (const run of line.runs) {
    const last = parts.at(-1)?.at(-1);
    if (last && run.box.left - last.box.right < COLUMN_GAP * height(run.box)) parts.at(-1)!.push(run);
    else parts.push([run]);
  }
  return parts;
}

function tableOf(block: readonly Line[], page: number): PageTable | null {
  const tabular = block.filter(isTabular);
  if (tabular.length < FEWEST_ROWS) return null;
  const columns = columnsOf(tabular);
  if (columns.length < 2) return null;
  const parts = tabular.flatMap(partsOf).map((part) => lineText(lineOf(part)));
  if (parts.filter((part) => FIGURE.test(part)).length < FIGURE_SHARE * parts.length) return null;
  const rows = rowsOf(block);
  const box = around(block.map((line) => line.box));
  const cells = rows.flatMap((row, index) => cellsOf(row, index, columns, box, page));
  return { kind: 'table', page, xs: edgesOf(columns, box), rows: rows.length, cells, box };
}

/** Spans of x that words fill, parted where no line has any. */
function columnsOf(lines: readonly Line[]): { left: number; right: number }[] {
  const size = median(lines.map((line) => height(line.runs[0]!.box)));
  const spans = lines
    .flatMap((line) => partsOf(line))
    .map((part) => around(part.map((run) => run.box)))
    .sort((a, b) => a.left - b.left);
  const columns: { left: number; right: number }[] = [];
  for (const span of spans) {
    const last = columns.at(-1);
    if (last && span.left - last.right < 0.5 * size) last.right = Math.max(last.right, span.right);
    else columns.push({ left: span.left, right: span.right });
  }
  return columns;
}

function edgesOf(columns: readonly { left: number; right: number }[], box: Box): number[] {
  const between = columns.slice(1).map((column, index) => (columns[index]!.right + column.left) / 2);
  return [box.left, ...between, box.right];
}

/** Lines with one part belong to the nearest line with figures when they stand closer to it than rows do. */
function rowsOf(block: readonly Line[]): Line[][] {
  const anchors = block.filter(isTabular);
  const pitch = median(
    anchors.slice(1).map((line, index) => centreY(line.box) - centreY(anchors[index]!.box)),
  );
  const rows = anchors.map((anchor) => ({ anchor, lines: [anchor] }));
  for (const line of block) {
    if (anchors.includes(line)) continue;
    const near = rows
      .map((row) => ({ row, distance: Math.abs(centreY(row.anchor.box) - centreY(line.box)) }))
      .reduce((a, b) => (b.distance < a.distance ? b : a));
    if (near.distance < 0.75 * pitch) near.row.lines.push(line);
    else rows.push({ anchor: line, lines: [line] });
  }
  return rows.sort((a, b) => a.anchor.box.top - b.anchor.box.top).map((row) => row.lines);
}

function cellsOf(
  lines: readonly Line[],
  row: number,
  columns: readonly { left: number; right: number }[],
  box: Box,
  page: number,
): PageCell[] {
  const edges = edgesOf(columns, box);
  const texts = columns.map((): { text: string; box: Box }[] => []);
  for (const line of [...lines].sort((a, b) => a.box.top - b.box.top)) {
    for (const part of partsOf(line)) {
      const whole = lineOf(part);
      const column = columns.findLastIndex((_, index) => centreX(whole.box) >= edges[index]!);
      texts[Math.max(column, 0)]!.push({ text: lineText(whole), box: whole.box });
    }
  }
  const top = Math.min(...lines.map((line) => line.box.top));
  const bottom = Math.max(...lines.map((line) => line.box.bottom));
  return texts.map((parts, column) => ({
    row,
    column,
    rowSpan: 1,
    columnSpan: 1,
    text: joinLines(parts.map((part) => part.text)),
    box:
      parts.length > 0
        ? around(parts.map((part) => part.box))
        : { left: edges[column]!, top, right: edges[column + 1]!, bottom },
    page,
    ink: null,
  }));
}
