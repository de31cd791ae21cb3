/**
 * Two columns that seem to mean the same and print different figures have lost what told them apart: a spanned
 * header (预算数 over one half, 决算数 over the other) that the reader did not see. Neither may be believed.
 */
import type { Meaning } from '../../layouts/layout.ts';
import { readNumber } from '../../parse/amount.ts';
import type { Figure } from './figure.ts';

export interface Understood {
  figure: Figure;
  meaning: Meaning;
}

/** Columns of the lane that contradict another column of the same meaning in some row. */
export function twinColumns(understood: readonly Understood[]): ReadonlySet<number> {
  const byMeaning = new Map<string, Understood[]>();
  for (const one of understood) {
    const key = `${one.figure.cell.row} ${printMeaning(one.meaning)}`;
    const same = byMeaning.get(key);
    if (same) same.push(one);
    else byMeaning.set(key, [one]);
  }
  const twins = new Set<number>();
  for (const same of byMeaning.values())
    if (same.length > 1 && new Set(same.map(({ figure }) => printedValue(figure))).size > 1)
      for (const { figure } of same) twins.add(figure.cell.column);
  return twins;
}

/** The same for the same meaning, whatever the order of its words. */
function printMeaning(meaning: Meaning): string {
  const { concept, fund, phase, functionCode, economicCode, project, fiscalYear, total } = meaning;
  return [concept, fund, phase, functionCode, economicCode, project, fiscalYear, total].join('|');
}

export function printedValue(figure: Figure): string {
  const reading = readNumber(figure.cell.text);
  return reading.kind === 'number' ? `${Number(reading.value)}${reading.unit ?? ''}` : '';
}
