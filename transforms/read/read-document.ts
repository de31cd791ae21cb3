/** Bytes of a file as a Document, whatever its format: one line a format. */
import { type Document, UnreadableDocument } from './document.ts';
import { DEFAULT_LIMITS, type ReadingLimits } from './limits.ts';
import type { PdfEngine } from './pdf/engine.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { readText } from './read-text.ts';
import { type Format, MEDIA_TYPES, sniffFormat } from './sniff.ts';

export interface ReadingOptions {
  limits?: Partial<ReadingLimits>;
  /** Compiled code has to be loaded from a file, so whoever may do that hands in how; asked for once a PDF comes. */
  pdfEngine?: () => Promise<PdfEngine>;
}

interface ReadingMeans {
  limits: ReadingLimits;
  pdfEngine: (() => Promise<PdfEngine>) | null;
}

type Reader = (bytes: Uint8Array, means: ReadingMeans) => Document | Promise<Document>;

/** Formats that are read. A format that is missing here is refused by name. */
const READERS: Partial<Record<Format, Reader>> = {
  text: (bytes, { limits }) => readText(bytes, limits),
  pdf: async (bytes, { pdfEngine }) =>
    pdfEngine === null ? refuse('pdf') : readPdf(bytes, await pdfEngine()),
};

/** Chinese names of the formats that are not read, with what the analyst can do. */
const ADVICE: Partial<Record<Format, string>> = {
  pdf: '没有加载 PDF 引擎，无法读取 PDF 文件。',
  docx: 'Word 文件（.docx）暂时无法读取，请另存为文本（UTF-8）后重新放入。',
  xlsx: 'Excel 文件（.xlsx）暂时无法读取，请另存为制表符分隔的文本后重新放入。',
  doc: 'Word 97 文件（.doc）无法直接读取，请用 Word 或 LibreOffice 另存为 .docx 或文本后重新放入。',
  xls: 'Excel 97 文件（.xls）无法直接读取，请另存为 .xlsx 或文本后重新放入。',
  html: '网页文件暂时无法读取，请复制正文保存为文本（UTF-8）后重新放入。',
  ole: 'Office 97 容器文件，看不出是 Word 还是 Excel，请另存为新格式后重新放入。',
  zip: '压缩包，请解压后把其中的文件逐个放入。',
  rar: 'RAR 压缩包，请解压后把其中的文件逐个放入。',
  rtf: 'RTF 文件无法直接读取，请另存为 .docx 或文本后重新放入。',
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
  return read === undefined ? refuse(format) : read(bytes, { limits, pdfEngine: options.pdfEngine ?? null });
}

function refuse(format: Format): never {
  throw new UnreadableDocument(
    'unsupported_format',
    ADVICE[format] ?? `无法读取的格式：${MEDIA_TYPES[format]}。`,
  );
}
