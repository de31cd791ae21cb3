/**
 * The characters of a page in the order the file prints them, spaces folded into what follows them. They are kept in
 * columns: an object and a box for each of thousands of characters is what a reader would otherwise mostly clean up.
 */
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import { pushBox, styleOf, type TextStyle } from './character-boxes.ts';
import type { Memory } from './memory.ts';

/** One entry a character in every column. */
export interface RawCharacters {
  codes: number[];
  /** Boxes in PDF space, where top is above bottom. */
  lefts: number[];
  tops: number[];
  rights: number[];
  bottoms: number[];
  styles: TextStyle[];
  spacesBefore: boolean[];
  /** Which piece of text of the file it belongs to. */
  objects: number[];
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
  const raw = noCharacters();
  let spaceBefore = false;
  let lastObject = 0;
  let lastStyle: TextStyle | null = null;
  for (let index = 0; index < count; index++) {
    const code = pdfium.FPDFText_GetUnicode(textPage, index);
    if (isSpace(code)) {
      spaceBefore ||= !pdfium.FPDFText_IsGenerated(textPage, index);
      continue;
    }
    if (code === CARRIAGE_RETURN || code === LINE_FEED) continue;
    if (pdfium.FPDFText_IsGenerated(textPage, index)) continue;
    if (isUnreadable(code) || pdfium.FPDFText_HasUnicodeMapError(textPage, index) === 1) raw.unreadable++;
    if (code < 0x20 || code === 0xfffe || code === 0xffff) continue;
    const object = pdfium.FPDFText_GetTextObject(textPage, index);
    const style: TextStyle =
      lastStyle !== null && lastObject === object && object !== 0
        ? lastStyle
        : styleOf(pdfium, memory, textPage, index, object, scratch);
    lastObject = object;
    lastStyle = style;
    pushBox(raw, pdfium, memory, textPage, index, scratch, style);
    raw.codes.push(code);
    raw.styles.push(style);
    raw.spacesBefore.push(spaceBefore);
    raw.objects.push(object);
    spaceBefore = false;
  }
  return raw;
}

function noCharacters(): RawCharacters {
  return {
    codes: [],
    lefts: [],
    tops: [],
    rights: [],
    bottoms: [],
    styles: [],
    spacesBefore: [],
    objects: [],
    unreadable: 0,
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
