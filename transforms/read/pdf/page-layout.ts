/** A page taken apart: its tables with their texts, and the lines of text that stand outside them. */
import type { Box, ReadingNote } from '../document.ts';
import { findBorderlessTables } from './borderless.ts';
import { fillGrid } from './fill-grid.ts';
import { height, median, rounded } from './geometry.ts';
import type { PdfPage, Rule } from './page.ts';
import { withBodies } from './ruled-headers.ts';
import { joinRules } from './rules.ts';
import { findGrids } from './table-grid.ts';
import { framesText, hidesColumns } from './unruled-columns.ts';
import { findRuns, isChinese, type Line, linesOf, lineText } from './words.ts';

/** `row`/`column` from 0. */
export interface PageCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  text: string;
  box: Box;
  page: number;
  /** Where its words begin and end, null where it is empty: a row cut by a page end shows by it. */
  ink: Ink | null;
}

/** In points: left end of the first line, right end of the last, height of the characters. */
export interface Ink {
  firstLeft: number;
  lastRight: number;
  size: number;
}

export interface PageTable {
  kind: 'table';
  page: number;
  /** False where gaps between words made the columns: then their edges vary from page to page. */
  ruled: boolean;
  /** Edges of the columns in points. */
  xs: readonly number[];
  rows: number;
  cells: readonly PageCell[];
  box: Box;
}

export interface TextLine {
  kind: 'line';
  page: number;
  text: string;
  /** Parts that stand apart ("部门：…          单位：万元"); one where nothing does. */
  parts: readonly { text: string; box: Box }[];
  box: Box;
  /** Height of its characters in points. */
  size: number;
}

export interface PageLayout {
  number: number;
  width: number;
  height: number;
  tables: readonly PageTable[];
  lines: readonly TextLine[];
  /** For drawing only. */
  rules: readonly Rule[];
  notes: readonly ReadingNote[];
}

export function layOut(page: PdfPage): PageLayout {
  const rules = joinRules(page.rules);
  const { grids, oversize } = findGrids(rules);
  const runs = findRuns(page.characters, rules);
  const filled = grids
    .map((grid) => fillGrid(grid, runs, page.number))
    .filter((fill) => !hidesColumns(fill) && !framesText(fill));
  const tables = filled
    .map((fill) => fill.table)
    .filter((table) => table.cells.some((cell) => cell.text !== ''));
  const taken = new Set(filled.flatMap((fill) => fill.runs));
  const headed = withBodies(tables, linesOf(runs.filter((run) => !taken.has(run))), rules);
  const free = headed.rest;
  const borderless = findBorderlessTables(free, rules, page.number);
  return {
    number: page.number,
    width: page.width,
    height: page.height,
    tables: [...headed.tables, ...borderless.tables].sort(
      (a, b) => a.box.top - b.box.top || a.box.left - b.box.left,
    ),
    lines: borderless.rest.map((line) => textLineOf(line, page.number)).filter((line) => line.text !== ''),
    rules,
    notes: notesOn(page.number, oversize, borderless.notUnderstood),
  };
}

function notesOn(page: number, oversize: number, notUnderstood: readonly Box[]): ReadingNote[] {
  const notes: ReadingNote[] = [];
  if (oversize > 0) {
    notes.push({
      code: 'too_many_cells',
      message: `第${page}页有 ${oversize} 个格子过多的网格，未作表格读取`,
      location: { page },
    });
  }
  for (const box of notUnderstood) {
    const message = `第${page}页有像表格而无框线的文字，列无法确定，按正文保留`;
    notes.push({ code: 'table_not_understood', message, location: { page, box: rounded(box) } });
  }
  return notes;
}

/** From this many times the font height on, a gap parts what stands in one line. */
const PARTING_GAP = 1.6;

export function textLineOf(line: Line, page: number): TextLine {
  const size = sizeOf(line);
  const parts: Line[] = [];
  for (const run of line.runs) {
    const last = parts.at(-1);
    const gap = last ? run.box.left - last.box.right : Infinity;
    if (last && gap <= PARTING_GAP * size) parts[parts.length - 1] = joinRun(last, run);
    else parts.push({ runs: [run], box: run.box });
  }
  return {
    kind: 'line',
    page,
    text: lineText(line),
    parts: parts.map((part) => ({ text: lineText(part), box: part.box })),
    box: line.box,
    size,
  };
}

/** Figures of a Latin font have taller boxes than the Chinese text around them; the Chinese text sets the size. */
function sizeOf(line: Line): number {
  const chinese: number[] = [];
  const other: number[] = [];
  for (const run of line.runs)
    for (const { text, box } of run.characters) (isChinese(text) ? chinese : other).push(height(box));
  return median(chinese.length > 0 ? chinese : other);
}

function joinRun(line: Line, run: Line['runs'][number]): Line {
  const box = {
    left: Math.min(line.box.left, run.box.left),
    top: Math.min(line.box.top, run.box.top),
    right: Math.max(line.box.right, run.box.right),
    bottom: Math.max(line.box.bottom, run.box.bottom),
  };
  return { runs: [...line.runs, run], box };
}
