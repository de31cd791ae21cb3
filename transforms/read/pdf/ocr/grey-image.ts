/** Cutting, blanking and looking at grey pictures. Boxes are in whole pixels, right and bottom excluded. */
import type { Box } from '../../document.ts';
import type { GreyImage } from './ocr.ts';

/** Darker than this is ink: scanned paper is above 200, print below 100, and JPEG blurs what lies between. */
export const INK = 150;

export function cut({ width, pixels }: GreyImage, box: Box): GreyImage {
  const [across, down] = [box.right - box.left, box.bottom - box.top];
  const cutOut = new Uint8Array(across * down);
  for (let row = 0; row < down; row++) {
    const start = (box.top + row) * width + box.left;
    cutOut.set(pixels.subarray(start, start + across), row * across);
  }
  return { width: across, height: down, pixels: cutOut };
}

/** The picture with white where the boxes are. */
export function blanked(image: GreyImage, boxes: readonly Box[]): GreyImage {
  const pixels = Uint8Array.from(image.pixels);
  for (const box of boxes) {
    const { left, top, right, bottom } = within(image, box);
    for (let row = top; row < bottom; row++)
      pixels.fill(255, row * image.width + left, row * image.width + right);
  }
  return { ...image, pixels };
}

/** Made smaller, `by` at most 1: every new pixel is the mean of those it covers. */
export function reduced({ width, height, pixels }: GreyImage, by: number): GreyImage {
  const [across, down] = [Math.max(1, Math.round(width * by)), Math.max(1, Math.round(height * by))];
  const smaller = new Uint8Array(across * down);
  for (let row = 0; row < down; row++) {
    const [top, bottom] = spanOf(row, down, height);
    for (let column = 0; column < across; column++) {
      const [left, right] = spanOf(column, across, width);
      let sum = 0;
      for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) sum += pixels[y * width + x]!;
      smaller[row * across + column] = sum / ((bottom - top) * (right - left));
    }
  }
  return { width: across, height: down, pixels: smaller };
}

/** Which of `of` old pixels the `index`th of `count` new ones covers: one at least. */
function spanOf(index: number, count: number, of: number): [number, number] {
  const start = Math.floor((index * of) / count);
  return [start, Math.max(start + 1, Math.floor(((index + 1) * of) / count))];
}

/** The grain of paper is lighter than this, and so is nothing of a letter but the last of its blur. */
const PAPER = 200;

/** The picture on white paper: the edges of letters stay soft. */
export function withoutGrain(image: GreyImage): GreyImage {
  return { ...image, pixels: image.pixels.map((pixel) => (pixel < PAPER ? pixel : 255)) };
}

/** Where most of the ink is, in whole pixels; the middle of a white picture. */
export function middleOfInk({ width, height, pixels }: GreyImage): { x: number; y: number } {
  let [count, sumX, sumY] = [0, 0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (pixels[y * width + x]! >= INK) continue;
      count++;
      sumX += x;
      sumY += y;
    }
  }
  const [x, y] = count === 0 ? [width / 2, height / 2] : [sumX / count, sumY / count];
  return { x: Math.round(x), y: Math.round(y) };
}

/** White paper around a picture: recognisers lose what touches the edge. */
export function framed(image: GreyImage, margin: number): GreyImage {
  const width = image.width + 2 * margin;
  const height = image.height + 2 * margin;
  const pixels = new Uint8Array(width * height).fill(255);
  for (let row = 0; row < image.height; row++) {
    const from = row * image.width;
    pixels.set(image.pixels.subarray(from, from + image.width), (row + margin) * width + margin);
  }
  return { width, height, pixels };
}

export function within({ width, height }: GreyImage, box: Box): Box {
  return {
    left: Math.max(0, Math.floor(box.left)),
    top: Math.max(0, Math.floor(box.top)),
    right: Math.min(width, Math.ceil(box.right)),
    bottom: Math.min(height, Math.ceil(box.bottom)),
  };
}

/** Rows and columns of `box` that hold ink, at least `speck` pixels of it: less is dust. null where there is none. */
export function inkIn(
  { width, pixels }: GreyImage,
  box: Box,
  speck: number,
): { box: Box; rows: number[] } | null {
  const rows: number[] = [];
  const ink = { left: box.right, top: box.bottom, right: box.left, bottom: box.top };
  let count = 0;
  for (let y = box.top; y < box.bottom; y++) {
    let inRow = 0;
    for (let x = box.left; x < box.right; x++) {
      if (pixels[y * width + x]! >= INK) continue;
      inRow++;
      if (x < ink.left) ink.left = x;
      if (x >= ink.right) ink.right = x + 1;
    }
    rows.push(inRow);
    if (inRow === 0) continue;
    count += inRow;
    if (y < ink.top) ink.top = y;
    ink.bottom = y + 1;
  }
  return count < speck ? null : { box: ink, rows };
}
