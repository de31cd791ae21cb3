/** The rows of a table without vertical rules: one a line, the lines of a wrapped label with the line of its figures. */

import { type Column, columnsUnder } from './borderless-columns.ts';
import { around, centreY, height, median } from './geometry.ts';
import { fineParts, isFigure, joinParts, type Part } from './line-parts.ts';
import type { Rule } from './page.ts';
import type { PageCell } from './page-layout.ts';
import { beginningOf, joinTorn } from './torn-figures.ts';
import type { Line } from './words.ts';

/** A line belongs to a row when it stands closer to it than this share of the distance between rows. */
const NEAR_ROW = 0.75;
/** Lines of one row stand closer than this share of the font height; rows leave room between. */
const WITHIN_ROW = 0.9;

export function bodyCells(
  lines: readonly Line[],
  columns: readonly Column[],
  across: readonly Rule[],
  page: number,
): { cells: PageCell[]; rows: number } {
  const rows = rowsBetween(lines, across) ?? rowsAround(lines, columns);
  return { cells: rows.flatMap((row, index) => cellsOf(row, index, columns, page)), rows: rows.length };
}

/** Where rules part the rows, every band is a row; null where they do not. */
function rowsBetween(lines: readonly Line[], across: readonly Rule[]): Line[][] | null {
  const anchors = lines.filter(isAnchor);
  const heights = across.map((rule) => rule.position).sort((a, b) => a - b);
  const bands = new Map<number, Line[]>();
  for (const line of lines) {
    const band = heights.filter((position) => position < centreY(line.box)).length;
    bands.set(band, [...(bands.get(band) ?? []), line]);
  }
  const rows = [...bands.values()];
  const parted = rows.every((band) => band.filter(isAnchor).length <= 1) && rows.length >= anchors.length;
  return rows.length > 1 && (parted || haveOneAmountLine(rows)) ? rows : null;
}

/** A code that wraps in its cell stands in two lines, "20" above "8"; the amounts of a row stand in one. */
function haveOneAmountLine(rows: readonly (readonly Line[])[]): boolean {
  const amounts = rows.map((band) => band.filter((line) => fineParts(line).some(isAmount)).length);
  const filled = amounts.filter((count) => count === 1).length;
  return amounts.every((count) => count <= 1) && filled >= MOSTLY * rows.length;
}

const isAmount = ({ text }: Part): boolean => /\d[.,]\d{2}/.test(text);

/** Rows without any amount are few. */
const MOSTLY = 0.75;

function isAnchor(line: Line): boolean {
  const parts = fineParts(line);
  return parts.length >= 2 && parts.some((part) => isFigure(part.text));
}

function rowsAround(lines: readonly Line[], columns: readonly Column[]): Line[][] {
  const rests = lines.map((line) => beginningOf(line, lines, columns));
  const filled = lines.filter(
    (line, index) => !rests[index] && (fillsColumns(line, columns) || opensItem(line)),
  );
  const all = filled.filter((line) => !goesWithFigures(line, filled));
  const torn = all.map((anchor) => [anchor, ...lines.filter((_, index) => rests[index] === anchor)]);
  const anchors = all.filter((line) => !torn.some((own) => own[0] !== line && standsAmong(line, own)));
  const steps = anchors.slice(1).map((line, index) => centreY(line.box) - centreY(anchors[index]!.box));
  const reach = NEAR_ROW * (median(steps) || height(lines[0]!.box));
  const rows = anchors.map((anchor) => {
    const own = torn.find(([first]) => first === anchor)!;
    const among = all.filter((line) => line !== anchor && standsAmong(line, own));
    return { at: centreY(around(own.map((line) => line.box))), lines: [...own, ...among] };
  });
  const known = new Set(rows.flatMap((row) => row.lines));
  for (const line of lines) {
    if (known.has(line)) continue;
    const at = centreY(line.box);
    const near = rows.reduce((a, b) => (Math.abs(b.at - at) < Math.abs(a.at - at) ? b : a));
    if (Math.abs(near.at - at) < reach) near.lines.push(line);
    else rows.push({ at, lines: [line] });
  }
  return rows.sort((a, b) => a.at - b.at).map((row) => row.lines);
}

/** In the middle of the height of a row of which the figures take several lines. */
function standsAmong(line: Line, own: readonly Line[]): boolean {
  const heights = own.map(({ box }) => centreY(box));
  const at = centreY(line.box);
  return own.length > 1 && at > Math.min(...heights) && at < Math.max(...heights);
}

/** "四、公共安全支出" without any figure is a row, and no rest of the label above. */
const ITEM = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])/;

function opensItem(line: Line): boolean {
  return line.runs.some((run) => ITEM.test(run.text));
}

/** Labels of two lanes that wrap side by side: words only, closer to a line of figures than a row of their own could be. */
function goesWithFigures(line: Line, others: readonly Line[]): boolean {
  const at = centreY(line.box);
  const close = WITHIN_ROW * height(line.runs[0]!.box);
  return (
    !hasFigure(line) &&
    others.some((other) => other !== line && Math.abs(centreY(other.box) - at) < close && hasFigure(other))
  );
}

const hasFigure = (line: Line): boolean => fineParts(line).some(({ text }) => isFigure(text));

/** A code and its name in one cell are two parts; a row has words in two columns. */
function fillsColumns(line: Line, columns: readonly Column[]): boolean {
  const parts = fineParts(line);
  return parts.length >= 2 && new Set(parts.map((part) => columnsUnder(columns, part).first)).size >= 2;
}

function cellsOf(lines: readonly Line[], row: number, columns: readonly Column[], page: number): PageCell[] {
  const whole = around(lines.map((line) => line.box));
  const ordered = [...lines].sort((a, b) => a.box.top - b.box.top).map(fineParts);
  return columns.map((span, column) => {
    const own = ordered.map((parts) => parts.filter((part) => columnsUnder(columns, part).first === column));
    const boxes = own.flat().map((part) => part.box);
    return {
      row,
      column,
      rowSpan: 1,
      columnSpan: 1,
      text: joinTorn(own.map(joinParts).filter((text) => text !== '')),
      box: boxes.length > 0 ? around(boxes) : { ...span, top: whole.top, bottom: whole.bottom },
      page,
      ink: null,
    };
  });
}

/** Two figures beside each other in one cell are two cells, an amount and the number of an item too: then the columns were not understood. */
export function hasGluedFigures(lines: readonly Line[], columns: readonly Column[]): boolean {
  return lines.some((line) => {
    if (hasGluedItem(line, columns)) return true;
    const figures = withoutCodeParts(fineParts(line)).filter((part) => isFigure(part.text));
    const places = figures.map((part) => columnsUnder(columns, part).first);
    return new Set(places).size < places.length;
  });
}

/** "208 05 01": class, section and item of one code, set apart. */
export function withoutCodeParts(parts: readonly Part[]): Part[] {
  let isCode = false;
  return parts.filter(({ text }) => {
    if (isCode && /^\d{2}$/.test(text)) return false;
    isCode = /^[23]\d{2}$/.test(text);
    return true;
  });
}

function hasGluedItem(line: Line, columns: readonly Column[]): boolean {
  const parts = fineParts(line);
  return parts.some((part, index) => {
    const before = parts[index - 1];
    if (!before || !ITEM.test(part.text) || !isFigure(before.text)) return false;
    return columnsUnder(columns, before).first === columnsUnder(columns, part).first;
  });
}
