/**
 * The characters of a page as a reader sees them: upright, each once, without what is hidden or printed askew
 * across the page.
 */
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import { tidyText } from '../../parse/label.ts';
import type { Box } from '../document.ts';
import { restoreDropped } from './dropped-text.ts';
import { width } from './geometry.ts';
import type { Memory } from './memory.ts';
import { printedOnce } from './overprint.ts';
import type { Character } from './page.ts';
import { type RawCharacters, readRawCharacters } from './raw-characters.ts';
import type { Crop } from './read-page.ts';
import { type Turn, turnOf, type Upright, uprightBox, uprightOf } from './upright.ts';
import { hideWhiteText } from './white-text.ts';

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
  const raw = readRawCharacters(pdfium, memory, textPage, scratch, count > limit ? 0 : count);
  restoreDropped(pdfium, memory, page, scratch, raw);
  hideWhiteText(pdfium, memory, page, scratch, raw);
  const seen = visible(straight(raw, notes), raw, notes);
  const direction = mainDirection(seen, raw);
  const sideways = turnOf(-direction - pageTurn);
  const upright = uprightOf(crop, turnOf(pageTurn + sideways));
  const placed: Character[] = [];
  for (const index of seen) {
    const character = placedCharacter(raw, index, upright, direction);
    if (onPage(character.box, upright)) placed.push(character);
  }
  return { characters: printedOnce(placed), sideways, unreadable: raw.unreadable, notes };
}

/** Indices into `raw`. */
function straight({ styles }: RawCharacters, notes: { code: string; message: string }[]): number[] {
  const indices: number[] = [];
  for (let index = 0; index < styles.length; index++) if (styles[index]!.quarter >= 0) indices.push(index);
  const askew = styles.length - indices.length;
  if (askew > 0) notes.push({ code: 'text_askew', message: `${askew} 个斜排字符（水印）未读` });
  return indices;
}

/** Hidden text beside visible text is leftovers of an editor; hidden text alone is what OCR put under a scan. */
function visible(
  indices: readonly number[],
  { styles }: RawCharacters,
  notes: { code: string; message: string }[],
): readonly number[] {
  const shown = indices.filter((index) => !styles[index]!.invisible);
  const hidden = indices.length - shown.length;
  if (hidden === 0) return indices;
  if (shown.length * 4 >= hidden) {
    notes.push({ code: 'hidden_text', message: `${hidden} 个不可见字符未读` });
    return shown;
  }
  notes.push({ code: 'ocr_layer', message: '本页文字是扫描图像下的识别文字，数字须核对' });
  return indices;
}

function mainDirection(indices: readonly number[], { styles }: RawCharacters): Turn {
  const counts = [0, 0, 0, 0];
  for (const index of indices) counts[styles[index]!.quarter]!++;
  return turnOf(counts.indexOf(Math.max(...counts)));
}

function placedCharacter(raw: RawCharacters, index: number, upright: Upright, direction: Turn): Character {
  return {
    text: folded(raw.codes[index]!),
    box: uprightBox(upright, raw.lefts[index]!, raw.bottoms[index]!, raw.rights[index]!, raw.tops[index]!),
    spaceBefore: raw.spacesBefore[index]!,
    object: raw.objects[index]!,
    turned: turnOf(raw.styles[index]!.quarter - direction),
  };
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
