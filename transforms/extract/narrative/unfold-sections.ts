/**
 * Copies of reports that lost their line ends run headings into the text behind them: "…占用情况。七、机关运行经费情况说明2031年…".
 * Without its headings a section on one budget reads like one on all money, so such a paragraph is cut where its headings stand.
 */
import { headingLevel } from '../../parse/heading.ts';
import { splitSentences } from '../../parse/sentence.ts';
import type { Paragraph } from '../../read/document.ts';

/** Shorter paragraphs hold no two sections. */
const SHORTEST = 120;
/** One "（一）…情况" inside a paragraph may be a list of its own. */
const FEWEST = 2;
/** How a title ends: "…情况说明", "“三公”经费", "名词解释". */
const TITLE_END = '(?:情况说明|情况|说明|概况|名词解释|职责|设置|构成)';
/** "七、", and the year that may follow: "七、2031年“三公”经费…" */
const CHAPTER = '[一二三四五六七八九十]{1,3}、';
const PART = '第[一二三四五六七八九十]部分';
const SECTION = '[（(][一二三四五六七八九十]{1,3}[)）]';
/** A title without stops, levels of items and figures, years apart; of several endings the last one, or the year that the text begins with. */
const TITLE = `(?:\\s*20\\d\\d\\s*年度?)?(?:(?![（(][类款项])[^。，；：,;:!?\\d]|20\\d\\d(?=年度?[^\\d，]{0,12}${TITLE_END})){1,45}(?:${TITLE_END}|(?=20\\d\\d\\s*年))`;
/** A chapter or a section with a title that opens behind the text of another. */
const INNER_TITLE = new RegExp(
  `(?<=[^一二三四五六七八九十、（(])(?:${PART}|${CHAPTER}(?=${TITLE})|${SECTION}(?=${TITLE}))`,
  'g',
);
/** "（一）", "1." and "（1）" behind a stop, a colon or a title. */
const INNER_NUMBER = new RegExp(
  `(?<=[。；：;:”%％]|${TITLE_END})\\s*(?=[（(](?:[一二三四五六七八九十]{1,3}|\\d{1,2})[)）]|\\d{1,2}\\s*[.．、](?![\\d\\s]))`,
  'g',
);
/** The title at the start of a piece, and the text behind it. */
const TITLE_FIRST = new RegExp(
  `^((?:${CHAPTER}|${PART}|${SECTION}|\\d{1,2}[.．、])${TITLE}[。：:]?)(?=\\s*\\S)`,
);

/** The paragraph, or one for each title and each numbered stretch of a text that lost its line ends. */
export function unfoldSections(paragraph: Paragraph): Paragraph[] {
  const { text } = paragraph;
  const titles = text.length < SHORTEST ? [] : [...text.matchAll(INNER_TITLE)];
  if (titles.length < FEWEST && !titles.some(({ 0: mark }) => /^[^（(]/.test(mark))) return [paragraph];
  const cuts = new Set([0, ...titles.map(({ index }) => index)]);
  for (const { index, 0: gap } of text.matchAll(INNER_NUMBER)) cuts.add(index + gap.length);
  for (const start of [...cuts]) cuts.add(start + titleLength(text.slice(start, start + LONGEST_TITLE)));
  const starts = [...cuts].filter((start) => start < text.length).sort((a, b) => a - b);
  const places = placesOf(paragraph);
  return starts.map((start, at) => pieceOf(paragraph, start, starts[at + 1] ?? text.length, places));
}

/** The number, the title and what must follow it. */
const LONGEST_TITLE = 80;
const titleLength = (text: string): number => TITLE_FIRST.exec(text)?.[1]?.length ?? 0;

interface Place {
  start: number;
  location: Paragraph['location'];
}

/** Where each sentence stands in the text; they are found again in order. */
function placesOf({ text, sentences, location }: Paragraph): Place[] {
  const places: Place[] = [{ start: 0, location }];
  for (const sentence of sentences) {
    const start = text.indexOf(sentence.text, places.at(-1)!.start);
    if (start >= 0) places.push({ start, location: sentence.location });
  }
  return places;
}

function pieceOf(paragraph: Paragraph, from: number, to: number, places: readonly Place[]): Paragraph {
  const text = paragraph.text.slice(from, to).trim();
  const level = headingLevel(text);
  return {
    ...paragraph,
    role: level === null ? 'body' : 'heading',
    level,
    text,
    sentences: splitSentences(text).map((span) => ({
      text: span.text,
      location: locationAt(places, from + span.start),
    })),
    location: locationAt(places, from),
  };
}

/** That of the last sentence that begins at the offset or before it. */
function locationAt(places: readonly Place[], offset: number): Paragraph['location'] {
  let [low, high] = [0, places.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (places[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return places[low]!.location;
}
