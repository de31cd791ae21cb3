import type { ConceptEntry } from '../concept-entry.ts';

export const revenue = [
  {
    id: 'revenue',
    unit: 'CNY',
    dimensions: ['fund', 'function_code'],
    zh: '本年收入合计 · 决算总收入 · 收入预算',
    en: 'revenue of the year',
    labels: [],
  },
  {
    id: 'revenue.grand_total',
    unit: 'CNY',
    dimensions: ['fund'],
    zh: '收入总计（含年初结转结余、使用非财政拨款结余）',
    en: 'revenue including opening balances',
    labels: [],
  },
] as const satisfies readonly ConceptEntry[];
