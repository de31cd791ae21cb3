/** What the closed lists of the warehouse are called in front of people, in Chinese and English. */
import type { Severity } from '../transforms/checks/finding.ts';
import type { Relation } from '../transforms/checks/relation.ts';
import type { Basis, Fund, Phase } from '../transforms/extract/fact.ts';
import type { Direction } from '../transforms/metrics/metric.ts';
import type { MetricStatus, MetricUnit } from '../transforms/metrics/metric-value.ts';
import { POPULATION_BANDS } from '../transforms/metrics/population-bands.ts';
import type { Unit } from '../transforms/parse/quantity.ts';
import type { DisclosureKind, Scope } from '../transforms/recognise/disclosure.ts';
import type { ObservationStatus } from '../transforms/reconcile/observation.ts';
import type { ChangeKind, DocumentState, RunState } from '../warehouse/enumerations.ts';
import type { ExpectedState } from '../warehouse/expected-states.ts';

const LAST_BAND = POPULATION_BANDS.at(-1)!;

export type Language = 'zh' | 'en';

/** A word in both languages. */
export type Word = readonly [zh: string, en: string];

type Words<Member extends string> = Readonly<Record<Member, Word>>;

export function inLanguage([zh, en]: Word, language: Language): string {
  return language === 'en' ? en : zh;
}

export const PHASE_WORDS: Words<Phase> = {
  original_budget: ['年初预算数', 'original budget'],
  adjusted_budget: ['调整预算数', 'adjusted budget'],
  budget: ['预算数', 'budget (kind not stated)'],
  actual: ['决算数', 'actual'],
};

export const FUND_WORDS: Words<Fund> = {
  all: ['全部资金', 'all funds'],
  fiscal: ['财政拨款', 'fiscal appropriation'],
  general_public: ['一般公共预算', 'general public budget'],
  government_fund: ['政府性基金预算', 'government fund'],
  state_capital: ['国有资本经营预算', 'state capital operations'],
  superior_subsidy: ['上级补助收入', 'superior subsidy'],
  operating_income: ['事业收入', 'operating income'],
  business_income: ['经营收入', 'business income'],
  affiliate_income: ['附属单位上缴收入', 'affiliate income'],
  special_account: ['财政专户管理资金', 'special account'],
  other_income: ['其他收入', 'other income'],
};

export const SCOPE_WORDS: Words<Scope> = {
  department: ['部门', 'department'],
  unit: ['单位', 'unit'],
};

export const KIND_WORDS: Words<DisclosureKind> = {
  final_accounts: ['决算', 'final accounts'],
  budget: ['预算', 'budget'],
  self_evaluation: ['整体自评', 'self-evaluation'],
  project_evaluation: ['项目自评', 'project evaluation'],
  performance_targets: ['绩效目标', 'performance targets'],
  unknown: ['未识别', 'unknown'],
};

export const SEVERITY_WORDS: Words<Severity> = {
  error: ['错误', 'error'],
  warning: ['警告', 'warning'],
  note: ['说明', 'note'],
};

export const CHECK_KIND_WORDS: Words<Relation['kind']> = {
  sum: ['合计', 'sums'],
  codes: ['科目层级', 'levels of a classification'],
  order: ['大小', 'order'],
  rate: ['比率', 'rates'],
  claim: ['文字说法', 'claims in words'],
  agreement: ['各处一致', 'agreement'],
  labels: ['名称', 'labels'],
  score: ['得分', 'scores'],
  scope: ['部门与单位', 'departments and units'],
  remark: ['文字与空白', 'remarks and blanks'],
};

export const DOCUMENT_STATE_WORDS: Words<DocumentState> = {
  extracted: ['已读取', 'extracted'],
  quarantined: ['已隔离', 'quarantined'],
  superseded: ['已被取代', 'superseded'],
};

