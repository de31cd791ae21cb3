/**
 * Printed lines as paragraphs: a line that fills its measure goes on in the next one, over a page end too;
 * an indent, a number in front, or a line that stops short begins something new.
 */
import { headingLevel, numberingLevel } from '../../parse/heading.ts';
import { splitSentences } from '../../parse/sentence.ts';
import type { Box, Paragraph } from '../document.ts';
import { jointOf } from '../join-lines.ts';
import { tidyProse } from '../paragraphs.ts';
import { around, centreX, rounded } from './geometry.ts';
import type { Measure } from './measure.ts';
import type { TextLine } from './page-layout.ts';

interface Draft {
  lines: TextLine[];
  text: string;
  /** Offset in `text` at which each line begins. */
  starts: number[];
}

const SENTENCE_END = /[。；！？;!?]["”’』」）)]?$/;
/** "一、部门职责 ........ 3": the dots of a table of contents. */
const LEADER = /[.．·…]{4,}|(?:\. ){4,}/;
/** "注：", "附件2", "目录": never the rest of the line above. */
const STARTS_ANEW = /^(?:注\s*[:：]|附\s*[件表]|目\s*录|备注\s*[:：])/;
/** "）", "”，", "（项），": what closes or names what stands before it begins no paragraph, however short that line. */
const CLOSES = /^(?:[”’」』）)》】，。；：、]|[（(][类款项][）)])/;
/** A line that ends this many characters short of its measure ended a paragraph. */
const SHORT_BY = 2.5;
/** A line that begins this many characters inside its measure begins a paragraph. */
const INDENT = 1.2;
/** "297.75", "95.68%" at the beginning of a line. */
const LEADING_FIGURE = /^[\d.,]+%?/;
/** Digits are half as wide as characters. */
const HALF_WIDTH = 0.55;
/** Lines of a paragraph are closer than this many heights. */
const PARAGRAPH_GAP = 1.9;
/** Larger by this share, a line is a title. */
const LARGER = 0.15;
/** "四、财政拨款支出决算情况说明": wherever it ends in its line, the text of the section begins in the next. */
const WHOLE_HEADING =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])[^，。；：]{4,50}情况说明$/;
/** The document's title stands on its first page. */
const LONGEST_TITLE = 60;

export function paragraphsOf(
  lines: readonly TextLine[],
  measures: ReadonlyMap<number, Measure>,
): Paragraph[] {
  const drafts: Draft[] = [];
  for (const line of lines) {
    const text = tidyProse(line.text);
    if (text === '') continue;
    const open = drafts.at(-1);
    if (open && goesOn(open, line, text, measures)) extend(open, line, text);
    else drafts.push({ lines: [line], text, starts: [0] });
  }
  return drafts.map((draft) => paragraphOf(draft, measures));
}

function goesOn(open: Draft, line: TextLine, text: string, measures: ReadonlyMap<number, Measure>): boolean {
  const last = open.lines.at(-1)!;
  if (LEADER.test(text) || LEADER.test(last.text) || STARTS_ANEW.test(text)) return false;
  if (WHOLE_HEADING.test(open.text)) return false;
  if (Math.abs(line.size - last.size) > LARGER * last.size) return false;
  if (line.page === last.page) {
    if (line.box.top - last.box.bottom > PARAGRAPH_GAP * last.size) return false;
    if (isRestOfTitle(open, line, text, measures)) return true;
  } else if (SENTENCE_END.test(last.text.trimEnd())) return false;
  if (CLOSES.test(text) && !SENTENCE_END.test(last.text.trimEnd())) return true;
  if (isIndented(line, measures) || isShort(last, measures, unbreakable(text, line.size))) return false;
  return !startsNumbered(open, last, text);
}

/** A number in front begins a paragraph, unless the sentence above just happens to be cut there. */
function startsNumbered(open: Draft, last: TextLine, text: string): boolean {
  const level = numberingLevel(text);
  if (level === null) return false;
  if (level <= 2 || SENTENCE_END.test(last.text.trimEnd())) return true;
  return open.lines.length === 1 && headingLevel(open.text) !== null;
}

/** A title too long for one line is centred on the next. */
function isRestOfTitle(
  open: Draft,
  line: TextLine,
  text: string,
  measures: ReadonlyMap<number, Measure>,
): boolean {
  const last = open.lines.at(-1)!;
  if (!isCentred(line, measures) || numberingLevel(text) !== null) return false;
  if (open.text.length + text.length > LONGEST_TITLE || /[。；，：:]/.test(open.text + text)) return false;
  return isCentred(last, measures) || !isShort(last, measures);
}

