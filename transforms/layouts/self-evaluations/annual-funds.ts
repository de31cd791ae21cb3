/**
 * 绩效自评表: 年度资金总额 with budget, adjusted budget, actual, 执行率 and points, then the indicators and a 总分.
 * With a 项目名称 above it the figures are the project's, else the whole department's.
 */
import type { ColumnHead, LaneRule, Layout, Meaning, Term } from '../layout.ts';
import { FUND_COLUMNS } from '../terms/funds.ts';
import { PHASE_COLUMNS } from '../terms/phases.ts';

const POINTS: readonly Term[] = [
  { labels: [/^执行率(\(.*\))?$/, /^预算执行率(\(.*\))?$/], concept: 'rate.execution', phase: 'actual' },
  { labels: [/^分值(\(.*\))?$/, '权重', '分'], ignore: '分值' },
  { labels: [/^(自评)?得分(\(.*\))?$/, /^(预算)?执行率(权重|分值|得分)(\(.*\))?$/], ignore: '执行率得分' },
];

/** 按支出性质分 and 按收入性质分: the year's money once by nature, once by source. */
const BY_NATURE: readonly Term[] = [
  { labels: [/^基本支出$/], concept: 'expenditure.basic' },
  { labels: [/^项目支出$/], concept: 'expenditure.project' },
  ...FUND_COLUMNS.map((term) => ({ ...term, concept: 'expenditure' as const })),
];

/** 总分, 自评总分, 总分（满分100分）, 合计得分 */
const TOTAL_SCORE = /^(项目|绩效)*(自评)?(总分|总得分|合计得分|综合得分|总分合计)(\(.*\))?$/;

/** Who gave the money: divides a budget as well as what was spent of it. */
export const GIVERS =
  /^(中央|省|自治区|市|州|县|区|市县|县区|市区|区县|乡镇?|镇|地方|本级|上级|同级)(级|本级)?(财政|补助|配套|专项)*(资金|拨款|补助|安排)*$/;

const PART_RATES = '各项资金的执行率由预算数与执行数推算';

export const FUND_DETAIL = '资金来源明细：按来源分的项目资金不在词汇表';

const funds: LaneRule = {
  when: /预算(安排)?(数|金额)|安排预算|执行(数|金额)|年初预算|全年预算/,
  defaults: { concept: 'expenditure', fund: 'all' },
  columns: [
    ...PHASE_COLUMNS,
    {
      labels: [
        /^预算执行(数|金额)?$/,
        /^全年度?支出(数|金额|额)?$/,
        /^(资金)?实际使用(数|金额|额)(\([A-D]\))?$/,
        /^决算(数|金额)?\([A-D]\)$/,
      ],
      phase: 'actual',
    },
    { labels: [/^(预算安排|安排预算)(数|金额|额)(\([A-D]\))?$/], phase: 'budget' },
    {
      labels: [
        /^年中(预算)?(调整|追加|调剂)(数|金额|额)?$/,
        /^(实际|资金)?到位(数|金额|资金|额)(\([A-D]\))?$/,
      ],
      ignore: '项目资金的调整与到位不在词汇表',
    },
    { labels: ['合计', '总额', '小计', '总计'], total: true },
    { labels: [/^财政拨款$/], fund: 'fiscal' },
    { labels: [GIVERS, /^(其他|自有|自筹|单位|社会)资金$/], ignore: FUND_DETAIL },
    ...POINTS,
  ],
  rows: [
    {
      labels: [
        /^(年度|项目)?(项目|财政)?资金总(额)?(\(.*\))?$/,
        '总额',
        '合计',
        '金额合计',
        '年度预算总额',
        '年度总金额',
        /^部门整体支出(总额)?$/,
      ],
      total: true,
    },
    { labels: [/^(按支出性质分:?)?基本支出$/], concept: 'expenditure.basic' },
    { labels: [/^(按支出性质分:?)?项目支出$/], concept: 'expenditure.project' },
    { labels: [/^人员(经费|支出)$/], concept: 'expenditure.personnel' },
    { labels: [/^(日常)?公用(经费|支出)$/], concept: 'expenditure.operating' },
    {
      labels: [
        /^(当年|本年)?(财政拨款|财政资金|一般公共预算|中央|省级|市级|县级|区级|地方)/,
        /^上年结转/,
        /^按收入性质分/,
        /^其他资金/,
        /^(财政专户|单位)/,
        /^政府性基金/,
        /^当年$/,
        /^其[他它]$/,
        GIVERS,
      ],
      ignore: FUND_DETAIL,
    },
  ],
  labelledCells: BY_NATURE,
  partRates: PART_RATES,
  scoreRow: TOTAL_SCORE,
};

