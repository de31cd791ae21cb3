/** What the views for analysts mean, column by column in the order in which the views give them. */
import { CONCEPTS } from '../transforms/vocabulary/concept.ts';
import { FIGURE_COLUMNS, METRIC_COLUMNS } from './derived/bureau-year-columns.ts';
import { ECONOMIC_AMOUNTS, FUNCTIONAL_AMOUNTS } from './derived/spending.ts';
import { BUREAU, type Meaning, type Meanings, SCOPE, type ViewEntry, YEAR } from './dictionary-meanings.ts';

const PLACE: Meanings = {
  ...BUREAU,
  region_name: [null, '该区划在该年度的名称', 'name of the division in that year'],
  province: [null, '所在省、自治区、直辖市', 'province'],
  tier: [
    null,
    '层级：province 省级，prefecture 地市级，county 县级（含市辖区）',
    'province, prefecture or county',
  ],
  office: [
    null,
    '单位类型，由名称末尾判断（财政局、医疗保障局 …）；不明为空',
    'kind of office, from its name',
  ],
};

const BUREAU_YEAR: Meanings = { ...PLACE, ...SCOPE, ...YEAR };

const PHASES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  original_budget: ['年初预算数', 'original budget'],
  adjusted_budget: ['全年（调整）预算数', 'adjusted budget'],
  budget: ['未说明种类的预算数', 'budget of a kind that is not stated'],
  actual: ['决算数或实际数', 'actual'],
};

const figureMeanings: Meanings = Object.fromEntries(
  FIGURE_COLUMNS.map(({ column, concept, phase, fund }): [string, Meaning] => {
    const [zh, en] = PHASES[phase]!;
    const of = concept.dimensions.includes('fund') ? [`，资金 ${fund}`, `, fund ${fund}`] : ['', ''];
    return [
      column,
      [
        concept.unit,
        `${concept.zh}：${zh}${of[0]}；空为未公布`,
        `${concept.en}: ${en}${of[1]}; NULL is not published`,
      ],
    ];
  }),
);

const metricMeanings: Meanings = Object.fromEntries(
  METRIC_COLUMNS.map(({ column, metric }): [string, Meaning] => [
    column,
    [
      metric.unit,
      `${metric.zh}：${metric.formula}；输入缺失或存疑时为空，原因见 metrics`,
      `${metric.en}; NULL where an input is missing or suspect, the reason is in metrics`,
    ],
  ]),
);

const SERIES_BREAK: Meanings = {
  series_break: [
    null,
    '与上一个已知年度不可比的原因（更名、区划或科目变更）；可比为空',
    'why the year before cannot be compared (name, division or classification changed); NULL where it can',
  ],
};

const RESIDENTS: Meanings = {
  residents: ['persons', '常住人口（第七次全国人口普查，按该年度的区划）', 'residents by the census of 2020'],
};

/** Meanings of these columns of the wide table. */
function pick(...columns: string[]): Meanings {
  return Object.fromEntries(
    columns.map((column): [string, Meaning] => [
      column,
      (figureMeanings[column] ?? metricMeanings[column] ?? RESIDENTS[column])!,
    ]),
  );
}

const conceptNames = new Map<string, { zh: string; en: string }>(CONCEPTS.map((one) => [one.id, one]));

function amountMeanings(amounts: readonly { column: string; concept: string; phase: string }[]): Meanings {
  return Object.fromEntries(
    amounts.map(({ column, concept, phase }): [string, Meaning] => {
      const [zh, en] = PHASES[phase]!;
      const name = conceptNames.get(concept)!;
      return [column, ['CNY', `${name.zh}：${zh}`, `${name.en}: ${en}`]];
    }),
  );
}

const FUND: Meanings = { fund: [null, '资金来源', 'source of funds'] };
const LEVEL: Meanings = { level: [null, '级次：类、款、项', '类 (3 digits), 款 (5) or 项 (7)'] };

const METRIC_NAMES: Meanings = {
  metric: [null, '指标标识，定义见 metric_definitions', 'id of the metric, see metric_definitions'],
  metric_name_zh: [null, '指标的中文名称', 'Chinese name of the metric'],
  metric_name_en: [null, '指标的英文名称', 'English name of the metric'],
};

