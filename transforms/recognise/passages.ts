/** The places of a document that say whose it is and of which year: title, cover, captions, forms, running text. */
import type { Document, Paragraph, Table } from '../read/document.ts';

export interface Passages {
  /** Lines in front of the table of contents or the first heading, as printed. */
  front: readonly string[];
  /** The document title: consecutive front lines that make it up, joined. */
  title: string | null;
  /** Numbered and titled headings. */
  headings: readonly string[];
  captions: readonly string[];
  /** Cells of forms in reading order: a label, then what was filled in. */
  cells: readonly (readonly string[])[];
  /** Sentences of the running text. */
  body: readonly string[];
}

/** A cover has a dozen lines; what comes later is the report. */
const MOST_FRONT_LINES = 14;
const LONGEST_FRONT_LINE = 80;
/** Tables have thousands of cells; names stand in the first rows of a form. */
const FORM_ROWS = 12;
/** A report pasted as one line is one sentence; its name stands in front. */
const LONGEST_SENTENCE = 2000;
const CONTENTS = /^目\s*录/;
const LABEL = /^[^:：]{2,16}[:：]/;
/** "附件2" in large letters opens the report and is none of its headings. */
const ATTACHMENT_MARK = /^附\s*[件表]\s*\d*\s*[:：]?$/;
const ATTACHMENT = /^附\s*[件表]/;
/** "首页 > 政务公开 > 部门预决算", "预算绩效管理" */
const SITE_COLUMN = /[>＞»]|^(?:部门|财政)?预决算(?:公开|信息公开|专栏)?$/;
/** What the title of a report of these kinds speaks of. */
export const REPORT_WORDS = /决算|预算|自评|绩效|评价|公开|“?三公/;
/** The words a report's name ends in; "预算绩效管理" is the column of a web site. */
const REPORT_NAME =
  /(?:决算|预算|报告|说明|公开|表|自评|评价|书)(?:\s*[(（][^()（）]{1,20}[)）])?(?:\.\w{2,4})?$/;
/** Mirrors print the name of the file as title. */
const FILE_SUFFIX = /\.(?:docx?|xlsx?|pdf|html?|txt)$/i;
const TITLE_START = /(?:19|20)\d{2}|[\p{Script=Han}]{2,}(?:局|厅|委员会|办公室|中心|政府|处|院|校|会)|关于/u;

export function passagesOf(document: Document): Passages {
  const paragraphs = document.blocks.filter((block): block is Paragraph => block.kind === 'paragraph');
  const tables = document.blocks.filter((block): block is Table => block.kind === 'table');
  const front = frontLines(document);
  return {
    front,
    title: titleOf(front) ?? tables.find((table) => table.title !== null)?.title ?? null,
    headings: paragraphs.filter(({ role }) => role === 'heading').map(({ text }) => text),
    captions: tables.flatMap((table) => table.captions.map(({ text }) => text)),
    cells: tables.map(formCells),
    body: paragraphs.flatMap(({ sentences }) => sentences.map(({ text }) => text.slice(0, LONGEST_SENTENCE))),
  };
}

/** 索引号 | … | 发布机构 | …, "[ 索引号 ]": what the site prints above a report. */
const PAGE_HEAD = /^[[【]?\s*(?:索\s*引\s*号|发布机构|发文机关|公开目录|信息分类)\s*[\]】]?\s*[:：]?$/;

/** Mirrors repeat the title above it. */
const LINES_ABOVE_PAGE_HEAD = 3;

/** "索引号 0152/2019-02 发布机构 某局 公开目录 …" where the site's frame was copied as a line of words. */
const PAGE_HEAD_LINE = /^(?:索\s*引\s*号|公开目录)\s*[^\s:：]|^(?:文\s*号|主题词|浏览量)(?:\s|$)/;

function isPageHead(table: Table): boolean {
  return table.grid.flat().some((cell) => cell !== null && PAGE_HEAD.test(cell.text.trim()));
}

function frontLines(document: Document): string[] {
  const lines: string[] = [];
  for (const block of document.blocks) {
    if (block.kind === 'table' && lines.length <= LINES_ABOVE_PAGE_HEAD && isPageHead(block)) continue;
    if (block.kind === 'table' || lines.length >= MOST_FRONT_LINES) break;
    if (CONTENTS.test(block.text) || ((block.level ?? 0) > 0 && !ATTACHMENT_MARK.test(block.text))) break;
    if (block.text.length > LONGEST_FRONT_LINE || /[。；]$/.test(block.text)) break;
    if (!PAGE_HEAD_LINE.test(block.text)) lines.push(block.text);
  }
  return lines;
}

/** A title is set in up to four lines: year and body, kind of report. */
function titleOf(front: readonly string[]): string | null {
  const candidates = front.map((line) =>
    LABEL.test(line) || ATTACHMENT.test(line) || SITE_COLUMN.test(line) ? '' : line,
  );
  const named = candidates.findIndex((line) => REPORT_NAME.test(line));
  const end = named !== -1 ? named : candidates.findIndex((line) => REPORT_WORDS.test(line));
  if (end === -1) return null;
  let start = end;
  while (start > 0 && end - start < 3 && candidates[start - 1] !== '' && !isDate(candidates[start - 1]!))
    start--;
  while (start < end && !TITLE_START.test(candidates[start]!)) start++;
  let last = end;
  while (last + 1 < candidates.length && last - end < 2 && isTitleRest(candidates[last + 1]!)) last++;
  return candidates
    .slice(start, last + 1)
    .join('')
    .replace(FILE_SUFFIX, '')
    .slice(0, 120);
}

/** "（河道清障专项资金）" below "示例县示例局2023年度项目支出绩效自评报告" */
const PROJECT_REST =
  /^[(（][^()（）。:：]{3,40}(?:项目|工程|专项|资金|经费|补助|补贴|奖补|专款|备用金)[)）]$/;

/** "绩效自评报告" below "整体支出": a line of the title that names neither body nor year. */
function isTitleRest(line: string): boolean {
  return PROJECT_REST.test(line) || (REPORT_WORDS.test(line) && line.length <= 20 && !TITLE_START.test(line));
}

function isDate(line: string): boolean {
  return /^[\d年月日 .\-—〇○一二三四五六七八九十]+$/.test(line);
}

function formCells(table: Table): string[] {
  const seen = new Set<object>();
  return table.grid.slice(0, FORM_ROWS).flatMap((row) =>
    row.flatMap((cell) => {
      if (cell === null || seen.has(cell) || cell.text === '') return [];
      seen.add(cell);
      return [cell.text];
    }),
  );
}
