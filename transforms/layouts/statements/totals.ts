/** 收入支出总表: sources on the left, uses on the right, by function and sometimes by purpose. */
import type { LaneRule, Layout } from '../layout.ts';
import { FUND_COLUMNS, FUND_ROWS } from '../terms/funds.ts';
import { PHASE_COLUMNS } from '../terms/phases.ts';
import {
  EXPENDITURE_COLUMNS,
  EXPENDITURE_TOTALS,
  PLAIN_TOTALS,
  REVENUE_DETAILS,
  REVENUE_TOTALS,
} from '../terms/totals.ts';

/** Without 支出 itself, which heads the whole right side. */
const PURPOSES = EXPENDITURE_COLUMNS.filter((term) => term.concept !== 'expenditure');

const revenueLane: LaneRule = {
  // 其他收入 is a column of the other side in some provinces.
  when: /^(?!.*(?:^| )支出(?: |$)).*收入/,
  defaults: { concept: 'revenue', fund: 'all' },
  columns: [...PHASE_COLUMNS, ...PLAIN_TOTALS],
  rows: [...REVENUE_TOTALS, ...FUND_ROWS, ...REVENUE_DETAILS],
};

/** 项目（按支出性质和经济分类）: the third lane of the older form. Only its 支出性质 has names here. */
const natureLane: LaneRule = {
  when: /经济分类|支出性质/,
  defaults: { concept: 'expenditure', fund: 'all' },
  columns: [...PHASE_COLUMNS, ...PLAIN_TOTALS],
  rows: [...EXPENDITURE_TOTALS, ...PURPOSES],
  unknownRows: '总支出按经济分类细分，不在词汇表',
};

const expenditureLane: LaneRule = {
  when: /支出/,
  defaults: { concept: 'expenditure', fund: 'all' },
  codes: 'function',
  columns: [...PHASE_COLUMNS, ...PLAIN_TOTALS, ...FUND_COLUMNS, ...PURPOSES],
  rows: [...EXPENDITURE_TOTALS, ...PURPOSES],
  classesByName: 'function',
};

export const totals: Layout = {
  id: 'statements/totals',
  zh: '收入支出总表',
  source: '财政部部门决算公开表 公开01表；部门预算公开 收支总表',
  titles: [/(收支|收入支出)(决算|预算)?总表/, /收支总体情况表/, /收支(决算|预算)表/],
  notTitles: [
    /财政拨款|一般公共预算|政府性基金|国有资本|(专户|资金|经营|基建|基本建设|结转|非税|项目)(预算)?(收支|收入支出)/,
  ],
  signs: [/^本年收入合计$|^收入总计$/, /^本年支出合计$|^支出总计$/, /^(上级补助|事业|其他)收入$/],
  lanes: [natureLane, revenueLane, expenditureLane],
};

const asFiscal = (lane: LaneRule): LaneRule => ({ ...lane, defaults: { ...lane.defaults, fund: 'fiscal' } });

/** 合计 is all fiscal money; the columns beside it are the funds. */
export const fiscalTotals: Layout = {
  id: 'statements/fiscal-totals',
  zh: '财政拨款收入支出总表',
  source: '财政部部门决算公开表 公开04表；部门预算公开 财政拨款收支总表',
  titles: [/财政拨款(收支|收入支出)(决算|预算)?总(体情况)?表/, /财政拨款收支(决算|预算)?表/],
  lanes: [
    asFiscal(revenueLane),
    {
      ...asFiscal(expenditureLane),
      columns: [...PHASE_COLUMNS, ...PLAIN_TOTALS, ...FUND_COLUMNS, ...PURPOSES],
      rows: [...EXPENDITURE_TOTALS, ...PURPOSES, ...FUND_COLUMNS],
    },
  ],
};
