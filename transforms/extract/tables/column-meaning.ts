/** What the header above a figure says, or why the column is none of ours: comparisons, parts of a 小计, other money. */
import { type LaneRule, type Meaning, meaningOf } from '../../layouts/layout.ts';
import { COMPARISON_COLUMN } from '../../layouts/terms/phases.ts';
import { PLAIN_TOTALS } from '../../layouts/terms/totals.ts';
import { readNumber } from '../../parse/amount.ts';
import { hasLeadingAmongWhich, tidyText } from '../../parse/label.ts';
import { conceptById, hasFund } from '../../vocabulary/concept.ts';
import { economicClassByName, economicCodesByName } from '../../vocabulary/economic-codes.ts';
import type { Fund } from '../fact.ts';
import { type Column, headerLabel } from './columns.ts';
import type { Figure } from './figure.ts';
import type { LaneReading } from './figure-meaning.ts';
import { isGovernmentClass } from './government-classes.ts';
import { labelMeaning, pathMeaning } from './meanings.ts';
import { codeOfRow } from './row-labels.ts';

/** null where the header is not understood. */
export function columnMeaning(figure: Figure, rule: LaneRule, at: LaneReading, year: number): Meaning | null {
  if (isRateUnderPoints(figure)) {
    const rate = piecesMeaning(figure, rule, year);
    if (rate !== null) return rate;
  }
  const direct = brokenHeader(figure, rule, year) ?? pathMeaning(figure.column.path, rule.columns, year);
  const refined = at.refined.get(figure.cell.column);
  const inherited = pathMeaning(figure.column.inherited, rule.columns, year);
  const compared = wholePath(figure.column).findIndex((label) => isComparison(label, rule, year));
  const covers = compared >= 0 && compared < wholePath(figure.column).length - 1;
  if (covers || (compared >= 0 && direct === null)) return { ignore: '比较列由其他列推算，不是独立数据' };
  if (refined) return { ...phaseAndYear(inherited), ...phaseAndYear(direct), ...refined };
  if (isEconomicPart(figure, rule, at, year)) return { ignore: '按经济分类细分的列，不在词汇表' };
  if (isPartOfGroup(figure, rule, at, year)) return { ignore: '其中项，不在词汇表' };
  if (direct) {
    if (direct.fund === undefined && isNarrowed(figure, direct, rule, year)) return null;
    const whole = pathMeaning([...figure.column.inherited, ...figure.column.path], rule.columns, year);
    return whole?.ignore && !direct.ignore
      ? whole
      : { ...phaseAndYear(inherited), ...moneyAbove(figure.column, direct, rule, year), ...direct };
  }
  // A header of its own that nobody knows must not be read as its neighbour's.
  const usable =
    figure.table.location.page === undefined && figure.column.path.length === 0 ? inherited : null;
  if (usable) return usable;
  return piecesMeaning(figure, rule, year);
}

/** 全年 above 预算数, 年初预 above 算数: a page break inside the header of a form cut its words in two. */
function brokenHeader({ column, layout }: Figure, rule: LaneRule, year: number): Meaning | null {
  if (!layout.form || column.path.length < 2) return null;
  return labelMeaning(column.path.slice(-2).join(''), rule.columns, year);
}

const isComparison = (label: string, rule: LaneRule, year: number): boolean =>
  COMPARISON_COLUMN.test(label) && labelMeaning(label, rule.columns, year) === null;

/** 项目支出 ‖ 小计 | 其他运转类 | 特定目标类, 一般公共预算 ‖ 小计 | 其中：财政拨款: beside a 小计 the others divide it. */
function isPartOfGroup({ column }: Figure, rule: LaneRule, at: LaneReading, year: number): boolean {
  const leaf = column.path.at(-1);
  const outer = wholePath(column).at(-2);
  if (leaf === undefined || outer === undefined) return false;
  const own = labelMeaning(leaf, rule.columns, year);
  const among = hasLeadingAmongWhich(column.printedPath.at(-1) ?? '');
  if (own !== null && !(among && own.fund === 'fiscal')) return false;
  return at.lane.values.some((index) => {
    const path = wholePath(at.columns[index]!);
    return path.at(-2) === outer && meaningOf(path.at(-1) ?? '', PLAIN_TOTALS)?.total === true;
  });
}

/** With what reaches the column from the left, where the text dropped merged cells. */
const wholePath = ({ inherited, path }: Column): string[] => [...inherited, ...path];

/**
 * 上年结转结余 ‖ 小计 | 一般公共预算: a fund below a balance is what is left of that fund; 一般公共预算 ‖ 小计 | 基本支出: what
 * stands below a fund is paid from it.
 */
