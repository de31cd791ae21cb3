/** What a heading says for the sentences below it: the source of money, the topic, the 类 above the items, the project. */

import type { Topic } from '../../layouts/narrative/word.ts';
import { numberingLevel } from '../../parse/heading.ts';
import { normaliseLabel, tidyText } from '../../parse/label.ts';
import type { Paragraph } from '../../read/document.ts';
import type { Disclosure, DisclosureKind } from '../../recognise/disclosure.ts';
import { conceptById } from '../../vocabulary/concept.ts';
import { functionClassByName, functionCodesByName } from '../../vocabulary/function-codes.ts';
import type { Fund } from '../fact.ts';
import { lex } from './lex.ts';
import { properName } from './named-project.ts';
import { readPhrase } from './phrase.ts';
import { openSection, type Section } from './reading.ts';
import { skeletonOf } from './skeleton.ts';

const TOPICS: readonly (readonly [RegExp, Topic])[] = [
  [/三公|因公出国|公务接待|公务用车/, 'three_public'],
  [/机关运行/, 'running_costs'],
  [/采购/, 'procurement'],
  [/国有资产|资产占|资产管理|固定资产/, 'assets'],
  [/专项资金|项目资金|项目支出/, 'project'],
  [/在职|编制|人员情况|人员概况|离退休|公务员|年末其他人员/, 'headcount'],
];

