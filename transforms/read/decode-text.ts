/**
 * Bytes of a text as characters. Government offices save text as UTF-8, as UTF-16 and in the Chinese
 * national encoding; a wrong guess turns every label into other, equally Chinese-looking characters.
 */
import { type ReadingNote, UnreadableDocument } from './document.ts';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface DecodedText {
  text: string;
  encoding: TextEncoding;
  /** Characters that could not be decoded, shown as U+FFFD. */
  replacements: number;
  notes: readonly ReadingNote[];
}

/** How much of the text is looked at to tell encodings apart. */
const SAMPLE_BYTES = 64 * 1024;
/** A cut or damaged text has a few broken characters among many whole ones; another encoding breaks nearly all. */
const MAX_BROKEN_SHARE = 0.2;
/** Share of Chinese among the characters beyond ASCII that a Chinese text reaches, Latin and Korean debris of OCR allowed for. */
const MIN_CHINESE_SHARE = 0.8;
/** Share of the 3,755 most common characters (GB 2312, first level) in text of the national encoding; noise has 16%. */
const MIN_COMMON_SHARE = 0.7;
/** Share of characters that text in UTF-16 consists of when the byte order is right. */
const MIN_TEXT_SHARE = 0.9;
/** Share of control characters above which bytes are not a text. */
const MAX_CONTROL_SHARE = 0.01;

const REPLACEMENT = /\uFFFD/g;
const BEYOND_ASCII = /[^\u0000-\u007f]/gu;
const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…·×÷±≥≤①-⑳㎡°%‰]/gu;
/** ASCII, Chinese characters and Chinese punctuation. */
const TEXT = /[\t\n\r\u0020-\u007e\u2010-\u2027\u2460-\u249f\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g;
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f]/g;
/** <meta charset="gbk">, <?xml encoding="GB2312"?> */
const DECLARED_CHARSET = /(?:charset|encoding)\s*=\s*["']?\s*([\w-]{3,20})/i;

/** Text of a file; throws UnreadableDocument with code `empty_file`, `binary_content` or `undecodable_text`. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length === 0) throw new UnreadableDocument('empty_file', '文件是空的（0 字节），请重新下载。');
  const decoded = withByteOrderMark(bytes) ?? withoutByteOrderMark(bytes);
  refuseBinary(decoded.text);
  if (decoded.text.trim() === '')
    throw new UnreadableDocument('empty_file', '文件里只有空白字符，请核对原网页是否有正文。');
  return decoded;
}

function withByteOrderMark(bytes: Uint8Array): DecodedText | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decodeUtf8(bytes.subarray(3));
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes.subarray(2));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes.subarray(2));
  return null;
}

function withoutByteOrderMark(bytes: Uint8Array): DecodedText {
  const utf16 = utf16ByZeroBytes(bytes);
  if (utf16 !== null) return decodeAs(utf16, bytes);
  if (bytes.subarray(0, SAMPLE_BYTES).includes(0)) throw binary();
  const utf8 = decodeUtf8(bytes);
  if (utf8.replacements === 0) return utf8;
  return decodeDamaged(bytes, utf8);
}

/** Neither strict UTF-8 nor marked: UTF-8 with damage, or GB18030, whichever reads as Chinese. */
function decodeDamaged(bytes: Uint8Array, utf8: DecodedText): DecodedText {
  const declaredChinese = /^(gb|hz|cp936)/i.test(declaredCharset(bytes) ?? '');
  if (!declaredChinese && readsAsChinese(utf8)) return utf8;
  const gb18030 = decodeAs('gb18030', bytes);
  if (readsAsChinese(gb18030) && commonShare(bytes) >= MIN_COMMON_SHARE) return gb18030;
  throw new UnreadableDocument(
    'undecodable_text',
    '文字编码既不是 UTF-8、UTF-16，也不是 GB18030，请用记事本另存为 UTF-8 后重新放入。',
  );
}

function readsAsChinese({ text, replacements }: DecodedText): boolean {
  const chinese = text.match(CHINESE)?.length ?? 0;
  return (
    replacements <= (replacements + chinese) * MAX_BROKEN_SHARE && chineseShare(text) >= MIN_CHINESE_SHARE
  );
}

/** Two-byte characters of the common rows (16–55) among all that are no punctuation. */
function commonShare(bytes: Uint8Array): number {
  let common = 0;
  let all = 0;
  for (let index = 0; index + 1 < Math.min(bytes.length, SAMPLE_BYTES); index++) {
    const lead = bytes[index]!;
    if (lead < 0x81) continue;
    const trail = bytes[++index]!;
    if (lead >= 0xa1 && lead <= 0xa9) continue;
    all++;
    if (lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1) common++;
  }
  return all === 0 ? 0 : common / all;
}

function decodeUtf8(bytes: Uint8Array): DecodedText {
  return decodeAs('utf-8', bytes);
}

function decodeAs(encoding: TextEncoding, bytes: Uint8Array): DecodedText {
  const text = new TextDecoder(encoding, { ignoreBOM: false }).decode(bytes);
  const replacements = (text.match(REPLACEMENT) ?? []).length;
  return { text, encoding, replacements, notes: replacements === 0 ? [] : [brokenNote(text, replacements)] };
}

function brokenNote(text: string, replacements: number): ReadingNote {
  const line = text.slice(0, text.indexOf('\uFFFD')).split('\n').length;
  return {
    code: 'broken_characters',
    message: `有 ${replacements} 个字符的编码已损坏，首个在第 ${line} 行。`,
    location: { line },
  };
}

/** ASCII digits and line ends have a zero byte in UTF-16; the byte order is the one in which the text is text. */
function utf16ByZeroBytes(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (!sample.includes(0)) return null;
  const even = sample.subarray(0, sample.length - (sample.length % 2));
  const shares = (['utf-16le', 'utf-16be'] as const).map((encoding) => {
    const text = new TextDecoder(encoding).decode(even);
    return {
      encoding,
      share: text.includes('\u0000') ? 0 : (text.match(TEXT)?.length ?? 0) / Math.max(1, text.length),
    };
  });
  const best = shares.reduce((a, b) => (b.share > a.share ? b : a));
  return best.share >= MIN_TEXT_SHARE ? best.encoding : null;
}

export function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  return DECLARED_CHARSET.exec(head)?.[1]?.toLowerCase() ?? null;
}

function chineseShare(text: string): number {
  const sample = text.slice(0, SAMPLE_BYTES).replace(REPLACEMENT, '');
  const beyond = sample.match(BEYOND_ASCII)?.length ?? 0;
  return beyond === 0 ? 0 : (sample.match(CHINESE)?.length ?? 0) / beyond;
}

function controlShare(text: string): number {
  return (text.match(CONTROL)?.length ?? 0) / Math.max(1, text.length);
}

function refuseBinary(text: string): void {
  if (text.includes('\u0000') || controlShare(text) > MAX_CONTROL_SHARE) throw binary();
}

function binary(): UnreadableDocument {
  return new UnreadableDocument('binary_content', '内容不是文字（二进制数据），请核对文件格式并重新下载。');
}
