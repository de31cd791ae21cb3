/**
 * Tables inside the text of a self-evaluation, with a line of the text for a title or none: what the department spent by nature,
 * and what its projects spent, one a row.
 */
import type { Layout } from '../layout.ts';
import { PHASE_COLUMNS } from '../terms/phases.ts';
import { projectList } from './project-list.ts';

/** A table by codes, by units or by economic classes is another one. */
const OTHER_TABLES = [
  /编码|代码/,
  /^(类|款|项)$/,
  /单位名称/,
  /科目/,
  /^[一二三]级指标$/,
  /工资福利|商品和服务/,
];

export const executionByNature: Layout = {
  id: 'self-evaluations/execution-by-nature',
  zh: '部门整体支出预算执行情况',
  source: '部门整体支出绩效自评报告 正文 预算执行情况',
  titles: [],
  // Of one fund, of one nature or of another year it is not all that was spent.
  notBelow: [/一般公共预算|财政拨款|政府性基金|国有资本|三公|采购|经济分类|收入|上年|去年/],
  signs: [
    /^基本支出$/,
    /^项目支出$/,
    /^(年初|全年|调整后?|本年|20\d\d年度?)?预算(数|金额)?(\(.*\))?$/,
    /^(20\d\d年度?)?(决算|(全年|预算|实际)?执行|(全年)?实际支出)(数|金额)?(\(.*\))?$/,
  ],
  lacks: [...OTHER_TABLES, /年度资金总额|资金总额|项目名称/],
  lanes: [
    {
      defaults: { concept: 'expenditure', fund: 'all' },
      columns: [
        ...PHASE_COLUMNS,
        { labels: [/^(预算)?执行率(\(.*\))?$/], concept: 'rate.execution', phase: 'actual' },
      ],
      rows: [
        { labels: [/^(合计|总计|支出合计|支出总计)$/, /^(部门)?整体支出(合计)?$/], total: true },
        { labels: [/^(本年)?收入(合计|总计)$/], concept: 'revenue' },
        { labels: [/^基本支出$/], concept: 'expenditure.basic' },
        { labels: [/^项目支出$/], concept: 'expenditure.project' },
        { labels: [/^人员(经费|支出)$/], concept: 'expenditure.personnel' },
        { labels: [/^(日常)?公用(经费|支出)$/], concept: 'expenditure.operating' },
      ],
      partRates: '各项支出的执行率由预算数与执行数推算',
    },
  ],
};

export const projectExecution: Layout = {
  ...projectList,
  id: 'self-evaluations/project-execution',
  zh: '项目支出预算执行情况',
  source: '部门整体支出绩效自评报告 正文 项目支出情况',
  titles: [/(项目|专项)(支出|资金)*(预算)?执行情况(汇总|统计|明细)?表/],
  signs: [
    /^(项目|专项)(支出)?名称$/,
    /^(年初|全年|调整后?)?(预算|安排)(数|金额|资金)(\(.*\))?$/,
    /^(全年|预算|实际)?(执行|支出)(数|金额)(\(.*\))?$/,
  ],
  requires: [/^(项目|专项)(支出)?名称$/, /^(全年|预算|实际)?(执行|支出)(数|金额)$/],
  lacks: [
    ...OTHER_TABLES,
    /^(年初|年末|上年|本年)?(结转|收入)/,
    /^主管部门$|^实施单位$|^项目负责人$/,
    /资金总额/,
  ],
};
