/** The unit that governs a figure: column header, row label, section, caption, document; the cell's own wins later. */
import { type Layout, type Meaning, meaningOf } from '../../layouts/layout.ts';
import { readUnitNote } from '../../parse/amount.ts';
import type { Table } from '../../read/document.ts';
import { headerLabel } from './columns.ts';
import type { Figure } from './figure.ts';
import { cellsOfRow, type Section } from './sections.ts';
import { captionUnit, type TableContext } from './table-context.ts';

/** In the column header, then the row label, the section, the caption, the document. The cell itself wins inside toQuantity. */
export function printedUnitOf(figure: Figure, unit: string, context: TableContext): string {
  const near = firstUnit(figure.column.printedPath) ?? firstUnit(figure.rowLabels.toReversed());
  if (unit === 'CNY')
    return near ?? figure.sectionUnit ?? captionUnit(figure.table) ?? context.documentUnit ?? '';
  return near ?? '';
}

function firstUnit(texts: readonly string[]): string | null {
  for (const text of texts) {
    const unit = readUnitNote(text);
    if (unit !== null) return unit;
  }
  return null;
}

/** 项目资金（万元） in the header; where labels stand in front of their figures, 部门预算总额（万元） above its parts. */
export function sectionUnit(table: Table, section: Section, layout: Layout): string | null {
  const headed = section.headerRows.flatMap((row) => unitsOfRow(table, row))[0];
  if (headed !== undefined) return headed;
  const totals = layout.lanes.filter(({ pairs }) => pairs).flatMap(({ rows }) => rows.filter(isTotal));
  if (totals.length === 0) return null;
  const labelled = section.rows.flatMap((row) =>
    unitsOfRow(table, row, (label) => meaningOf(headerLabel(label), totals) !== null),
  );
  return new Set(labelled).size === 1 ? labelled[0]! : null;
}

const isTotal = ({ total, ignore }: Meaning): boolean => total === true && ignore === undefined;

function unitsOfRow(table: Table, row: number, speaks = (_label: string) => true): string[] {
  return cellsOfRow(table.grid, row).flatMap(({ text }) =>
    /[（(]\s*[万千百亿]?元\s*[）)]/.test(text) && speaks(text) ? (readUnitNote(text) ?? []) : [],
  );
}
