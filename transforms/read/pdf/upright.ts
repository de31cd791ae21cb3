/**
 * PDF counts from the bottom left of a page that may be cropped and turned; people look at the upright page
 * from its top left. A page whose text itself runs sideways (a landscape table on a portrait sheet) is turned too.
 */
import type { Box } from '../document.ts';

/** Quarter turns clockwise. */
export type Turn = 0 | 1 | 2 | 3;

export interface Upright {
  width: number;
  height: number;
  point(x: number, y: number): { x: number; y: number };
}

/** `crop` in PDF space (bottom < top); `turn` is the page's /Rotate plus what its text needs. */
export function uprightOf(
  crop: { left: number; right: number; bottom: number; top: number },
  turn: Turn,
): Upright {
  const across = crop.right - crop.left;
  const up = crop.top - crop.bottom;
  switch (turn) {
    case 0:
      return { width: across, height: up, point: (x, y) => ({ x: x - crop.left, y: crop.top - y }) };
    case 1:
      return { width: up, height: across, point: (x, y) => ({ x: y - crop.bottom, y: x - crop.left }) };
    case 2:
      return { width: across, height: up, point: (x, y) => ({ x: crop.right - x, y: y - crop.bottom }) };
    case 3:
      return { width: up, height: across, point: (x, y) => ({ x: crop.top - y, y: crop.right - x }) };
  }
}

export function uprightBox(upright: Upright, x1: number, y1: number, x2: number, y2: number): Box {
  const a = upright.point(x1, y1);
  const b = upright.point(x2, y2);
  return {
    left: Math.min(a.x, b.x),
    top: Math.min(a.y, b.y),
    right: Math.max(a.x, b.x),
    bottom: Math.max(a.y, b.y),
  };
}

export function turnOf(quarters: number): Turn {
  return (((quarters % 4) + 4) % 4) as Turn;
}
