/** All tables of a document. A table that no layout knows is not read: its figures are listed as unclaimed. */

import type { Layout } from '../../layouts/layout.ts';
import type { Cell, Document, Table } from '../../read/document.ts';
import type { Fact, NumberUse } from '../fact.ts';
import type { ScoreItem } from '../score-item.ts';
import { chooseLayout } from './choose-layout.ts';
import { headerLabel } from './columns.ts';
import { plainUse } from './figure.ts';
import { LINE_HEADER } from './header-words.ts';
import { readTable, type TableReading } from './read-table.ts';
import { cellsOfRow, isFigure } from './sections.ts';
import { type TableContext, tablesOf } from './table-context.ts';

export function extractTables(document: Document, context: TableContext): TableReading {
  const facts: Fact[] = [];
  const numbers: NumberUse[] = [];
  const scores: ScoreItem[] = [];
  let previous: { table: Table; layout: Layout } | null = null;
  for (const table of tablesOf(document)) {
    const layout: Layout | null =
      chooseLayout(table) ?? (previous && continues(table, previous.table) ? previous.layout : null);
    if (layout) {
      const reading = readTable(table, layout, context);
      facts.push(...reading.facts);
      numbers.push(...reading.numbers);
      scores.push(...reading.scores);
      previous = { table, layout };
    } else numbers.push(...unclaimedOf(table));
  }
  return { facts, numbers, scores };
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

function unclaimedOf(table: Table): NumberUse[] {
  return table.grid.flatMap((_, row) =>
    cellsOfRow(table.grid, row)
      .filter((cell) => isFigure(cell.text))
      .map((cell) =>
        isLineNumber(table, cell)
          ? plainUse(cell, '序号', 'ignored')
          : plainUse(cell, '表格没有对应的版式', 'unclaimed'),
      ),
  );
}

/** Below a header that says 序号. */
function isLineNumber(table: Table, cell: Cell): boolean {
  return table.grid
    .slice(0, cell.row)
    .some((row) => LINE_HEADER.test(headerLabel(row[cell.column]?.text ?? '')));
}
