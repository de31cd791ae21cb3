/** The characters of a page in the order the file prints them, spaces folded into what follows them. */
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import { boxOf, type RawBox, styleOf, type TextStyle } from './character-boxes.ts';
import type { Memory } from './memory.ts';

export interface RawCharacter {
  code: number;
  /** In PDF space. */
  box: RawBox;
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

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** The first `count` characters of a page. */
export function readRawCharacters(
  pdfium: WrappedPdfiumModule,
  memory: Memory,
  textPage: number,
  scratch: number,
  count: number,
): RawCharacters {
  const raw: RawCharacter[] = [];
  const styles = new Map<number, TextStyle>();
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
    const style = styleOf(pdfium, memory, textPage, index, object, scratch, styles);
    const box = boxOf(pdfium, memory, textPage, index, scratch, style);
    raw.push({ code, box, quarter: style.quarter, invisible: style.invisible, spaceBefore, object });
    spaceBefore = false;
  }
  return { raw, unreadable };
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
