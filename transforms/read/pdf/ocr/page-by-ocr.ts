/**
 * A page that is a picture becomes a page of characters and rules, so that everything after it reads scans as it reads
 * text: rules found in the picture, tables read cell by cell, what stands outside them in one go.
 */
import type { Box } from '../../document.ts';
import type { Character, PdfPage } from '../page.ts';
import { joinRules } from '../rules.ts';
import { findGrids } from '../table-grid.ts';
import { isChinese } from '../words.ts';
import { rulesInBitmap } from './bitmap-rules.ts';
import { blanked, cut, framed, inkIn, within } from './grey-image.ts';
import type { GreyImage, Ocr, OcrLine } from './ocr.ts';
import { leanOf, levelled, quartersToUpright, turned } from './straighten.ts';

/** Recognisers are trained on 300 dots an inch. */
export const OCR_DPI = 300;
const POINTS_PER_INCH = 72;
const SCALE = OCR_DPI / POINTS_PER_INCH;
/** Half a thick border and its blur stay out of a cell (points). */
const INSET = 1.4;
/** Less ink than this is dust (square points): a printed dot is larger. */
const SPECK = 0.4;
/** White paper around a cell before it is read (pixels). */
const MARGIN = 16;
/** Two lines of a cell have this much paper between them (points). */
const LINE_GAP = 0.5;
/** Half the side of the square that tells which way up a sheet is (points). */
const SAMPLE = 150;
/** Ink of one line of print is not higher (points). */
const HIGHEST_LINE = 15;

/** `image` at OCR_DPI. Characters and rules of the page itself count for nothing; places are those of the page straightened. */
export async function pageByOcr(page: PdfPage, image: GreyImage, ocr: Ocr): Promise<PdfPage> {
  if (inkIn(image, paperOf(image), SPECK * SCALE * SCALE) === null)
    return { ...page, characters: [], rules: [] };
  ocr.beginPage();
  const level = levelled(image, leanOf(image));
  const rules = rulesInBitmap(level, SCALE);
  const upright = turned(level, await quartersToUpright(sampleOf(level, rules), ocr));
  return readUpright(page, upright, upright === level ? rules : rulesInBitmap(upright, SCALE), ocr);
}

function paperOf({ width, height }: GreyImage): Box {
  return { left: 0, top: 0, right: width, bottom: height };
}

/** The middle of the sheet without rules: lines of print enough, whichever way it lies. */
function sampleOf(image: GreyImage, rules: PdfPage['rules']): GreyImage {
  const clear = blanked(image, rules.map(ruleBox));
  const half = Math.round(SAMPLE * SCALE);
  const [x, y] = [Math.round(image.width / 2), Math.round(image.height / 2)];
  return cut(clear, within(image, { left: x - half, right: x + half, top: y - half, bottom: y + half }));
}

async function readUpright(
  page: PdfPage,
  image: GreyImage,
  rules: PdfPage['rules'],
  ocr: Ocr,
): Promise<PdfPage> {
  const { grids } = findGrids(joinRules(rules));
  const characters: Character[] = [];
  let object = 1;
  for (const cell of grids.flatMap((grid) => grid.cells)) {
    characters.push(...(await charactersIn(image, cell.box, ocr, object++)));
  }
  const around = INSET * SCALE;
  const tables = grids.map(({ box }) => spread(scaled(box, SCALE), around));
  const lines = await ocr.recognise(blanked(image, [...tables, ...rules.map(ruleBox)]), 'page');
  for (const line of lines) characters.push(...charactersOf(line, 0, 0, object++));
  const [width, height] = [image.width / SCALE, image.height / SCALE];
  return { ...page, width, height, characters, rules, pictures: 0, segments: 0, unreadable: 0, notes: [] };
}

function ruleBox({ direction, position, start, end }: PdfPage['rules'][number]): Box {
  const [low, high] = [position - INSET / 2, position + INSET / 2];
  const box =
    direction === 'horizontal'
      ? { left: start, right: end, top: low, bottom: high }
      : { left: low, right: high, top: start, bottom: end };
  return scaled(box, SCALE);
}

async function charactersIn(image: GreyImage, cell: Box, ocr: Ocr, object: number): Promise<Character[]> {
  const inner = within(image, spread(scaled(cell, SCALE), -INSET * SCALE));
  if (inner.right <= inner.left || inner.bottom <= inner.top) return [];
  const ink = inkIn(image, inner, SPECK * SCALE * SCALE);
  if (ink === null) return [];
  const shape = isOneLine(ink.rows, ink.box.bottom - ink.box.top) ? 'line' : 'cell';
  const lines = await ocr.recognise(framed(cut(image, ink.box), MARGIN), shape);
  return lines.flatMap((line) => charactersOf(line, ink.box.left - MARGIN, ink.box.top - MARGIN, object));
}

/** `rows`: ink in each row of pixels. */
function isOneLine(rows: readonly number[], height: number): boolean {
  if (height > HIGHEST_LINE * SCALE) return false;
  const first = rows.findIndex((ink) => ink > 0);
  const last = rows.findLastIndex((ink) => ink > 0);
  let gap = 0;
  let widest = 0;
  for (const ink of rows.slice(first, last + 1)) {
    gap = ink === 0 ? gap + 1 : 0;
    widest = Math.max(widest, gap);
  }
  // The parts of 二 stand apart too, but one line of print is low.
  return widest <= LINE_GAP * SCALE || height <= (HIGHEST_LINE * SCALE) / 1.5;
}

/** All characters of a line are as high as the line, so that 一 and a full stop stand in it; words share out their width. */
function charactersOf(line: OcrLine, left: number, top: number, object: number): Character[] {
  return line.words.flatMap(({ text, box }) => {
    const letters = [...text.trim()];
    const widths = letters.map((letter) => (isChinese(letter) ? 2 : 1));
    const unit =
      (box.right - box.left) /
      Math.max(
        1,
        widths.reduce((sum, width) => sum + width, 0),
      );
    let at = box.left;
    return letters.map((letter, index): Character => {
      const start = at;
      at += widths[index]! * unit;
      const inPixels = {
        left: left + start,
        right: left + at,
        top: top + line.box.top,
        bottom: top + line.box.bottom,
      };
      return { text: letter, box: scaled(inPixels, 1 / SCALE), spaceBefore: false, object, turned: 0 };
    });
  });
}

function scaled({ left, top, right, bottom }: Box, by: number): Box {
  return { left: left * by, top: top * by, right: right * by, bottom: bottom * by };
}

function spread({ left, top, right, bottom }: Box, by: number): Box {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}
