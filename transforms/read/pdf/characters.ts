/**
 * The characters of a page with the boxes a reader sees. Boxes are the loose ones: tight boxes lose the
 * characters whose glyph PDFium cannot measure. Bold made by printing twice is one character; text that runs
 * neither along nor across the page is a watermark.
 */
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import { tidyText } from '../../parse/label.ts';
import type { Box } from '../document.ts';
import { height, overlapX, overlapY, width } from './geometry.ts';
import type { Memory } from './memory.ts';
import type { Character } from './page.ts';
import type { Crop } from './read-page.ts';
import { type Turn, turnOf, uprightBox, uprightOf } from './upright.ts';

export interface PageCharacters {
  characters: readonly Character[];
  /** Quarter turns clockwise that the text needs beyond the page's own rotation. */
  sideways: Turn;
  unreadable: number;
  notes: readonly { code: string; message: string }[];
}

interface RawCharacter {
  code: number;
  /** FS_RECTF in PDF space. */
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

/** Printed more than this far from a quarter turn (6°), text is a watermark or a stamp. */
const ASKEW = 0.1;
const QUARTER = Math.PI / 2;
/** Text render mode 3, ISO 32000 table 106: neither filled nor stroked, as under a scan. */
const INVISIBLE_MODE = 3;

export function readCharacters(
  pdfium: WrappedPdfiumModule,
  memory: Memory,
  textPage: number,
  scratch: number,
  crop: Crop,
  pageTurn: number,
  limit: number,
): PageCharacters {
  const notes: { code: string; message: string }[] = [];
  const count = textPage === 0 ? 0 : pdfium.FPDFText_CountChars(textPage);
  if (count > limit)
    notes.push({ code: 'too_many_characters', message: `本页文字 ${count} 个，超过 ${limit} 个，未读` });
  const read = readRaw(pdfium, memory, textPage, scratch, count > limit ? 0 : count);
  const straight = read.raw.filter((character) => character.quarter >= 0);
  if (straight.length < read.raw.length) {
    notes.push({
      code: 'text_askew',
      message: `${read.raw.length - straight.length} 个斜排字符（水印）未读`,
    });
  }
  const seen = visible(straight, notes);
  const direction = mainDirection(seen);
  const sideways = turnOf(-direction - pageTurn);
  const along = seen.filter((character) => character.quarter === direction);
  if (along.length < seen.length) {
    notes.push({ code: 'text_across', message: `${seen.length - along.length} 个与正文方向不同的字符未读` });
  }
  const upright = uprightOf(crop, turnOf(pageTurn + sideways));
  const placed = along.flatMap((character) => {
    const box = uprightBox(upright, character.left, character.bottom, character.right, character.top);
    return onPage(box, upright)
      ? [{ text: folded(character.code), box, spaceBefore: character.spaceBefore, object: character.object }]
      : [];
  });
  return { characters: printedOnce(placed), sideways, unreadable: read.unreadable, notes };
}

function readRaw(
  pdfium: WrappedPdfiumModule,
  memory: Memory,
  textPage: number,
  scratch: number,
  count: number,
): { raw: RawCharacter[]; unreadable: number } {
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
    if (code < 0x20 || pdfium.FPDFText_IsGenerated(textPage, index)) continue;
    if (isUnreadable(code) || pdfium.FPDFText_HasUnicodeMapError(textPage, index) === 1) {
      unreadable++;
      if (code === 0xfffe || code === 0xffff) continue;
    }
    const object = pdfium.FPDFText_GetTextObject(textPage, index);
    pdfium.FPDFText_GetLooseCharBox(textPage, index, scratch);
    raw.push({
      code,
      left: memory.float(scratch, 0),
      top: memory.float(scratch, 1),
      right: memory.float(scratch, 2),
      bottom: memory.float(scratch, 3),
      quarter: quarterOf(pdfium.FPDFText_GetCharAngle(textPage, index)),
      invisible: isInvisible(pdfium, object, modes),
      spaceBefore,
      object,
    });
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
  return code === 0xfffd || code === 0xfffe || code === 0xffff || (code >= 0xe000 && code <= 0xf8ff);
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

/** Hidden text beside visible text is leftovers of an editor; hidden text alone is what OCR put under a scan. */
function visible(
  raw: readonly RawCharacter[],
  notes: { code: string; message: string }[],
): readonly RawCharacter[] {
  const shown = raw.filter((character) => !character.invisible);
  const hidden = raw.length - shown.length;
  if (hidden === 0) return raw;
  if (shown.length * 4 >= hidden) {
    notes.push({ code: 'hidden_text', message: `${hidden} 个不可见字符未读` });
    return shown;
  }
  notes.push({ code: 'ocr_layer', message: '本页文字是扫描图像下的识别文字，数字须核对' });
  return raw;
}

function mainDirection(raw: readonly RawCharacter[]): Turn {
  const counts = [0, 0, 0, 0];
  for (const character of raw) counts[character.quarter]!++;
  return turnOf(counts.indexOf(Math.max(...counts)));
}

function onPage(box: Box, page: { width: number; height: number }): boolean {
  const x = (box.left + box.right) / 2;
  const y = (box.top + box.bottom) / 2;
  return x >= 0 && y >= 0 && x <= page.width && y <= page.height && width(box) < page.width;
}

/** Radicals and compatibility ideographs that fonts give instead of the character, full-width letters and figures. */
const FOLDABLE = /[\u2e80-\u2fdf\uf900-\ufaff\uff05\uff0b\uff0e\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/;
const foldedCharacters = new Map<number, string>();

/** Punctuation stays as printed: a full-width comma ends a clause, a narrow one groups thousands. */
function folded(code: number): string {
  const known = foldedCharacters.get(code);
  if (known !== undefined) return known;
  const text = String.fromCodePoint(code);
  const result = FOLDABLE.test(text) ? tidyText(text) || text : text;
  foldedCharacters.set(code, result);
  return result;
}

/** The same character again within a third of its width is bold by overprinting (or a shadow), not a second one. */
function printedOnce(characters: readonly Character[]): Character[] {
  const places = new Map<string, Character[]>();
  return characters.filter((character) => {
    const near = placesNear(character.box).map((place) => character.text + place);
    if (near.some((place) => places.get(place)?.some((other) => overprints(character.box, other.box))))
      return false;
    const home = character.text + placeOf(character.box.left, character.box.top);
    const here = places.get(home);
    if (here) here.push(character);
    else places.set(home, [character]);
    return true;
  });
}

/** Side of the squares in which overprints are looked for, so that a page of one character is no trap. */
const SQUARE = 12;

function placeOf(left: number, top: number): string {
  return `${Math.floor(left / SQUARE)},${Math.floor(top / SQUARE)}`;
}

function placesNear(box: Box): string[] {
  const [dx, dy] = [width(box) / 3, height(box) / 3];
  return [
    ...new Set([
      placeOf(box.left - dx, box.top - dy),
      placeOf(box.left - dx, box.top + dy),
      placeOf(box.left + dx, box.top - dy),
      placeOf(box.left + dx, box.top + dy),
    ]),
  ];
}

function overprints(a: Box, b: Box): boolean {
  return (
    overlapX(a, b) > 0.67 * Math.min(width(a), width(b)) &&
    overlapY(a, b) > 0.67 * Math.min(height(a), height(b))
  );
}
