/** 收入: by source; and 财政拨款 by the three budgets it comes from. */
import type { Slot, SumRelation } from '../relation.ts';

const fiscal: Slot = {
  fund: 'fiscal',
  zh: '财政拨款',
  en: 'fiscal appropriation',
  or: [
    { fund: 'general_public', zh: '一般公共预算', en: 'general public budget' },
    { fund: 'government_fund', zh: '政府性基金预算', en: 'government fund' },
    { fund: 'state_capital', zh: '国有资本经营预算', en: 'state capital operations' },
  ],
};

const otherSources: readonly Slot[] = [
  { fund: 'superior_subsidy', zh: '上级补助收入', en: 'subsidies from superiors' },
  { fund: 'operating_income', zh: '事业收入', en: 'operating income' },
  // Counted within 事业收入 by some forms, beside it by others.
  { fund: 'special_account', zh: '财政专户管理资金', en: 'special account', either: true },
  { fund: 'business_income', zh: '经营收入', en: 'business income' },
  { fund: 'affiliate_income', zh: '附属单位上缴收入', en: 'income from affiliates' },
  { fund: 'other_income', zh: '其他收入', en: 'other income', residual: true },
];

export const revenueSums: readonly SumRelation[] = [
  {
    id: 'revenue.sources_sum',
    kind: 'sum',
    zh: '收入（支出）合计等于各资金来源之和',
    en: 'revenue (or expenditure) is the sum of its sources',
    why: '收入决算表的合计栏按财政拨款、上级补助、事业、经营、附属单位上缴、其他收入各栏加总；自评表的资金总额按收入性质列示。',
    wholes: [
      { concept: 'revenue', fund: 'all' },
      { concept: 'expenditure', fund: 'all' },
    ],
    atLeast: 2,
    parts: [fiscal, ...otherSources],
  },
  {
    id: 'fiscal.budgets_sum',
    kind: 'sum',
    zh: '财政拨款等于一般公共预算、政府性基金预算、国有资本经营预算三项之和',
    en: 'fiscal appropriation is general public budget, government fund and state capital operations',
    why: '财政拨款收入支出决算总表的合计栏按三本预算各栏加总。',
    wholes: [
      { concept: 'revenue', fund: 'fiscal' },
      { concept: 'expenditure', fund: 'fiscal' },
      { concept: 'expenditure.basic', fund: 'fiscal' },
      { concept: 'expenditure.project', fund: 'fiscal' },
      { concept: 'revenue.grand_total', fund: 'fiscal' },
      { concept: 'expenditure.grand_total', fund: 'fiscal' },
      { concept: 'balance.opening', fund: 'fiscal' },
      { concept: 'balance.closing', fund: 'fiscal' },
    ],
    parts: [
      { fund: 'general_public', zh: '一般公共预算', en: 'general public budget' },
      { fund: 'government_fund', zh: '政府性基金预算', en: 'government fund' },
      { fund: 'state_capital', zh: '国有资本经营预算', en: 'state capital operations' },
    ],
  },
];
