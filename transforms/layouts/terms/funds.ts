/** Columns and rows that say where the money comes from. */
import type { Term } from '../layout.ts';

/** As columns of an income table, or of the expenditure side of 财政拨款收支总表. */
export const FUND_COLUMNS: readonly Term[] = [
  { labels: [/^(本年|当年)?财政拨款(收入|支出|预算|资金)?(\(补助\))?(合计)?$/], fund: 'fiscal' },
  {
    labels: [
      /^(本年|当年)?一般公共预算(财政)?(拨款|资金|财政拨款)?(收入|支出)?$/,
      /^(本年|当年)?公共(财政)?预算(财政)?拨款(收入|支出)?$/,
    ],
    fund: 'general_public',
  },
  {
    labels: [/^(本年|当年)?政府性基金(预算)?(财政)?(拨款|资金|财政拨款)?(收入|支出)?$/],
    fund: 'government_fund',
  },
  {
    labels: [/^(本年|当年)?国有资本经营预算(财政)?(拨款|资金|财政拨款)?(收入|支出)?$/],
    fund: 'state_capital',
  },
  { labels: [/^上级补助(收入|资金)?$/], fund: 'superior_subsidy' },
  { labels: [/^事业(单位)?收入(资金)?(\(不含.*\))?$/], fund: 'operating_income' },
  { labels: [/^(事业单位)?经营收入$/, /^事业单位经营(收入|资金)$/], fund: 'business_income' },
  { labels: [/^附属单位上缴(收入|资金)?$/], fund: 'affiliate_income' },
  {
    labels: [
      /^(纳入)?财政专户(管理)?(的)?(资金|资金收入|资金支出|收入|拨款|拨款收入|非税收入|非税收入拨款)?$/,
      '教育收费',
      /^教育收费\(财政专户\)$/,
      /^财政专户\(教育收费\)$/,
    ],
    fund: 'special_account',
  },
  { labels: [/^其他(收入|资金)$/], fund: 'other_income' },
  // 单位资金 adds up 事业, 经营, 上级补助, 附属上缴 and 其他收入: no fund of its own.
  { labels: [/^单位资金(收入|支出)?$/], ignore: '单位资金是几项资金之和，不在词汇表' },
];

/** As rows of the income side of a 收支总表. */
export const FUND_ROWS: readonly Term[] = FUND_COLUMNS.map((term) => ({ ...term, concept: 'revenue' }));
