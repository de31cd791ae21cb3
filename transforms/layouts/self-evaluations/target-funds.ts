/** 部门整体支出绩效目标(完成情况)表: what the department may spend in the year, by source and by nature, then targets. */
import type { ColumnHead, LaneRule, Layout, Meaning } from '../layout.ts';
import { FUND_COLUMNS } from '../terms/funds.ts';
import { FUND_DETAIL } from './annual-funds.ts';

const TITLES = [/整体(支出)?绩效目标(完成情况)?(自评|申报)?表/];
/** With what was spent beside what was planned it is a self-evaluation. */
const DONE = [/^(全年|预算|实际)?执行(数|金额)(\(.*\))?$/];
const targets: LaneRule = { when: /指标/, defaults: { ignore: '绩效目标值' }, columns: [], rows: [] };

const NATURE = /^(基本|项目)支出$/;

/**
 * 资金总额 | 按收入性质分 | 按支出性质分, and below the last two what they are divided into. Where a text dropped the empty cells
 * of the second row, 基本支出 comes to stand below 按收入性质分: then no figure stands below its own header.
 */
function withoutSlippedHeaders(columns: readonly ColumnHead[]): ReadonlyMap<number, Meaning> {
  const slipped = columns.some(({ path }) => {
    const [above, below] = [path.at(-2) ?? '', path.at(-1) ?? ''];
    return (
      (/^按收入性质分$/.test(above) && NATURE.test(below)) ||
      (/^资金总额$/.test(above) && below !== '' && below !== above)
    );
  });
  return new Map(slipped ? columns.map((_, index) => [index, { ignore: SLIPPED }]) : []);
}

const SLIPPED = '该行缺少单元格，不知是哪一列';

/** One row of planned money by source. */
export const targetFunds: Layout = {
  id: 'self-evaluations/target-funds',
  zh: '部门整体支出绩效目标表',
  source: '四川省部门整体支出绩效目标（完成情况自评）表',
  titles: TITLES,
  signs: [/年度部门整体支出预算/, /资金总额/],
  lacks: [...DONE, /^部门预算总额(\(.*\))?$/],
  form: true,
  refineColumns: withoutSlippedHeaders,
  lanes: [
    {
      when: /资金总额|^按(收入|支出)性质分$/,
      defaults: { concept: 'expenditure', fund: 'all', phase: 'budget' },
      columns: [
        { labels: ['资金总额', '合计', '总额'], total: true },
        { labels: [/^(按支出性质分)?基本支出$/], concept: 'expenditure.basic' },
        { labels: [/^(按支出性质分)?项目支出$/], concept: 'expenditure.project' },
        ...FUND_COLUMNS,
      ],
      rows: [{ labels: [/^(年度)?部门(整体)?支出预算/, '预算情况', /^年度预算(申请|安排)?/], total: true }],
    },
    targets,
  ],
};

/** 预算情况 | 部门预算总额（万元） | 800.00, below it 1、资金来源 and 2、资金结构: each label in front of its figure. */
export const targetFundsBelow: Layout = {
  id: 'self-evaluations/target-funds-below',
  zh: '部门（单位）整体绩效目标表',
  source: '河南省部门（单位）整体绩效目标表',
  titles: TITLES,
  requires: [/^部门预算总额(\(.*\))?$/],
  lacks: DONE,
  form: true,
  lanes: [
    targets,
    {
      defaults: { concept: 'expenditure', fund: 'all', phase: 'budget' },
      columns: [],
      rows: [
        { labels: [/^部门预算总额$/], total: true },
        { labels: [/^(2、)?(资金结构:?)?(\(1\))?基本支出$/], concept: 'expenditure.basic' },
        { labels: [/^(\(2\))?项目支出$/], concept: 'expenditure.project' },
        { labels: [/政府预算资金$/, /财政专户(管理)?(的)?资金$/, /单位资金$/], ignore: FUND_DETAIL },
      ],
      headerless: true,
      pairs: true,
    },
  ],
};
