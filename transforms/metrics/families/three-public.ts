/** “三公”经费: overseas travel, official vehicles, reception. None of these figures is told apart by fund. */
import type { Metric } from '../metric.ts';
import { changeRate, ratio } from '../ratio.ts';
import { actual, budget, lastYears } from '../term.ts';
import { trend } from '../trend.ts';

const COMMON_INDICATORS = '财预〔2013〕53号《预算绩效评价共性指标体系框架》';
const FRUGALITY = '《党政机关厉行节约反对浪费条例》';
const RECEPTION = '《党政机关国内公务接待管理规定》';
const VEHICLES = '《党政机关公务用车管理办法》';

/** The four series that reports publish every year, with the names of their changes. */
const SERIES = [
  { concept: 'three_public', zh: '“三公”经费', en: 'three public expenses' },
  { concept: 'three_public.overseas', zh: '因公出国（境）费用', en: 'official overseas travel' },
  { concept: 'three_public.vehicles', zh: '公务用车购置及运行维护费', en: 'official vehicles' },
  { concept: 'three_public.reception', zh: '公务接待费', en: 'official reception' },
] as const;

const changes: readonly Metric[] = SERIES.map(({ concept, zh, en }) => ({
  id: `${concept}.change`,
  family: 'three_public',
  zh: `${zh}比上年变动`,
  en: `change of ${en}`,
  formula: '（本年决算 − 上年决算）÷ 上年决算 × 100',
  formulaEn: '(A − last year’s A) ÷ last year’s A × 100',
  unit: 'percent',
  direction: 'more_is_worse',
  inputs: [concept],
  references: [COMMON_INDICATORS],
  caveats: '上年为 0 时无法计算；上年数可能由本年报告的“比上年增减”推得，见依据表。',
  caveatsEn:
    'Cannot be computed where last year was 0; last year’s figure may be derived from a stated increase: see the evidence.',
  ranked: true,
  compute: changeRate({ numerator: actual(concept), denominator: lastYears(concept), unit: 'percent' }),
}));

const trends: readonly Metric[] = SERIES.map(({ concept, zh, en }) => ({
  id: `${concept}.trend`,
  family: 'three_public',
  zh: `${zh}年均变动`,
  en: `average yearly change of ${en}`,
  formula: '（末年决算 ÷ 首年决算）^（1 ÷ 间隔年数）− 1，以 % 计；至少三个年度',
  formulaEn: '(last A ÷ first A)^(1 ÷ years between) − 1, in percent; three years or more',
  unit: 'percent',
  direction: 'more_is_worse',
  inputs: [concept],
  references: [FRUGALITY],
  caveats: '首年与末年之间缺少的年度不影响结果；所用年度见口径栏。',
  caveatsEn: 'Years missing between the first and the last do not matter; the basis names the years used.',
  ranked: false,
  compute: trend(concept),
}));

