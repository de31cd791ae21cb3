/** What views and columns are called for those who ask in Chinese: 从“执行率”里按“单位名称”查. */
import { FUND_FORMS } from '../../transforms/vocabulary/funds.ts';
import { PHASE_FORMS } from '../../transforms/vocabulary/phases.ts';
import { SCOPE_FORMS } from '../../transforms/vocabulary/scopes.ts';
import { FIGURE_COLUMNS, METRIC_COLUMNS } from '../derived/bureau-year-columns.ts';

/** Chinese view → the view it is a twin of. */
export const TWINS: Readonly<Record<string, string>> = {
  单位年度: 'bureau_years',
  三公趋势: 'three_public_trends',
  执行率: 'execution_rates',
  人均支出: 'per_head',
  同类比较: 'peer_table',
  同类汇总: 'peer_groups',
  项目支出: 'projects',
  功能分类支出: 'functional_spending',
  经济分类支出: 'economic_spending',
  覆盖情况: 'coverage',
  数据质量: 'data_quality',
  序列中断: 'series_breaks',
  核对规则: 'checks',
  变化: 'changes',
};

const phased = (prefix: string, zh: string): Record<string, string> => ({
  [`${prefix}original_budget`]: `${zh}年初预算`,
  [`${prefix}adjusted_budget`]: `${zh}调整预算`,
  [`${prefix}budget`]: `${zh}预算_未说明种类`,
  [`${prefix}actual`]: `${zh}决算`,
});

/** “三公”经费控制率 → 三公经费控制率; 预算执行率（调整预算） → 预算执行率_调整预算: a name that SQL takes without quotes. */
function asIdentifier(zh: string): string {
  return zh
    .replaceAll(/[“”]/gu, '')
    .replaceAll(/（([^（）]*)）/gu, '_$1')
    .replaceAll(/\s/gu, '');
}

/** Column → its Chinese name, the same in every view. */
export const COLUMN_NAMES: Readonly<Record<string, string>> = {
  bureau_id: '单位标识',
  bureau_name: '单位名称',
  region_code: '区划代码',
  region_name: '区划名称',
  province: '省份',
  tier: '层级',
  office: '单位类型',
  scope: '口径',
  fiscal_year: '年度',
  residents: '常住人口',
  contested: '有争议数字个数',
  errors: '错误级发现个数',
  series_break: '序列中断',
  three_public_previous_year: '上年三公经费决算',
  execution_rate: '执行率',
  budget_used: '所用预算',
  metric: '指标标识',
  metric_name_zh: '指标',
  metric_name_en: '指标英文名',
  family: '类别',
  direction: '取向',
  value: '数值',
  unit: '单位',
  rank: '位次',
  peer_count: '同类个数',
  percentile: '百分位',
  peer_median: '同类中位数',
  above_median: '与中位数之差',
  peer_group: '同类组',
  group_members: '组内单位数',
  group_coverage: '组内覆盖率',
  group_ratio_of_sums: '总额之比',
  group_median_of_ratios: '比率中位数',
  reported_value: '报告自述',
  basis: '计算口径',
  ground: '可比条件',
  members: '组内单位数',
  with_value: '有值单位数',
  coverage: '覆盖率',
  numerator_sum: '分子合计',
  denominator_sum: '分母合计',
  ratio_of_sums: '总额之比',
  median_of_ratios: '比率中位数',
  project: '项目',
  fund: '资金来源',
  execution_rate_status: '执行率状态',
  reported_execution_rate: '报告自述执行率',
  score: '自评得分',
  score_gap: '执行得分虚高',
  function_code: '功能分类代码',
  function_name: '功能分类名称',
  economic_code: '经济分类代码',
  economic_name: '经济分类名称',
  level: '级次',
  ...phased('', ''),
  ...phased('basic_', '基本支出'),
  ...phased('project_', '项目支出'),
  ...phased('agency_running_', '机关运行经费'),
  kind: '种类',
  code: '代码',
  note: '说明',
  state: '状态',
  documents: '文件数',
  facts: '事实数',
  unclaimed: '未识读数字个数',
  run_id: '运行',
  run_at: '运行时间',
  key: '标识',
  what: '对象',
  before: '原来',
  after: '现在',
  before_value: '原值',
  after_value: '现值',
  why: '原因',
  ordinal: '顺序',
  ...Object.fromEntries(FIGURE_COLUMNS.map(({ column, zh }) => [column, asIdentifier(zh)])),
  ...Object.fromEntries(METRIC_COLUMNS.map(({ column, metric }) => [column, asIdentifier(metric.zh)])),
};

const FORMS = { fund: FUND_FORMS, scope: SCOPE_FORMS, budget_used: PHASE_FORMS } as const;

/** Codes of closed lists are said in Chinese; all else is as it is. */
export function shownInChinese(column: string): string {
  const forms = column in FORMS ? FORMS[column as keyof typeof FORMS] : null;
  if (forms === null) return `"${column}"`;
  const cases = forms.map(({ value, zh }) => `WHEN '${value}' THEN '${zh}'`);
  return `CASE "${column}" ${cases.join(' ')} ELSE "${column}" END`;
}
