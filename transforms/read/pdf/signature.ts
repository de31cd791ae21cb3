/** A PDF may have come with a page of a server or the head of a mail in front of it. */

const SIGNATURE = [...'%PDF-'].map((letter) => letter.charCodeAt(0));
/** PDFium looks for the signature in the first 1,024 bytes only. */
const PDFIUM_LOOKS = 1_024;
/** What a server or a mail puts before a file is not longer. */
const LONGEST_PREFIX = 65_536;

/** Without what was put before the file, where that is more than PDFium itself leaves out. */
export function fromSignature(bytes: Uint8Array): Uint8Array {
  const end = Math.min(bytes.length - SIGNATURE.length, LONGEST_PREFIX);
  for (let at = 0; at < end; at++) {
    if (SIGNATURE.every((byte, index) => bytes[at + index] === byte))
      return at < PDFIUM_LOOKS ? bytes : bytes.subarray(at);
  }
  return bytes;
}
