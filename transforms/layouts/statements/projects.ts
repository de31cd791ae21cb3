/** 项目支出表: one project a row, its money in all and by fund. */
import type { Layout } from '../layout.ts';
import { FUND_COLUMNS } from '../terms/funds.ts';
import { PHASE_COLUMNS } from '../terms/phases.ts';
import { PLAIN_TOTALS } from '../terms/totals.ts';

export const projects: Layout = {
  id: 'statements/projects',
  zh: '项目支出表',
  source: '部门预算公开 项目支出表（财政部预算管理一体化规范）',
  titles: [/项目支出(预算|决算)?(情况|明细|总)?表/],
  notTitles: [/绩效|自评|目标|基本支出/],
  lanes: [
    {
      defaults: { concept: 'expenditure.project', fund: 'all' },
      projectColumn: /^项目名称$/,
      columns: [
        { labels: [/^财政拨款结转结余$/, /^上年结转/], ignore: '项目的结转资金不在词汇表' },
        ...PHASE_COLUMNS,
        ...PLAIN_TOTALS,
        ...FUND_COLUMNS,
      ],
      rows: PLAIN_TOTALS,
      unknownRows: '没有项目名称的行',
    },
  ],
};
