/** `duibiao inspect`: one file as the program sees it, or one page of a PDF as a drawing. It is how a misread table is reported. */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { extractFacts } from '../../transforms/extract/extract-facts.ts';
import { UnreadableDocument } from '../../transforms/read/document.ts';
import { drawPage } from '../../transforms/read/pdf/draw-grid.ts';
import type { PdfFile } from '../../transforms/read/pdf/engine.ts';
import { DEFAULT_PDF_LIMITS } from '../../transforms/read/pdf/limits.ts';
import { readScans } from '../../transforms/read/pdf/ocr/read-scans.ts';
import type { PdfPage } from '../../transforms/read/pdf/page.ts';
import { canOnlyBeLookedAt, pageState } from '../../transforms/read/pdf/usable-text.ts';
import { readDocument } from '../../transforms/read/read-document.ts';
import { sniffFormat } from '../../transforms/read/sniff.ts';
import { recognise } from '../../transforms/recognise/recognise.ts';
import type { Console } from '../console.ts';
import { EXIT, type ExitStatus, Trouble } from '../exit-status.ts';
import { printBlocks } from '../inspect/print-document.ts';
import { printDisclosure, printExtraction, printHead } from '../inspect/print-understanding.ts';
import { loadSettings } from '../load-settings.ts';
import { ocrWithTesseract } from '../ocr.ts';
import { sharedPdfEngine } from '../pdf-engine.ts';
import { readingMeans } from '../reading-means.ts';

export interface InspectOptions {
  config?: string;
  /** From 1. */
  page?: number;
  /** Where the drawing of the page goes, as SVG. */
  out?: string;
}

export async function inspectCommand(
  file: string,
  options: InspectOptions,
  console: Console,
): Promise<ExitStatus> {
  const bytes = readFileSync(file);
  if (options.page !== undefined || options.out !== undefined) requirePdf(file, bytes);
  const tessdata = (await loadSettings(options.config))?.ocr.tessdata ?? null;
  const { page, out } = options;
  try {
    if (out !== undefined) await draw(file, bytes, { ...(page && { page }), out, tessdata }, console);
    else await print(file, bytes, { page: page ?? null, tessdata }, console);
  } catch (error) {
    throw error instanceof UnreadableDocument ? unreadable(file, error) : error;
  }
  return EXIT.ok;
}

async function print(
  file: string,
  bytes: Uint8Array,
  { page, tessdata }: { page: number | null; tessdata: string | null },
  console: Console,
): Promise<void> {
  const { say } = console;
  const sourceFile = basename(file);
  const document = await readDocument(bytes, sourceFile, readingMeans(tessdata));
  if (page !== null && page > (document.pages ?? 0)) throw noSuchPage(file, page, document.pages ?? 0);
  const disclosure = recognise(document, { sourceFile, relativePath: sourceFile }, null);
  const { fiscalYear } = disclosure;
  const extraction = fiscalYear === null ? null : extractFacts(document, { ...disclosure, fiscalYear });
  const lines = [
    ...printHead(sourceFile, document, say),
    '',
    ...printDisclosure(disclosure, say),
    '',
    say('—— 内容 ——', '— Content —'),
    ...printBlocks(document, page, say),
    '',
    ...printExtraction(extraction, page, say),
  ];
  console.out(`${lines.join('\n')}\n`);
}

async function draw(
  file: string,
  bytes: Uint8Array,
  { page: number, out, tessdata }: Pick<InspectOptions, 'page'> & { out: string; tessdata: string | null },
  console: Console,
): Promise<void> {
  if (number === undefined) throw needsPage();
  const pdf = (await sharedPdfEngine()).open(bytes);
  try {
    if (number > pdf.pageCount) throw noSuchPage(file, number, pdf.pageCount);
    const page = pdf.readPage(number - 1, DEFAULT_PDF_LIMITS);
    if (page === null) throw damagedPage(file, number);
    const recognised = await recognisedPage(pdf, page, tessdata);
    writeFileSync(out, drawPage(recognised ?? page, recognised !== null));
  } finally {
    pdf.close();
  }
  if (!console.quiet)
    console.err(
      `${console.say(`第${number}页已画入 ${out}：红线是表格线，蓝框是单元格（行,列），绿框是识别出的文字`, `Page ${number} drawn in ${out}: rules red, cells blue (row,column), recognised words green`)}\n`,
    );
}

/** The page as it is read where it can only be looked at; null where it has text, or where nothing can recognise it. */
async function recognisedPage(pdf: PdfFile, page: PdfPage, tessdata: string | null): Promise<PdfPage | null> {
  if (!canOnlyBeLookedAt(pageState(page))) return null;
  const { pages } = await readScans(pdf, [page], 1, ocrWithTesseract({ tessdata }));
  return pages.get(page.number) ?? null;
}

function requirePdf(file: string, bytes: Uint8Array): void {
  if (sniffFormat(bytes, basename(file)) === 'pdf') return;
  throw new Trouble(
    `${file} 不是 PDF，没有页可看；不加 --page 和 --out 就显示全文`,
    `${file} is no PDF and has no pages; leave out --page and --out to see all of it`,
    EXIT.usage,
  );
}

function needsPage(): Trouble {
  return new Trouble('要画哪一页？请加 --page 页码', 'Which page? Add --page N', EXIT.usage);
}

function noSuchPage(file: string, page: number, pages: number): Trouble {
  return new Trouble(
    `${file} 没有第 ${page} 页：共 ${pages} 页`,
    `${file} has no page ${page}: it has ${pages}`,
    EXIT.usage,
  );
}

function damagedPage(file: string, page: number): Trouble {
  return new Trouble(`${file} 第 ${page} 页损坏，无法打开`, `Page ${page} of ${file} is damaged`);
}

function unreadable(file: string, { code, message }: UnreadableDocument): Trouble {
  return new Trouble(`${file} [${code}] ${message}`, `${file} could not be read: ${code}`);
}
