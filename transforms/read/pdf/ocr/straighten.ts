/**
 * Sheets go through a scanner turned and askew. How far askew, the ink says: lines of print, and rules, fill some rows of
 * pixels and leave others empty only where they lie level. Which way up, only reading says.
 */
import { INK } from './grey-image.ts';
import type { GreyImage, Ocr } from './ocr.ts';

/** A feeder does not pull a sheet in more askew than this (degrees). */
const MOST = 4;
const STEP = 0.1;
/** Less is level enough: ruled lines are found up to half a degree. */
const LEVEL = 0.25;
/** The ink is looked at in squares of this many pixels. */
const COARSE = 4;
/** Rows of a page askew differ in ink by chance; those of a level page by this much more. */
const CLEARER = 1.02;

/** Degrees clockwise that the page leans; 0 where it is level, or where no angle is better than others. */
export function leanOf(image: GreyImage): number {
  const ink = coarseInk(image);
  const level = contrast(ink, 0);
  let best = { angle: 0, contrast: level };
  for (let angle = -MOST; angle <= MOST; angle += STEP) {
    const own = contrast(ink, angle);
    if (own > best.contrast) best = { angle, contrast: own };
  }
  return Math.abs(best.angle) < LEVEL || best.contrast < CLEARER * level ? 0 : best.angle;
}

interface Ink {
  xs: number[];
  ys: number[];
  size: number;
}

function coarseInk({ width, height, pixels }: GreyImage): Ink {
  const ink: Ink = { xs: [], ys: [], size: Math.ceil((width + height) / COARSE) };
  for (let y = 0; y < height; y += COARSE) {
    for (let x = 0; x < width; x += COARSE) {
      if (pixels[y * width + x]! >= INK) continue;
      ink.xs.push((x - width / 2) / COARSE);
      ink.ys.push((y - height / 2) / COARSE);
    }
  }
  return ink;
}

/** Of the rows, or of the columns where these differ more: text of a sheet that lies on its side runs along them. */
function contrast({ xs, ys, size }: Ink, degrees: number): number {
  const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const rows = new Float64Array(size + 2);
  const columns = new Float64Array(size + 2);
  for (let index = 0; index < xs.length; index++) {
    const row = Math.round(ys[index]! * cosine - xs[index]! * sine + size / 2);
    const column = Math.round(xs[index]! * cosine + ys[index]! * sine + size / 2);
    rows[row] = (rows[row] ?? 0) + 1;
    columns[column] = (columns[column] ?? 0) + 1;
  }
  const squares = (counts: Float64Array) => counts.reduce((sum, count) => sum + count * count, 0);
  return Math.max(squares(rows), squares(columns));
}

/** The picture turned anticlockwise by `degrees`, so that what leaned clockwise by as much is level; same size, white corners. */
export function levelled(image: GreyImage, degrees: number): GreyImage {
  if (degrees === 0) return image;
  const { width, height, pixels } = image;
  const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const level = new Uint8Array(width * height).fill(255);
  const [middleX, middleY] = [width / 2, height / 2];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const fromX = (x - middleX) * cosine - (y - middleY) * sine + middleX;
      const fromY = (x - middleX) * sine + (y - middleY) * cosine + middleY;
      level[y * width + x] = between(pixels, width, height, fromX, fromY);
    }
  }
  return { width, height, pixels: level };
}

/** The grey between four pixels; white outside the picture. */
function between(pixels: Uint8Array, width: number, height: number, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return 255;
  const at = top * width + left;
  const [right, down] = [x - left, y - top];
  const upper = pixels[at]! * (1 - right) + pixels[at + 1]! * right;
  const lower = pixels[at + width]! * (1 - right) + pixels[at + width + 1]! * right;
  return upper * (1 - down) + lower * down;
}

/** Turned clockwise by `quarters` quarter turns. */
export function turned(image: GreyImage, quarters: number): GreyImage {
  if (quarters === 0) return image;
  const { width, height, pixels } = image;
  const result = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const to =
        quarters === 1
          ? x * height + (height - 1 - y)
          : quarters === 2
            ? (height - 1 - y) * width + (width - 1 - x)
            : (width - 1 - x) * height + y;
      result[to] = pixels[y * width + x]!;
    }
  }
  return quarters === 2
    ? { width, height, pixels: result }
    : { width: height, height: width, pixels: result };
}

/** Characters that hardly a line of these reports is without; a page read upside down has none but by chance. */
const COMMON = /[年度部门预决算收支出入项目合计金额单位元一般公共财政拨款经费基本]/gu;
const CHINESE = /\p{Script=Han}/gu;
/** The share of these in what is read the right way up is a third at least, and the wrong way up a twentieth at most. */
const FEWEST = 6;
const SHARE = 0.15;
/** Where print is hard to read either way, a turn must read this much better. */
const BETTER = 2;

/** Quarter turns clockwise after which the picture is the right way up; 0 where no way reads better. */
export async function quartersToUpright(image: GreyImage, ocr: Ocr): Promise<number> {
  let best = { quarters: 0, common: 0 };
  let asItLies = 0;
  // The sheet is as often upside down as on either side; most are neither.
  for (const quarters of [0, 2, 1, 3]) {
    const lines = await ocr.recognise(turned(image, quarters), 'sample');
    const text = lines.flatMap(({ words }) => words.map((word) => word.text)).join('');
    const common = text.match(COMMON)?.length ?? 0;
    const isUpright = common >= FEWEST && common >= SHARE * (text.match(CHINESE)?.length ?? 0);
    if (quarters === 0 && isUpright) return 0;
    if (quarters === 0) asItLies = common;
    else if (isUpright && common > best.common && common >= BETTER * asItLies) best = { quarters, common };
  }
  return best.quarters;
}
