/** Web archives (.mht, and what Word saves as .doc under that form): a page and its pictures as parts of one mail (RFC 2557). */
import { type Document, UnreadableDocument } from '../document.ts';
import type { ReadingLimits } from '../limits.ts';
import { readHtml } from './read-html.ts';

/** `Content-Type: multipart/related; boundary="----=_Next"`, the parameters perhaps on lines of their own. */
const BOUNDARY = /^content-type:\s*multipart\/[\w-]+;[^\n]*(?:\n[ \t]+[^\n]*)*?boundary="?([^"\s;]{1,200})/im;
const HTML_PART = /^content-type:\s*text\/html/im;
const ENCODING = /^content-transfer-encoding:\s*([\w-]+)/im;
const ESCAPE = /=(?:\r?\n|([0-9A-Fa-f]{2}))/g;

/** Throws UnreadableDocument `web_archive_broken`, or what `readHtml` throws. The first page of the archive is read. */
export function readWebArchive(bytes: Uint8Array, limits: ReadingLimits): Document {
  const mail = new TextDecoder('latin1').decode(bytes.subarray(0, limits.textBytes)).replaceAll('\r\n', '\n');
  const boundary = BOUNDARY.exec(mail)?.[1];
  const parts = boundary === undefined ? [] : mail.split(`--${boundary}`);
  for (const part of parts) {
    const end = part.indexOf('\n\n');
    const head = part.slice(0, end);
    if (end !== -1 && HTML_PART.test(head)) return readHtml(decoded(part.slice(end + 2), head), limits);
  }
  throw new UnreadableDocument('web_archive_broken', '网页存档里找不到正文，请在浏览器中打开后另存为网页。');
}

function decoded(body: string, head: string): Uint8Array {
  const encoding = ENCODING.exec(head)?.[1]?.toLowerCase() ?? '8bit';
  if (encoding === 'base64') return new Uint8Array(Buffer.from(body, 'base64'));
  const text =
    encoding === 'quoted-printable'
      ? body.replace(ESCAPE, (_, hex?: string) =>
          hex === undefined ? '' : String.fromCharCode(parseInt(hex, 16)),
        )
      : body;
  return new Uint8Array(Buffer.from(text, 'latin1'));
}
