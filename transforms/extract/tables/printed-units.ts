/** The unit that governs a figure: column header, row label, section, caption, document; the cell's own wins later. */
import { readUnitNote } from '../../parse/amount.ts';
import type { Table } from '../../read/document.ts';
import type { Figure } from './figure.ts';
import { cellsOfRow, type Section } from './sections.ts';
import { captionUnit, type TableContext } from './table-context.ts';

/** In the column header, then the row label, the section, the caption, the document. The cell itself wins inside toQuantity. */
export function printedUnitOf(figure: Figure, unit: string, context: TableContext): string {
  const near = [...figure.column.printedPath, ...[...figure.rowLabels].reverse()]
    .map((text) => readUnitNote(text))
    .find((note) => note !== null);
  if (unit === 'CNY')
    return near ?? figure.sectionUnit ?? captionUnit(figure.table) ?? context.documentUnit ?? '';
  return near ?? '';
}

export function sectionUnit(table: Table, section: Section): string | null {
  for (const row of section.headerRows) {
    for (const cell of cellsOfRow(table.grid, row)) {
      const unit = /[（(]\s*[万千百亿]?元\s*[）)]/.test(cell.text) ? readUnitNote(cell.text) : null;
      if (unit) return unit;
    }
  }
  return null;
}
