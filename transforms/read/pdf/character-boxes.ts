/**
 * How high, how wide and which way a character is. PDFium's loose boxes are as wide as the advance (tight ones
 * lose the glyphs that it cannot measure), but as high as the font claims, up to three times its size for some
 * Chinese fonts: the height comes from the size and the base line instead.
 */
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import type { Memory } from './memory.ts';
import { turnOf } from './upright.ts';
import { isWhite } from './white-text.ts';

/** In PDF space, where top is above bottom; one entry a character. */
export interface BoxColumns {
  lefts: number[];
  tops: number[];
  rights: number[];
  bottoms: number[];
}

/** What all characters of one piece of text share. */
export interface TextStyle {
  /** Quarter turns clockwise on the unturned page; -1 where the text is askew. */
  quarter: number;
  /** From the base line up, one font size long, in PDF space. */
  up: { x: number; y: number };
  invisible: boolean;
  white: boolean;
}

/** Share of the font size above and below the base line (GB1 fonts: ascent 880, descent 120). */
const ABOVE = 0.88;
const BELOW = 0.12;
/** Printed more than this far from a quarter turn (6°), text is a watermark or a stamp. */
const ASKEW = 0.1;
const QUARTER = Math.PI / 2;
/** Text render mode 0: filled and not stroked. */
const FILLED_MODE = 0;
/** Text render mode 3, ISO 32000 table 106: neither filled nor stroked, as under a scan. */
const INVISIBLE_MODE = 3;
/** No printed character is smaller (points). */
const SMALLEST = 0.3;

export function styleOf(
  pdfium: WrappedPdfiumModule,
  memory: Memory,
  textPage: number,
  index: number,
  object: number,
  scratch: number,
): TextStyle {
  // FS_MATRIX: six floats.
  const hasMatrix = pdfium.FPDFText_GetMatrix(textPage, index, scratch);
  const a = hasMatrix ? memory.float(scratch, 0) : 1;
  const b = hasMatrix ? memory.float(scratch, 1) : 0;
  const c = hasMatrix ? memory.float(scratch, 2) : 0;
  const d = hasMatrix ? memory.float(scratch, 3) : 1;
  const size = pdfium.FPDFText_GetFontSize(textPage, index);
  const mode = object === 0 ? FILLED_MODE : pdfium.FPDFTextObj_GetTextRenderMode(object);
  return {
    quarter: quarterOf(Math.atan2(b, a)),
    up: { x: c * size, y: d * size },
    invisible: mode === INVISIBLE_MODE,
    white: object !== 0 && mode === FILLED_MODE && isWhite(pdfium, memory, object, scratch),
  };
}

/** `angle` anticlockwise. */
function quarterOf(angle: number): number {
  const quarters = Math.round(angle / QUARTER);
  return Math.abs(angle - quarters * QUARTER) > ASKEW ? -1 : turnOf(-quarters);
}

/** Adds the box of a character to the columns. */
export function pushBox(
  boxes: BoxColumns,
  pdfium: WrappedPdfiumModule,
  memory: Memory,
  textPage: number,
  index: number,
  scratch: number,
  { quarter, up }: TextStyle,
): void {
  pushPrintedBox(boxes, pdfium, memory, textPage, index, scratch);
  const sideways = quarter === 1 || quarter === 3;
  const size = sideways ? up.x : up.y;
  if (quarter < 0 || Math.abs(size) < SMALLEST) return;
  pdfium.FPDFText_GetCharOrigin(textPage, index, scratch, scratch + 8);
  const base = memory.double(sideways ? scratch : scratch + 8);
  const [low, high] = sideways ? [boxes.lefts, boxes.rights] : [boxes.bottoms, boxes.tops];
  const last = low.length - 1;
  low[last] = Math.min(base + ABOVE * size, base - BELOW * size);
  high[last] = Math.max(base + ABOVE * size, base - BELOW * size);
}

/** The loose box, FS_RECTF of floats; fonts without widths have none, and then the tight one of doubles must do. */
function pushPrintedBox(
  boxes: BoxColumns,
  pdfium: WrappedPdfiumModule,
  memory: Memory,
  textPage: number,
  index: number,
  scratch: number,
): void {
  pdfium.FPDFText_GetLooseCharBox(textPage, index, scratch);
  let left = memory.float(scratch, 0);
  let top = memory.float(scratch, 1);
  let right = memory.float(scratch, 2);
  let bottom = memory.float(scratch, 3);
  if (Math.abs(right - left) < SMALLEST || Math.abs(top - bottom) < SMALLEST) {
    pdfium.FPDFText_GetCharBox(textPage, index, scratch, scratch + 8, scratch + 16, scratch + 24);
    left = memory.double(scratch);
    right = memory.double(scratch + 8);
    bottom = memory.double(scratch + 16);
    top = memory.double(scratch + 24);
  }
  boxes.lefts.push(left);
  boxes.tops.push(top);
  boxes.rights.push(right);
  boxes.bottoms.push(bottom);
}
