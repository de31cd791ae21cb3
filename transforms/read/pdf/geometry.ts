/** Boxes on the upright page: points, from the top left corner, downwards and to the right. */
import type { Box } from '../document.ts';

/** Of PDF. */
export const POINTS_PER_INCH = 72;

export function width(box: Box): number {
  return box.right - box.left;
}

export function height(box: Box): number {
  return box.bottom - box.top;
}

export function centreX(box: Box): number {
  return (box.left + box.right) / 2;
}

export function centreY(box: Box): number {
  return (box.top + box.bottom) / 2;
}

/** Length that two spans have in common; negative is the gap between them. */
export function overlap(startA: number, endA: number, startB: number, endB: number): number {
  return Math.min(endA, endB) - Math.max(startA, startB);
}

export function overlapX(a: Box, b: Box): number {
  return overlap(a.left, a.right, b.left, b.right);
}

export function overlapY(a: Box, b: Box): number {
  return overlap(a.top, a.bottom, b.top, b.bottom);
}

/** Smallest box around all; throws on none, which no caller may ask. */
export function around(boxes: Iterable<Box>): Box {
  const all = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const box of boxes) {
    all.left = Math.min(all.left, box.left);
    all.top = Math.min(all.top, box.top);
    all.right = Math.max(all.right, box.right);
    all.bottom = Math.max(all.bottom, box.bottom);
  }
  if (all.left === Infinity) throw new Error('no boxes to put a box around');
  return all;
}

export function contains(box: Box, x: number, y: number): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Tenths of a point are as exact as a person can look; they keep stored documents small. */
export function rounded(box: Box): Box {
  return {
    left: tenth(box.left),
    top: tenth(box.top),
    right: tenth(box.right),
    bottom: tenth(box.bottom),
  };
}

export function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

/** The least and the greatest; a page may have more values than a call takes arguments. */
export function extent(values: readonly number[]): readonly [least: number, greatest: number] {
  let least = Infinity;
  let greatest = -Infinity;
  for (const value of values) {
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  return [least, greatest];
}

/** Groups of values of which no two neighbours are further apart than `tolerance`; the mean of each, ascending. */
export function cluster(values: readonly number[], tolerance: number): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const groups: number[][] = [];
  for (const value of sorted) {
    const last = groups.at(-1);
    if (last && value - last.at(-1)! <= tolerance) last.push(value);
    else groups.push([value]);
  }
  return groups.map((group) => group.reduce((sum, value) => sum + value, 0) / group.length);
}

/** Index of the position nearest to `value`; -1 where none is within `tolerance`. `positions` ascend. */
export function nearest(positions: readonly number[], value: number, tolerance: number): number {
  let best = -1;
  for (let index = 0; index < positions.length; index++) {
    const distance = Math.abs(positions[index]! - value);
    if (distance <= tolerance && (best < 0 || distance < Math.abs(positions[best]! - value))) best = index;
  }
  return best;
}
