import type { ConceptEntry } from '../concept-entry.ts';

export const balance = [
  {
    id: 'balance.opening',
    unit: 'CNY',
    dimensions: ['fund'],
    zh: '年初结转和结余',
    en: 'opening carry-over and surplus',
    labels: [],
  },
  {
    id: 'balance.closing',
    unit: 'CNY',
    dimensions: ['fund'],
    zh: '年末结转和结余',
    en: 'closing carry-over and surplus',
    labels: [],
  },
  {
    id: 'balance.surplus_used',
    unit: 'CNY',
    dimensions: [],
    zh: '使用非财政拨款结余（含专用结余）',
    en: 'non-fiscal surplus used',
    labels: [],
  },
  {
    id: 'balance.surplus_distributed',
    unit: 'CNY',
    dimensions: [],
    zh: '结余分配',
    en: 'surplus distributed',
    labels: [],
  },
] as const satisfies readonly ConceptEntry[];
