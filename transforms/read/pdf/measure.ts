/** Where the lines of running text begin and end: a paragraph is indented against it, its last line stops short of it. */
import { median, width } from './geometry.ts';
import type { PageLayout, TextLine } from './page-layout.ts';

export interface Measure {
  left: number;
  right: number;
  /** Width of the sheet. */
  page: number;
  /** Height of the characters of running text. */
  size: number;
}

/** A margin of all pages has at least this share of the lines; a stamp or a picture's label is no margin. */
const MARGIN_SHARE = 0.05;
/** Lines longer than this share of the measure were wrapped at it; headings and lists are shorter. */
const LONG = 0.6;
/** A page has margins of its own where this many long lines show them. */
const FEWEST_LINES = 3;

/** By page number. Pages of one width share margins, where a page does not show its own. */
export function measuresOf(pages: readonly PageLayout[]): Map<number, Measure> {
  const measures = new Map<number, Measure>();
  for (const same of byWidth(pages)) {
    const lines = same.flatMap((page) => page.lines);
    const size = median(lines.map((line) => line.size));
    const enough = Math.max(2, MARGIN_SHARE * lines.length);
    const shared = {
      left: margin(leftsOf(lines), 1, enough, size) ?? 0,
      right: margin(rightsOf(lines), -1, enough, size) ?? same[0]!.width,
    };
    for (const page of same) {
      const long = page.lines.filter((line) => width(line.box) > LONG * (shared.right - shared.left));
      const left = margin(leftsOf(long), 1, FEWEST_LINES, size) ?? shared.left;
      const right = margin(rightsOf(long), -1, FEWEST_LINES, size) ?? shared.right;
      measures.set(page.number, { left, right, page: page.width, size });
    }
  }
  return measures;
}

function leftsOf(lines: readonly TextLine[]): number[] {
  return lines.map((line) => line.box.left);
}

function rightsOf(lines: readonly TextLine[]): number[] {
  return lines.map((line) => line.box.right);
}

function byWidth(pages: readonly PageLayout[]): PageLayout[][] {
  const groups = new Map<number, PageLayout[]>();
  for (const page of pages) {
    const rounded = Math.round(page.width / 10);
    const group = groups.get(rounded);
    if (group) group.push(page);
    else groups.set(rounded, [page]);
  }
  return [...groups.values()];
}

/** The outermost position where `enough` lines end within one character; `direction` 1 looks from the left, -1 from the right. */
function margin(
  ends: readonly number[],
  direction: 1 | -1,
  enough: number,
  character: number,
): number | null {
  const sorted = [...ends].sort((a, b) => (a - b) * direction);
  let last = 0;
  for (const [index, end] of sorted.entries()) {
    while (last < sorted.length && (sorted[last]! - end) * direction <= character) last++;
    if (last - index >= enough) return end;
  }
  return null;
}
