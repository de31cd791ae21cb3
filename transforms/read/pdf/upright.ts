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
  /** From the left of the upright page. */
  across(x: number, y: number): number;
  /** From its top. */
  down(x: number, y: number): number;
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
      return { width: across, height: up, across: (x) => x - crop.left, down: (_x, y) => crop.top - y };
    case 1:
      return { width: up, height: across, across: (_x, y) => y - crop.bottom, down: (x) => x - crop.left };
    case 2:
      return { width: across, height: up, across: (x) => crop.right - x, down: (_x, y) => y - crop.bottom };
    case 3:
      return { width: up, height: across, across: (_x, y) => crop.top - y, down: (x) => crop.right - x };
  }
}

export function uprightBox(upright: Upright, x1: number, y1: number, x2: number, y2: number): Box {
  const xA = upright.across(x1, y1);
  const xB = upright.across(x2, y2);
  const yA = upright.down(x1, y1);
  const yB = upright.down(x2, y2);
  return {
    left: Math.min(xA, xB),
    top: Math.min(yA, yB),
    right: Math.max(xA, xB),
    bottom: Math.max(yA, yB),
  };
}

export function turnOf(quarters: number): Turn {
  return (((quarters % 4) + 4) % 4) as Turn;
}
