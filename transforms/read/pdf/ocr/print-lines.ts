/**
 * Where print stands in a picture: bands of ink with paper between them, each parted where a wide gap runs through it.
 * A recogniser that looks for lines itself leaves out large headings and joins a note on the left to one on the right.
 */
import type { Box } from '../../document.ts';
import { INK, inkIn } from './grey-image.ts';
import type { GreyImage } from './ocr.ts';

/** Two lines have this much paper between them (points). */
const LINE_GAP = 0.5;
/** Ink of one line of print is not lower than this where it is alone: the strokes of 二 stand apart too (points). */
const ONE_LINE = 10;
/** A letter torn into bands, 三 or 言, is as high as its neighbours and not higher. */
const AS_HIGH = 1.2;
/** Words of one line stand nearer to each other than so many of its heights. */
const WIDE_GAP = 3;
/** Less ink in a row of pixels is dust between two lines. */
const DUST = 2;

interface Band {
  top: number;
  bottom: number;
}

/** Boxes of pieces of lines, from top to bottom and from left to right; `scale`: pixels a point, `speck`: as for inkIn. */
export function printIn(image: GreyImage, within: Box, scale: number, speck: number): Box[] {
  const ink = inkIn(image, within, speck);
  if (ink === null) return [];
  const first = ink.box.top - within.top;
  const rows = ink.rows.slice(first, ink.box.bottom - within.top);
  return bandsOf(rows, scale).flatMap(({ top, bottom }) => {
    const band = { ...ink.box, top: ink.box.top + top, bottom: ink.box.top + bottom };
    return piecesOf(image, band).flatMap((piece) => inkIn(image, piece, speck)?.box ?? []);
  });
}

/** `rows`: ink in each row of pixels. */
function bandsOf(rows: readonly number[], scale: number): Band[] {
  if (rows.length <= ONE_LINE * scale) return [{ top: 0, bottom: rows.length }];
  const bands: Band[] = [];
  let last: Band | null = null;
  rows.forEach((ink, row) => {
    if (ink < DUST) return;
    if (last !== null && row - last.bottom <= LINE_GAP * scale) last.bottom = row + 1;
    else {
      last = { top: row, bottom: row + 1 };
      bands.push(last);
    }
  });
  const highest = Math.max(...bands.map(({ top, bottom }) => bottom - top));
  return bands.reduce<Band[]>((joined, band) => {
    const before = joined.at(-1);
    if (before && band.bottom - before.top <= AS_HIGH * highest) before.bottom = band.bottom;
    else joined.push(band);
    return joined;
  }, []);
}

function piecesOf({ width, pixels }: GreyImage, band: Box): Box[] {
  const gap = WIDE_GAP * (band.bottom - band.top);
  const pieces: Box[] = [];
  for (let x = band.left; x < band.right; x++) {
    if (!hasInk(pixels, width, x, band)) continue;
    const last = pieces.at(-1);
    if (last && x - last.right <= gap) last.right = x + 1;
    else pieces.push({ ...band, left: x, right: x + 1 });
  }
  return pieces;
}

function hasInk(pixels: Uint8Array, width: number, x: number, { top, bottom }: Band): boolean {
  for (let y = top; y < bottom; y++) if (pixels[y * width + x]! < INK) return true;
  return false;
}
