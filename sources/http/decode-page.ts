/** Text of a page in the encoding it is really in. Many pages say gb2312 and are UTF-8, or say nothing and are GBK. */
import { decodeStrictly } from '../decode-text.ts';
import type { Headers } from './headers.ts';

const IN_HEADER = /charset\s*=\s*"?'?\s*([\w-]+)/i;
// <meta charset="gbk">, <meta http-equiv="Content-Type" content="text/html; charset=gb2312">
const IN_META = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/i;
const META_WITHIN = 4096;

/** Byte order mark, then strict UTF-8 (no GBK page passes for it), then what header or page say, then GB18030. */
export function decodePage(bytes: Uint8Array, headers: Headers): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const utf8 = decodeStrictly('utf-8', bytes);
  if (utf8 !== null) return utf8;
  const start = Buffer.from(bytes.subarray(0, META_WITHIN)).toString('latin1');
  const said = [IN_HEADER.exec(headers['content-type'] ?? '')?.[1], IN_META.exec(start)?.[1]];
  for (const charset of said) {
    if (charset === undefined || /^utf-?8$/i.test(charset)) continue;
    const text = decodeStrictly(charset, bytes);
    if (text !== null) return text;
  }
  // A page cut in the middle of a character, or with one bad byte in a footer, is UTF-8 all the same.
  const chosen =
    said.some((charset) => /^utf-?8$/i.test(charset ?? '')) && decodeStrictly('gb18030', bytes) === null;
  return new TextDecoder(chosen ? 'utf-8' : 'gb18030').decode(bytes);
}
