/** How prose names the source of money. */
import type { WordEntry } from './word.ts';

export const fundWords: readonly WordEntry[] = [
  {
    means: { kind: 'fund', fund: 'general_public' },
    forms: [
      '一般公共预算{财政,}{拨款,}',
      '通过一般公共预算{财政,}拨款安排{的,}',
      '一般公共财政{预算,}拨款',
      '公共财政预算{财政拨款,拨款,}',
      '公共预算财政拨款',
      '公共财政拨款',
    ],
  },
  {
    means: { kind: 'fund', fund: 'government_fund' },
    forms: ['政府性基金{预算,}{财政,}{拨款,}', '基金预算{财政,}{拨款,}'],
  },
  {
    means: { kind: 'fund', fund: 'state_capital' },
    forms: ['国有资本经营{预算,收益,}{财政,}{拨款,}'],
  },
  // 当年拨款 is what the year's budget grants: income where 收入 is said, else what the items below it spend.
  {
    means: { kind: 'fund', fund: 'general_public', side: 'revenue' },
    forms: ['一般公共预算当年{财政,}拨款收入'],
  },
  {
    means: { kind: 'fund', fund: 'general_public', side: 'expenditure' },
    forms: ['一般公共预算当年{财政,}拨款{支出,}'],
  },
  {
    means: { kind: 'fund', fund: 'government_fund', side: 'revenue' },
    forms: ['政府性基金{预算,}当年{财政,}拨款收入'],
  },
  {
    means: { kind: 'fund', fund: 'government_fund', side: 'expenditure' },
    forms: ['政府性基金{预算,}当年{财政,}拨款{支出,}'],
  },
  {
    means: { kind: 'fund', fund: 'state_capital', side: 'revenue' },
    forms: ['国有资本经营{预算,}当年{财政,}拨款收入'],
  },
  {
    means: { kind: 'fund', fund: 'state_capital', side: 'expenditure' },
    forms: ['国有资本经营{预算,}当年{财政,}拨款{支出,}'],
  },
  { means: { kind: 'fund', fund: 'fiscal' }, forms: ['财政{预算,}拨款'] },
  {
    means: { kind: 'fund', fund: 'special_account' },
    forms: ['财政专户管理{的,}资金', '财政专户核拨{的,}{资金,}'],
  },
  {
    means: { kind: 'fund', fund: 'special_account', side: 'revenue' },
    forms: ['财政专户管理教育收费{收入,}'],
  },
  { means: { kind: 'fund', fund: 'superior_subsidy', side: 'revenue' }, forms: ['上级补助收入'] },
  { means: { kind: 'fund', fund: 'operating_income', side: 'revenue' }, forms: ['事业收入'] },
  {
    means: { kind: 'fund', fund: 'business_income', side: 'revenue' },
    forms: ['{事业单位,}经营收入'],
  },
  {
    means: { kind: 'fund', fund: 'affiliate_income', side: 'revenue' },
    forms: ['附属单位上缴收入', '附属单位缴款'],
  },
  { means: { kind: 'fund', fund: 'other_income', side: 'revenue' }, forms: ['其他收入', '其他来源收入'] },
];
