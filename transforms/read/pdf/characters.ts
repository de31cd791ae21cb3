/**
 * The characters of a page as a reader sees them: upright, each once, without what is hidden or printed askew
 * across the page.
 */
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import { tidyText } from '../../parse/label.ts';
import type { Box } from '../document.ts';
import { droppedCharacters } from './dropped-text.ts';
import { width } from './geometry.ts';
import type { Memory } from './memory.ts';
import { printedOnce } from './overprint.ts';
import type { Character } from './page.ts';
import { type RawCharacter, readRawCharacters } from './raw-characters.ts';
import type { Crop } from './read-page.ts';
import { type Turn, turnOf, uprightBox, uprightOf } from './upright.ts';

export interface PageCharacters {
  characters: readonly Character[];
  /** Quarter turns clockwise that the text needs beyond the page's own rotation. */
  sideways: Turn;
  unreadable: number;
  notes: readonly { code: string; message: string }[];
}

export function readCharacters(
  pdfium: WrappedPdfiumModule,
  memory: Memory,
  page: number,
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
  const read = readRawCharacters(pdfium, memory, textPage, scratch, count > limit ? 0 : count);
  const lost = droppedCharacters(pdfium, memory, page, scratch, read.raw);
  const all = [...read.raw, ...lost];
  const straight = all.filter((character) => character.quarter >= 0);
  if (straight.length < all.length) {
    notes.push({
      code: 'text_askew',
      message: `${all.length - straight.length} 个斜排字符（水印）未读`,
    });
  }
  const seen = visible(straight, notes);
  const direction = mainDirection(seen);
  const sideways = turnOf(-direction - pageTurn);
  const upright = uprightOf(crop, turnOf(pageTurn + sideways));
  const placed = seen.flatMap((character): Character[] => {
    const { left, bottom, right, top } = character.box;
    const box = uprightBox(upright, left, bottom, right, top);
    const { spaceBefore, object } = character;
    const turned = turnOf(character.quarter - direction);
    return onPage(box, upright) ? [{ text: folded(character.code), box, spaceBefore, object, turned }] : [];
  });
  return { characters: printedOnce(placed), sideways, unreadable: read.unreadable, notes };
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
