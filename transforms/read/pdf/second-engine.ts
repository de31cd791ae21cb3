/**
 * What is left where PDFium refuses a file: another engine's plain text of each page, without places and without
 * tables. Its figures are lines of text, so nothing is taken from the wrong column.
 */
import type { Block, Document, ReadingNote } from '../document.ts';
import { paragraphsOf } from '../paragraphs.ts';
import { linesOf } from '../text-lines.ts';

/** Text of every page; throws where the file cannot be opened. */
export type SecondPdfEngine = (bytes: Uint8Array) => Promise<readonly string[]>;

export async function readWithSecondEngine(
  bytes: Uint8Array,
  engine: SecondPdfEngine,
): Promise<Document | null> {
  const pages = await engine(bytes).catch(() => null);
  if (pages === null || !pages.some((page) => /\p{Script=Han}/u.test(page))) return null;
  const note: ReadingNote = {
    code: 'second_engine',
    message: 'PDFium 无法打开本文件，改用备用引擎：只有逐行文字，没有表格结构',
    location: {},
  };
  return {
    mediaType: 'application/pdf',
    pages: pages.length,
    blocks: pages.flatMap((page, index) => paragraphsOnPage(page, index + 1)),
    properties: {},
    notes: [note],
  };
}

function paragraphsOnPage(text: string, page: number): Block[] {
  return paragraphsOf(linesOf(text), page === 1).map((paragraph) => ({
    ...paragraph,
    sentences: paragraph.sentences.map((sentence) => ({ ...sentence, location: { page } })),
    location: { page },
  }));
}
