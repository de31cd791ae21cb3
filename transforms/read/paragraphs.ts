/**
 * Lines of running text as paragraphs. Converters cut a paragraph wherever a line or a page ended; a
 * sentence cut in two loses the subject of its figures, and two paragraphs glued together mix theirs.
 */
import { headingLevel, numberingLevel } from '../parse/heading.ts';
import { splitSentences } from '../parse/sentence.ts';
import { isCaption, isNote } from './captions.ts';
import type { Paragraph } from './document.ts';
import { jointOf } from './join-lines.ts';
import { cleanMarkup } from './text-cell.ts';
import type { SourceLine } from './text-lines.ts';
import { columnsOf, RAGGED, wrapWidthOf } from './wrap-width.ts';

/** "- ", "* ", "• ", "## " in front of a line. */
const BULLET = /^\s*(?:[-*•·●◆■▪]\s+|#{1,6}\s+)+/;
const SENTENCE_END = /[。；！？：;!?:…”"』」]$/;
/** "部门名称: 某局", "填报人：", "评价类型：…": a form's cover, one label a line. */
const LABEL_LINE = /^[\p{Script=Han}()（）、 \u3000]{2,16}[:：]/u;
/** "注：", "附件2", "目录", "附表：": never the rest of the line above. */
const STARTS_ANEW = /^(?:注\s*[:：]|附\s*[件表]|目\s*录|备注\s*[:：]|说明\s*[:：]|[①-⑳])/;
/** "首页 > 信息公开 > 资金信息": where on a site a report stands is no half of its title. */
const SITE_PATH = /[>＞»›].*\S.*[>＞»›]/;
/** A line shorter than this ended where its author ended it: a wrap leaves longer ones. */
const SHORTEST_WRAPPED = 20;
/** Nobody writes so much without a full stop at a line end: such a text is a list, or no prose at all. */
const LONGEST_PARAGRAPH = 5000;
const LONGEST_WORDY_HEADING = 45;
/** How many printed lines from the top may still belong to the title. */
const TITLE_LINES = 8;
const LONGEST_TITLE = 50;
/** "2024年度部门决算", "绩效自评报告", "预算公开说明" */
const DOCUMENT_TITLE =
  /(?:决算|预算|自评|评价|绩效|目标|公开)[^。；，,：:]{0,12}(?:报告|表|说明|公开|决算|预算|书)?$/;

/** "…决算数比上年度增加" and below it "4.00万元，增长33.33%": short as it is, the line goes on. */
const AWAITS_FIGURE = /.{6}(?:增加|减少|增长|下降|上升|降低|为|占)$/;
const FIGURE_FIRST = /^\d[\d,]*(?:\.\d+)?\s*(?:(?:亿|万)?元|[%％])/;

interface Draft {
  text: string;
  /** Offset in `text` where each source line begins. */
  starts: { offset: number; line: number }[];
  bulleted: boolean;
}

/** `opensDocument` is true for the lines in front of the first table or heading, where the title stands. */
export function paragraphsOf(lines: readonly SourceLine[], opensDocument: boolean): Paragraph[] {
  const drafts: Draft[] = [];
  const margin = wrapWidthOf(lines.map(({ text }) => text));
  let full = false;
  let afterBlank = false;
  for (const line of lines) {
    const bulleted = BULLET.test(line.text);
    const text = tidyProse(cleanMarkup(line.text.replace(BULLET, '')));
    if (text === '') {
      afterBlank = true;
      continue;
    }
    const open = drafts.at(-1);
    const isFirst = opensDocument && drafts.length === 1 && !/[，,。；]/.test(open?.text ?? '');
    const goesOn = open !== undefined && !isFirst && !(afterBlank && isWordyHeading(open.text));
    const afterGap = afterBlank;
    afterBlank = false;
    const cut = full && !afterGap && goesOn && isCutAtMargin(open.text, text);
    if (cut || (goesOn && continuesParagraph(open, text, bulleted))) extend(open, text, line.number);
    else drafts.push({ text, starts: [{ offset: 0, line: line.number }], bulleted });
    full = margin !== null && columnsOf(line.text) >= margin - RAGGED;
  }
  let inTitle = opensDocument;
  return drafts.map((draft, index) => {
    const level = headingLevel(draft.text);
    if (level !== null || /[。；！？]$/.test(draft.text)) inTitle = false;
    const isTitle = inTitle && index < TITLE_LINES && isTitleLine(draft.text);
    return paragraphOf(draft, isTitle ? 0 : level);
  });
}

function paragraphOf(draft: Draft, level: number | null): Paragraph {
  return {
    kind: 'paragraph',
    role: level === null ? 'body' : 'heading',
    level,
    text: draft.text,
    sentences: splitSentences(draft.text).map(({ text, start }) => ({
      text,
      location: { line: lineAt(draft, start) },
    })),
    location: { line: draft.starts[0]!.line },
  };
}

function isTitleLine(text: string): boolean {
  return text.length <= LONGEST_TITLE && DOCUMENT_TITLE.test(text) && !LABEL_LINE.test(text);
}

function lineAt(draft: Draft, offset: number): number {
  return draft.starts.findLast((start) => start.offset <= offset)!.line;
}

function extend(draft: Draft, text: string, line: number): void {
  const joint = jointOf(draft.text, text);
  draft.starts.push({ offset: draft.text.length + joint.length, line });
  draft.text += joint + text;
}

/** "（一）管理方面：人员不足，制度不全" over a blank line: a heading although it is a sentence. */
function isWordyHeading(text: string): boolean {
  return (
    (numberingLevel(text) ?? 9) <= 3 &&
    text.length <= LONGEST_WORDY_HEADING &&
    !/[。；]|\d\s*万?元/.test(text)
  );
}

/** A sentence is not over at "；", "：" or "，", nor where the next line begins with "主要原因：", if the line above ended at the margin. */
function isCutAtMargin(open: string, text: string): boolean {
  const over =
    /[。！？!?…”"』」]$/.test(open) || headingLevel(open) !== null || open.length > LONGEST_PARAGRAPH;
  return (
    !over && numberingLevel(text) === null && !STARTS_ANEW.test(text) && !isCaption(text) && !isNote(text)
  );
}

/** Whether a line is the rest of the paragraph above it. */
function continuesParagraph(open: Draft, text: string, bulleted: boolean): boolean {
  if (open.text.length > LONGEST_PARAGRAPH) return false;
  if (SITE_PATH.test(open.text) || SITE_PATH.test(text)) return false;
  if (SENTENCE_END.test(open.text) || headingLevel(open.text) !== null || LABEL_LINE.test(text)) return false;
  if (numberingLevel(text) !== null || STARTS_ANEW.test(text) || isCaption(text) || isNote(text))
    return false;
  if (AWAITS_FIGURE.test(open.text) && FIGURE_FIRST.test(text)) return true;
  const lastLine = open.text.slice(open.starts.at(-1)!.offset);
  if (lastLine.length < SHORTEST_WRAPPED || isCaption(open.text)) return false;
  if (LABEL_LINE.test(open.text) && !/[，。；,]/.test(open.text)) return false;
  // OCR puts a bullet before the second half of a wrapped line; a list of short items has no full stop inside.
  return !bulleted || /[。；]/.test(open.text);
}

/**
 * Spaces that typesetting put between characters are dropped ("27.45 万元", "支付方 式"); wider gaps
 * separate words and stay as one space, and spaces inside a figure ("27. 45") stay as printed.
 */
export function tidyProse(text: string): string {
  return text
    .replaceAll('\t', '  ')
    .replace(/[\u00a0\u2000-\u200a\u3000]/g, ' ')
    .replace(/[\u200b-\u200f\ufeff\u0000-\u0008\u000e-\u001f]/g, '')
    .trim()
    .replace(/(?<=[\p{Script=Han}，。；：、！？（）“”《》]) (?=\S)/gu, '')
    .replace(/(?<=\S) (?=[\p{Script=Han}，。；：、！？（）“”《》])/gu, '')
    .replace(/\s{2,}/g, ' ');
}
