/** 总表: what came in and what was there is what went out and what is left. */
import type { ConceptId } from '../../vocabulary/concept.ts';
import type { SumRelation } from '../relation.ts';

const BALANCES: readonly ConceptId[] = [
  'balance.opening',
  'balance.closing',
  'balance.surplus_used',
  'balance.surplus_distributed',
];

export const balanceSums: readonly SumRelation[] = [
  {
    id: 'balance.sources_sum',
    kind: 'sum',
    zh: '收入总计等于本年收入加年初结转和结余、使用非财政拨款结余',
    en: 'total sources are revenue plus opening balances and surplus used',
    why: '收入支出决算总表左栏的总计行。',
    proseMayCountIn: BALANCES,
    wholes: [{ concept: 'revenue.grand_total' }],
    atLeast: 2,
    parts: [
      { concept: 'revenue', zh: '本年收入', en: 'revenue' },
      { concept: 'balance.opening', zh: '年初结转和结余', en: 'opening balance' },
      { concept: 'balance.surplus_used', zh: '使用非财政拨款结余', en: 'surplus used', onlyFund: 'all' },
    ],
  },
  {
    id: 'balance.uses_sum',
    kind: 'sum',
    zh: '支出总计等于本年支出加结余分配、年末结转和结余',
    en: 'total uses are expenditure plus surplus distributed and closing balances',
    why: '收入支出决算总表右栏的总计行。',
    proseMayCountIn: BALANCES,
    wholes: [{ concept: 'expenditure.grand_total' }],
    atLeast: 2,
    parts: [
      { concept: 'expenditure', zh: '本年支出', en: 'expenditure' },
      { concept: 'balance.closing', zh: '年末结转和结余', en: 'closing balance' },
      { concept: 'balance.surplus_distributed', zh: '结余分配', en: 'surplus distributed', onlyFund: 'all' },
    ],
  },
  {
    id: 'balance.sources_equal_uses',
    kind: 'sum',
    zh: '收入总计等于支出总计',
    en: 'total sources equal total uses',
    why: '总表左右两栏的总计相等。',
    wholes: [{ concept: 'revenue.grand_total' }],
    parts: [{ concept: 'expenditure.grand_total', zh: '支出总计', en: 'total uses' }],
  },
  {
    id: 'balance.flow',
    kind: 'sum',
    zh: '本年收入等于本年支出加结余分配、年末结转和结余，减年初结转和结余、使用非财政拨款结余',
    en: 'revenue is expenditure plus what is distributed and left, less what was there',
    why: '总表左右两栏的总计相等，两栏各行印出其组成。',
    proseMayCountIn: BALANCES,
    wholes: [{ concept: 'revenue' }],
    along: [],
    atLeast: 2,
    parts: [
      { concept: 'expenditure', zh: '本年支出', en: 'expenditure' },
      { concept: 'balance.closing', zh: '年末结转和结余', en: 'closing balance' },
      { concept: 'balance.surplus_distributed', zh: '结余分配', en: 'surplus distributed', onlyFund: 'all' },
      { concept: 'balance.opening', zh: '年初结转和结余', en: 'opening balance', sign: -1 },
      {
        concept: 'balance.surplus_used',
        zh: '使用非财政拨款结余',
        en: 'surplus used',
        onlyFund: 'all',
        sign: -1,
      },
    ],
  },
];
