/** The tables of a document, each with the layout that reads it. A table cut by a page break keeps the layout of its first part. */

import type { Layout } from '../../layouts/layout.ts';
import { normaliseLabel } from '../../parse/label.ts';
import type { Document, Table } from '../../read/document.ts';
import { chooseLayout } from './choose-layout.ts';
import { cellsOfRow, isFigure } from './sections.ts';
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

/**
 * A table without a title of its own that repeats the header of the one before it was cut by a page break. One that repeats a
 * total or a code of it, or has other captions, is another table under the same header.
 */
function continues(table: Table, previous: Table): boolean {
  if (table.title !== null && table.captions.length > 0) return false;
  const header = (of: Table) =>
    cellsOfRow(of.grid, 0)
      .map((cell) => cell.text.replace(/\s+/g, ''))
      .join('|');
  if (header(table) !== header(previous) || header(table) === '') return false;
  const said = new Set(previous.captions.map(({ text }) => normaliseLabel(text)));
  if (table.captions.some(({ text }) => !said.has(normaliseLabel(text)))) return false;
  const keys = new Set(keysOf(previous));
  return !keysOf(table).some((key) => keys.has(key));
}

const CODE = /^\d{5}(\d\d)?$/;
const TOTAL = /^(本年)?(收入|支出)?(合计|总计)$/;

/** Totals and codes that begin a row of figures. */
function keysOf({ grid }: Table): string[] {
  return grid.flatMap((_, row) => {
    const cells = cellsOfRow(grid, row).filter(({ text }) => text !== '');
    if (!cells.some(({ text }) => isFigure(text))) return [];
    return cells
      .map(({ text }) => normaliseLabel(text))
      .filter((text) => CODE.test(text) || TOTAL.test(text));
  });
}
