/** Lines around a table that speak about it: its name, number, unit, year and whose it is above, notes below. */
import { numberingLevel } from '../parse/heading.ts';
import type { Caption } from './document.ts';

/** Longest line that can name a table; anything longer is a sentence. */
const LONGEST_CAPTION = 60;

/** "金额单位：万元", "单位:元", "（单位：万元）", "计量单位：人民币元" */
const UNIT = /^[（(]?\s*(?:金额|计量|货币|数据)?\s*单\s*位\s*[:：].{0,20}[)）]?$/;
const UNIT_AT_END = /\s(?:金额)?单\s*位\s*[:：]\s*[万千百亿]*元$/;
/** "公开01表", "公开 09 表", "表一", "附表3-2", "预算公开表1", "决算01表", "财决01-1表", "表3：" */
const TABLE_NUMBER =
  /^[（(]?(?:(?:部门|预算|决算)?(?:公开|预决算公开|预算|决算|财决|预)\s*表?\s*[\d一二三四五六七八九十\-—]+\s*表?|(?:附?表|附件|附)\s*[\d一二三四五六七八九十\-—.]*)\s*[:：]?[)）]?$/;
/** "(2024年度)", "2024 年", "（2024年1月1日至12月31日）" */
const YEAR = /^[（(]?\s*(?:19|20)\d{2}\s*(?:年度?|[-.]\d)\s*(?:\d{1,2}\s*月.{0,16})?[)）]?$/;
/** "报表编号：110000_0007aa": what a budget system prints above its forms. */
const SYSTEM_NUMBER = /^报表编号\s*[:：]/;
/** "编制单位：某局", "部门名称：", "预算单位：", "填报日期：2025年1月8日" */
const OWNER =
  /^(?:(?:编制|填报|预算|公开|报送|主管|项目|申报)?\s*(?:单位|部门|机构)\s*(?:[（(](?:单位|部门|盖章|公章)[)）])?\s*(?:名\s*称)?|项目名称|填\s*报\s*(?:人|日期|时间)|编制日期|日期|财政年度|年度)\s*(?:[（(][^()（）]{1,8}[)）])?\s*[:：]/;
/** A name: ends in 表 or in the words that stand for it, perhaps with the year or a part behind. */
const NAME = /(?:表|明细|一览|清单|台账|情况|统计数)\s*(?:[（(][^()（）]{1,20}[)）])?\s*[:：]?$/;
/** "支出决算表", "项目支出绩效自评表（2023年度）" */
const FORM_NAME = /表\s*(?:[(（][^()（）]{1,20}[)）])?$/;
/** "（不含政府性基金）", "（按功能分类科目）": what the name leaves open. */
const ASIDE = /^[（(][^（）()。；]{1,16}[)）]$/;
/** "相关统计数：" */
const LEAD_IN = /^[^。；，,]{2,20}(?:如下|数|见下表|表)\s*[:：]$/;

