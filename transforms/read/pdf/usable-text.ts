/**
 * Whether a page can be read or only looked at: scans have pictures and no text, some fonts give characters no
 * meaning, and a page of a Chinese report without one Chinese character was printed with such a font.
 */
import { type ReadingNote, UnreadableDocument } from '../document.ts';
import type { PdfPage } from './page.ts';

export interface PageState {
  page: number;
  state: 'text' | 'blank' | 'scan' | 'garbled';
}

/** Fewer characters beside a picture are a page number or a stamp. */
const FEWEST_CHARACTERS = 12;
/** A picture this large, as a share of the page, may be the page itself. */
const LARGE_PICTURE = 0.25;
/** A picture as large as this is the page; what is printed over it is a running title or a stamp. */
const WHOLE_PICTURE = 0.6;
const TITLE_LENGTH = 60;
/** Text turned into outlines: a page of it has this many path segments at least; a ruled table has hundreds. */
const OUTLINED_TEXT = 4_000;
/** Share of characters without meaning from which a page cannot be trusted. */
const GARBLED_SHARE = 0.3;
/** Letters enough to expect Chinese among them; a page of figures and codes has none. */
const LETTERS = 20;

export function pageState(page: PdfPage): PageState {
  return { page: page.number, state: stateOf(page) };
}

function stateOf(page: PdfPage): PageState['state'] {
  // Too much text is no lack of text.
  if (page.notes.some((note) => note.code === 'too_many_characters')) return 'text';
  const readable = page.characters.length;
  if (page.unreadable > GARBLED_SHARE * Math.max(readable, 1)) return 'garbled';
  if (readable < FEWEST_CHARACTERS) {
    if (page.pictures >= LARGE_PICTURE || page.segments >= OUTLINED_TEXT) return 'scan';
    return readable === 0 ? 'blank' : 'text';
  }
  const hasLayer = page.notes.some((note) => note.code === 'ocr_layer');
  if (!hasLayer && page.pictures >= WHOLE_PICTURE && readable < TITLE_LENGTH) return 'scan';
  if (page.characters.some((character) => /\p{Script=Han}/u.test(character.text))) return 'text';
  const text = page.characters.map((character) => character.text).join('');
  return (text.match(/\p{Letter}/gu) ?? []).length >= LETTERS ? 'garbled' : 'text';
}

/** Of such a page nothing can be read unless it is recognised as a picture. */
export function canOnlyBeLookedAt({ state }: PageState): boolean {
  return state === 'scan' || state === 'garbled';
}

const NO_TEXT = '没有可用的文字层（扫描件或字体无编码）';
/** The language data alone suffice; on other systems than Debian's they come under other names. */
const REMEDY = '请运行 apt-get install -y tesseract-ocr-chi-sim 后重新读取，或向发布单位索取电子文本';

/**
 * A note for every page that needs OCR; throws `needs_ocr` where no page with content has usable text, `pdf_no_text`
 * where OCR was `tried` and found none.
 */
export function refuseScans(states: readonly PageState[], tried: boolean): ReadingNote[] {
  const content = states.filter(({ state }) => state !== 'blank');
  const unusable = content.filter(({ state }) => state !== 'text');
  if (content.length === 0 || unusable.length === content.length) {
    throw tried && content.length > 0
      ? new UnreadableDocument('pdf_no_text', `${NO_TEXT}，文字识别也没有结果；请向发布单位索取电子文本`)
      : new UnreadableDocument('needs_ocr', `${NO_TEXT}，需要文字识别；${REMEDY}`);
  }
  return unusable.map(({ page, state }) => ({
    code: 'needs_ocr',
    message: state === 'scan' ? `第${page}页是扫描图像，未读` : `第${page}页文字无法辨认，需要文字识别`,
    location: { page },
  }));
}