function moneyAbove({ covering }: Column, direct: Meaning, rule: LaneRule, year: number): Meaning {
  const above = pathMeaning(covering, rule.columns, year);
  if (above?.concept?.startsWith('balance') && direct.fund !== undefined) return { concept: above.concept };
  const spent = direct.concept?.startsWith('expenditure') && direct.fund === undefined;
  return spent && above?.fund !== undefined && above.concept === undefined ? { fund: above.fund } : {};
}

/** 基本支出 ‖ 工资福利支出, 工资福利支出 ‖ 小计 | 基本工资, in a table by functional code: a part of that column. */
function isEconomicPart(figure: Figure, rule: LaneRule, at: LaneReading, year: number): boolean {
  if (rule.codes === 'economic' && !printsFunctionCodes(at)) return false;
  const path = wholePath(figure.column);
  const leaf = path.at(-1) ?? '';
  const isTotal = meaningOf(leaf, PLAIN_TOTALS)?.total === true;
  if (isClass(isTotal ? (path.at(-2) ?? '') : leaf)) return true;
  return labelMeaning(leaf, rule.columns, year) === null && economicCodesByName(leaf).length > 0;
}

const isClass = (label: string): boolean => economicClassByName(label) !== null || isGovernmentClass(label);

/** 基本支出决算明细表 is printed with economic codes down, or with functional codes down and economic names across. */
function printsFunctionCodes(at: LaneReading): boolean {
  const known = byFunction.get(at.section) ?? new Map<number, boolean>();
  byFunction.set(at.section, known);
  const first = at.lane.values[0]!;
  const answer =
    known.get(first) ??
    at.section.rows.some((row) => codeOfRow(at.table, row, at.lane, 'function').code !== null);
  known.set(first, answer);
  return answer;
}

/** Asked for every figure of a lane. */
const byFunction = new WeakMap<LaneReading['section'], Map<number, boolean>>();

/** 合计 or 基本支出 below 单位其他资金 or 上年结转 is of that money, and not of all that the table is about. */
function isNarrowed({ column, layout }: Figure, meaning: Meaning, rule: LaneRule, year: number): boolean {
  if (meaning.concept?.startsWith('balance')) return false;
  const own = OWN_WORDS[rule.defaults.fund ?? 'all'];
  const concept = meaning.concept ?? rule.defaults.concept;
  const narrower = concept === undefined || hasFund(concept) ? NARROWER : EARLIER;
  return wholePath(column).some((label) => {
    if (labelMeaning(label, rule.columns, year) !== null) return false;
    if (layout.titles.some((title) => title.test(label))) return false;
    return narrower.test(own === undefined ? label : label.replace(own, ''));
  });
}

const NARROWER = /财政拨款|预算拨款|基金|国有资本|专户|资金|上年|去年|结转|结余|上级|附属|经营/;
const EARLIER = /上年|去年|结转|结余/;
/** What a table of one fund may say of itself in its header. */
const OWN_WORDS: Readonly<Partial<Record<Fund, RegExp>>> = {
  fiscal: /财政拨款(预算|资金)?/g,
  general_public: /(一般公共预算)?财政拨款(预算|资金)?|一般公共预算(资金|拨款)/g,
  government_fund: /政府性?基金(预算)?(资金|财政拨款|拨款)?|财政拨款/g,
  state_capital: /国有资本经营(预算)?(资金|财政拨款|拨款)?|财政拨款/g,
  special_account: /财政专户(管理)?(的)?资金/g,
};

/** "执行率 得分" is not 执行率得分 where a rate stands below it. */
function isRateUnderPoints({ column, cell }: Figure): boolean {
  const reading = readNumber(cell.text);
  return (
    reading.kind === 'number' && reading.percent && /\S\s+\S/.test(tidyText(column.printedPath.at(-1) ?? ''))
  );
}

/** "执行率 得分": two headers run together; a figure with a percent sign belongs to the rate. */
function piecesMeaning(figure: Figure, rule: LaneRule, year: number): Meaning | null {
  const pieces = figure.column.printedPath.flatMap((text) => tidyText(text).split(' ')).map(headerLabel);
  const known = pieces
    .map((piece) => labelMeaning(piece, rule.columns, year))
    .filter((meaning) => meaning !== null);
  const reading = readNumber(figure.cell.text);
  const percent = reading.kind === 'number' && reading.percent;
  return (
    known.find(
      (meaning) => (meaning.concept ? conceptById(meaning.concept).unit === 'percent' : false) === percent,
    ) ?? null
  );
}

function phaseAndYear(meaning: Meaning | null): Meaning {
  return {
    ...(meaning?.phase ? { phase: meaning.phase } : {}),
    ...(meaning?.fiscalYear ? { fiscalYear: meaning.fiscalYear } : {}),
  };
}
