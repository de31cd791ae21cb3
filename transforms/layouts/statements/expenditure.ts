/** 支出表 by functional code, for all money and for each fund. The title names the fund. */

import type { Fund } from '../../extract/fact.ts';
import type { LaneRule, Layout, Term } from '../layout.ts';
import { FUND_COLUMNS } from '../terms/funds.ts';
import { PHASE_COLUMNS } from '../terms/phases.ts';
import { EXPENDITURE_COLUMNS, PLAIN_TOTALS } from '../terms/totals.ts';

const ROW_TOTALS: readonly Term[] = [
  { labels: [/^(支出)?(合计|总计)$/, /^(本年|当年)支出合计$/], total: true },
];

/** Columns of the government fund and state capital tables: 年初结转和结余 | 本年收入 | 本年支出 | 年末结转和结余. */
const FUND_FLOWS: readonly Term[] = [
  { labels: [/^年初(财政拨款)?结转和结余$/, /^上年结转(和结余)?$/], concept: 'balance.opening' },
  { labels: [/^(本年|当年)收入$/], concept: 'revenue' },
  { labels: [/^(当年|本年)财政拨款安排$/, /^上年结转安排$/], ignore: '支出按资金年度分列，不在词汇表' },
  { labels: [/^年末(财政拨款)?结转和结余$/, /^结转下年$/], concept: 'balance.closing' },
  { labels: [/^(基本支出|项目支出)(结转|结余)(和结余)?$/], ignore: '收入或结转按支出性质细分，不在词汇表' },
];

const byFunction = (fund: Fund): LaneRule => ({
  defaults: { concept: 'expenditure', fund },
  codes: 'function',
  classesByName: 'function',
  columns: [
    ...(fund === 'all' ? FUND_COLUMNS : []),
    ...FUND_FLOWS,
    ...EXPENDITURE_COLUMNS,
    ...PHASE_COLUMNS,
    ...PLAIN_TOTALS,
  ],
  rows: [...ROW_TOTALS, ...EXPENDITURE_COLUMNS],
});

/** Other tables that also end in 支出表. */
const OTHER_SUBJECTS = [/基本支出|三公|机关运行|采购|项目支出|绩效|经济(分类|科目)/];
/** 上年结转支出预算表, 财政专户管理资金预算支出表, 债务支出预算表: the 合计 is of some of the money. */
const SOME_OF_THE_MONEY =
  /(结转|结余|债务|债券|贷款|专户|资金|专项|转移支付|补助|补贴|捐赠|服务|经费|费|人员|公用|工资福利|经营|事业|其他|机动)(预算|决算|安排|收入)?(的)?支出/;

export const expenditure: Layout = {
  id: 'statements/expenditure',
  zh: '支出表',
  source: '财政部部门决算公开表 公开03表；部门预算公开 支出总表',
  titles: [/支出(决算|预算)?(总|总体情况)?表/, /支出(功能分类)?(决算|预算)明细表/],
  notTitles: [/财政拨款|一般公共预算|政府性基金|国有资本|收入|收支/, SOME_OF_THE_MONEY, ...OTHER_SUBJECTS],
  // Two sides below the name of one: the name belongs to the table above or below, and whose money this is nobody says.
  lacks: [/^收入总计$/, /^本年收入(合计)?$/],
  lanes: [byFunction('all')],
};

/** 支出预算分类汇总表: codes down, and across the economic classes, of which only 合计, 基本支出 and 项目支出 have names here. */
export const expenditureByClass: Layout = {
  id: 'statements/expenditure-by-class',
  zh: '支出预算分类汇总表',
  source: '部门预算公开 支出预算分类汇总表（按政府预算、部门预算经济分类）',
  titles: [/^(部门)?支出(预算|决算)?分类汇总表/],
  requires: [/^类$|功能.*科目|科目(编码|代码)/],
  lanes: [byFunction('all')],
};

const ofFund = (
  id: string,
  zh: string,
  fund: Fund,
  source: string,
  titles: RegExp[],
  notTitles: RegExp[],
): Layout => ({
  id: `statements/${id}`,
  zh,
  source,
  titles,
  notTitles: [...notTitles, ...OTHER_SUBJECTS],
  lanes: [byFunction(fund)],
});

export const governmentFundExpenditure = ofFund(
  'government-fund-expenditure',
  '政府性基金预算支出表',
  'government_fund',
  '公开07表（收支）；部门预算公开 政府性基金预算支出表',
  [/政府性基金.*(支出|收支).*表/],
  [],
);

export const stateCapitalExpenditure = ofFund(
  'state-capital-expenditure',
  '国有资本经营预算支出表',
  'state_capital',
  '公开08表；部门预算公开 国有资本经营预算支出表',
  [/国有资本经营.*(支出|收支).*表/],
  [],
);

export const specialAccountExpenditure = ofFund(
  'special-account-expenditure',
  '财政专户管理资金支出表',
  'special_account',
  '部门预算公开 财政专户管理资金预算支出表',
  [/财政专户管理资金.*支出.*表/],
  [/收入|收支/],
);

export const generalPublicExpenditure = ofFund(
  'general-public-expenditure',
  '一般公共预算支出表',
  'general_public',
  '公开05表；部门预算公开 一般公共预算支出表',
  [/公共(财政)?预算.*(支出|收支).*表/],
  [/总(体情况)?表/],
);

export const fiscalExpenditure = ofFund(
  'fiscal-expenditure',
  '财政拨款支出表',
  'fiscal',
  '部门预算公开 财政拨款支出表（功能科目）',
  [/财政拨款(收入)?支出.*表/],
  [/总(体情况)?表/],
);
