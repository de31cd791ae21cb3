/** 三公: the form (财决公开07表 and its provincial kin) prints the total and its parts side by side. */
import type { SumRelation } from '../relation.ts';

export const threePublicSums: readonly SumRelation[] = [
  {
    id: 'three_public.parts_sum',
    kind: 'sum',
    zh: '“三公”经费合计等于出国、车辆、接待三项之和',
    en: 'three public expenses are overseas travel, vehicles and reception',
    why: '“三公”经费支出表的合计栏按三个分项栏加总。',
    wholes: [{ concept: 'three_public' }],
    parts: [
      { concept: 'three_public.overseas', zh: '因公出国（境）费', en: 'overseas' },
      {
        concept: 'three_public.vehicles',
        zh: '公务用车购置及运行费',
        en: 'vehicles',
        or: [
          { concept: 'three_public.vehicle_operation', zh: '公务用车运行费', en: 'vehicle running' },
          { concept: 'three_public.vehicle_purchase', zh: '公务用车购置费', en: 'vehicle purchase' },
        ],
      },
      { concept: 'three_public.reception', zh: '公务接待费', en: 'reception' },
    ],
  },
  {
    id: 'three_public.vehicles_sum',
    kind: 'sum',
    zh: '公务用车购置及运行维护费等于购置费加运行维护费',
    en: 'vehicle expenses are purchase plus running',
    why: '“三公”经费支出表的公务用车小计栏按购置费、运行费两栏加总。',
    wholes: [{ concept: 'three_public.vehicles' }],
    parts: [
      { concept: 'three_public.vehicle_purchase', zh: '公务用车购置费', en: 'purchase' },
      { concept: 'three_public.vehicle_operation', zh: '公务用车运行维护费', en: 'running' },
    ],
  },
];