/** "注：本表反映…", "说明：1. …", "备注：" */
const NOTE = /^[（(]?\s*(?:\*|※)?\s*(?:备\s*注|注|说\s*明|填表说明|附注)\s*\d*\s*[:：]/;
/** "填表人：  填报日期：  联系电话：" below a form. */
const SIGNATURE =
  /^(?:填\s*表\s*人|填\s*报\s*人|制\s*表\s*人|经\s*办\s*人|审\s*核\s*人|复\s*核\s*人|项目负责人|单位负责人|财务负责人|负责人|联系人|联系电话)\s*(?:[（(][^()（）]{1,8}[)）])?\s*[:：]/;
/** "第二部分 …", "一、…", "（一）…": opens a part of the text, so nothing above it belongs to a table below. */
const PART = /^第\s*[一二三四五六七八九十\d]+\s*部分/;
const ATTACHMENT = /^附\s*[件表]?\s*[\d一二三四五六七八九十]{0,3}(?:[-—.]\d{1,2})?\s*[:：]?$/;
const SENTENCE_END = /[。；！？;]$/;

export function isUnitLine(text: string): boolean {
  return UNIT.test(text.trim());
}

/** "公开02表", "单位：万元", "部门：某局　　金额单位：万元": printed above a table and nowhere inside one. */
export function opensTable(text: string): boolean {
  const line = text.trim();
  return UNIT.test(line) || TABLE_NUMBER.test(line) || (OWNER.test(line) && UNIT_AT_END.test(line));
}

/** Whether a line standing above a table belongs to it. */
export function isCaption(text: string): boolean {
  const line = text.trim();
  if (
    line === '' ||
    line.length > LONGEST_CAPTION ||
    SENTENCE_END.test(line) ||
    PART.test(line) ||
    isNote(line)
  )
    return false;
  return [UNIT, TABLE_NUMBER, SYSTEM_NUMBER, YEAR, OWNER, NAME, LEAD_IN, ASIDE].some((form) =>
    form.test(line),
  );
}

/** Whether a line right below a table speaks about it. */
export function isNote(text: string): boolean {
  const line = text.trim();
  return NOTE.test(line) || SIGNATURE.test(line);
}

/** "附件2", "附表": stands above everything else that belongs to a table. */
export function opensCaptions(text: string): boolean {
  return ATTACHMENT.test(text.trim());
}

/** A numbered name ("3.某某表") above another name is an item of a list of tables. */
export function isListedName(text: string): boolean {
  const line = text.trim();
  return NAME.test(line) && numberingLevel(line) !== null;
}

export function isName(text: string): boolean {
  const line = text.trim();
  return NAME.test(line) && ![UNIT, TABLE_NUMBER, SYSTEM_NUMBER, YEAR, OWNER].some((form) => form.test(line));
}

/** "编制单位：某局", "部门：某局（本级）": whose a table is, with the name; not the first row of a form. */
const WHOSE = /^(?:编制|填报|预算|公开|报送)?\s*(?:单位|部门)\s*(?:名称)?\s*[:：]/;

/** Whether a first row of a grid, given its printed cells, stands above the table rather than in it. */
export function isCaptionRow(printed: readonly string[]): boolean {
  if (printed.length === 0) return false;
  if (
    printed.length === 1 &&
    (/^[^。；]{2,50}表(?:\s*[(（][^()（）]{1,20}[)）])?$/.test(printed[0]!) || YEAR.test(printed[0]!))
  )
    return true;
  const telling = printed.filter((text) => UNIT.test(text) || TABLE_NUMBER.test(text) || WHOSE.test(text));
  const others = printed.filter((text) => !telling.includes(text));
  return telling.length > 0 && others.every((text) => YEAR.test(text));
}

/** A row that prints nothing but the name of a form: "部门预算项目支出绩效自评表（2023年度）". */
export function isTitleRow(printed: readonly string[]): boolean {
  return (
    printed.length === 1 &&
    /^[^。；]{3,50}表\s*(?:[(（][^()（）]{1,20}[)）])?$/.test(printed[0]!) &&
    isName(printed[0]!)
  );
}

/** A line that no cell goes on with: a note, a signature, the name or number of the next table. */
export function endsTable(text: string): boolean {
  const line = text.trim();
  return (
    isNote(line) ||
    PART.test(line) ||
    TABLE_NUMBER.test(line) ||
    UNIT.test(line) ||
    /[^其]{4,}(?:表|情况说明|报告)$/.test(line)
  );
}

/** The caption that names the table: one ending in 表 before the longest that is not a unit, number, year or owner. */
export function titleOf(captions: readonly Caption[]): string | null {
  const names = captions
    .map((caption) => caption.text.trim())
    .filter(
      (line) => ![UNIT, TABLE_NUMBER, SYSTEM_NUMBER, YEAR, OWNER, ASIDE].some((form) => form.test(line)),
    );
  const forms = names.filter((line) => !/^附[件表]/.test(line));
  return (
    forms.findLast((line) => FORM_NAME.test(line)) ??
    forms.findLast((line) => NAME.test(line)) ??
    longest(names)
  );
}

function longest(lines: readonly string[]): string | null {
  return lines.reduce<string | null>(
    (best, line) => (best === null || line.length > best.length ? line : best),
    null,
  );
}
