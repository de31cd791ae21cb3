import type { Unit } from '../parse/quantity.ts';

export type Dimension = 'fund' | 'function_code' | 'economic_code' | 'project';

/** One published quantity. Adding one is one entry in its family file; the id union is derived from the entries. */
export interface ConceptEntry {
  /** Never changes meaning. */
  id: string;
  unit: Unit;
  /** Key columns that may be set for it beyond year and phase. */
  dimensions: readonly Dimension[];
  /** What analysts read. */
  zh: string;
  en: string;
  /** Printed forms that mean exactly this concept wherever they stand, as `normaliseLabel` leaves them. */
  labels: readonly string[];
}
