/**
 * Some programs write fonts that give a few characters the meaning of others: 财政拨款 comes out as ¯政拨款, 、 as 1. Letters of
 * other languages between Chinese characters give them away; what else is wrong there, figures included, nobody sees.
 */
import type { PdfPage } from './page.ts';

export interface LetterCount {
  chinese: number;
  /** Letters of other languages that touch a Chinese character. */
  stray: number;
}

export const NO_LETTERS: LetterCount = { chinese: 0, stray: 0 };

/** Fewer may be a name in a foreign language. */
const FEWEST_STRAY = 10;
const STRAY_SHARE = 0.003;

/** "Ā", "ÿ", "¯", "¿"; not "×", "±", "°", "·", "²" or "§", which Chinese reports do print. */
const STRAY = /[\u00a1\u00a2\u00a6\u00a8\u00ac\u00af\u00b4\u00b8\u00bf-\u00d6\u00d8-\u00f6\u00f8-\u024f]/;
const CHINESE = /\p{Script=Han}/u;

export function lettersOf({ characters }: PdfPage): LetterCount {
  let chinese = 0;
  let stray = 0;
  for (let index = 0; index < characters.length; index++) {
    const code = characters[index]!.text.charCodeAt(0);
    if (code >= FIRST_CHINESE) chinese++;
    else if (code >= FIRST_STRAY && code <= LAST_STRAY && isStray(characters, index)) stray++;
  }
  return { chinese, stray };
}

const FIRST_CHINESE = 0x2e80;
const FIRST_STRAY = 0xa1;
const LAST_STRAY = 0x24f;

function isStray(characters: PdfPage['characters'], index: number): boolean {
  const isChinese = (at: number): boolean => CHINESE.test(characters[at]?.text ?? '');
  return STRAY.test(characters[index]!.text) && (isChinese(index - 1) || isChinese(index + 1));
}

export function sumOf(one: LetterCount, other: LetterCount): LetterCount {
  return { chinese: one.chinese + other.chinese, stray: one.stray + other.stray };
}

/** Whether a document's fonts give letters a wrong meaning. */
export function hasWrongLetters({ chinese, stray }: LetterCount): boolean {
  return stray >= FEWEST_STRAY && stray > STRAY_SHARE * chinese;
}
