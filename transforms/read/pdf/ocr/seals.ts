/**
 * Bureaus stamp what they print before they scan it, and a red seal over a figure is dark in a grey picture. In the red part
 * of a coloured one the seal is as light as paper, and black print below it as dark as ever. A red heading is print:
 * only what is as wide as high, within a hand's breadth, is a seal.
 */
import type { Box } from '../../document.ts';
import { POINTS_PER_INCH } from '../geometry.ts';
import type { GreyImage } from './ocr.ts';

/** Four bytes a pixel: blue, green, red, and one without meaning (FPDFBitmap_BGRx). */
export interface ColourImage {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/** Seals are looked for in a small picture: a pixel of it is a third of the thickness of their ring. */
export const SEAL_DPI = 36;
/** Redder than this, of 255, than green and blue: ink, even half dried. Paper grown yellow is as green as red. */
const RED = 30;
/** Between the ring, the letters and the star of one seal (points). */
const GAP = 6;
/** From a name seal of 15 mm to two seals of 45 mm beside each other that touch (points). */
const SMALLEST = 40;
const LARGEST = 260;
/** Two seals side by side are no wider; a line of red letters is. */
const LONGEST = 2;
/** Share of the square that is ink: less is a frame or a line, more a picture. */
const SPARSEST = 0.03;
const DENSEST = 0.7;

/** Where seals stand in a picture of `dpi` dots an inch, in its pixels; none on most pages. */
export function sealsIn(image: ColourImage, dpi: number): Box[] {
  const { width, height } = image;
  const red = new Uint8Array(width * height);
  for (let at = 0; at < red.length; at++) red[at] = isRed(image, at) ? 1 : 0;
  const scale = dpi / POINTS_PER_INCH;
  const boxes: Box[] = [];
  for (let at = 0; at < red.length; at++) {
    if (red[at] !== 1) continue;
    const { box, ink } = patchFrom(red, width, height, at, Math.ceil(GAP * scale));
    if (isSeal(box, ink, scale)) boxes.push(box);
  }
  return boxes;
}

function isRed({ pixels }: ColourImage, at: number): boolean {
  return pixels[4 * at + 2]! - Math.max(pixels[4 * at]!, pixels[4 * at + 1]!) > RED;
}

/** All red that hangs together over gaps of `gap` pixels; it is red no more afterwards. */
function patchFrom(
  red: Uint8Array,
  width: number,
  height: number,
  first: number,
  gap: number,
): { box: Box; ink: number } {
  const box = { left: width, top: height, right: 0, bottom: 0 };
  const open = [first];
  let ink = 0;
  red[first] = 0;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const [x, y] = [at % width, Math.floor(at / width)];
    ink++;
    box.left = Math.min(box.left, x);
    box.top = Math.min(box.top, y);
    box.right = Math.max(box.right, x + 1);
    box.bottom = Math.max(box.bottom, y + 1);
    for (let below = Math.max(0, y - gap); below <= Math.min(height - 1, y + gap); below++)
      for (let beside = Math.max(0, x - gap); beside <= Math.min(width - 1, x + gap); beside++) {
        const next = below * width + beside;
        if (red[next] !== 1) continue;
        red[next] = 0;
        open.push(next);
      }
  }
  return { box, ink };
}

function isSeal({ left, top, right, bottom }: Box, ink: number, scale: number): boolean {
  const [across, down] = [(right - left) / scale, (bottom - top) / scale];
  const [short, long] = [Math.min(across, down), Math.max(across, down)];
  const share = ink / ((right - left) * (bottom - top));
  return (
    short >= SMALLEST && long <= LARGEST && long <= LONGEST * short && share >= SPARSEST && share <= DENSEST
  );
}

/** Changes `image`: within the place of `coloured`, whose left top corner is given, seals are as light as paper. */
export function lightenSeal(image: GreyImage, coloured: ColourImage, left: number, top: number): void {
  const lightest = inkOfSeal(coloured);
  for (let y = 0; y < coloured.height; y++)
    for (let x = 0; x < coloured.width; x++) {
      const red = coloured.pixels[4 * (y * coloured.width + x) + 2]!;
      image.pixels[(top + y) * image.width + left + x] = Math.min(255, Math.round((red * 255) / lightest));
    }
}

/** How red the ink is where nothing else is printed: half of its pixels are at least so red. */
function inkOfSeal(image: ColourImage): number {
  const counts = new Uint32Array(256);
  let all = 0;
  for (let at = 0; at < image.width * image.height; at++) {
    if (!isRed(image, at)) continue;
    counts[image.pixels[4 * at + 2]!]!++;
    all++;
  }
  let redder = 0;
  for (let level = 255; level > 0; level--) {
    redder += counts[level]!;
    if (2 * redder >= all) return level;
  }
  return 255;
}
