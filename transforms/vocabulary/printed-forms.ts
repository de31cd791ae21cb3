/** A value of the schema and the words that bureaus print for it. */

import { normaliseLabel } from '../parse/label.ts';

export interface PrintedForms<Value extends string> {
  value: Value;
  zh: string;
  en: string;
  /** As `normaliseLabel` leaves them. */
  labels: readonly string[];
}

/** "全年预算数（A）", "执行率（B/A）", "决算数（万元）": the letter of a formula and the unit are not part of the name. */
const HEADER_MARK = /\((?:[A-Z](?:[/÷=][A-Z](?:\*100%)?)?|(?:单位:)?[万千百亿]*元|%)\)$/;
/** A column head without the letter of its formula and its unit. */
export function headerName(label: string): string {
  return normaliseLabel(normaliseLabel(label).replace(HEADER_MARK, ''));
}

/** A lookup by exact printed form. Throws where two values claim one form: a table that is wrong is our error. */
export function lookupOf<Value extends string>(
  table: readonly PrintedForms<Value>[],
): (label: string) => Value | null {
  const byLabel = new Map<string, Value>();
  for (const { value, zh, labels } of table) {
    for (const label of new Set([zh, ...labels].map(normaliseLabel))) {
      if (byLabel.has(label)) throw new Error(`“${label}” is claimed by ${byLabel.get(label)} and ${value}`);
      byLabel.set(label, value);
    }
  }
  return (label) => byLabel.get(headerName(label)) ?? null;
}
