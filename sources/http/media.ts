/** What a download is, by its first bytes: servers call everything octet-stream, and error pages PDF. */

export type Media =
  | 'pdf'
  | 'office_zip'
  | 'office_old'
  | 'rtf'
  | 'html'
  | 'text'
  | 'image'
  | 'archive'
  | 'unknown';

interface Signature {
  media: Media;
  bytes: readonly number[];
}

const ascii = (text: string) => [...text].map((character) => character.charCodeAt(0));
const SIGNATURES: readonly Signature[] = [
  { media: 'pdf', bytes: ascii('%PDF-') },
  { media: 'office_zip', bytes: [0x50, 0x4b, 0x03, 0x04] }, // docx, xlsx, ofd, zip
  { media: 'office_old', bytes: [0xd0, 0xcf, 0x11, 0xe0] }, // doc, xls, wps, et
  { media: 'rtf', bytes: ascii('{\\rtf') },
  { media: 'image', bytes: [0xff, 0xd8, 0xff] },
  { media: 'image', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { media: 'archive', bytes: ascii('Rar!') },
  { media: 'archive', bytes: ascii('7z\xbc\xaf') },
];
/** PDF readers take the header anywhere in the first kilobyte, and some sites put a line break before it. */
const PDF_WITHIN = 1024;
const MARKUP =
  /^\s*(?:<!doctype\s+html|<html|<head|<body|<\?xml[^>]*>\s*<(?:!doctype\s+)?html|<script|<meta|<!--)/i;

export function mediaOf(bytes: Uint8Array): Media {
  const found = SIGNATURES.find((signature) => signature.bytes.every((byte, at) => bytes[at] === byte));
  if (found !== undefined) return found.media;
  const start = Buffer.from(bytes.subarray(0, PDF_WITHIN)).toString('latin1');
  if (start.includes('%PDF-')) return 'pdf';
  const text = start.replace(/^\xef\xbb\xbf/, '');
  if (MARKUP.test(text)) return 'html';
  // Of text, control characters other than these say that it is none.
  return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text) ? 'unknown' : 'text';
}

/** Kinds that the readers take, archives of them included. Images are told, not taken. */
export const READABLE_MEDIA: ReadonlySet<Media> = new Set<Media>([
  'pdf',
  'office_zip',
  'office_old',
  'rtf',
  'text',
  'archive',
]);

/** Endings that fit, the first for a name that has none of them. */
const EXTENSIONS: Readonly<Record<Media, readonly string[]>> = {
  pdf: ['pdf'],
  office_zip: ['zip', 'docx', 'xlsx', 'ofd', 'docm', 'xlsm', 'wps', 'et'],
  office_old: ['doc', 'xls', 'wps', 'et', 'dot', 'xlt'],
  rtf: ['rtf', 'doc'],
  html: ['html', 'htm', 'shtml'],
  text: ['txt', 'csv', 'tsv'],
  image: ['jpg', 'jpeg', 'png'],
  archive: ['rar', '7z'],
  unknown: ['bin'],
};

/** The name with an ending that fits the content: "download.jsp" holding a PDF is "download.jsp.pdf". */
export function nameFitting(name: string, media: Media): string {
  const endings = EXTENSIONS[media];
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase();
  return ending !== undefined && endings.includes(ending) ? name : `${name}.${endings[0]}`;
}

// .pdf .doc .docx .xls .xlsx .zip and what Chinese offices write besides
const DOCUMENT_PATH = /\.(?:pdf|docx?|xlsx?|zip|rar|7z|wps|et|ofd|rtf|xlsm|docm)$/i;

export function looksLikeFile(url: string, text: string): boolean {
  const { pathname, searchParams } = new URL(url);
  const named = [pathname, text.trim(), ...searchParams.values()];
  return named.some((each) => DOCUMENT_PATH.test(each));
}
