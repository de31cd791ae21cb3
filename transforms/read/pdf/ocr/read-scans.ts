/** The pages of a file that can only be looked at, recognised one by one; a page that fails stays unread and is noted. */
import type { ReadingNote } from '../../document.ts';
import type { PdfFile } from '../engine.ts';
import type { PdfPage } from '../page.ts';
import type { Ocr } from './ocr.ts';
import { OCR_DPI, pageByOcr } from './page-by-ocr.ts';

export interface ReadScans {
  /** By number; those in which something was found. */
  pages: ReadonlyMap<number, PdfPage>;
  notes: readonly ReadingNote[];
  /** False where there was something to recognise and nothing to recognise it with. */
  available: boolean;
}

export async function readScans(
  file: PdfFile,
  scans: readonly PdfPage[],
  most: number,
  load: () => Promise<Ocr | null>,
): Promise<ReadScans> {
  if (scans.length === 0) return { pages: new Map(), notes: [], available: true };
  const { ocr, notes: troubles } = await started(load);
  if (ocr === null) return { pages: new Map(), notes: troubles, available: false };
  const read = new Map<number, PdfPage>();
  const notes: ReadingNote[] = [];
  for (const page of scans.slice(0, most)) {
    const { recognised, note } = await readScan(file, page, ocr);
    if (recognised) read.set(page.number, recognised);
    notes.push({ ...note, location: { page: page.number } });
  }
  return { pages: read, notes, available: true };
}

/** A recogniser that cannot start, for damaged language data or want of memory, leaves the pages of text as they are. */
async function started(
  load: () => Promise<Ocr | null>,
): Promise<{ ocr: Ocr | null; notes: readonly ReadingNote[] }> {
  try {
    return { ocr: await load(), notes: [] };
  } catch (error) {
    const message = `文字识别无法启动：${reasonOf(error)}；请重新安装语言数据`;
    return { ocr: null, notes: [{ code: 'ocr_failed', message, location: {} }] };
  }
}

/** Some recognisers reject with a text. */
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

type Answer = { recognised: PdfPage | null; note: Omit<ReadingNote, 'location'> };

async function readScan(file: PdfFile, page: PdfPage, ocr: Ocr): Promise<Answer> {
  const image = file.renderPage(page.number - 1, OCR_DPI);
  if (image === null) return failed(page, '页面过大');
  try {
    const recognised = await pageByOcr(page, image, ocr);
    if (recognised.characters.length === 0) return failed(page, '没有认出文字');
    const message = `第${page.number}页是图像，文字为识别所得，数字须经勾稽关系或其他来源证实才采用`;
    return { recognised, note: { code: 'ocr_page', message } };
  } catch (error) {
    return failed(page, reasonOf(error));
  }
}

function failed(page: PdfPage, why: string): Answer {
  return {
    recognised: null,
    note: { code: 'ocr_failed', message: `第${page.number}页文字识别失败：${why}` },
  };
}
