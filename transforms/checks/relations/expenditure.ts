/** 支出: by nature (基本, 项目 …), and 基本支出 by use (人员, 公用). */
import { NEIGHBOURING_FUNDS, type SumRelation } from '../relation.ts';

export const expenditureSums: readonly SumRelation[] = [
  {
    id: 'expenditure.parts_sum',
    kind: 'sum',
    zh: '支出合计等于基本支出、项目支出及上缴上级、经营、补助附属单位支出之和',
    en: 'expenditure is basic plus project (plus remittances, business and subsidies to affiliates)',
    why: '支出决算表、支出预算表的合计栏按支出性质各栏加总；部分省份另列单位预留机动经费。',
    wholes: [{ concept: 'expenditure' }],
    atLeast: 2,
    // 江苏 budgets name basic and project expenditure in the text and leave the reserve to the tables.
    proseMayOmitIn: ['budget', 'performance_targets', 'unknown'],
    shortageIn: { budget: 'warning' },
    parts: [
      { concept: 'expenditure.basic', zh: '基本支出', en: 'basic' },
      { concept: 'expenditure.project', zh: '项目支出', en: 'project' },
      { concept: 'expenditure.superior_remittance', zh: '上缴上级支出', en: 'remittances', optional: true },
      { concept: 'expenditure.business', zh: '经营支出', en: 'business', optional: true },
      {
        concept: 'expenditure.affiliate_subsidy',
        zh: '对附属单位补助支出',
        en: 'subsidies to affiliates',
        optional: true,
      },
      { concept: 'expenditure.reserve', zh: '单位预留机动经费', en: 'reserve', optional: true },
    ],
  },
  {
    id: 'expenditure.basic_parts_sum',
    kind: 'sum',
    zh: '基本支出等于人员经费加公用经费',
    en: 'basic expenditure is personnel plus operating expenditure',
    why: '基本支出决算表下方的人员经费合计与公用经费合计按经济分类把基本支出分为两部分。',
    wholes: [{ concept: 'expenditure.basic' }],
    anyFundOf: NEIGHBOURING_FUNDS,
    // 整体支出绩效评价基础数据表 means by 公用经费 the general goods and services among them only.
    shortageIn: { self_evaluation: 'warning' },
    along: [],
    parts: [
      { concept: 'expenditure.personnel', zh: '人员经费', en: 'personnel' },
      { concept: 'expenditure.operating', zh: '公用经费', en: 'operating' },
    ],
  },
];
