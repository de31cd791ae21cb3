/** 收入表: functional codes down, sources across; or sources down with a 小计 each. */
import { type ColumnHead, type Layout, type Meaning, meaningOf, type Term } from '../layout.ts';
import { FUND_COLUMNS, FUND_ROWS } from '../terms/funds.ts';
import { PHASE_COLUMNS } from '../terms/phases.ts';
import { PLAIN_TOTALS } from '../terms/totals.ts';

const INCOME_TOTALS: readonly Term[] = [
  {
    labels: [/^(本年|当年)?收入(预算)?(合计|总计|小计)$/, /^收入预算(数|合计)?$/, /^(合计|总计)$/],
    concept: 'revenue',
    total: true,
  },
];

/** 国有资本经营预算支出 is a functional class, wherever its code went; the name without 支出 is a source. */
const SPENT: Term = { labels: [/支出$/], ignore: '支出科目不是收入来源' };

/** Rows of the list form: what 公共财政拨款 is made of is not told apart further. */
const INCOME_DETAILS: readonly Term[] = [
  {
    labels: [
      /^公共财政拨款(\(补助\))?资金$/,
      '专项收入',
      '行政事业性收费收入',
      '罚没收入',
      '其他非税收入',
      '专户管理教育收费',
    ],
    ignore: '收入来源明细不在词汇表',
  },
  { labels: [/^债务资金/, /^动用上年结转/], ignore: '收入来源明细不在词汇表' },
  {
    labels: [/^上年结转(和|与)?(结余)?(资金)?$/, /^上年结余[、,]?结转(资金)?$/, /^上年结转和结余资金$/],
    concept: 'balance.opening',
    fund: 'all',
  },
  {
    labels: [/^使用非财政拨款结余(\(.*\))?$/, /^用事业基金弥补收支差额$/],
    concept: 'balance.surplus_used',
  },
];

/** Where last year's balance is a column of its own, 合计 is what there is to spend, not what comes in this year. */
function totalWithBalance(columns: readonly ColumnHead[]): ReadonlyMap<number, Meaning> {
  const opening = columns.some(
    (column) =>
      column.filled &&
      column.path.some((label) => /^(上年|年初)结转|^使用非财政拨款结余|^用事业基金弥补/.test(label)),
  );
  if (!opening) return new Map();
  const total = columns.findIndex((column) => {
    const [outer, ...inner] = column.path.filter((label) => !/^收入(预算)?$|^项目$/.test(label));
    return outer !== undefined && inner.length === 0 && meaningOf(outer, PLAIN_TOTALS)?.total === true;
  });
  return total < 0 ? new Map() : new Map([[total, { concept: 'revenue.grand_total', fund: 'all' }]]);
}

/** 非税收入预算表, 财政拨款收入预算表: the 合计 is of some of the money. */
const SOME_OF_THE_MONEY =
  /(非税|拨款|一般公共预算|政府性基金|国有资本经营|专户|资金|事业|经营|其他|上级补助|专项|罚没|结转|结余)(管理资金|预算|资金)*收入/;

export const income: Layout = {
  id: 'statements/income',
  zh: '收入表',
  source: '财政部部门决算公开表 公开02表；部门预算公开 收入总表',
  titles: [/收入(决算|预算)?(总|总体情况)?表/, /收入(决算|预算)明细表/],
  notTitles: [/支出|收支/, SOME_OF_THE_MONEY],
  // What was spent, below the name of the table above.
  lacks: [/^(基本|项目)支出$/],
  signs: [/科目(编码|代码)/, /财政拨款收入/, /上级补助收入|事业收入/],
  refineColumns: totalWithBalance,
  lanes: [
    {
      defaults: { concept: 'revenue', fund: 'all' },
      codes: 'function',
      columns: [...INCOME_TOTALS, ...PHASE_COLUMNS, ...PLAIN_TOTALS, ...FUND_COLUMNS, ...INCOME_DETAILS],
      unknownRows: '按预算单位分列的明细不在词汇表',
      rows: [SPENT, ...INCOME_TOTALS, ...INCOME_DETAILS, ...PLAIN_TOTALS, ...FUND_ROWS],
    },
  ],
};
