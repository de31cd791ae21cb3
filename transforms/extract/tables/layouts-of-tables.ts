/** The tables of a document, each with the layout that reads it. A table cut by a page break keeps the layout of its first part. */

import type { Layout } from '../../layouts/layout.ts';
import type { Document, Table } from '../../read/document.ts';
import { chooseLayout } from './choose-layout.ts';
import { cellsOfRow } from './sections.ts';
import { tablesOf } from './table-context.ts';

export interface TableLayout {
  table: Table;
  /** null where no layout is declared for it: its figures are listed as unclaimed. */
  layout: Layout | null;
}

export function layoutsOfTables(document: Document): TableLayout[] {
  let previous: { table: Table; layout: Layout } | null = null;
  return tablesOf(document).map((table) => {
    const layout: Layout | null =
      chooseLayout(table) ?? (previous && continues(table, previous.table) ? previous.layout : null);
    if (isSingleColumn(table)) return { table, layout: null };
    if (layout) previous = { table, layout };
    return { table, layout };
  });
}

/** One cell a line, as mirrors keep tables: which label a figure belongs to is lost. */
function isSingleColumn({ grid }: Table): boolean {
  return grid.length > 0 && grid.every((row) => row.length <= 1);
}

/** A table without a title of its own that repeats the header of the one before it was cut by a page break. */
function continues(table: Table, previous: Table): boolean {
  if (table.title !== null && table.captions.length > 0) return false;
  const header = (of: Table) =>
    cellsOfRow(of.grid, 0)
      .map((cell) => cell.text.replace(/\s+/g, ''))
      .join('|');
  return header(table) === header(previous) && header(table) !== '';
}
