/**
 * A page that is a picture becomes a page of characters and rules, so that everything after it reads scans as it reads
 * text: rules found in the picture, tables read cell by cell, what stands outside them in one go.
 */
import type { Box } from '../../document.ts';
import { POINTS_PER_INCH } from '../geometry.ts';
import type { Character, PdfPage } from '../page.ts';
import { joinRules } from '../rules.ts';
import { findGrids } from '../table-grid.ts';
import { isChinese } from '../words.ts';
import { rulesInBitmap } from './bitmap-rules.ts';
import { withoutRules } from './erase-rules.ts';
import { blanked, cut, inkIn, middleOfInk, within, withoutGrain } from './grey-image.ts';
import { withClearMarks } from './mend-marks.ts';
import type { GreyImage, Ocr, OcrLine } from './ocr.ts';
import { readPrint } from './read-print.ts';
import { leanOf, levelled, quartersToUpright, turned } from './straighten.ts';

/** Recognisers are trained on 300 dots an inch. */
export const OCR_DPI = 300;
const SCALE = OCR_DPI / POINTS_PER_INCH;
/** What is left of a border at its corners stays out of a cell, and of what stands around the table (points). */
const INSET = 0.3;
const AROUND = 1.4;
/** Less ink than this is dust (square points): a printed dot is larger. */
const SPECK = 0.4 * SCALE * SCALE;
/** Half the side of the square that tells which way up a sheet is (points). */
const SAMPLE = 150;

/** `image` at OCR_DPI. Characters and rules of the page itself count for nothing; places are those of the page straightened. */
export async function pageByOcr(page: PdfPage, image: GreyImage, ocr: Ocr): Promise<PdfPage> {
  if (inkIn(image, paperOf(image), SPECK) === null) return { ...page, characters: [], rules: [] };
  ocr.beginPage();
  const level = levelled(image, leanOf(image));
  const rules = rulesInBitmap(level, SCALE);
  const print = withoutRules(level, rules, SCALE);
  const quarters = await quartersToUpright(sampleOf(print), ocr);
  if (quarters === 0) return readUpright(page, print, rules, ocr);
  const upright = turned(level, quarters);
  const rulesUpright = rulesInBitmap(upright, SCALE);
  return readUpright(page, withoutRules(upright, rulesUpright, SCALE), rulesUpright, ocr);
}

function paperOf({ width, height }: GreyImage): Box {
  return { left: 0, top: 0, right: width, bottom: height };
}

/** The paper around most of the print, without its grain, in which a recogniser finds letters. */
function sampleOf(print: GreyImage): GreyImage {
  const half = Math.round(SAMPLE * SCALE);
  const { x, y } = middleOfInk(print);
  const square = { left: x - half, right: x + half, top: y - half, bottom: y + half };
  return withoutGrain(cut(print, within(print, square)));
}

/** `print`: the upright page without the lines of its tables, `rules`: these lines. */
async function readUpright(
  page: PdfPage,
  print: GreyImage,
  rules: PdfPage['rules'],
  ocr: Ocr,
): Promise<PdfPage> {
  const { grids } = findGrids(joinRules(rules));
  const characters: Character[] = [];
  let object = 1;
  for (const cell of grids.flatMap((grid) => grid.cells)) {
    const inner = within(print, spread(scaled(cell.box, SCALE), -INSET * SCALE));
    if (inner.right <= inner.left || inner.bottom <= inner.top) continue;
    const own = object++;
    characters.push(...(await charactersIn(print, inner, ocr, () => own)));
  }
  const tables = grids.map(({ box }) => spread(scaled(box, SCALE), AROUND * SCALE));
  const outside = blanked(print, tables);
  characters.push(...(await charactersIn(outside, paperOf(print), ocr, () => object++)));
  const [width, height] = [print.width / SCALE, print.height / SCALE];
  return { ...page, width, height, characters, rules, pictures: 0, segments: 0, unreadable: 0, notes: [] };
}

async function charactersIn(
  image: GreyImage,
  box: Box,
  ocr: Ocr,
  object: () => number,
): Promise<Character[]> {
  const lines = await readPrint(image, box, SCALE, SPECK, ocr);
  return lines.flatMap((line) => charactersOf(line, object()));
}

/** All characters of a line are as high as the line, so that 一 and a full stop stand in it; words share out their width. */
function charactersOf(line: OcrLine, object: number): Character[] {
  const placed = line.words.flatMap(({ text, box }) => lettersOf(text.trim(), box));
  const letters = withClearMarks(placed.map(({ letter }) => letter));
  const { top, bottom } = line.box;
  return placed.flatMap(({ left, right }, index): Character[] => {
    const text = letters[index]!;
    if (text === '') return [];
    const box = scaled({ left, right, top, bottom }, 1 / SCALE);
    return [{ text, box, spaceBefore: false, object, turned: 0 }];
  });
}

function lettersOf(word: string, box: Box): { letter: string; left: number; right: number }[] {
  const letters = [...word];
  const widths = letters.map((letter) => (isChinese(letter) ? 2 : 1));
  const sum = widths.reduce((all, width) => all + width, 0);
  const unit = (box.right - box.left) / Math.max(1, sum);
  let at = box.left;
  return letters.map((letter, index) => {
    const left = at;
    at += widths[index]! * unit;
    return { letter, left, right: at };
  });
}

function scaled({ left, top, right, bottom }: Box, by: number): Box {
  return { left: left * by, top: top * by, right: right * by, bottom: bottom * by };
}

function spread({ left, top, right, bottom }: Box, by: number): Box {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}