/** 年初预算数, 全年执行数 … down, and 基本支出 | 项目支出 | 合计 across. */
const natureAcross: LaneRule = {
  when: /(^| )基本支出(?= |$).* 项目支出(?= |$)/,
  defaults: { concept: 'expenditure', fund: 'all' },
  columns: [
    { labels: [/^基本支出$/], concept: 'expenditure.basic' },
    { labels: [/^项目支出$/], concept: 'expenditure.project' },
    { labels: ['合计', '总计', '总额', '小计'], total: true },
  ],
  rows: [
    ...PHASE_COLUMNS,
    { labels: [/^(预算)?执行率(\(.*\))?$/], concept: 'rate.execution', phase: 'actual' },
    { labels: [/^(分值|权重|得分)(\(.*\))?$/], ignore: '执行率得分' },
  ],
  partRates: PART_RATES,
};

/** 收入预算 | 年初预算 | 调整后预算 | 决算数, above the same lines for 支出预算: what came in, and not what was spent. */
const receipts: LaneRule = {
  when: /(^| )(本年|年度|部门|单位)*收入(预算|决算|情况)?(?= |$)/,
  defaults: { concept: 'revenue', fund: 'all' },
  columns: [...PHASE_COLUMNS, { labels: [/率$/], ignore: '收入完成率不在词汇表' }],
  rows: [
    { labels: [/^(收入)?(合计|总计|总额)$/, /^(年度)?资金总额$/], total: true },
    { labels: [/^财政拨款(收入)?$/], fund: 'fiscal' },
    { labels: [/^一般公共预算(财政)?(拨款)?(收入)?$/], fund: 'general_public' },
    { labels: [/^政府性基金(预算)?(财政)?(拨款)?(收入)?$/], fund: 'government_fund' },
    { labels: [/^其[他它]/, /^上年结转/, /^单位资金/], ignore: FUND_DETAIL },
  ],
};

/** Indicators are targets and achievements, not accounts; the count and the rate of persons insured are both. */
const INSURED: readonly Term[] = [
  {
    labels: [/^(指标\d+:)?(城乡居民)?(基本)?医(疗)?保(险)?参保(人数|人员)$/, '参保人数', '医保参保人数'],
    concept: 'insured.persons',
    phase: 'actual',
  },
  {
    labels: [/^(指标\d+:)?(城乡居民|基本)?(医保|医疗保险|基本医疗保险)?参保率$/],
    concept: 'insured.rate',
    phase: 'actual',
  },
];

const indicators: LaneRule = {
  when: /一级指标|二级指标|三级指标|绩效指标/,
  defaults: {},
  columns: [
    {
      labels: [/^(实际|全年)?(实际)?完成(指标)?值$/, /^实际(指标|完成)?值$/, /^全年完成值$/, '完成值'],
      phase: 'actual',
    },
    { labels: [/^(年度)?(绩效)?(指标|目标)值$/, /^预期(指标|目标)?值$/], ignore: '绩效目标值' },
    { labels: [/^分值(\(.*\))?$/, '权重'], ignore: '分值' },
    { labels: [/^(自评)?得分(\(.*\))?$/], ignore: '指标得分' },
  ],
  rows: INSURED,
  unknownRows: '绩效指标值不属于收支数据',
  scoreRow: new RegExp(`${TOTAL_SCORE.source}|^(合计|总计)$`),
};

/** 预算数 | 到位数 | 执行数 | 执行率: some offices divide what was spent by what was given, some by what was planned. */
function ratesOfGiven(columns: readonly ColumnHead[]): ReadonlyMap<number, Meaning> {
  const given = columns.some(({ path, filled }) => filled && path.some((label) => /到位/.test(label)));
  return new Map(
    columns.flatMap(({ path }, index) =>
      given && path.some((label) => /执行率/.test(label))
        ? [[index, { ignore: '没有说明执行率以到位数还是以预算数为分母' }]]
        : [],
    ),
  );
}

export const annualFunds: Layout = {
  id: 'self-evaluations/annual-funds',
  zh: '绩效自评表',
  source: '财政部《项目支出绩效自评表》《部门整体支出绩效自评表》（财预〔2018〕167号附件格式）',
  titles: [/自评(结果|信息|情况|得分)*表/],
  lacks: [/^计划安排资金(\(.*\))?$/],
  signs: [
    /年度资金总额|资金总额|项目资金|预算资金|预算执行情况/,
    /全年预算|调整后预算|调整预算数|全年执行|预算执行(数|金额)|^执行数/,
  ],
  form: true,
  ofProjects: true,
  refineColumns: ratesOfGiven,
  lanes: [receipts, natureAcross, funds, indicators],
};
