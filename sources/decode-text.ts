/** Bytes of text whose encoding nobody declared, or declared wrongly: UTF-8 by its form, else what Chinese offices save. */

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Spreadsheets and editors of Chinese Windows save GB18030; no text of it with Chinese in it passes for UTF-8. */
export function utf8OrGb18030(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** null where the bytes do not fit the charset, or where nobody knows it. */
export function decodeStrictly(charset: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
