/** 项目支出绩效目标表: what a project may spend in the year, then what it is to achieve. Targets are no results. */
import type { Layout, Term } from '../layout.ts';
import { PLAIN_TOTALS } from '../terms/totals.ts';
import { FUND_DETAIL } from './annual-funds.ts';

const FUNDS: readonly Term[] = [
  {
    labels: [
      /^(年度|本年度?)(项目)?(资金|预算)(申请)?总(额|金额)$/,
      /^(年度)?资金总额$/,
      /^年度预算(数|资金)?$/,
    ],
    total: true,
  },
  {
    labels: [
      /^(本年|当年|上年)?(财政拨款|财政资金|一般公共预算)/,
      /^(中央|省级|市级|县级|区级|地方)/,
      /^上年结转/,
      /^其[他它](资金)?$/,
      /^(财政专户|单位|自有|社会)/,
    ],
    ignore: FUND_DETAIL,
  },
];

const TITLES = [/(项目|专项|转移支付|资金).*绩效目标(申报|批复|公开)?表/, /^绩效目标(申报|批复)表/];
const NOT_TITLES = [/自评|完成|监控|整体/];

/** 预算数; 项目资金 ‖ 合计 | 财政拨款 | 其他资金. */
const BUDGET_OF_PROJECT = /^(预算(数|金额)|项目资金)$/;

/** One project after another in one table, each with its indicators below one another. */
export const projectTargetList: Layout = {
  id: 'self-evaluations/project-target-list',
  zh: '部门预算项目绩效目标申报表',
  source: '四川省预算管理一体化系统 部门预算项目绩效目标申报表',
  titles: TITLES,
  notTitles: NOT_TITLES,
  requires: [/^项目名称$/, BUDGET_OF_PROJECT, /^三级指标$/],
  // The form of a single project.
  lacks: [/资金总额/],
  lanes: [
    {
      defaults: { concept: 'expenditure.project', fund: 'all' },
      projectColumn: /^项目名称$/,
      columns: [
        { labels: [BUDGET_OF_PROJECT], phase: 'budget' },
        ...PLAIN_TOTALS,
        { labels: [/^财政(拨款|资金)$/, /^(其[他它]|单位)资金$/], ignore: FUND_DETAIL },
        { labels: [/^指标值$/, '权重'], ignore: '绩效目标值' },
      ],
      rows: [
        {
          labels: [/^(合计|总计|小计)$/, /^\d{3}(\d{3})?[-—－]\p{Script=Han}{2,30}部门$/u],
          ignore: '所列各项目之和，不一定是全部项目',
        },
      ],
      unknownRows: '没有项目名称的行',
    },
  ],
};

export const projectTargets: Layout = {
  id: 'self-evaluations/project-targets',
  zh: '项目支出绩效目标表',
  source: '财政部《项目支出绩效目标申报表》（财预〔2015〕88号附件格式）',
  titles: TITLES,
  notTitles: NOT_TITLES,
  form: true,
  ofProjects: true,
  lanes: [
    { when: /指标/, defaults: { ignore: '绩效目标值' }, columns: [], rows: [] },
    {
      defaults: { concept: 'expenditure', fund: 'all', phase: 'budget' },
      columns: [],
      rows: FUNDS,
      headerless: true,
      pairs: true,
    },
  ],
};
