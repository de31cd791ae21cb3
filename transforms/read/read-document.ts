/** Bytes of a file as a Document, whatever its format: one line a format. */

import { unpack } from '../../sources/unpack.ts';
import { type Document, UnreadableDocument } from './document.ts';
import { isEncryptedOffice, refuseEncrypted } from './encrypted-office.ts';
import { DEFAULT_LIMITS, type ReadingLimits } from './limits.ts';
import type { PdfEngine } from './pdf/engine.ts';
import type { Ocr } from './pdf/ocr/ocr.ts';
import { type PdfReadingOptions, readPdf } from './pdf/read-pdf.ts';
import type { SecondPdfEngine } from './pdf/second-engine.ts';
import { readText } from './read-text.ts';
import { type Format, MEDIA_TYPES, sniffFormat } from './sniff.ts';
import type { ConvertDoc } from './word/read-doc.ts';

export interface ReadingOptions {
  limits?: Partial<ReadingLimits>;
  /** Compiled code has to be loaded from a file, so whoever may do that hands in how; asked for once a PDF comes. */
  pdfEngine?: () => Promise<PdfEngine>;
  /** Asked for plain text where PDFium finds a file broken; loads itself when it is first asked. */
  secondPdfEngine?: SecondPdfEngine;
  /** Recognises pages without text; null where language data are missing. Asked for once such a page comes. */
  ocr?: () => Promise<Ocr | null>;
  /** Old Word files as .docx; needs a program of its own, so whoever may start programs hands it in. */
  convertDoc?: ConvertDoc;
}

interface ReadingMeans {
  limits: ReadingLimits;
  pdfEngine: (() => Promise<PdfEngine>) | null;
  pdf: PdfReadingOptions;
  convertDoc: ConvertDoc | null;
}

type Reader = (bytes: Uint8Array, means: ReadingMeans) => Document | Promise<Document>;

const workbooks = () => import('./workbook/read-workbook.ts');
const oldWord = () => import('./word/read-doc.ts');

/**
 * Formats that are read. A format that is missing here is refused by name. What reads Office files takes a third of
 * a second to load, and a worker that only meets PDFs and texts does without.
 */
const READERS: Partial<Record<Format, Reader>> = {
  text: (bytes, { limits }) => readText(bytes, limits),
  pdf: async (bytes, { pdfEngine, pdf }) =>
    pdfEngine === null ? refuse('pdf') : readPdf(bytes, await pdfEngine(), pdf),
  html: async (bytes, { limits }) => (await import('./html/read-html.ts')).readHtml(bytes, limits),
  mht: async (bytes, { limits }) => (await import('./html/web-archive.ts')).readWebArchive(bytes, limits),
  docx: async (bytes, { limits }) => (await import('./word/read-docx.ts')).readDocx(bytes, limits),
  xlsx: async (bytes, { limits }) => (await workbooks()).readWorkbook(bytes, 'xlsx', limits),
  xls: async (bytes, { limits }) => (await workbooks()).readWorkbook(bytes, 'xls', limits),
  doc: async (bytes, { limits, convertDoc }) => (await oldWord()).readDoc(bytes, 'doc', convertDoc, limits),
  rtf: async (bytes, { limits, convertDoc }) => (await oldWord()).readDoc(bytes, 'rtf', convertDoc, limits),
  zip: (bytes, { limits }) => refuseArchive(bytes, limits),
  ole: (bytes) => refuseContainer(bytes),
};

/** Chinese names of the formats that are not read, with what the analyst can do. */
const ADVICE: Partial<Record<Format, string>> = {
  pdf: '没有加载 PDF 引擎，无法读取 PDF 文件。',
  ole: 'Office 97 容器文件，看不出是 Word 还是 Excel，请另存为新格式后重新放入。',
  rar: 'RAR 压缩包，请解压后把其中的文件逐个放入。',
  ofd: 'OFD 版式文件无法直接读取，请导出为 PDF 后重新放入。',
  image: '图片，没有文字层，请提供原始文件或先做文字识别。',
};

/** Throws UnreadableDocument (`empty_file`, `too_large`, `unsupported_format`, or a reader's own code) and nothing else on purpose. */
export async function readDocument(
  bytes: Uint8Array,
  fileName: string,
  options: ReadingOptions = {},
): Promise<Document> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  if (bytes.length === 0) throw new UnreadableDocument('empty_file', '文件是空的（0 字节），请重新下载。');
  if (bytes.length > limits.bytes)
    throw new UnreadableDocument(
      'too_large',
      `文件超过 ${Math.round(limits.bytes / 1048576)} MB，请拆分后重新放入。`,
    );
  const format = sniffFormat(bytes, fileName);
  const read = READERS[format];
  if (read === undefined) return refuse(format);
  return read(bytes, {
    limits,
    pdfEngine: options.pdfEngine ?? null,
    pdf: pdfOptions(options),
    convertDoc: options.convertDoc ?? null,
  });
}

function pdfOptions({ secondPdfEngine, ocr }: ReadingOptions): PdfReadingOptions {
  return {
    ...(secondPdfEngine === undefined ? {} : { secondEngine: secondPdfEngine }),
    ...(ocr === undefined ? {} : { ocr }),
  };
}

/** The files in an archive are documents of their own, taken out before reading; what comes here could not be opened. */
function refuseArchive(bytes: Uint8Array, limits: ReadingLimits): never {
  const [lost] = unpack(bytes, limits.unpack).lost;
  throw new UnreadableDocument(
    lost?.code ?? 'unsupported_format',
    lost === undefined ? '压缩包，请解压后把其中的文件逐个放入。' : `${lost.reason}。`,
  );
}

/** Office keeps a .docx or .xlsx with a password in a container of Office 97. */
function refuseContainer(bytes: Uint8Array): never {
  return isEncryptedOffice(bytes) ? refuseEncrypted() : refuse('ole');
}

function refuse(format: Format): never {
  throw new UnreadableDocument(
    'unsupported_format',
    ADVICE[format] ?? `无法读取的格式：${MEDIA_TYPES[format]}。`,
  );
}