export const threePublic: readonly Metric[] = [
  ...changes,
  ...trends,
  {
    id: 'three_public.control_rate',
    family: 'three_public',
    zh: '“三公”经费控制率',
    en: 'three public expenses against their budget',
    formula: '“三公”经费决算 ÷ “三公”经费预算（B1，其次 B、B0）× 100',
    formulaEn: 'three public expenses A ÷ their budget (B1, else B, B0) × 100',
    unit: 'percent',
    direction: 'more_is_worse',
    inputs: ['three_public'],
    references: [COMMON_INDICATORS],
    caveats: '决算公开表的预算栏通常是调整后的预算，完成率因而普遍偏高。',
    caveatsEn: 'The budget column of a final account is usually the adjusted budget, so most rates are high.',
    ranked: true,
    compute: ratio({
      numerator: actual('three_public'),
      denominator: budget('three_public'),
      unit: 'percent',
    }),
  },
  {
    id: 'three_public.per_staff',
    family: 'three_public',
    zh: '在职人员人均“三公”经费',
    en: 'three public expenses per staff in post',
    formula: '“三公”经费决算 ÷ 在职人员',
    formulaEn: 'three public expenses A ÷ staff in post',
    unit: 'CNY',
    direction: 'more_is_worse',
    inputs: ['three_public', 'headcount.in_post'],
    references: [FRUGALITY],
    caveats: '在职人员不含离退休、遗属和编外人员。',
    caveatsEn: 'Staff in post without retired, surviving dependants and staff outside the establishment.',
    ranked: true,
    compute: ratio({
      numerator: actual('three_public'),
      denominator: actual('headcount.in_post'),
      unit: 'CNY',
    }),
  },
  {
    id: 'three_public.share_of_operating',
    family: 'three_public',
    zh: '“三公”经费占公用经费比重',
    en: 'three public expenses in operating expenditure',
    formula: '“三公”经费决算 ÷ 公用经费决算 × 100',
    formulaEn: 'three public expenses A ÷ operating expenditure A × 100',
    unit: 'percent',
    direction: 'more_is_worse',
    inputs: ['three_public', 'expenditure.operating'],
    references: [FRUGALITY],
    caveats: '“三公”经费也可能在项目支出中列支，比重可以超过 100%。',
    caveatsEn:
      'Three public expenses may be paid from project expenditure too, so the share can exceed 100%.',
    ranked: true,
    compute: ratio({
      numerator: actual('three_public'),
      denominator: actual('expenditure.operating'),
      unit: 'percent',
    }),
  },
  {
    id: 'reception.per_guest',
    family: 'three_public',
    zh: '公务接待人均费用',
    en: 'reception per guest',
    formula: '公务接待费决算 ÷ 国内公务接待人次',
    formulaEn: 'official reception A ÷ domestic guests received',
    unit: 'CNY',
    direction: 'more_is_worse',
    inputs: ['three_public.reception', 'three_public.reception_persons'],
    references: [RECEPTION],
    caveats: '接待费含外宾接待时，人次只计国内，人均偏高。',
    caveatsEn: 'Where reception includes foreign guests, only domestic ones are counted: too high per head.',
    ranked: true,
    compute: ratio({
      numerator: actual('three_public.reception'),
      denominator: actual('three_public.reception_persons'),
      unit: 'CNY',
    }),
  },
  {
    id: 'reception.per_occasion',
    family: 'three_public',
    zh: '公务接待批均费用',
    en: 'reception per occasion',
    formula: '公务接待费决算 ÷ 国内公务接待批次',
    formulaEn: 'official reception A ÷ domestic receptions',
    unit: 'CNY',
    direction: 'more_is_worse',
    inputs: ['three_public.reception', 'three_public.reception_batches'],
    references: [RECEPTION],
    caveats: '接待费含外宾接待时，批次只计国内，批均偏高。',
    caveatsEn:
      'Where reception includes foreign guests, only domestic occasions are counted: too high per occasion.',
    ranked: true,
    compute: ratio({
      numerator: actual('three_public.reception'),
      denominator: actual('three_public.reception_batches'),
      unit: 'CNY',
    }),
  },
  {
    id: 'vehicle_operation.per_vehicle',
    family: 'three_public',
    zh: '车均运行维护费',
    en: 'running costs per official vehicle',
    formula: '公务用车运行维护费决算 ÷ 公务用车保有量',
    formulaEn: 'operation and maintenance of vehicles A ÷ vehicles held',
    unit: 'CNY',
    direction: 'more_is_worse',
    inputs: ['three_public.vehicle_operation', 'three_public.vehicles_held'],
    references: [VEHICLES],
    caveats: '保有量为年末数；年内报废或划转车辆的费用仍在分子。',
    caveatsEn:
      'Vehicles at the end of the year; costs of those scrapped or handed over during it remain in the numerator.',
    ranked: true,
    compute: ratio({
      numerator: actual('three_public.vehicle_operation'),
      denominator: actual('three_public.vehicles_held'),
      unit: 'CNY',
    }),
  },
];
