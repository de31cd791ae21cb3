/** Headers of an answer, and what Chinese servers make of them: bytes of GBK where the standard says ASCII. */

import { decodeStrictly } from '../decode-text.ts';

/** Lower-case names; values as they came, one character a byte. Of a repeated header the first counts. */
export type Headers = Readonly<Record<string, string>>;

export function headersOf(received: Readonly<Record<string, string | string[] | undefined>>): Headers {
  return Object.fromEntries(
    Object.entries(received).flatMap(([name, value]) => {
      const first = Array.isArray(value) ? value[0] : value;
      return first === undefined ? [] : [[name.toLowerCase(), first]];
    }),
  );
}

/** What is kept of them: what identifies the copy. */
const KEPT = [
  'content-type',
  'content-length',
  'content-disposition',
  'etag',
  'last-modified',
  'date',
  'server',
];

export function keptHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    KEPT.flatMap((name) => (headers[name] === undefined ? [] : [[name, textOfBytes(headers[name])]])),
  );
}

/** filename*=UTF-8''2024%E5%B9%B4.pdf (RFC 5987) */
const EXTENDED_NAME = /filename\*\s*=\s*"?([\w-]+)'[^']*'([^;"]+)"?/i;
/** filename="2024年.pdf" in any encoding, filename=%E5%B9%B4.pdf, filename="=?utf-8?B?…?=" */
const PLAIN_NAME = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]+))/i;
const ENCODED_WORD = /=\?([\w-]+)\?([BQ])\?([^?]*)\?=/gi;

/** The file name that an answer gives to its content, safe to show; null where it gives none. */
export function fileNameIn(headers: Headers): string | null {
  const disposition = headers['content-disposition'];
  if (disposition === undefined) return null;
  const extended = EXTENDED_NAME.exec(disposition);
  const name =
    (extended && decodePercent(extended[2]!, extended[1]!)) ?? plainName(PLAIN_NAME.exec(disposition));
  return name === null ? null : safeFileName(name);
}

function plainName(match: RegExpExecArray | null): string | null {
  const printed = match?.[1]?.replace(/\\(.)/g, '$1') ?? match?.[2]?.trim();
  if (printed === undefined || printed === '') return null;
  if (/%[0-9a-f]{2}/i.test(printed)) return decodePercent(printed, 'utf-8') ?? printed;
  return textOfBytes(printed).replace(ENCODED_WORD, (word, charset: string, how: string, body: string) =>
    how.toUpperCase() === 'B'
      ? (decodeStrictly(charset, Buffer.from(body, 'base64')) ?? word)
      : (decodePercent(body.replace(/=(?=[0-9a-f]{2})/gi, '%').replaceAll('_', ' '), charset) ?? word),
  );
}

/** %E5%B9%B4 in the given charset; where that does not fit, in the other one that is used. */
export function decodePercent(text: string, charset: string): string | null {
  const bytes = Buffer.from(
    text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
  return decodeStrictly(charset, bytes) ?? decodeStrictly('gb18030', bytes);
}

/** One character a byte, as headers come, read as UTF-8 or else as GBK. */
export function textOfBytes(header: string): string {
  const bytes = Buffer.from(header, 'latin1');
  return decodeStrictly('utf-8', bytes) ?? decodeStrictly('gb18030', bytes) ?? header;
}

const LONGEST_NAME = 120;

/** The last part of a path, without what file systems, terminals and spreadsheets take for commands. */
export function safeFileName(name: string): string | null {
  const last = name.split(/[/\\]/).at(-1)!;
  const clean = last
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069<>:"|?*]/g, '')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  if (clean === '') return null;
  if (clean.length <= LONGEST_NAME) return clean;
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? '';
  return `${clean.slice(0, LONGEST_NAME - extension.length)}${extension}`;
}

/** Seconds to wait: "120", or a date (RFC 9110, 10.2.3). Null where the header says nothing readable. */
export function retryAfterSeconds(headers: Headers, now: Date): number | null {
  const text = headers['retry-after']?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text);
  const date = text === '' ? Number.NaN : Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, (date - now.getTime()) / 1000);
}