export const EXPECTED_STATE_WORDS: Words<ExpectedState> = {
  present: ['已公开', 'present'],
  missing: ['逾期未见', 'missing'],
  quarantined: ['未能读取', 'quarantined'],
  withdrawn: ['已撤下', 'withdrawn'],
  due: ['未到期', 'not yet due'],
};

export const RUN_STATE_WORDS: Words<RunState> = {
  running: ['进行中', 'running'],
  finished: ['完成', 'finished'],
  failed: ['失败', 'failed'],
  interrupted: ['中断', 'interrupted'],
};

export const CHANGE_KIND_WORDS: Words<ChangeKind> = {
  document_new: ['新文件', 'new document'],
  document_replaced: ['文件被取代', 'document replaced'],
  document_gone: ['文件不再收录', 'document gone'],
  document_quarantined: ['文件被隔离', 'document quarantined'],
  document_read: ['文件重又可读', 'document readable again'],
  observation_new: ['新增数字', 'new figure'],
  observation_changed: ['数字改变', 'figure changed'],
  observation_gone: ['数字消失', 'figure gone'],
  finding_new: ['新发现', 'new finding'],
  finding_gone: ['发现消失', 'finding gone'],
  metric_changed: ['指标改变', 'metric moved'],
  rank_changed: ['位次改变', 'rank moved'],
  not_listed: ['未逐条列出', 'not listed'],
};

export const OBSERVATION_STATUS_WORDS: Words<ObservationStatus> = {
  accepted: ['已采信', 'accepted'],
  contested: ['有争议', 'contested'],
  corrected: ['已更正', 'corrected'],
};

export const BASIS_WORDS: Words<Basis> = { stated: ['原文', 'stated'], derived: ['推得', 'derived'] };

export const UNIT_WORDS: Words<Unit> = {
  CNY: ['元', 'yuan'],
  persons: ['人', 'persons'],
  count: ['个', 'count'],
  percent: ['%', '%'],
  points: ['分', 'points'],
};

export const METRIC_UNIT_WORDS: Words<MetricUnit> = {
  CNY: ['元', 'yuan'],
  persons: ['人', 'persons'],
  percent: ['%', '%'],
  points: ['分', 'points'],
};

export const DIRECTION_WORDS: Words<Direction> = {
  more_is_better: ['越高越好', 'more is better'],
  more_is_worse: ['越低越好', 'less is better'],
  neither: ['高低均需说明', 'neither'],
};

/** Why a metric has no value: short, since it stands in the cell. */
export const METRIC_STATUS_WORDS: Words<MetricStatus> = {
  ok: ['可用', 'ok'],
  missing_numerator: ['缺分子', 'no numerator'],
  missing_denominator: ['缺分母', 'no denominator'],
  zero_denominator: ['分母为零', 'zero base'],
  scope_mismatch: ['口径不一', 'mismatch'],
  suspect_input: ['数据存疑', 'suspect'],
};

export const METRIC_STATUS_REASONS: Words<Exclude<MetricStatus, 'ok'>> = {
  missing_numerator: ['分子（如决算数）没有公开', 'the numerator was not published'],
  missing_denominator: ['分母（如预算数、人数）没有公开', 'the denominator was not published'],
  zero_denominator: [
    '分母公开为 0，比率没有意义（报告中印成 0% 或 100% 的也归此类）',
    'the denominator is published as 0',
  ],
  scope_mismatch: [
    '分子与分母只在不同资金口径或部门、单位口径下公开，不能相除',
    'numerator and denominator are published for different funds or scopes only',
  ],
  suspect_input: [
    '所用数据相互矛盾或涉及“错误”级校验发现，须人工核实',
    'an input is contested or stands in an error finding',
  ],
};

