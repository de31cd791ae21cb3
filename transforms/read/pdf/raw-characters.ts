/**
 * The characters of a page as PDFium gives them. Boxes are the loose ones, as high as the font and as wide as the
 * advance: tight boxes lose the characters whose glyph PDFium cannot measure.
 */
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import type { Memory } from './memory.ts';
import { turnOf } from './upright.ts';

export interface RawCharacter {
  code: number;
  /** Box in PDF space. */
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** Quarter turns clockwise of the text on the unturned page; -1 where it is askew. */
  quarter: number;
  invisible: boolean;
  spaceBefore: boolean;
  object: number;
}

export interface RawCharacters {
  raw: RawCharacter[];
  /** Characters that the fonts give no meaning. */
  unreadable: number;
}

type Rectangle = [left: number, top: number, right: number, bottom: number];

/** Printed more than this far from a quarter turn (6°), text is a watermark or a stamp. */
const ASKEW = 0.1;
const QUARTER = Math.PI / 2;
/** Text render mode 3, ISO 32000 table 106: neither filled nor stroked, as under a scan. */
const INVISIBLE_MODE = 3;
/** No printed character is smaller (points). */
const THINNEST = 0.3;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** The first `count` characters of a page in the order the file prints them; spaces become `spaceBefore` of what follows. */
export function readRawCharacters(
  pdfium: WrappedPdfiumModule,
  memory: Memory,
  textPage: number,
  scratch: number,
  count: number,
): RawCharacters {
  const raw: RawCharacter[] = [];
  const modes = new Map<number, boolean>();
  let unreadable = 0;
  let spaceBefore = false;
  for (let index = 0; index < count; index++) {
    const code = pdfium.FPDFText_GetUnicode(textPage, index);
    if (isSpace(code)) {
      spaceBefore ||= !pdfium.FPDFText_IsGenerated(textPage, index);
      continue;
    }
    if (code === CARRIAGE_RETURN || code === LINE_FEED) continue;
    if (pdfium.FPDFText_IsGenerated(textPage, index)) continue;
    if (isUnreadable(code) || pdfium.FPDFText_HasUnicodeMapError(textPage, index) === 1) unreadable++;
    if (code < 0x20 || code === 0xfffe || code === 0xffff) continue;
    const object = pdfium.FPDFText_GetTextObject(textPage, index);
    raw.push({
      code,
      ...boxOf(pdfium, memory, textPage, index, scratch),
      quarter: quarterOf(pdfium.FPDFText_GetCharAngle(textPage, index)),
      invisible: isInvisible(pdfium, object, modes),
      spaceBefore,
      object,
    });
    spaceBefore = false;
  }
  return { raw, unreadable };
}

interface RawBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The loose box, FS_RECTF of floats; fonts without ascent or widths have none, and then the tight one of doubles must do. */
function boxOf(
  pdfium: WrappedPdfiumModule,
  memory: Memory,
  textPage: number,
  index: number,
  scratch: number,
): RawBox {
  pdfium.FPDFText_GetLooseCharBox(textPage, index, scratch);
  const [left, top, right, bottom] = [0, 1, 2, 3].map((place) => memory.float(scratch, place)) as Rectangle;
  if (Math.abs(right - left) >= THINNEST && Math.abs(top - bottom) >= THINNEST)
    return { left, top, right, bottom };
  pdfium.FPDFText_GetCharBox(textPage, index, scratch, scratch + 8, scratch + 16, scratch + 24);
  return {
    left: memory.double(scratch),
    right: memory.double(scratch + 8),
    bottom: memory.double(scratch + 16),
    top: memory.double(scratch + 24),
  };
}

function isSpace(code: number): boolean {
  return (
    code === 0x20 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200b) || code === 0x09
  );
}

/** Replacement characters, and the private areas where fonts without a Unicode table put their glyphs. */
function isUnreadable(code: number): boolean {
  return (
    code < 0x20 || code === 0xfffd || code === 0xfffe || code === 0xffff || (code >= 0xe000 && code <= 0xf8ff)
  );
}

function quarterOf(angle: number): number {
  const quarters = Math.round(angle / QUARTER);
  if (Math.abs(angle - quarters * QUARTER) > ASKEW) return -1;
  return turnOf(quarters);
}

function isInvisible(pdfium: WrappedPdfiumModule, object: number, modes: Map<number, boolean>): boolean {
  const known = modes.get(object);
  if (known !== undefined) return known;
  const invisible = object !== 0 && pdfium.FPDFTextObj_GetTextRenderMode(object) === INVISIBLE_MODE;
  modes.set(object, invisible);
  return invisible;
}
