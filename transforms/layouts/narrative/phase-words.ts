/** Budgeted or spent, and which budget: how prose says it. */
import type { WordEntry } from './word.ts';

export const phaseWords: readonly WordEntry[] = [
  {
    means: { kind: 'phase', phase: 'original_budget' },
    forms: ['年初{部门,}预算{数,安排,批复,批复数,}', '年初批复预算{数,}', '当年年初预算{数,}'],
  },
  {
    means: { kind: 'phase', phase: 'adjusted_budget' },
    forms: [
      '全年预算{数,}',
      '调整{后,}{的,}预算{数,}',
      '调整后{全年,}',
      '调整后{的,}{全年,年度}预算{数,总额,}',
      '年度调整预算{数,}',
      '财政下达预算{数,}',
      '调整预算{数,}',
    ],
  },
  {
    means: { kind: 'phase', phase: 'actual' },
    forms: ['{当年,全年,}{预算,}执行数', '决算{数,金额,}', '实际{完成,执行,发生}{数,}', '执行{了,}'],
  },
  {
    means: { kind: 'phase', phase: 'actual', side: 'expenditure' },
    forms: ['{决算支出,支出决算,实际支出}{数,额,金额,}', '支出执行数'],
  },
  {
    means: { kind: 'phase', phase: 'actual', side: 'revenue' },
    forms: ['{决算收入,收入决算}{数,}', '实际收入'],
  },
  {
    means: { kind: 'phase', phase: 'bare' },
    forms: ['预算{数,总额,总金额,金额,}', '年度预算{数,}', '预算安排', '预算批复{数,总额,金额,}'],
  },
  {
    means: { kind: 'phase', phase: 'bare', side: 'expenditure' },
    // 部门预算总额 is what the department may spend; a bare 部门预算 may be the document.
    forms: ['支出预算{数,}', '预算支出{数,}', '预算安排支出', '部门预算总{额,金额}', '部门整体预算{总额,}'],
  },
  {
    means: { kind: 'phase', phase: 'bare', side: 'revenue' },
    forms: ['收入预算{数,}', '预算收入{数,}', '预算安排收入'],
  },
  {
    means: { kind: 'phase', phase: 'original_budget', side: 'revenue' },
    forms: ['年初预算{安排,}收入'],
  },
  {
    means: { kind: 'phase', phase: 'original_budget', side: 'expenditure' },
    forms: ['年初预算{安排,}支出'],
  },
];