const GROUP: Meanings = {
  members: [
    'count',
    '组内单位数：具有该组特征、任一年度有数据的单位，该年度没有公布的也算',
    'bureaus with the marks of the group, whatever year they published',
  ],
  with_value: ['count', '其中该指标有值的单位数', 'of these, how many have a value'],
  coverage: ['percent', '有值单位占组内单位的比重', 'share of the group that has a value'],
  numerator_sum: [null, '分子合计；覆盖率低于 80% 为空', 'sum of numerators; NULL below 80% coverage'],
  denominator_sum: [null, '分母合计；覆盖率低于 80% 为空', 'sum of denominators; NULL below 80% coverage'],
  ratio_of_sums: [
    'unit',
    '分子合计 ÷ 分母合计（大单位权重大）；覆盖率低于 80% 为空',
    'sum of numerators ÷ sum of denominators; NULL below 80% coverage',
  ],
  median_of_ratios: [
    'unit',
    '各单位比率的中位数（各单位权重相同）；覆盖率低于 80% 为空',
    'median of the ratios of the bureaus; NULL below 80% coverage',
  ],
};

export const ANALYST_ENTRIES: Readonly<Record<string, ViewEntry>> = {
  bureau_years: {
    zh: '每行一个单位、口径、年度：主要数字与主要指标并列',
    en: 'one row per bureau × scope × fiscal year: main figures and metrics side by side',
    columns: {
      ...BUREAU_YEAR,
      ...RESIDENTS,
      ...figureMeanings,
      ...metricMeanings,
      contested: ['count', '该年度有争议的数字个数', 'contested observations of the year'],
      errors: ['count', '该年度错误级发现的个数', 'error findings of the year'],
      ...SERIES_BREAK,
    },
  },
  three_public_trends: {
    zh: '每行一个单位、口径、年度：“三公”经费的预算、决算、上年数和变动',
    en: 'one row per bureau × scope × fiscal year: three public expenses, last year beside this year',
    columns: {
      ...BUREAU_YEAR,
      ...pick(
        'three_public_original_budget',
        'three_public_adjusted_budget',
        'three_public_budget',
        'three_public_actual',
        'overseas_actual',
        'vehicles_actual',
        'vehicle_purchase_actual',
        'vehicle_operation_actual',
        'reception_actual',
      ),
      three_public_previous_year: ['CNY', '上年“三公”经费决算数', 'three public expenses of the year before'],
      ...pick(
        'three_public_change',
        'overseas_change',
        'vehicles_change',
        'reception_change',
        'three_public_trend',
        'three_public_control_rate',
        'three_public_per_staff',
      ),
      ...SERIES_BREAK,
    },
  },
  execution_rates: {
    zh: '每行一个单位、口径、年度：预算、决算与各种执行率',
    en: 'one row per bureau × scope × fiscal year: budgets, actual and execution rates',
    columns: {
      ...BUREAU_YEAR,
      ...pick(
        'expenditure_original_budget',
        'expenditure_adjusted_budget',
        'expenditure_budget',
        'expenditure_actual',
      ),
      execution_rate: [
        'percent',
        '执行率：优先按调整预算，其次未说明种类的预算，再次年初预算',
        'on the adjusted budget, else the budget of unstated kind, else the original budget',
      ],
      budget_used: [null, '执行率所用的预算', 'the budget that execution_rate is computed on'],
      ...pick(
        'execution_rate_original',
        'execution_rate_adjusted',
        'execution_rate_unstated',
        'budget_adjustment_rate',
        'budget_deviation',
        'project_execution_rate',
        'procurement_execution_rate',
        'carryover_rate',
      ),
      ...SERIES_BREAK,
    },
  },
  per_head: {
    zh: '每行一个单位、口径、年度：人均与单位成本及其基数',
    en: 'one row per bureau × scope × fiscal year: spending per resident, insured person and staff, with the bases',
    columns: {
      ...BUREAU_YEAR,
      ...pick(
        'residents',
        'headcount_in_post',
        'insured_persons',
        'expenditure_actual',
        'basic_actual',
        'personnel_actual',
        'operating_actual',
        'expenditure_per_resident',
        'administration_per_resident',
        'expenditure_per_insured',
        'basic_per_staff',
        'personnel_per_staff',
        'operating_per_staff',
        'three_public_per_staff',
        'residents_per_staff',
      ),
      ...SERIES_BREAK,
    },
  },
  peer_table: {
    zh: '每行一个参加排名的指标值：本单位、同类组中位数、位次，以及同类组的汇总',
    en: 'one row per ranked metric value: the bureau beside its peer group',
    columns: {
      ...METRIC_NAMES,
      family: [null, '指标类别', 'family of metrics'],
      direction: [null, '取向', 'more_is_better, more_is_worse or neither'],
      ...BUREAU,
      ...SCOPE,
      ...YEAR,
      value: ['unit', '指标值，单位见 unit', 'value in the unit of column unit'],
      unit: [null, '单位：percent 百分数，CNY 元，persons 人，points 分', 'percent, CNY, persons or points'],
      rank: ['count', '在同类组中的位次', 'rank in the peer group'],
      peer_count: ['count', '同类组中有值的单位个数', 'bureaus of the peer group that have a value'],
      percentile: ['percent', '在同类组中的百分位', 'percentile in the peer group'],
      peer_median: ['unit', '同类组的中位数', 'median of the peer group'],
      above_median: ['unit', '本单位减同类中位数', 'the value less the median of the peer group'],
      peer_group: [
        null,
        '同类组：层级|单位类型|省码|人口规模，* 为放宽',
        'tier|kind of office|province|population band; * is given up',
      ],
      group_members: GROUP.members!,
      group_coverage: GROUP.coverage!,
      group_ratio_of_sums: GROUP.ratio_of_sums!,
      group_median_of_ratios: GROUP.median_of_ratios!,
      reported_value: ['unit', '报告自己写的同一比率', 'the same rate as the report states it'],
      basis: [null, '用了什么代替什么', 'what stood in for what'],
    },
  },
  peer_groups: {
    zh: '每行一个指标、口径、年度、同类组与可比条件：总额之比、比率中位数与覆盖率',
    en: 'one row per metric × scope × fiscal year × peer group × ground: aggregates and their coverage',
    columns: {
      ...METRIC_NAMES,
      ...SCOPE,
      ...YEAR,
      peer_group: [null, '同类组，同 metrics.peer_group', 'as in metrics.peer_group'],
      ground: [null, '组内各值共同的资金口径和分母', 'fund and denominator that all its values share'],
      unit: [null, '比率的单位', 'unit of the ratios'],
      ...GROUP,
    },
  },
  projects: {
    zh: '每行一个单位、口径、年度、项目与资金来源：预算、决算、执行率与自评得分',
    en: 'one row per bureau × scope × fiscal year × project × fund',
    columns: {
      ...PLACE,
      ...SCOPE,
      ...YEAR,
      project: [null, '项目名称，按公布的写法', 'project name as published'],
      ...FUND,
      ...amountMeanings(
        ['original_budget', 'adjusted_budget', 'budget', 'actual'].map((phase) => ({
          column: phase,
          concept: 'expenditure.project',
          phase,
        })),
      ),
      execution_rate: ['percent', '项目预算执行率', 'execution rate of the project'],
      execution_rate_status: [null, '执行率的状态，见 metrics.status', 'see metrics.status'],
      reported_execution_rate: ['percent', '报告自己写的执行率', 'the rate as the report states it'],
      score: ['points', '自评得分', 'self-evaluation score'],
      self_evaluation_score: ['points', '自评得分（百分制）', 'self-evaluation score out of 100'],
      score_gap: ['percent', '执行得分高出实际执行的百分点', 'points awarded for execution beyond execution'],
    },
  },
  functional_spending: {
    zh: '每行一个单位、口径、年度、功能分类代码与资金来源：各阶段的支出，其中基本支出和项目支出',
    en: 'one row per bureau × scope × fiscal year × functional code × fund, with the amounts of each phase',
    columns: {
      ...PLACE,
      ...SCOPE,
      ...YEAR,
      function_code: [null, '支出功能分类代码', 'functional classification code'],
      function_name: [null, '该代码在该年度的名称', 'name of the code in that year'],
      ...LEVEL,
      ...FUND,
      ...amountMeanings(FUNCTIONAL_AMOUNTS),
      ...SERIES_BREAK,
    },
  },
  economic_spending: {
    zh: '每行一个单位、口径、年度、经济分类代码与资金来源：各阶段的基本支出与机关运行经费',
    en: 'one row per bureau × scope × fiscal year × economic code × fund, with the amounts of each phase',
    columns: {
      ...PLACE,
      ...SCOPE,
      ...YEAR,
      economic_code: [null, '部门预算支出经济分类代码', 'economic classification code'],
      economic_name: [null, '该代码在该年度的名称', 'name of the code in that year'],
      ...LEVEL,
      ...FUND,
      ...amountMeanings(ECONOMIC_AMOUNTS),
      ...SERIES_BREAK,
    },
  },
  series_breaks: {
    zh: '每行一处序列中断：单位更名、区划变更，或分类代码换了含义',
    en: 'one row per break of a series: a bureau, its division or a classification code changed',
    columns: {
      kind: [
        null,
        '种类：bureau 单位或区划，function_code 功能分类，economic_code 经济分类',
        'bureau, function_code or economic_code',
      ],
      bureau_id: [null, '单位的标识；分类代码的中断为空', 'bureau; NULL for a break of a code'],
      bureau_name: [null, '单位的名称', 'name of the bureau'],
      scope: [null, '口径：department 部门，unit 单位本身', 'department or unit'],
      code: [null, '分类代码；单位的中断为空', 'classification code; NULL for a break of a bureau'],
      fiscal_year: ['year', '从哪一年度起不可比', 'first year of the new series'],
      note: [null, '变了什么', 'what changed'],
    },
  },
  metric_inputs: {
    zh: '每行一个指标值所用的一个观测',
    en: 'one row per metric value and observation it was computed from',
    columns: {
      metric_id: [null, '指标值的标识', 'id of the metric value'],
      bureau_id: [null, '单位的标识', 'bureau'],
      position: [null, '顺序，先分子后分母', 'place, numerator first'],
      observation_id: [null, '观测的标识', 'id of the observation'],
    },
  },
  metric_definitions: {
    zh: '每行一个指标的定义',
    en: 'one row per metric',
    columns: {
      metric: [null, '指标标识，含义不变', 'id; it never changes meaning'],
      position: [null, '顺序', 'place in the list'],
      family: [null, '类别的标识', 'id of the family'],
      family_zh: [null, '类别的中文名称', 'Chinese name of the family'],
      family_en: [null, '类别的英文名称', 'English name of the family'],
      unit: [null, '单位：percent 百分数，CNY 元，persons 人，points 分', 'percent, CNY, persons or points'],
      direction: [null, '取向', 'more_is_better, more_is_worse or neither'],
      name_zh: [null, '中文名称', 'Chinese name'],
      name_en: [null, '英文名称', 'English name'],
      formula: [null, '公式', 'formula (Chinese)'],
      caveats: [null, '使用注意', 'what to know before comparing (Chinese)'],
      reference: [null, '定义的出处', 'where the definition comes from'],
      inputs: [null, '用到的概念，先分子后分母', 'concepts read, numerator first'],
      ranked: [null, '1 表示参加排名', '1 where bureaus are ranked by it'],
    },
  },
  changes: {
    zh: '每行一次运行对已发布内容的一处改变；输入不变的运行没有行',
    en: 'one row per thing that a run changed in what was published before; none for a run without news',
    columns: {
      run_id: [null, '运行的序号', 'number of the run'],
      run_at: ['time', '该运行开始的时间', 'when the run started'],
      kind: [
        null,
        '种类：document_new 新文件，document_replaced 文件被替换，document_gone 文件不再收录，document_quarantined 文件被隔离，document_read 文件重又可读，observation_new 新数字，observation_changed 数字改变，observation_gone 数字消失，finding_new、finding_gone 发现，metric_changed 指标改变，rank_changed 位次改变，not_listed 未逐条列出',
        'document_new, document_replaced, …, metric_changed, rank_changed; not_listed says how many were left out',
      ],
      key: [
        null,
        '所改变之物的标识（文件、观测、发现或指标值）',
        'id of the document, observation, finding or metric value',
      ],
      bureau_id: [null, '单位的标识', 'bureau'],
      bureau_name: [null, '单位的名称', 'name of the bureau'],
      fiscal_year: ['year', '数字或文件的年度', 'year of the figure or document'],
      what: [null, '是什么：文件名、数字的键或指标', 'the document, the key of the figure or the metric'],
      before: [null, '原来的状态或数值，文字', 'state or value before, as text'],
      after: [null, '现在的状态或数值，文字', 'state or value after, as text'],
      before_value: ['unit', '原值，单位见 unit', 'value before, in the unit of column unit'],
      after_value: ['unit', '现值，单位见 unit', 'value after, in the unit of column unit'],
      unit: [null, '数值的单位', 'unit of the values'],
      why: [null, '为何改变', 'why it changed'],
      ordinal: [null, '在该次运行的改变中的顺序', 'place among the changes of the run'],
    },
  },
};
