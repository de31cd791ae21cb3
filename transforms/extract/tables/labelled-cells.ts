/**
 * "其中：基本支出：186.40": label and figure in one cell. The form prints no phase beside them, so the phase is
 * that of the column whose total the parts by nature add up to; where none does, nothing is claimed.
 */
import type { Meaning, Term } from '../../layouts/layout.ts';
import { readNumber } from '../../parse/amount.ts';
import type { Cell, Table } from '../../read/document.ts';
import type { Fact, Phase } from '../fact.ts';
import { headerLabel } from './columns.ts';
import { labelMeaning } from './meanings.ts';
import { cellsOfRow, type Section } from './sections.ts';

export interface LabelledCell {
  cell: Cell;
  label: string;
  /** The figure as printed behind the label. */
  figure: string;
  meaning: Meaning;
}

const LABELLED = /^(.*\p{Script=Han}.*)[:：]\s*(\d[\d\s,.]*)$/su;

export function labelledCellsOf(
  table: Table,
  section: Section,
  terms: readonly Term[],
  year: number,
): LabelledCell[] {
  return section.rows.flatMap((row) =>
    cellsOfRow(table.grid, row).flatMap((cell) => {
      const match = LABELLED.exec(cell.text.trim());
      if (!match || readNumber(match[2]!).kind !== 'number') return [];
      const label = match[1]!.replace(/^\s*其中\s*[:：]/, '');
      const meaning = labelMeaning(headerLabel(label), terms, year);
      return meaning ? [{ cell, label, figure: match[2]!, meaning }] : [];
    }),
  );
}

/** The phase whose total equals the sum of the parts by nature, to the size of the last printed digits. */
export function phaseByIdentity(
  parts: readonly { valueMinor: number; ulpMinor: number }[],
  totals: readonly Fact[],
): Phase | null {
  if (parts.length < 2) return null;
  const sum = parts.reduce((total, part) => total + part.valueMinor, 0);
  const slack = parts.reduce((total, part) => total + part.ulpMinor / 2, 0);
  const closing = totals.filter((total) => Math.abs(total.valueMinor - sum) <= slack + total.ulpMinor / 2);
  const phases = new Set(closing.map((total) => total.phase));
  return phases.size === 1 ? [...phases][0]! : null;
}
