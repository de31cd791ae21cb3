/** Which lines above and below a grid speak about it: its name, number, owner and unit, and the notes. */
import { isCaption, isListedName, isNote, isUnitLine, opensCaptions } from '../captions.ts';
import { isRestOfTitle } from './caption-parts.ts';
import { centreX, height, width } from './geometry.ts';
import type { PageLayout, PageTable, TextLine } from './page-layout.ts';

/** More lines above a grid than this are text. */
const MOST_CAPTION_LINES = 8;
/** Titles stand apart from their table by up to this many of their own heights. */
const TITLE_DISTANCE = 4.5;
const SMALLEST_DISTANCE = 45;
const LONGEST_TITLE = 60;
/** "“三公”经费预算数", "本年支出": a label above others. */
const LONGEST_LABEL = 16;
const MOST_LEFT_OUT = 2;
/** With nothing between, a name that ends in 表 may stand this far above, as a share of the page. */
const TITLE_SHARE = 0.2;
const TITLE = /^[^。；，：:]{3,}表\s*(?:[（(][^（()）]{1,12}[)）])?$/;
/** "第二部分 …", "一、主要职能": opens a part of the text. */
const PART = /^第\s*[一二三四五六七八九十\d]+\s*部分/;
const SENTENCE_MARK = /[。；，：:]$|。/;

/** From the grid upwards as long as lines belong to it; a title may stand at the foot of the page before. */
export function linesAbove(
  items: readonly (TextLine | PageTable)[],
  index: number,
  page: PageLayout,
): TextLine[] {
  const lines: TextLine[] = [];
  let below: TextLine | PageTable = items[index]!;
  for (let i = index - 1; i >= 0 && lines.length < MOST_CAPTION_LINES; i--) {
    const item = items[i]!;
    if (item.kind === 'table' || PART.test(item.text)) break;
    if (item.page !== below.page && !startsOverleaf(item, below, page)) break;
    if (item.page === below.page && !isNear(item, below, page)) break;
    const goesOn = lines.length > 0 && isRestOfTitle(item, lines[0]!);
    if (
      lines.length === 0 &&
      index - i <= MOST_LEFT_OUT &&
      isLeftOut(item, below, items[index] as PageTable)
    ) {
      below = item;
      continue;
    }
    if (!goesOn && !belongsAbove(item, items[index] as PageTable, page)) break;
    lines.unshift(item);
    below = item;
  }
  return withoutLeadingText(lines);
}

/** The uppermost label of a header without rules may stand alone in its line: no caption, and what is above it still is one. */
function isLeftOut(line: TextLine, below: TextLine | PageTable, table: PageTable): boolean {
  if (table.ruled || isCaptionLine(line) || line.page !== table.page) return false;
  if (line.parts.length > 1 || line.text.length > LONGEST_LABEL || SENTENCE_MARK.test(line.text))
    return false;
  return (
    below.box.top - line.box.bottom < 2 * line.size &&
    line.box.left > table.box.left &&
    line.box.right < table.box.right
  );
}

/** A title at the foot of one page names the table at the head of the next. */
function startsOverleaf(line: TextLine, below: TextLine | PageTable, page: PageLayout): boolean {
  return below.page === line.page + 1 && below.box.top < 0.35 * page.height && isCaptionLine(line);
}

function isNear(line: TextLine, below: TextLine | PageTable, page: PageLayout): boolean {
  const gap = below.box.top - line.box.bottom;
  const distance = isTitle(line) ? TITLE_SHARE * page.height : SMALLEST_DISTANCE;
  return gap <= Math.max(distance, TITLE_DISTANCE * line.size);
}

/** "收支预算总表": what can only name the next table, however much paper is left free between. */
function isTitle(line: TextLine): boolean {
  return line.text.length <= LONGEST_TITLE && TITLE.test(line.text) && !isListedName(line.text);
}

function isCaptionLine(line: TextLine): boolean {
  return line.parts.some((part) => isCaption(part.text)) || isCaption(line.text) || isOwnerPart(line);
}

/** "部门：某局            单位：万元" also where the owner's form is not one of the usual. */
function isOwnerPart(line: TextLine): boolean {
  return line.parts.length > 1 && line.parts.some((part) => isUnitLine(part.text));
}

function belongsAbove(line: TextLine, table: PageTable, page: PageLayout): boolean {
  if (isCaptionLine(line) || opensCaptions(line.text)) return true;
  if (line.text.length > LONGEST_TITLE || SENTENCE_MARK.test(line.text) || isNote(line.text)) return false;
  return isCentred(line, table, page);
}

/** Titles stand in the middle of their table or page, with room on both sides. */
function isCentred(line: TextLine, table: PageTable, page: PageLayout): boolean {
  const middle = centreX(line.box);
  const slack = Math.max(0.04 * page.width, line.size);
  const centred =
    Math.abs(middle - centreX(table.box)) <= slack || Math.abs(middle - page.width / 2) <= slack;
  return centred && width(line.box) < 0.85 * Math.max(width(table.box), 0.6 * page.width);
}

/** The highest lines of the captions may be the end of the text above; a name or number starts what belongs. */
function withoutLeadingText(lines: readonly TextLine[]): TextLine[] {
  const first = lines.findIndex(
    (line) => isCaptionLine(line) || opensCaptions(line.text) || line.text.length >= 4,
  );
  return first < 0 ? [] : lines.slice(first);
}

/** Notes right below the grid, and the lines that they go on in. */
export function linesBelow(items: readonly (TextLine | PageTable)[], index: number): TextLine[] {
  const lines: TextLine[] = [];
  let above: TextLine | PageTable = items[index]!;
  for (let i = index + 1; i < items.length; i++) {
    const item = items[i]!;
    if (item.kind === 'table' || item.page !== above.page) break;
    const gap = item.box.top - above.box.bottom;
    const opens = isNote(item.text) || isEmptyTableNote(item.text);
    const goesOn = lines.length > 0 && gap < height(item.box) && !isCaptionLine(item) && !isHeadingLike(item);
    if (gap > 3 * height(item.box) || !(opens || goesOn)) break;
    lines.push(item);
    above = item;
  }
  return lines;
}

/** "（本部门无政府性基金支出）", "本单位无此项支出，故本表无数据。" */
const EMPTY_TABLE_NOTE = /^[（(].{2,60}[)）]$|^(?:本|我).{2,40}(?:无|没有|未).{0,40}(?:表|数据|空)/;

function isEmptyTableNote(text: string): boolean {
  return EMPTY_TABLE_NOTE.test(text.trim());
}

function isHeadingLike(line: TextLine): boolean {
  return /^(?:第\s*[一二三四五六七八九十]+\s*部分|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])/.test(
    line.text,
  );
}
