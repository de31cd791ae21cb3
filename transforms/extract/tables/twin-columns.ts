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
    const key = `${one.figure.cell.row} ${JSON.stringify(Object.entries(one.meaning).sort())}`;
    byMeaning.set(key, [...(byMeaning.get(key) ?? []), one]);
  }
  const twins = new Set<number>();
  for (const same of byMeaning.values())
    if (new Set(same.map(({ figure }) => printedValue(figure))).size > 1)
      for (const { figure } of same) twins.add(figure.cell.column);
  return twins;
}

/**
 * Rows of one code in a lane: a department prints its units one below the other (单位代码 beside the code), and none
 * of them is the department's figure. Without units printed, only rows that differ are doubted.
 */
export function twinRows(understood: readonly Understood[], byUnits: boolean): ReadonlySet<number> {
  const byMeaning = new Map<string, Understood[]>();
  for (const one of understood) {
    if (!one.figure.code) continue;
    const key = `${one.figure.cell.column} ${one.figure.code}`;
    byMeaning.set(key, [...(byMeaning.get(key) ?? []), one]);
  }
  const twins = new Set<number>();
  for (const same of byMeaning.values()) {
    const rows = new Set(same.map(({ figure }) => figure.cell.row));
    const differ = new Set(same.map(({ figure }) => printedValue(figure))).size > 1;
    if (rows.size > 1 && (byUnits || differ)) for (const row of rows) twins.add(row);
  }
  return twins;
}

function printedValue(figure: Figure): string {
  const reading = readNumber(figure.cell.text);
  return reading.kind === 'number' ? `${Number(reading.value)}${reading.unit ?? ''}` : '';
}
