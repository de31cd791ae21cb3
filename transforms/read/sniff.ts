/** What kind of file bytes are. Names lie: web pages are saved as .txt, HTML tables as .xls, PDFs without any suffix. */

import { readZipDirectory, ZipRefused } from '../../sources/zip-directory.ts';

export const MEDIA_TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  html: 'text/html',
  mht: 'multipart/related',
  text: 'text/plain',
  ole: 'application/x-ole-storage',
  zip: 'application/zip',
  rar: 'application/vnd.rar',
  rtf: 'application/rtf',
  ofd: 'application/ofd',
  image: 'image',
} as const;
export type Format = keyof typeof MEDIA_TYPES;

/** How far into a file a signature or the first tag may stand. */
const HEAD_BYTES = 4096;
/** PDF readers accept the signature anywhere in the first 1,024 bytes. */
const PDF_REACH = 1024;
/** How a PDF ends: one that lost its first bytes, or got others before them, is known by it. */
const PDF_END = /startxref\s+\d+\s+%%EOF\s*$/;
const PAGE_TAG = /<(?:!doctype\s+html|html|head|body|meta\s|table|div|script)\b/i;

const SIGNATURES: readonly { format: Format; bytes: readonly number[] }[] = [
  { format: 'ole', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { format: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { format: 'zip', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { format: 'rar', bytes: [0x52, 0x61, 0x72, 0x21] },
  { format: 'rtf', bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
  { format: 'image', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { format: 'image', bytes: [0xff, 0xd8, 0xff] },
  { format: 'image', bytes: [0x47, 0x49, 0x46, 0x38] },
  { format: 'image', bytes: [0x49, 0x49, 0x2a, 0x00] },
];
/** Parts that tell the formats packed as ZIP apart: their names stand uncompressed in the archive. */
const ZIP_PARTS: readonly { format: Format; part: string }[] = [
  { format: 'docx', part: 'word/document' },
  { format: 'xlsx', part: 'xl/workbook' },
  { format: 'ofd', part: 'OFD.xml' },
];
/** A ZIP directory cannot name more. */
const MOST_ENTRIES = 65_535;
/** Streams of OLE files; names are UTF-16LE in the directory. */
const OLE_STREAMS: readonly { format: Format; stream: string }[] = [
  { format: 'doc', stream: 'WordDocument' },
  { format: 'xls', stream: 'Workbook' },
  { format: 'xls', stream: 'Book' },
  // A .docx or .xlsx with a password.
  { format: 'ole', stream: 'EncryptedPackage' },
];

/** Media type of a file by its bytes; the name decides only between formats that share a container. */
export function sniffMediaType(bytes: Uint8Array, fileName: string): string {
  return MEDIA_TYPES[sniffFormat(bytes, fileName)];
}

export function sniffFormat(bytes: Uint8Array, fileName: string): Format {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  if (head.slice(0, PDF_REACH).includes('%PDF-')) return 'pdf';
  const container = SIGNATURES.find((signature) =>
    signature.bytes.every((byte, i) => bytes[i] === byte),
  )?.format;
  if (container === 'zip') return insideZip(bytes) ?? byName(fileName, ['docx', 'xlsx', 'ofd']) ?? 'zip';
  if (container === 'ole') return insideOle(bytes) ?? byName(fileName, ['doc', 'xls']) ?? 'ole';
  if (container !== undefined) return container;
  if (endsAsPdf(bytes)) return 'pdf';
  if (isSpreadsheetXml(head)) return 'xls';
  if (isWebArchive(head)) return 'mht';
  return looksLikePage(head, fileName) ? 'html' : 'text';
}

function endsAsPdf(bytes: Uint8Array): boolean {
  return PDF_END.test(new TextDecoder('latin1').decode(bytes.subarray(-PDF_REACH)));
}

/** A mail in several parts that opens with its header lines. */
function isWebArchive(head: string): boolean {
  return (
    /^(?:[\w-]{1,40}:[^\n]*\n(?:[ \t]+[^\n]*\n)*){0,12}?MIME-Version:/i.test(head) &&
    /multipart\/related/i.test(head)
  );
}

/** Excel 2003 and many accounting programs save a workbook as one XML text and call it .xls. */
function isSpreadsheetXml(head: string): boolean {
  return /^[^<]{0,3}<\?xml\b/.test(head) && head.includes('urn:schemas-microsoft-com:office:spreadsheet');
}

/** A page opens with a tag; a text that merely holds a table in HTML opens with words. */
function looksLikePage(head: string, fileName: string): boolean {
  const compact = head.replaceAll('\u0000', '').replace(/^[^<]{0,3}(?=<)/, '');
  const start = compact.trimStart();
  // Accounting programs save a bare table under the name of a workbook.
  if (/^<(?:table|div|!--)/i.test(start) && /\.(?:s?html?|xls|aspx?|jsp|php)$/i.test(fileName)) return true;
  return start.startsWith('<') && PAGE_TAG.test(start) && !/^<(?:table|div)\b/i.test(start)
    ? true
    : /<html\b|<!doctype\s+html/i.test(start);
}

/** By the directory where there is one: an archive of Word files holds their directories too, further in. */
function insideZip(bytes: Uint8Array): Format | null {
  try {
    const names = readZipDirectory(bytes, MOST_ENTRIES).map(({ name }) => name);
    return ZIP_PARTS.find(({ part }) => names.some((name) => name.startsWith(part)))?.format ?? null;
  } catch (error) {
    if (!(error instanceof ZipRefused)) throw error;
    return ZIP_PARTS.find(({ part }) => contains(bytes, part))?.format ?? null;
  }
}

function insideOle(bytes: Uint8Array): Format | null {
  return OLE_STREAMS.find(({ stream }) => contains(bytes, [...stream].join('\u0000')))?.format ?? null;
}

function contains(bytes: Uint8Array, words: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(words, 0, 'latin1');
}

function byName(fileName: string, formats: readonly Format[]): Format | null {
  const suffix = fileName.toLowerCase().split('.').at(-1);
  return formats.find((format) => format === suffix) ?? null;
}
