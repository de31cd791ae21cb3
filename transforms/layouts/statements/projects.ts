/** 项目支出表: one project a row, its money in all and by fund. The title may name the one fund it is of. */
import type { Fund } from '../../extract/fact.ts';
import type { Layout } from '../layout.ts';
import { FUND_COLUMNS } from '../terms/funds.ts';
import { PHASE_COLUMNS } from '../terms/phases.ts';
import { PLAIN_TOTALS } from '../terms/totals.ts';

const TITLE = '项目支出(预算|决算)?(情况|明细|总)?表';

const ofFund = (id: string, zh: string, fund: Fund, title: string, notTitles: RegExp[]): Layout => ({
  id: `statements/${id}`,
  zh,
  source: '部门预算公开 项目支出表（财政部预算管理一体化规范）',
  titles: [new RegExp(title)],
  notTitles: [/绩效|自评|目标|基本支出/, ...notTitles],
  lanes: [
    {
      defaults: { concept: 'expenditure.project', fund },
      projectColumn: /^项目名称$/,
      columns: [
        { labels: [/^财政拨款结转结余$/, /^上年结转/], ignore: '项目的结转资金不在词汇表' },
        { labels: [/^项目支出(合计|小计)?$/], total: true },
        ...PHASE_COLUMNS,
        ...PLAIN_TOTALS,
        ...FUND_COLUMNS,
      ],
      rows: PLAIN_TOTALS,
      unknownRows: '没有项目名称的行',
    },
  ],
});

export const generalPublicProjects = ofFund(
  'general-public-projects',
  '一般公共预算项目支出表',
  'general_public',
  `一般公共预算.*${TITLE}`,
  [],
);

export const projects = ofFund('projects', '项目支出表', 'all', TITLE, [
  /一般公共预算|财政拨款|政府性基金|国有资本/,
]);
