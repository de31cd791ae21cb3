/** Cuts running text into sentences, so that a figure can be quoted with the words that govern it and no others. */

export interface SentenceSpan {
  text: string;
  /** Offset of the first character of `text` in the text that was cut. */
  start: number;
}

/** A semicolon ends a clause that stands alone in these reports; a full-width full stop never stands in a number. */
const STOPS = '。；！？;!?';
/** Closing marks that still belong to the sentence that just ended. */
const TRAILING = '”’"』」）)》。；！？;!?';
const CLOSER: Readonly<Record<string, string>> = {
  '“': '”"',
  '‘': '’',
  '"': '"”',
  '「': '」',
  '『': '』',
  '（': '）)',
  '(': ')）',
  '《': '》',
  '〔': '〕',
  '【': '】',
};
/** OCR drops closing marks: an enclosure longer than this was never closed, and must not swallow the page. */
const LONGEST_ENCLOSURE = 300;
/** A straight quotation mark does not say whether it opens, so its pair must be near. */
const LONGEST_QUOTE = 80;

/** Sentences with their offsets, trimmed, none empty; cut at 。；！？ but not inside quotation marks or brackets, and at line ends. */
export function splitSentences(text: string): SentenceSpan[] {
  const spans: SentenceSpan[] = [];
  let start = 0;
  for (let index = nextMark(text, 0); index < text.length; index = nextMark(text, index + 1)) {
    const character = text[index]!;
    if (character in CLOSER) index = endOfEnclosure(text, index);
    else if (character === '\n') start = take(spans, text, start, index + 1);
    else if (STOPS.includes(character)) {
      while (index + 1 < text.length && TRAILING.includes(text[index + 1]!)) index++;
      start = take(spans, text, start, index + 1);
    }
  }
  take(spans, text, start, text.length);
  return spans;
}

/** Index of the next character that opens or ends something; the length of the text where none does. */
function nextMark(text: string, from: number): number {
  MARK.lastIndex = from;
  return MARK.test(text) ? MARK.lastIndex - 1 : text.length;
}

const MARK = /["“‘「『（(《〔【\n。；！？;!?]/g;

function take(spans: SentenceSpan[], text: string, start: number, end: number): number {
  const piece = text.slice(start, end);
  const trimmed = piece.trim();
  if (trimmed !== '') spans.push({ text: trimmed, start: start + piece.indexOf(trimmed[0]!) });
  return end;
}

/** Index of the closing mark, or of the opening one where nothing closes it. */
function endOfEnclosure(text: string, open: number): number {
  const closers = CLOSER[text[open]!]!;
  const reach = Math.min(text.length, open + (text[open] === '"' ? LONGEST_QUOTE : LONGEST_ENCLOSURE));
  for (let index = open + 1; index < reach && text[index] !== '\n'; index++) {
    if (closers.includes(text[index]!)) return index;
  }
  return open;
}
