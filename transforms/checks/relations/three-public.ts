/** 三公: the form (财决公开07表 and its provincial kin) prints the total and its parts side by side. */
import type { ConceptId } from '../../vocabulary/concept.ts';
import type { Severity } from '../finding.ts';
import type { OrderRelation, SumRelation } from '../relation.ts';

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

/** An item of basic expenditure, and the item of the 三公 form that counts it with what projects spent. */
const withinThreePublic = (
  item: string,
  economicCode: string,
  concept: ConceptId,
  [zh, en]: readonly [zh: string, en: string],
  severity: Severity,
): OrderRelation => ({
  id: `three_public.${item}_within`,
  kind: 'order',
  zh: `基本支出中的${zh}（科目${economicCode}）不大于“三公”经费中的${zh}`,
  en: `basic expenditure on ${en} (${economicCode}) is part of the three public expenses on ${en}`,
  why: '财政拨款“三公”经费包括基本支出和项目支出安排的全部，部分不大于整体。',
  smaller: { concept: 'expenditure.basic', fund: 'general_public', economicCode, zh, en },
  larger: {
    concept,
    fund: 'all',
    economicCode: null,
    zh: `“三公”经费${zh}`,
    en: `three public expenses on ${en}`,
  },
  severity,
  // The money of a budget may come from years whose 三公 were planned then.
  severityIn: { budget: 'warning', self_evaluation: 'warning', unknown: 'warning' },
});

export const threePublicOrders: readonly OrderRelation[] = [
  {
    id: 'vehicles.held_within_owned',
    kind: 'order',
    zh: '开支财政拨款的公务用车保有量不大于共有车辆数',
    en: 'official vehicles kept from fiscal money are among all vehicles owned',
    why: '年末共有车辆包括开支财政拨款的公务用车；两数口径（本级、所属单位，租赁）不同的须作说明，故只提示。',
    smaller: { concept: 'three_public.vehicles_held', zh: '公务用车保有量', en: 'vehicles kept' },
    larger: { concept: 'asset.vehicles', zh: '共有车辆', en: 'vehicles owned' },
    severity: 'note',
  },
  // Scholars who travel for research are paid from 30212 and not counted among the three.
  withinThreePublic(
    'overseas',
    '30212',
    'three_public.overseas',
    ['因公出国（境）费', 'overseas travel'],
    'warning',
  ),
  withinThreePublic('reception', '30217', 'three_public.reception', ['公务接待费', 'reception'], 'error'),
  withinThreePublic(
    'vehicle_operation',
    '30231',
    'three_public.vehicle_operation',
    ['公务用车运行维护费', 'running vehicles'],
    'error',
  ),
  withinThreePublic(
    'vehicle_purchase',
    '31013',
    'three_public.vehicle_purchase',
    ['公务用车购置费', 'buying vehicles'],
    'error',
  ),
];
