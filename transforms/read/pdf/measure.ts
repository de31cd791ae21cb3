/** Where the lines of running text begin and end: a paragraph is indented against it, its last line stops short of it. */
import { median } from './geometry.ts';
import type { PageLayout } from './page-layout.ts';

export interface Measure {
  left: number;
  right: number;
  /** Width of the sheet. */
  page: number;
  /** Height of the characters of running text. */
  size: number;
}

/** Ends of lines this close (points) are one margin. */
const MARGIN_STEP = 4;
/** A page with fewer lines at its margin takes the margin of the other pages of its size. */
const FEWEST_LINES = 5;
/** A margin has at least this share of the lines; a stamp or a picture's label is no margin. */
const MARGIN_SHARE = 0.05;

/** By page number. Pages of one width share margins, where a page has not enough lines to show its own. */
export function measuresOf(pages: readonly PageLayout[]): Map<number, Measure> {
  const measures = new Map<number, Measure>();
  for (const [width, same] of byWidth(pages)) {
    const lefts = same.flatMap((page) => page.lines.map((line) => line.box.left));
    const rights = same.flatMap((page) => page.lines.map((line) => line.box.right));
    const left = margin(lefts, 1, 2) ?? 0;
    const right = margin(rights, -1, 2) ?? width;
    const size = median(same.flatMap((page) => page.lines.map((line) => line.size)));
    for (const page of same) {
      const own = page.lines;
      measures.set(page.number, {
        left:
          margin(
            own.map((line) => line.box.left),
            1,
            FEWEST_LINES,
          ) ?? left,
        right:
          margin(
            own.map((line) => line.box.right),
            -1,
            FEWEST_LINES,
          ) ?? right,
        page: page.width,
        size,
      });
    }
  }
  return measures;
}

function byWidth(pages: readonly PageLayout[]): Map<number, PageLayout[]> {
  const groups = new Map<number, PageLayout[]>();
  for (const page of pages) {
    const width = Math.round(page.width / 10) * 10;
    groups.set(width, [...(groups.get(width) ?? []), page]);
  }
  return groups;
}

/** The outermost position where enough lines end; `direction` 1 looks from the left, -1 from the right. */
function margin(ends: readonly number[], direction: 1 | -1, fewest: number): number | null {
  const enough = Math.max(fewest, MARGIN_SHARE * ends.length);
  const sorted = [...ends].sort((a, b) => (a - b) * direction);
  for (const [index, end] of sorted.entries()) {
    const reach = sorted.slice(index).findIndex((other) => (other - end) * direction > MARGIN_STEP);
    const count = reach < 0 ? sorted.length - index : reach;
    if (count >= enough) return end;
  }
  return null;
}
