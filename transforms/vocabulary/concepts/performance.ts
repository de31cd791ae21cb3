import type { ConceptEntry } from '../concept-entry.ts';

export const performance = [
  {
    id: 'insured.persons',
    unit: 'persons',
    dimensions: [],
    zh: '参保人数',
    en: 'persons insured',
    labels: [],
  },
  {
    id: 'insured.rate',
    unit: 'percent',
    dimensions: [],
    zh: '参保率',
    en: 'insured rate, as stated',
    labels: [],
  },
  {
    id: 'rate.execution',
    unit: 'percent',
    dimensions: ['fund', 'project'],
    zh: '支出率 · 支出完成率 · 预算执行率',
    en: 'execution rate, as stated',
    labels: [],
  },
  {
    id: 'rate.staff_control',
    unit: 'percent',
    dimensions: [],
    zh: '（财政供养人员）控制率',
    en: 'staff in post over authorised posts, as stated',
    labels: [],
  },
  {
    id: 'rate.carryover',
    unit: 'percent',
    dimensions: [],
    zh: '结转结余率',
    en: 'carry-over rate, as stated',
    labels: [],
  },
  {
    id: 'evaluation.score',
    unit: 'points',
    dimensions: ['project'],
    zh: '绩效自评得分 · 总分',
    en: 'performance self-evaluation score',
    labels: [],
  },
] as const satisfies readonly ConceptEntry[];
