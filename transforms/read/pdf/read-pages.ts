/** The pages of a file laid out one by one, those that can only be looked at recognised. */
import { type ReadingNote, UnreadableDocument } from '../document.ts';
import type { PdfFile } from './engine.ts';
import type { PdfLimits } from './limits.ts';
import type { Ocr } from './ocr/ocr.ts';
import { readScans } from './ocr/read-scans.ts';
import type { PdfPage } from './page.ts';
import { layOut, type PageLayout } from './page-layout.ts';
import { hasWrongLetters, lettersOf, NO_LETTERS, sumOf } from './stray-letters.ts';
import { canOnlyBeLookedAt, type PageState, pageState, refuseScans } from './usable-text.ts';

export interface ReadPages {
  pages: PageLayout[];
  notes: ReadingNote[];
  /** Pages of which the text was recognised in a picture, by us or by whoever scanned them. */
  recognised: ReadonlySet<number>;
}

/** Throws UnreadableDocument: `pdf_too_large`, `needs_ocr`, `pdf_no_text`. */
export async function readPages(
  file: PdfFile,
  limits: PdfLimits,
  ocr: () => Promise<Ocr | null>,
): Promise<ReadPages> {
  const taken = takePages(file, limits);
  const unread = taken.pages.flatMap(({ unread }) => (unread === null ? [] : [unread]));
  const scans = await readScans(file, unread, limits.ocrPages, ocr);
  const pages = taken.pages.map(({ layout }) => {
    const scan = scans.pages.get(layout.number);
    return scan === undefined ? layout : layOut(scan);
  });
  const left = taken.pages.map(
    ({ state }): PageState => (scans.pages.has(state.page) ? { ...state, state: 'text' } : state),
  );
  const layers = taken.pages.filter(({ hasLayer }) => hasLayer).map(({ layout }) => layout.number);
  const notes = [...taken.notes, ...pages.flatMap((page) => page.notes), ...scans.notes];
  return {
    pages,
    notes: [...notes, ...refuseScans(left, scans.available)],
    recognised: new Set([...scans.pages.keys(), ...layers]),
  };
}

interface TakenPage {
  layout: PageLayout;
  state: PageState;
  /** A page that can only be looked at. */
  unread: PdfPage | null;
  hasLayer: boolean;
}

/** What the file holds, page by page, within the limits; the characters of a page are gone when the next is read. */
function takePages(file: PdfFile, limits: PdfLimits): { pages: TakenPage[]; notes: ReadingNote[] } {
  const pages: TakenPage[] = [];
  const notes: ReadingNote[] = [];
  let characters = 0;
  let letters = NO_LETTERS;
  for (let index = 0; index < file.pageCount; index++) {
    const page = file.readPage(index, limits);
    if (!page) {
      notes.push({
        code: 'page_unreadable',
        message: `第${index + 1}页损坏，未读`,
        location: { page: index + 1 },
      });
      continue;
    }
    characters += page.characters.length;
    if (characters > limits.characters) throw tooLarge(`文字超过 ${limits.characters} 个`);
    letters = sumOf(letters, lettersOf(page));
    pages.push(takenPage(page, pageState(page)));
    notes.push(...page.notes);
  }
  return {
    pages: hasWrongLetters(letters) ? pages.map((page) => asGarbled(page, file, limits)) : pages,
    notes,
  };
}

/** A font that gives some letters a wrong meaning may do so with any, figures too. */
function asGarbled(taken: TakenPage, file: PdfFile, limits: PdfLimits): TakenPage {
  const page = taken.state.state === 'text' ? file.readPage(taken.state.page - 1, limits) : null;
  return page === null ? taken : takenPage(page, { page: page.number, state: 'garbled' });
}

function takenPage(page: PdfPage, state: PageState): TakenPage {
  return {
    // Figures among characters without meaning may be wrong themselves.
    layout: layOut(state.state === 'garbled' ? { ...page, characters: [] } : page),
    state,
    unread: canOnlyBeLookedAt(state) ? page : null,
    hasLayer: page.notes.some((note) => note.code === 'ocr_layer'),
  };
}

export function tooLarge(reason: string): UnreadableDocument {
  return new UnreadableDocument('pdf_too_large', `${reason}，未读；请确认文件确为部门公开报告，或调整限额`);
}