/** Parts of `basis` ("budget=adjusted_budget; fund=fiscal"). */
const BASIS_KEYS: Readonly<Record<string, Word>> = {
  budget: ['预算口径', 'budget'],
  fund: ['资金', 'fund'],
  population: ['人口年份', 'population of'],
  denominator: ['分母', 'denominator'],
  items: ['科目数', 'items'],
  coverage: ['覆盖金额', 'coverage'],
  projects: ['项目数', 'projects'],
  project: ['项目', 'project'],
  years: ['所用年度', 'years'],
  base: ['基本支出取法', 'base'],
  pass_through: ['转拨款（元）', 'pass-through'],
  full_marks: ['满分', 'full marks'],
  points: ['执行得分', 'points'],
  outlier_z: ['离群值 z', 'outlier z'],
  deflator: ['价格指数', 'deflator'],
  deflator_series: ['指数来源', 'price index'],
  documents: ['文件数', 'documents'],
};

const BASIS_VALUES: Readonly<Record<string, Word>> = {
  ...PHASE_WORDS,
  ...FUND_WORDS,
  parts_sum: ['与两项之和相符', 'the parts add up to it'],
  only: ['仅有一个', 'the only one'],
  equal: ['各口径相等', 'all equal'],
  unknown: ['未知', 'unknown'],
  cpi: ['全国居民消费价格指数', 'national CPI'],
};

/** "budget=adjusted_budget; fund=all" → "预算口径：调整预算数；资金：全部资金". */
export function basisInWords(basis: string, language: Language): string {
  const parts = basis.split('; ').filter((part) => part !== '');
  return parts.map((part) => basisPart(part, language)).join(language === 'en' ? '; ' : '；');
}

function basisPart(part: string, language: Language): string {
  const [, key = '', value = ''] = /^([^=]+)=(.*)$/su.exec(part) ?? [];
  const name = BASIS_KEYS[key];
  if (name === undefined) return part;
  const known = BASIS_VALUES[value];
  const words = known === undefined ? value : inLanguage(known, language);
  return language === 'en' ? `${name[1]}: ${words}` : `${name[0]}：${words}`;
}

/** "county|财政局|63|*; widened=1" → what the members share, in words; a province without a name by its code. */
export function peerGroupInWords(
  group: string,
  language: Language,
  provinceName: (code: string) => string | undefined = () => undefined,
): string {
  const [marks = ''] = group.split('; ');
  const [tier = '*', type = '*', province = '*', band = '*'] = marks.split('|');
  const say = (zh: string, en: string) => (language === 'en' ? en : zh);
  const kept = [
    TIER_WORDS[tier] ? inLanguage(TIER_WORDS[tier], language) : tier,
    type === '*' ? say('各类单位', 'all kinds of office') : type,
    province === '*'
      ? say('不限省份', 'any province')
      : (provinceName(province) ?? say(`省码 ${province}`, `province ${province}`)),
    inLanguage(BAND_WORDS.get(band) ?? ['不限人口', 'any population'], language),
  ];
  return kept.join(' · ');
}

/** "<500000" → 人口 20 万至 50 万: the name of a band is its upper bound alone. */
const BAND_WORDS: ReadonlyMap<string, Word> = new Map([
  ...POPULATION_BANDS.map((upper, index): [string, Word] => {
    const lower = POPULATION_BANDS[index - 1];
    return [
      `<${upper}`,
      lower === undefined
        ? [`人口不足 ${upper / 10_000} 万`, `fewer than ${thousands(upper)} residents`]
        : [
            `人口 ${lower / 10_000} 万至 ${upper / 10_000} 万`,
            `${thousands(lower)} to ${thousands(upper)} residents`,
          ],
    ];
  }),
  [`>=${LAST_BAND}`, [`人口 ${LAST_BAND / 10_000} 万以上`, `${thousands(LAST_BAND)} residents or more`]],
]);

const TIER_WORDS: Readonly<Record<string, Word>> = {
  province: ['省级', 'province'],
  prefecture: ['地市级', 'prefecture'],
  district: ['市辖区', 'district'],
  county: ['县级', 'county'],
  'county-level city': ['县级市', 'county-level city'],
  county_level_city: ['县级市', 'county-level city'],
};

/** 500000 → "500,000", on every machine. */
function thousands(residents: number): string {
  return residents.toLocaleString('en-US');
}
