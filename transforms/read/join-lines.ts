/**
 * Pieces of one sentence or label that a line end cut apart, as one line again. Chinese needs no space
 * at the joint; two figures do, because 23 and 100% would become 23100%.
 */

const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…]/u;
/** "1、", "（2）", "③", "- ": an item of a list keeps its own line. */
const LIST_ITEM =
  /^(?:\d{1,2}\s*[、.．)）]\s*(?!\d)|[(（]\s*[\d一二三四五六七八九十]{1,3}\s*[)）]|[①-⑳]|[一二三四五六七八九十]{1,3}、)/;

/** A gap wider than any form's says no more than a gap; left in, it would cost every pattern its square. */
const WIDE_GAP = /[ \t\u00a0\u3000]{9,}/g;

export function joinLines(pieces: readonly string[]): string {
  let joined = '';
  for (const piece of pieces) {
    const trimmed = piece.trim().replace(WIDE_GAP, '  ');
    if (trimmed === '') continue;
    joined = joined === '' ? trimmed : joined + jointOf(joined, trimmed) + trimmed;
  }
  return joined;
}

/** What stands between two pieces: nothing, a space, or a line end before an item of a list. */
export function jointOf(left: string, right: string): '' | ' ' | '\n' {
  if (LIST_ITEM.test(right)) return '\n';
  return WIDE.test(left.at(-1) ?? '') || WIDE.test(right[0] ?? '') ? '' : ' ';
}
