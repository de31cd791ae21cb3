/** What a comparative figure is: one entry gives the table row, its documentation and its direction. */
import type { ConceptId } from '../vocabulary/concept.ts';
import type { BureauYear } from './bureau-year.ts';
import type { MetricUnit } from './metric-value.ts';
import type { Outcome } from './outcome.ts';

export const FAMILIES = [
  { id: 'execution', zh: '预算执行', en: 'Execution' },
  { id: 'three_public', zh: '“三公”经费', en: 'Three public expenses' },
  { id: 'per_head', zh: '人均与单位成本', en: 'Per head' },
  { id: 'structure', zh: '支出结构', en: 'Structure' },
  { id: 'change', zh: '年度变化', en: 'Change' },
  { id: 'honesty', zh: '绩效与数据质量', en: 'Performance and honesty' },
] as const;

export type FamilyId = (typeof FAMILIES)[number]['id'];

/** `neither`: large and small both ask for an explanation; rank 1 is then the largest. */
export type Direction = 'more_is_better' | 'more_is_worse' | 'neither';

export interface Metric {
  /** Never changes meaning. */
  id: string;
  family: FamilyId;
  zh: string;
  en: string;
  /** A = 决算数, B0 = 年初预算数, B1 = 调整（全年）预算数, B = 未说明口径的预算数. */
  formula: string;
  formulaEn: string;
  unit: MetricUnit;
  direction: Direction;
  /** Concepts read, in the order numerator, denominator. */
  inputs: readonly ConceptId[];
  /** Where the definition comes from. */
  references: readonly string[];
  /** What a reader must know before comparing. */
  caveats: string;
  caveatsEn: string;
  /** False where a comparison of bureaus says nothing (one project against another). */
  ranked: boolean;
  /** No outcome where not one input was published: absence is then no row rather than an empty one. */
  compute: (books: BureauYear) => readonly Outcome[];
}