export function topicsOf(text: string): Topic[] {
  const plain = text.replace(/[\s“”"‘’']/g, '');
  return TOPICS.filter(([pattern]) => pattern.test(plain)).map(([, topic]) => topic);
}

/** "1.机关运行经费情况" says nothing for "2.…" beside it, where 运行经费 is that of something else. */
const withoutNarrow = (topics: ReadonlySet<Topic>): Topic[] =>
  [...topics].filter((topic) => topic !== 'running_costs');

/** "（三）培训费支出情况说明": the table of the 三公 prints it too. In a sentence it may be any meeting's. */
const MEETINGS =
  /(?:会议费|培训费)(?:支出|决算|预算)?(?:总体|具体)?情况|(?:会议费|培训费)(?:和|及|、|与)(?:会议费|培训费)/;
const meetingsOf = (title: string): Topic[] => (MEETINGS.test(title) ? ['three_public'] : []);

/** Sections that define or describe and publish nothing. */
const CLOSED: readonly (readonly [RegExp, string])[] = [
  [/名词解释|名称解释|专业术语/, '名词解释，不是公布的数'],
  [/主要职[能责]|部门职[能责]|单位职[能责]|机构职[能责]|工作任务/, '职能与工作任务，不属于收支'],
  [/绩效目标$/, '绩效目标，不是执行情况'],
];
const FUNDS: readonly (readonly [RegExp, Fund])[] = [
  [/政府性基金/, 'government_fund'],
  [/国有资本经营/, 'state_capital'],
  [/一般公共预算|公共财政预算/, 'general_public'],
  [/财政拨款/, 'fiscal'],
];
/** "离休人员医疗补助项目绩效自评情况", "信息化建设项目绩效自评综述". */
const PROJECT_HEADING = /^(.{2,60}?)(?:项目)?(?:支出)?(?:绩效)?自评(?:情况|综述|结果|报告)?[:：。]?$/;
/** In the report on a project: a section on the body that has it. */
const OF_BODY = /(?:单位|部门|机构)(?:基本)?(?:概况|情况|简介)$/;
/** Words that head a list of projects, and are none. */
const NO_PROJECT =
  /^(?:项目|部门|单位|整体|支出|绩效|本级|年度|预算|财政|资金|\d|年|的|和|及|部门整体支出|部门预算|分|各|个|单个|具体|主要|重点|部分|全部|所有|其[他它]|相关|有关|专项|自评|评价|[一二三]级|[省市州县区]级|中央|上级)*$/;

/** The section that a heading opens inside the current one; deeper headings keep what the upper ones said. */
export function openBelow(
  section: Section,
  heading: Paragraph,
  disclosure: Disclosure,
  titled: string | null = null,
): Section {
  const { kind } = disclosure;
  const title = normaliseLabel(heading.text);
  const level = heading.level || levelOfTitle(title, section);
  const upper = level <= 2 ? openSection : section;
  const { project, projectLevel } = projectBelow(section, heading, level, kind, titled);
  const above = upper.funds.filter((one) => one.level < level);
  const inherited = above.at(-1)?.fund ?? 'all';
  const named = fundOf(title, kind, level);
  // "（一）财政拨款支出决算总体情况" below "五、一般公共预算财政拨款支出决算情况说明": that money, in short.
  const fund = named === 'fiscal' && level > 2 && isOneBudget(inherited) ? inherited : named;
  return {
    ...upper,
    fund: fund ?? inherited,
    funds: fund === null ? above : [...above, { level, fund }],
    // "…主要用于以下方面：" and its list end where a heading names the money anew.
    ...(fund === null ? leadBelow(upper, level) : { lead: null, leadLost: false }),
    classNames: classNamesOf(heading.text, upper.classNames),
    topics: new Set([
      ...(level <= 3 ? [] : withoutNarrow(upper.topics)),
      ...topicsOf(title),
      ...meetingsOf(title),
    ]),
    year: yearOfTitle(title, disclosure) ?? upper.year,
    phase: phaseOfTitle(title, kind) ?? upper.phase,
    project,
    projectLevel,
    byFunction: byFunctionBelow(upper, level, title),
    closed: closedBy(title, level) ?? stillClosed(upper, level),
    other: namesOther(heading.text, level)
      ? level
      : upper.other !== null && level > upper.other
        ? upper.other
        : null,
  };
}

/** "（一）按支出功能分类科目划分。", "按功能分类科目，" */
const BY_FUNCTION = /按(?:照)?(?:财政)?(?:支出)?功能(?:分类)?(?:科目)?(?:分类|划分|分|，|,)/;

export function byFunctionBelow({ byFunction }: Section, level: number, text: string): number | null {
  if (BY_FUNCTION.test(text)) return level;
  return byFunction !== null && level > byFunction ? byFunction : null;
}

/** A list below a paragraph without a number ends at the next "（二）", and not at "1." of its own. */
const UNNUMBERED = 3;

/** The parts of one item, or of something not understood, end where a number as high as that of their whole follows. */
export function leadBelow(section: Section, level: number): Pick<Section, 'lead' | 'leadLost'> {
  const { lead, leadLost, leadLevel } = section;
  const narrow = leadLost || (lead !== null && lead.functionCode !== null);
  return narrow && level <= (leadLevel ?? UNNUMBERED) ? { lead: null, leadLost: false } : { lead, leadLost };
}

/** The budgets that 财政拨款 is the sum of. */
export const isOneBudget = (fund: Fund): boolean =>
  fund === 'general_public' || fund === 'government_fund' || fund === 'state_capital';

/** "（二）收支情况", "1.预算执行情况": whatever else such a heading says, a bare 支出 below it may be the total. */
const ON_ALL_MONEY = /[收支算]|资金|财务|情况|概况|[总整]体|说明|报告/;

/** "（三）公务接待费", "2.泵站维修" */
function namesOther(text: string, level: number): boolean {
  if (WHOLE_REPORT.test(text)) return false;
  const { text: words, numbers, items } = skeletonOf(tidyText(text).replace(NUMBERING, ''));
  const phrase = readPhrase(lex(words), { numbers, items, topics: new Set() });
  const ofMoney = phrase.concept !== null && conceptById(phrase.concept).unit === 'CNY';
  if (ofMoney || [phrase.item, phrase.classCode, phrase.economicCode].some((one) => one !== null))
    return true;
  return level > 2 && phrase.side === null && phrase.unread !== '' && !ON_ALL_MONEY.test(text);
}

/** "2031年度部门决算及“三公”经费决算说明": the report on all of it, and on one thing too. */
const WHOLE_REPORT = /(?:部门|单位|收支)[预决]算(?:公开|信息|情况|说明)*(?:及|和|与|、)/;

/** From here down titles are not numbered, or no section of their own. */
const FLAT = 4;

/** "（一）某项目自评情况" goes on below "1. 资金使用情况", and "（一）单位概况" below "1. 收支情况". */
function projectBelow(
  section: Section,
  heading: Paragraph,
  level: number,
  kind: DisclosureKind,
  titled: string | null,
): Pick<Section, 'project' | 'projectLevel'> {
  if (kind === 'project_evaluation' && OF_BODY.test(normaliseLabel(heading.text)))
    return { project: null, projectLevel: level };
  const { project, projectLevel } = section;
  if (project === null && projectLevel !== null && level > projectLevel) return { project, projectLevel };
  // Below the title of one project "（一）项目资金自评情况" opens a section and no other project.
  const own =
    titled ?? projectOf(heading.text) ?? (kind === 'project_evaluation' ? projectHeaded(heading) : null);
  if (own !== null) return { project: own, projectLevel: level };
  const goesOn = level > Math.min(projectLevel ?? FLAT, FLAT);
  return goesOn ? { project, projectLevel } : { project: null, projectLevel: null };
}

/** "一、食品安全监管项目" in a report on several projects */
const PROJECT_NAME = /^[^\d的]*项目$/;
/** "（二）河长制工作经费" */
const FUND_NAME = /^[^\d的]{4,40}(?:资金|经费|补助|补贴|专款)$/;
const MANY =
  /绩效|评价|得分|执行|重点|主要|实施|其他|相关|有关|全部|部分|各|本|该|未|已|完成|新增|延续|涉及|纳入|列入|存在|情况/;

export function projectHeaded(heading: Paragraph): string | null {
  const title = normaliseLabel(heading.text).replace(NUMBERING, '').replace(/。$/, '');
  if (numberingLevel(heading.text) === null || MANY.test(title) || NO_PROJECT.test(title)) return null;
  if (FUND_NAME.test(title)) return properName(title);
  if (!PROJECT_NAME.test(title)) return null;
  return title.length < LEAST_NAME || /[、和及与，]/.test(title) ? null : title.replace(/项目$/, '');
}

const NUMBERING =
  /^(?:\d{1,2}[.、．]|\(\d{1,2}\)|\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+、|第[一二三四五六七八九十]+(?:部分|[章节篇])[、:：]?)\s*/;
/** "示例建设项目" */
const LEAST_NAME = 6;

/** "（一）财政拨款收支与2030年度决算对比情况": below it stand the figures of this year, compared with those. */
const COMPARES = /(?:与|较|比|同)(?:上年|去年|(?:19|20)\d{2}年|年初|预算|决算)|对比|比较|相比|增减|差异/;

/** The one year of a heading, where it is another one than the report's. */
function yearOfTitle(title: string, { fiscalYear }: Disclosure): number | null {
  if (COMPARES.test(title)) return null;
  const [year, ...others] = new Set(
    [...title.matchAll(/((?:19|20)\d{2})年/g)].map((match) => Number(match[1])),
  );
  return year === undefined || others.length > 0 || year === fiscalYear ? null : year;
}

/** 决算 heads results in a budget, and 三公 with 预算 heads plans elsewhere; the names of the funds carry 预算 too. */
function phaseOfTitle(title: string, kind: DisclosureKind): Section['phase'] {
  if (COMPARES.test(title)) return null;
  if (/决算|执行(?!公务|任务)/.test(title)) return kind === 'budget' ? 'actual' : null;
  return kind !== 'budget' && /三公(?:经费)?(?:财政拨款)?(?:支出)?预算/.test(title) ? 'bare' : null;
}

function closedBy(title: string, level: number): Section['closed'] {
  const reason = CLOSED.find(([pattern]) => pattern.test(title))?.[1];
  return reason === undefined ? null : { reason, level };
}

/** What a heading closed is open again at the next numbered paragraph of its own depth. */
export function stillClosed(section: Section, level: number): Section['closed'] {
  return section.closed !== null && level > section.closed.level ? section.closed : null;
}

/** Unnumbered titles open a part of the report ("名词解释", "其他相关情况说明"); the name of a 类 stands below one. */
function levelOfTitle(title: string, section: Section): number {
  if (functionClassByName(title) !== null || projectOf(title) !== null) return 5;
  return section.closed !== null || /(?:说明|情况|解释|概况|设置|职[能责]|报告|表)$/.test(title) ? 2 : 5;
}

/**
 * The fund that a heading gives to figures that name none. The form of self-evaluations heads its account of
 * all spending 一般公共预算支出情况, so there a heading gives a fund only where it is one of the special ones.
 */
function fundOf(title: string, kind: DisclosureKind, level: number): Fund | null {
  const bare = title.replace(/三公.*|机关运行.*/, '');
  if (bare !== title) return 'all';
  const fund = FUNDS.find(([pattern]) => pattern.test(title))?.[1] ?? null;
  const special = fund === 'government_fund' || fund === 'state_capital';
  if (fund !== null && (special || kind === 'final_accounts' || kind === 'budget')) return fund;
  return level <= 2 ? 'all' : null;
}

/** "1. 社会保障和就业支出（类）", or the bare name of a 类. */
function classNamesOf(text: string, known: readonly string[]): readonly string[] {
  const item = skeletonOf(tidyText(text)).items[0];
  if (item !== undefined && item.level < 3) return item.names;
  const name = normaliseLabel(text);
  return functionClassByName(name) !== null && name.length >= 4 ? [name] : known;
}

/** "行政单位医疗（离休人员医疗补助）项目绩效自评情况" is about the project in the brackets: the account is not its name. */
export function projectOf(text: string): string | null {
  const title = tidyText(text).replace(NUMBERING, '').replace(/["“”]/g, '');
  const name = PROJECT_HEADING.exec(title)?.[1]?.replace(/项目$/, '') ?? null;
  if (name === null || NO_PROJECT.test(name) || /\d{4}年(?:度|$)/.test(name)) return null;
  const bracketed = /^([^()]+)\((.+)\)$/.exec(name);
  if (bracketed !== null && functionCodesByName(bracketed[1]!).length > 0) return bracketed[2]!;
  return name;
}

/** The first sentence of a numbered paragraph, where it states nothing and names no item. */
export function isRunInTitle(text: string): boolean {
  return (
    text.length <= 30 && text.endsWith('。') && !/\d/.test(text.slice(4)) && !/[（(][类款项][）)]/.test(text)
  );
}

/** A body line that is a heading in all but numbering: short, without a full sentence and without figures. */
export function isHeadingLike(paragraph: Paragraph): boolean {
  if (paragraph.role === 'heading') return true;
  const text = paragraph.text.trim();
  return (
    text.length <= 40 &&
    !/[。；，,;]/.test(text) &&
    !/[:：]$/.test(text) &&
    !/\d/.test(text.replace(/(?:19|20)\d\d\s*年?度?/g, ''))
  );
}
