/** 项目支出表: one project a row, its money in all and by fund. The title may name the one fund it is of. */
import type { Fund } from '../../extract/fact.ts';
import { type ColumnHead, type Layout, type Meaning, meaningOf } from '../layout.ts';
import { FUND_COLUMNS } from '../terms/funds.ts';
import { PHASE_COLUMNS } from '../terms/phases.ts';
import { PLAIN_TOTALS } from '../terms/totals.ts';

const TITLE = '项目支出(预算|决算)?(情况|明细|总)?表';

const CARRIED_OVER = /^(财政拨款结转结余|上年结转.*)$/;
const OF_THE_YEAR = /^(本年|当年)(拨款|收入|预算|安排)/;

/** Beside money carried over, 本年拨款 of a fund is only a part of what a project spends of it. */
function partsBesideCarryOver(columns: readonly ColumnHead[]): ReadonlyMap<number, Meaning> {
  const fundOf = ({ path }: ColumnHead) => meaningOf(path.at(-1) ?? '', FUND_COLUMNS)?.fund;
  const carried = columns.filter(
    ({ path, filled }) => filled && path.some((label) => CARRIED_OVER.test(label)),
  );
  return new Map(
    columns.flatMap((column, index) => {
      const fund = fundOf(column);
      const isPart = carried.some((other) => (fundOf(other) ?? fund) === fund);
      return fund !== undefined && isPart && column.path.some((label) => OF_THE_YEAR.test(label))
        ? [[index, { ignore: '另有结转资金，本年拨款不是全部' }] as const]
        : [];
    }),
  );
}

const ofFund = (id: string, zh: string, fund: Fund, title: string, notTitles: RegExp[]): Layout => ({
  id: `statements/${id}`,
  zh,
  source: '部门预算公开 项目支出表（财政部预算管理一体化规范）',
  titles: [new RegExp(title)],
  notTitles: [/绩效|自评|目标|基本支出/, ...notTitles],
  refineColumns: partsBesideCarryOver,
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
