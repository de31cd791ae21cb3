/** Which straight lines a drawn outline puts on the page. Borders come as strokes or as rectangles thin enough to be lines. */
import type { Rule } from './page.ts';

export interface Point {
  x: number;
  y: number;
}

/** A line may lean this much over its whole length (points) and still be meant as straight. */
const LEAN = 1;
/** The thickest border seen is 3 points; a filled rectangle thicker than this is a background. */
const THICKEST_BORDER = 4;

/** Every horizontal or vertical side of a stroked outline. */
export function rulesOfStroke(outline: readonly Point[]): Rule[] {
  const rules: Rule[] = [];
  for (let index = 1; index < outline.length; index++) {
    const rule = straight(outline[index - 1]!, outline[index]!);
    if (rule) rules.push(rule);
  }
  return rules;
}

/** The middle of a filled rectangle that is thin enough to be a border. */
export function rulesOfFill(outline: readonly Point[]): Rule[] {
  let left = Infinity;
  let right = -Infinity;
  let top = Infinity;
  let bottom = -Infinity;
  for (const { x, y } of outline) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  const across = right - left;
  const down = bottom - top;
  if (Math.min(across, down) > THICKEST_BORDER) return [];
  if (down <= across) {
    return [{ direction: 'horizontal', position: (top + bottom) / 2, start: left, end: right }];
  }
  return [{ direction: 'vertical', position: (left + right) / 2, start: top, end: bottom }];
}

function straight(a: Point, b: Point): Rule | null {
  const across = Math.abs(a.x - b.x);
  const down = Math.abs(a.y - b.y);
  if (down <= LEAN && across > down) {
    return {
      direction: 'horizontal',
      position: (a.y + b.y) / 2,
      start: Math.min(a.x, b.x),
      end: Math.max(a.x, b.x),
    };
  }
  if (across <= LEAN && down > across) {
    return {
      direction: 'vertical',
      position: (a.x + b.x) / 2,
      start: Math.min(a.y, b.y),
      end: Math.max(a.y, b.y),
    };
  }
  return null;
}
