/** All pages in one reading order: lines and tables from top to bottom, each table with the lines that belong to it. */
import { isCaption, isName, isNote, isUnitLine, opensCaptions, titleOf } from '../captions.ts';
import type { Box, Caption } from '../document.ts';
import { takeCaptionRows } from './captions-inside.ts';
import { around, centreX, height, rounded, width } from './geometry.ts';
import type { PageCell, PageLayout, PageTable, TextLine } from './page-layout.ts';

export interface FlowTable extends PageTable {
  title: string | null;
  captions: readonly Caption[];
  notes: readonly Caption[];
}

export type FlowItem = TextLine | FlowTable;

/** More lines above a grid than this are text. */
const MOST_CAPTION_LINES = 8;
/** Titles stand apart from their table by up to this many of their own heights. */
const TITLE_DISTANCE = 4.5;
const SMALLEST_DISTANCE = 45;
const LONGEST_TITLE = 60;
/** "第二部分 …", "一、主要职能": opens a part of the text. */
const PART = /^第\s*[一二三四五六七八九十\d]+\s*部分/;
/** "表", "支出预算表", "算表（续）": the end of a title that did not fit on one line. */
const END_OF_TITLE = /^.{0,7}表\s*(?:[（(].{1,12}[)）])?$/;
const SENTENCE_MARK = /[。；，：:]$|。/;

export function flowOf(pages: readonly PageLayout[]): FlowItem[] {
  const items = pages.flatMap((page) => itemsOf(page));
  const taken = new Set<FlowItem>();
  const tables = new Map<PageTable, FlowTable>();
  for (const [index, item] of items.entries()) {
    if (item.kind !== 'table') continue;
    const page = pages.find((candidate) => candidate.number === item.page)!;
    const above = linesAbove(items, index, page, pages).filter((line) => !taken.has(line as FlowItem));
    const below = linesBelow(items, index);
    for (const line of [...above, ...below]) taken.add(line);
    tables.set(item, tableWith(item, above, below));
  }
  return items
    .filter((item) => item.kind === 'table' || !taken.has(item))
    .map((item) => (item.kind === 'table' ? tables.get(item)! : item));
}

function itemsOf(page: PageLayout): (TextLine | PageTable)[] {
  return [...page.lines, ...page.tables].sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left);
}

function linesAbove(
  items: readonly (TextLine | PageTable)[],
  index: number,
  page: PageLayout,
  pages: readonly PageLayout[],
): TextLine[] {
  const lines: TextLine[] = [];
  let below: TextLine | PageTable = items[index]!;
  for (let i = index - 1; i >= 0 && lines.length < MOST_CAPTION_LINES; i--) {
    const item = items[i]!;
    if (item.kind === 'table' || PART.test(item.text)) break;
    if (item.page !== below.page && !startsOverleaf(item, below, pages)) break;
    if (item.page === below.page && !isNear(item, below)) break;
    const goesOn = lines.length > 0 && isRestOfTitle(item, lines[0]!);
    if (!goesOn && !belongsAbove(item, items[index] as PageTable, page)) break;
    lines.unshift(item);
    below = item;
  }
  return withoutLeadingText(lines);
}

/** A title at the foot of one page names the table at the head of the next. */
function startsOverleaf(line: TextLine, below: TextLine | PageTable, pages: readonly PageLayout[]): boolean {
  const page = pages.find((candidate) => candidate.number === below.page)!;
  return below.page === line.page + 1 && below.box.top < 0.35 * page.height && isCaptionLine(line);
}

function isNear(line: TextLine, below: TextLine | PageTable): boolean {
  const gap = below.box.top - line.box.bottom;
  return gap <= Math.max(SMALLEST_DISTANCE, TITLE_DISTANCE * line.size);
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

function linesBelow(items: readonly (TextLine | PageTable)[], index: number): TextLine[] {
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

function tableWith(table: PageTable, above: readonly TextLine[], below: readonly TextLine[]): FlowTable {
  const inside = takeCaptionRows(table);
  const captions = [...joinCutTitles(above), ...inside.captions.map(captionOfCell)];
  return { ...inside.table, title: titleOf(captions), captions, notes: below.map(captionOf) };
}

function captionOfCell(cell: PageCell): Caption {
  return { text: cell.text, location: { page: cell.page, box: rounded(cell.box) } };
}

function captionOf(line: TextLine): Caption {
  return { text: line.text, location: { page: line.page, box: rounded(line.box) } };
}

/** Every part of every line is a caption; a title that runs over two lines is one. */
function joinCutTitles(lines: readonly TextLine[]): Caption[] {
  const captions: Caption[] = [];
  let previous: TextLine | null = null;
  for (const line of lines) {
    const last = captions.at(-1);
    if (last && previous && isRestOfTitle(previous, line)) {
      captions[captions.length - 1] = { ...last, text: last.text + line.text };
    } else {
      captions.push(...captionsOf(line));
    }
    previous = line;
  }
  return captions;
}

/** Parts that stand apart are captions of their own ("部门：…", "单位：万元"); a label that ends in a colon keeps its value. */
function captionsOf(line: TextLine): Caption[] {
  if (!line.parts.some((part) => isCaption(part.text))) return [captionOf(line)];
  const parts: { text: string; box: Box }[] = [];
  for (const part of line.parts) {
    const last = parts.at(-1);
    if (last && /[:：]$/.test(last.text)) {
      parts[parts.length - 1] = { text: last.text + part.text, box: around([last.box, part.box]) };
    } else parts.push(part);
  }
  return parts.map((part) => captionOf({ ...line, ...part }));
}

function isRestOfTitle(first: TextLine, second: TextLine): boolean {
  if (first.page !== second.page || first.parts.length > 1 || second.parts.length > 1) return false;
  if (Math.abs(first.size - second.size) > 0.1 * first.size || isName(first.text)) return false;
  if (isCaption(first.text) && !isName(first.text)) return false;
  const isCentredUnder = Math.abs(centreX(first.box) - centreX(second.box)) < 2 * first.size;
  return isCentredUnder && END_OF_TITLE.test(second.text);
}
