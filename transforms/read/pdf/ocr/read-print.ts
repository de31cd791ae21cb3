/**
 * Print in a picture, line by line. Recognisers are trained on lines of one height and misread what is larger: a heading, and
 * also the usual print at the resolution that rules want. Digits among Chinese characters are read as characters, so
 * that what looks like a number is read again as one.
 */
import type { Box } from '../../document.ts';
import { around } from '../geometry.ts';
import { cut, framed, reduced, within } from './grey-image.ts';
import type { GreyImage, Ocr, OcrLine } from './ocr.ts';
import { printIn } from './print-lines.ts';

/** Ink of a line as the recogniser wants it (pixels); what it doubts in one height it may read in another. */
const LINE_HEIGHTS = [30, 40, 24];
/** White paper around a line before it is read (pixels). */
const MARGIN = 12;
/** Ink of one line of print is not higher; two lines that touch are, and large headings (points). */
const HIGHEST_LINE = 15;
/** Words are read with more than this, numbers read as words with less; a number with so much is one (of 100). */
const DOUBTFUL = 75;
const SURE = 88;
/** 12,345.67, (0.5), 95.5%, and what a recogniser makes of their marks. */
const NUMBER = /^[-−(]?\d[\d,.]*\)?%?$/;
/** With its decimal point, grouped throughout or not at all. */
const CERTAIN = /^[-−(]?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d+\)?%?$/;

/** `scale`: pixels a point, `speck`: as for inkIn. Boxes in pixels of the picture. */
export async function readPrint(
  image: GreyImage,
  box: Box,
  scale: number,
  speck: number,
  ocr: Ocr,
): Promise<OcrLine[]> {
  const lines: OcrLine[] = [];
  for (const piece of printIn(image, box, scale, speck)) {
    const isHigh = piece.bottom - piece.top > HIGHEST_LINE * scale;
    const parts = isHigh ? await linesTouching(image, piece, scale, speck, ocr) : [piece];
    for (const part of parts) lines.push(...(await readLine(image, part, ocr)));
  }
  return lines;
}

/** The boxes of the lines in a high piece of print; itself where it is one. */
async function linesTouching(
  image: GreyImage,
  piece: Box,
  scale: number,
  speck: number,
  ocr: Ocr,
): Promise<Box[]> {
  const found = await ocr.recognise(framed(cut(image, piece), MARGIN), 'cell');
  if (found.length < 2) return [piece];
  return found.flatMap(({ box }) =>
    printIn(image, within(image, moved(box, piece.left - MARGIN, piece.top - MARGIN)), scale, speck),
  );
}

/** As it is read with the most confidence. */
async function readLine(image: GreyImage, piece: Box, ocr: Ocr): Promise<readonly OcrLine[]> {
  let best: readonly OcrLine[] = [];
  for (const height of LINE_HEIGHTS) {
    const lines = await readAt(height, image, piece, ocr);
    if (surest(lines) > surest(best)) best = lines;
    if (surest(best) >= DOUBTFUL) break;
  }
  return best;
}

async function readAt(height: number, image: GreyImage, piece: Box, ocr: Ocr): Promise<readonly OcrLine[]> {
  const by = Math.min(1, height / (piece.bottom - piece.top));
  const picture = framed(reduced(cut(image, piece), by), MARGIN);
  const text = await ocr.recognise(picture, 'line');
  const lines = asksAgain(text) ? asNumber(await ocr.recognise(picture, 'number'), text) : text;
  return lines.map(({ box, confidence, words }) => ({
    confidence,
    box: inImage(box, piece, by),
    words: words.map((word) => ({ text: word.text, box: inImage(word.box, piece, by) })),
  }));
}

const surest = (lines: readonly OcrLine[]): number =>
  Math.max(-1, ...lines.map(({ confidence }) => confidence));

/** What is doubted, and numbers but for those read with certainty down to the decimal point. */
function asksAgain(lines: readonly OcrLine[]): boolean {
  const text = textOf(lines);
  const isCertain = surest(lines) >= SURE && CERTAIN.test(text);
  return surest(lines) < DOUBTFUL || (looksLikeNumber(lines) && !isCertain);
}

/** Digits and marks, and no letter but one that may be a digit misread. */
function looksLikeNumber(lines: readonly OcrLine[]): boolean {
  const text = textOf(lines);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return /\d/.test(text) && (letters === 0 || (letters === 1 && surest(lines) < SURE));
}

/** The second reading where it is a number and nothing else. A point is overlooked, never seen where there is none. */
function asNumber(number: readonly OcrLine[], text: readonly OcrLine[]): readonly OcrLine[] {
  const [first, second] = [textOf(text), textOf(number)];
  const confidence = surest(number);
  const isSurer = confidence >= SURE && surest(text) < confidence;
  if (!NUMBER.test(second) || !(isSurer || looksLikeNumber(text))) return text;
  const lostPoint = NUMBER.test(first) && first.includes('.') && first.replace('.', '') === second;
  const said = lostPoint ? first : second;
  const box = around(number.map((line) => line.box));
  return [{ box, confidence, words: [{ text: withClearPoint(said), box }] }];
}

/** A comma seen twice, and one where only the decimal point can stand. */
function withClearPoint(number: string): string {
  return number.replace(/[,.]{2,}/g, (marks) => marks[0]!).replace(/,(?=\d{1,2}\)?$)/, '.');
}

const textOf = (lines: readonly OcrLine[]): string =>
  lines
    .flatMap(({ words }) => words.map(({ text }) => text))
    .join('')
    .replace(/\s/g, '');

const moved = ({ left, top, right, bottom }: Box, x: number, y: number): Box => ({
  left: left + x,
  right: right + x,
  top: top + y,
  bottom: bottom + y,
});

function inImage({ left, top, right, bottom }: Box, piece: Box, by: number): Box {
  const back = (at: number) => (at - MARGIN) / by;
  return moved(
    { left: back(left), top: back(top), right: back(right), bottom: back(bottom) },
    piece.left,
    piece.top,
  );
}
