/**
 * A picture without the lines of its tables: what is printed close to a line is read whole, and the line is no letter. A line
 * of a page askew wanders; it is followed from its middle to both ends, pixel by pixel.
 */
import type { Rule } from '../page.ts';
import { INK } from './grey-image.ts';
import type { GreyImage } from './ocr.ts';

/** Thicker than this is a letter that touches the line (points). */
const THICKEST = 1.7;
/** From one pixel to the next a line wanders no further (points). */
const NEAR = 0.9;
/** What blurs a line on both sides (pixels). */
const BLUR = 2;
/** How fast the line is believed to lean. */
const TRUST = 0.1;

/** `scale`: pixels a point. Where two lines cross, the second is thin once the first is gone on both sides of it. */
export function withoutRules(image: GreyImage, rules: readonly Rule[], scale: number): GreyImage {
  const pixels = Uint8Array.from(image.pixels);
  for (const rule of rules) {
    const middle = Math.round(((rule.start + rule.end) / 2) * scale);
    follow(image, pixels, rule, scale, middle, Math.ceil(rule.end * scale), 1);
    follow(image, pixels, rule, scale, middle - 1, Math.floor(rule.start * scale), -1);
  }
  return { ...image, pixels };
}

function follow(
  image: GreyImage,
  pixels: Uint8Array,
  rule: Rule,
  scale: number,
  from: number,
  to: number,
  step: 1 | -1,
): void {
  const [along, across, length, breadth] =
    rule.direction === 'horizontal'
      ? [1, image.width, image.width, image.height]
      : [image.width, 1, image.height, image.width];
  let expected = rule.position * scale;
  for (let at = from; step * (to - at) >= 0; at += step) {
    if (at < 0 || at >= length) continue;
    const run = runNear(pixels, at * along, across, breadth, expected, scale);
    if (run === null) continue;
    expected += TRUST * ((run.first + run.last) / 2 - expected);
    const end = Math.min(breadth - 1, run.last + BLUR);
    for (let y = Math.max(0, run.first - BLUR); y <= end; y++) pixels[at * along + y * across] = 255;
  }
}

/** The thin piece of ink nearest to where the line should be. */
function runNear(
  pixels: Uint8Array,
  offset: number,
  across: number,
  breadth: number,
  expected: number,
  scale: number,
): { first: number; last: number } | null {
  const isInk = (y: number) => y >= 0 && y < breadth && pixels[offset + y * across]! < INK;
  const centre = Math.round(expected);
  for (let distance = 0; distance <= NEAR * scale; distance++) {
    const y = isInk(centre - distance)
      ? centre - distance
      : isInk(centre + distance)
        ? centre + distance
        : null;
    if (y === null) continue;
    let [first, last] = [y, y];
    while (isInk(first - 1)) first--;
    while (isInk(last + 1)) last++;
    return last + 1 - first <= THICKEST * scale ? { first, last } : null;
  }
  return null;
}