function measureAt(line: TextLine, measures: ReadonlyMap<number, Measure>): Measure {
  return measures.get(line.page)!;
}

function isIndented(line: TextLine, measures: ReadonlyMap<number, Measure>): boolean {
  return line.box.left - measureAt(line, measures).left > INDENT * line.size;
}

function isShort(line: TextLine, measures: ReadonlyMap<number, Measure>, missing = 0): boolean {
  return measureAt(line, measures).right - line.box.right > SHORT_BY * line.size + missing;
}

/** A figure is never broken ("为⏎297.75万元"): the width that the line above lacked for what the next one begins with. */
function unbreakable(text: string, size: number): number {
  return (LEADING_FIGURE.exec(text)?.[0].length ?? 0) * HALF_WIDTH * size;
}

/** In the middle of the page: with room on both sides, or larger than the text. */
function isCentred(line: TextLine, measures: ReadonlyMap<number, Measure>): boolean {
  const { left, right, page, size } = measureAt(line, measures);
  const hasRoom = line.box.left - left > 2.5 * line.size && right - line.box.right > 2 * line.size;
  return (
    (hasRoom || line.size > (1 + LARGER) * size) && Math.abs(centreX(line.box) - page / 2) < 1.5 * line.size
  );
}

function extend(draft: Draft, line: TextLine, text: string): void {
  const joint = jointOf(draft.text, text) === ' ' && !isTornFigure(draft.text, text) ? ' ' : '';
  draft.starts.push(draft.text.length + joint.length);
  draft.text += joint + text;
  draft.lines.push(line);
}

/** "年初预算为1" above "40.25万元", "占0.0" above "0%": some programs break a line anywhere, within a figure too. */
function isTornFigure(above: string, below: string): boolean {
  const begun = FIGURE_BEHIND_WORDS.exec(above)?.[1];
  const rest = FIGURE_WITH_UNIT.exec(below)?.[1];
  return begun !== undefined && rest !== undefined && !A_YEAR.test(begun) && WHOLE_FIGURE.test(begun + rest);
}

const FIGURE_BEHIND_WORDS = /[\p{Script=Han}（(，：:]([\d,]+\.?\d*)$/u;
const FIGURE_WITH_UNIT = /^([\d,]*\.?\d+)(?:[亿万]?元|[%％])/;
/** "2024" above "12.5万元" are two. */
const A_YEAR = /^20\d\d$/;
/** "1,234.56", "98.7", "1300". */
const WHOLE_FIGURE = /^(?:[1-9]\d{0,2}(?:,\d{3})+|0|[1-9]\d*)(?:\.\d{1,2})?$/;

function paragraphOf(draft: Draft, measures: ReadonlyMap<number, Measure>): Paragraph {
  const level = levelOf(draft, measures);
  return {
    kind: 'paragraph',
    role: level === null ? 'body' : 'heading',
    level,
    text: draft.text,
    sentences: splitSentences(draft.text).map(({ text, start }) => ({
      text,
      location: placeOf(linesBetween(draft, start, start + text.length)),
    })),
    location: placeOf(draft.lines),
  };
}

function levelOf(draft: Draft, measures: ReadonlyMap<number, Measure>): number | null {
  if (LEADER.test(draft.text)) return null;
  const numbered = headingLevel(draft.text);
  if (numbered !== null) return numbered;
  const first = draft.lines[0]!;
  const isTitle =
    draft.text.length <= LONGEST_TITLE && !/[。；，：]/.test(draft.text) && isCentred(first, measures);
  if (!isTitle || numberingLevel(draft.text) !== null) return null;
  return first.page === 1 && !STARTS_ANEW.test(draft.text) ? 0 : 1;
}

function linesBetween(draft: Draft, start: number, end: number): TextLine[] {
  return draft.lines.filter(
    (_, index) => draft.starts[index]! < end && (draft.starts[index + 1] ?? Infinity) > start,
  );
}

/** Page of the first line, box around those of its lines that are on it. */
function placeOf(lines: readonly TextLine[]): { page: number; box: Box } {
  const page = lines[0]!.page;
  return { page, box: rounded(around(lines.filter((line) => line.page === page).map((line) => line.box))) };
}
