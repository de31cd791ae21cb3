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
/** A few broken bytes in a long UTF-8 text are damage; more than this share means another encoding. */
const MAX_BROKEN_SHARE = 0.002;
/** A chunk cut out of a page has a broken character at each end. */
const BROKEN_ALWAYS_FORGIVEN = 2;
/** The share of Han and Chinese punctuation among characters beyond ASCII that text in GB18030 must reach. */
const MIN_CHINESE_SHARE = 0.8;
/** Share of control characters above which bytes are not a text. */
const MAX_CONTROL_SHARE = 0.01;

const REPLACEMENT = /\uFFFD/g;
const BEYOND_ASCII = /[^\u0000-\u007f]/gu;
const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…·×÷±≥≤①-⑳㎡°%‰]/gu;
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
  const gb18030 = decodeAs('gb18030', bytes);
  const declaredChinese = /^(gb|hz|cp936)/i.test(declaredCharset(bytes) ?? '');
  const broken = Math.max(BROKEN_ALWAYS_FORGIVEN, bytes.length * MAX_BROKEN_SHARE);
  if (!declaredChinese && utf8.replacements <= broken && chineseShare(utf8.text) >= MIN_CHINESE_SHARE)
    return utf8;
  if (readsAsChinese(gb18030)) return gb18030;
  throw new UnreadableDocument(
    'undecodable_text',
    '文字编码既不是 UTF-8、UTF-16，也不是 GB18030，请用记事本另存为 UTF-8 后重新放入。',
  );
}

function readsAsChinese(decoded: DecodedText): boolean {
  const broken = Math.max(BROKEN_ALWAYS_FORGIVEN, decoded.text.length * MAX_BROKEN_SHARE);
  return decoded.replacements <= broken && chineseShare(decoded.text) >= MIN_CHINESE_SHARE;
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

/** ASCII digits and line ends leave every second byte zero in UTF-16; Chinese text still has plenty of them. */
function utf16ByZeroBytes(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i++) {
    if (sample[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  const many = Math.max(2, sample.length * 0.01);
  const candidate =
    odd >= many && even * 20 < odd ? 'utf-16le' : even >= many && odd * 20 < even ? 'utf-16be' : null;
  if (candidate === null) return null;
  const text = new TextDecoder(candidate).decode(sample.subarray(0, sample.length - (sample.length % 2)));
  return controlShare(text) <= MAX_CONTROL_SHARE && !text.includes('\u0000') ? candidate : null;
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
