/** All tables of a document. A table that no layout knows is not read: its figures are listed as unclaimed. */

import type { Cell, Document, Table } from '../../read/document.ts';
import type { Fact, NumberUse } from '../fact.ts';
import type { ScoreItem } from '../score-item.ts';
import { headerLabel } from './columns.ts';
import { plainUse } from './figure.ts';
import { LINE_HEADER } from './header-words.ts';
import { layoutsOfTables } from './layouts-of-tables.ts';
import { readTable, type TableReading } from './read-table.ts';
import { cellsOfRow, isFigure } from './sections.ts';
import type { TableContext } from './table-context.ts';

export function extractTables(document: Document, context: TableContext): TableReading {
  const facts: Fact[] = [];
  const numbers: NumberUse[] = [];
  const scores: ScoreItem[] = [];
  for (const { table, layout } of layoutsOfTables(document)) {
    if (layout === null) {
      numbers.push(...unclaimedOf(table));
      continue;
    }
    const reading = readTable(table, layout, context);
    facts.push(...reading.facts);
    numbers.push(...reading.numbers);
    scores.push(...reading.scores);
  }
  return { facts, numbers, scores };
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
