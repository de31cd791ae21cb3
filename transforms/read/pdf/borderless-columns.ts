/** Columns of a table without rules: the spans of x that its rows fill, parted where no row has any word. */
import { overlap } from './geometry.ts';
import { fineParts, type Part } from './line-parts.ts';
import type { Line } from './words.ts';

export interface Column {
  left: number;
  right: number;
}

/** Cells keep at least this far apart (points): twice the padding of a narrow cell. */
const SMALLEST_GAP = 1.5;
/** `overruns`: how many parts may run over a gap, as labels too long for their cell do. */
export function columnsOf(lines: readonly Line[], overruns: number): Column[] {
  const parts = lines.map(fineParts).flatMap((row) => (row.length >= 2 ? row : []));
  if (parts.length === 0) return [];
  const left = Math.min(...parts.map((part) => part.box.left));
  const right = Math.max(...parts.map((part) => part.box.right));
  const edges = [left, ...gapsBetween(parts, overruns).flatMap((gap) => [gap.left, gap.right]), right];
  const columns: Column[] = [];
  for (let index = 0; index + 1 < edges.length; index += 2) {
    columns.push({ left: edges[index]!, right: edges[index + 1]! });
  }
  return columns;
}

/** Every stretch that at most `overruns` parts cover, from the end of one part to the beginning of the next. */
function gapsBetween(parts: readonly Part[], overruns: number): Column[] {
  const events = parts
    .flatMap(({ box }) => [
      { x: box.left, step: 1 },
      { x: box.right, step: -1 },
    ])
    .sort((a, b) => a.x - b.x || b.step - a.step);
  const [begin, end] = [events[0]!.x, events.at(-1)!.x];
  const gaps: Column[] = [];
  let depth = 0;
  for (const [index, event] of events.entries()) {
    depth += event.step;
    const next = events[index + 1];
    if (!next || depth > overruns) continue;
    const last = gaps.at(-1);
    if (last && last.right === event.x) last.right = next.x;
    else gaps.push({ left: event.x, right: next.x });
  }
  // At both ends few parts overlap too; that is no gap.
  return gaps.filter((gap) => gap.right - gap.left >= SMALLEST_GAP && gap.left > begin && gap.right < end);
}

/** First and last column that a part stands in; by its centre where it fills the better part of none. */
export function columnsUnder(columns: readonly Column[], part: Part): { first: number; last: number } {
  const { left, right } = part.box;
  const under = columns.flatMap((column, index) => {
    const shared = overlap(left, right, column.left, column.right);
    return shared > 0.5 * Math.min(right - left, column.right - column.left) ? [index] : [];
  });
  if (under.length > 0) return { first: under[0]!, last: under.at(-1)! };
  const middle = (left + right) / 2;
  const distances = columns.map((column) => Math.max(column.left - middle, middle - column.right, 0));
  const nearest = distances.indexOf(Math.min(...distances));
  return { first: nearest, last: nearest };
}
