/** How findings speak of figures: in the words and in the unit that the report itself prints. */
import type { FactKey, Fund, Phase } from '../extract/fact.ts';
import { MINOR_PER_UNIT, type Quantity, type Unit } from '../parse/quantity.ts';
import { conceptById } from '../vocabulary/concept.ts';

const FUND_ZH: Readonly<Record<Fund, string>> = {
  all: '',
  fiscal: '财政拨款',
  general_public: '一般公共预算',
  government_fund: '政府性基金预算',
  state_capital: '国有资本经营预算',
  superior_subsidy: '上级补助收入',
  operating_income: '事业收入',
  business_income: '经营收入',
  affiliate_income: '附属单位上缴收入',
  special_account: '财政专户管理资金',
  other_income: '其他收入',
};

const PHASE_ZH: Readonly<Record<Phase, string>> = {
  original_budget: '年初预算数',
  adjusted_budget: '调整预算数',
  budget: '预算数',
  actual: '决算/执行数',
};

const MONEY_UNITS: Readonly<Record<string, number>> = {
  元: 1e2,
  千元: 1e5,
  万元: 1e6,
  百万元: 1e8,
  亿元: 1e10,
};

const UNIT_ZH: Readonly<Record<Unit, string>> = {
  CNY: '元',
  persons: '人',
  count: '',
  percent: '%',
  points: '分',
};

const UNIT_EN: Readonly<Record<Unit, string>> = {
  CNY: '',
  persons: ' persons',
  count: '',
  percent: '%',
  points: ' points',
};

/** Long names of the vocabulary list synonyms: "本年支出合计 · 总支出" is 本年支出合计 here. */
export function conceptZh(key: Pick<FactKey, 'concept'>): string {
  return conceptById(key.concept)
    .zh.split(' · ')[0]!
    .replace(/（(?:含|“三公”及)[^）]*）$/, '');
}

export const conceptEn = (key: Pick<FactKey, 'concept'>): string => conceptById(key.concept).en;

/** What is observed on a day (assets, staff) has one phase only, and no report names it. */
const isBudgeted = (key: FactKey): boolean =>
  conceptById(key.concept).unit === 'CNY' && !key.concept.startsWith('asset');

/** "2024年一般公共预算基本支出（科目21015，决算/执行数）". */
export function subjectZh(key: FactKey): string {
  const codes = [key.functionCode, key.economicCode].filter((code) => code !== null);
  const details = [...codes.map((code) => `科目${code}`), ...(isBudgeted(key) ? [PHASE_ZH[key.phase]] : [])];
  const concept = conceptZh(key);
  const project = key.project === null ? '' : `“${key.project}”${concept.startsWith('项目') ? '' : '项目'}`;
  const fund = FUND_ZH[key.fund];
  return `${key.fiscalYear}年${project}${fund}${concept}${details.length > 0 ? `（${details.join('，')}）` : ''}`;
}

/** "2024 expenditure of the year (original budget, general public, 2101506)". */
export function subjectEn(key: FactKey): string {
  const parts = [
    inEnglish(key.phase),
    key.fund === 'all' ? null : inEnglish(key.fund),
    key.functionCode,
    key.economicCode,
    key.project,
  ];
  return `${key.fiscalYear} ${conceptEn(key)} (${parts.filter((part) => part !== null).join(', ')})`;
}

const inEnglish = (id: Phase | Fund): string => id.replaceAll('_', ' ');

export const phaseZh = (phase: Phase): string => PHASE_ZH[phase];

/** Unit and minor units per unit in which a report prints its figures. */
function unitOf(like: Pick<Quantity, 'unit' | 'printedUnit'>): { name: string; minor: number } {
  const printed = like.printedUnit.normalize('NFKC').replace(/\s+/g, '');
  if (like.unit !== 'CNY') {
    const name = like.unit === 'percent' || printed === '' ? UNIT_ZH[like.unit] : printed;
    return { name: name.startsWith('万') ? UNIT_ZH[like.unit] : name, minor: MINOR_PER_UNIT[like.unit] };
  }
  const name = printed.endsWith('元') ? printed : `${printed}元`;
  const minor = MONEY_UNITS[name];
  return minor === undefined ? { name: '元', minor: 100 } : { name, minor };
}

/** `printAmountZh(7_900, …)` in a report in 万元 is "0.79万元"; decimals are those of the report, or more. */
export function printAmountZh(valueMinor: number, like: Quantity): string {
  return printNumber(valueMinor, like) + unitOf(like).name;
}

/** English readers count in yuan: 0.79万元 is "CNY 7,900". */
export function printAmountEn(valueMinor: number, like: Quantity): string {
  if (like.unit !== 'CNY') return printNumber(valueMinor, like) + UNIT_EN[like.unit];
  const yuan = printNumber(valueMinor, { ...like, printedUnit: '元' });
  return `CNY ${yuan.replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g, ',')}`;
}

function printNumber(valueMinor: number, like: Quantity): string {
  const { minor } = unitOf(like);
  const most = Math.round(Math.log10(minor));
  const printed = Math.min(most, Math.max(0, Math.round(Math.log10(minor / like.ulpMinor))));
  const sign = valueMinor < 0 ? '-' : '';
  const whole = Math.floor(Math.abs(valueMinor) / minor);
  const digits = String(Math.round(Math.abs(valueMinor) - whole * minor)).padStart(most, '0');
  const kept = digits.slice(0, printed) + digits.slice(printed).replace(/0+$/, '');
  return `${sign}${whole}${kept && most > 0 ? `.${kept}` : ''}`;
}

/** "1, 2 and 3" without end: the first dozen, then how many more. */
export function listZh(parts: readonly string[], separator = '、'): string {
  const most = 12;
  if (parts.length <= most) return parts.join(separator);
  return `${parts.slice(0, most).join(separator)}等${parts.length}项`;
}
