/** How wide a text stands in a cell: a Chinese character takes the room of two letters. */

/** Wide and full-width forms: CJK, kana, Hangul, full-width punctuation, and quotation marks as Chinese fonts draw them. */
const WIDE =
  /[\u1100-\u115f\u2018-\u201d\u2026\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;

/** Of the longest line. */
export function displayWidth(text: string): number {
  return Math.max(0, ...text.split('\n').map(widthOfLine));
}

function widthOfLine(line: string): number {
  let width = 0;
  for (const character of line) width += WIDE.test(character) ? 2 : 1;
  return width;
}
