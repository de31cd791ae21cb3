/**
 * Mirrors of government pages in traditional characters, some with the pinyin of every converted character in brackets
 * behind it ("財(cái)政"). The reports themselves are in simplified characters, and so is the vocabulary.
 */
import type { ReadingNote } from './document.ts';
import { SIMPLIFIED } from './traditional-characters.ts';

/** 財政, 預算, 決算, 執行, 經費, 萬元, 績效, 項目, 單位: no such report does without them. */
const OF_REPORTS = /[財預決執經費萬績項單務購運資]/g;
/** A name or a quotation may hold a few; a mirror has them in every line. */
const FEWEST = 8;
/** "(cái)", "(jīng)" right behind a Chinese character, sometimes for each character of the phrase: "教(jiao)(jiao)育(yu)". */
const PINYIN = /(?<=\p{Script=Han})(?:\(\p{Script=Latin}{1,7}\))+/gu;
/** Without a tone it may be an abbreviation, unless there are many. */
const TONED = /(?<=\p{Script=Han})\((?=[^()]*[^\u0000-\u007f])\p{Script=Latin}{1,7}\)/gu;
const FEWEST_PINYIN = 5;

/** The text in simplified characters where it is such a mirror; any other text as it is. */
export function simplify(text: string): { text: string; notes: readonly ReadingNote[] } {
  const toned = (text.match(TONED) ?? []).length;
  if ((text.match(OF_REPORTS) ?? []).length < FEWEST && toned < FEWEST_PINYIN) return { text, notes: [] };
  const annotated = (text.match(PINYIN) ?? []).length >= FEWEST_PINYIN;
  const plain = text.replace(annotated ? PINYIN : TONED, '');
  return {
    text: Array.from(plain, (character) => SIMPLIFIED.get(character) ?? character).join(''),
    notes: [
      {
        code: 'traditional_mirror',
        message: '原文为繁体字转载，已按简体字读取，引文以简体字显示。',
        location: {},
      },
    ],
  };
}
