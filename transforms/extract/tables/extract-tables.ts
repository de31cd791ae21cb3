/** All tables of a document. A table that no layout knows is not read: its figures are listed as unclaimed. */

import type { Document, Table } from '../../read/document.ts';
import { headerLabel } from './columns.ts';
import { detachedIndicators, INDICATOR_VALUE } from './detached-indicators.ts';
import { plainUse } from './figure.ts';
import { foreignTables } from './foreign-tables.ts';
import { LINE_HEADER } from './header-words.ts';
import { layoutsOfTables } from './layouts-of-tables.ts';
import { readTable, type TableReading } from './read-table.ts';
import { cellsOfRow, isFigure } from './sections.ts';
import { type TableContext, tablesOf } from './table-context.ts';

export function extractTables(document: Document, context: TableContext): TableReading {
  const foreign = foreignTables(tablesOf(document), context.disclosure);
  const readings = layoutsOfTables(document).map(({ table, layout }) => {
    const reason = foreign.get(table);
    // The form of a project is the department's, whichever unit filled it in.
    if (reason !== undefined && layout?.form !== true) return ignoredTable(table, reason);
    return layout === null ? unreadTable(table) : readTable(table, layout, context);
  });
  return {
    facts: readings.flatMap(({ facts }) => facts),
    numbers: readings.flatMap(({ numbers }) => numbers),
    scores: readings.flatMap(({ scores }) => scores),
  };
}

export const NO_LAYOUT = '表格没有对应的版式';

function ignoredTable({ grid }: Table, reason: string): TableReading {
  const figures = grid.flatMap((_, row) => cellsOfRow(grid, row).filter((cell) => isFigure(cell.text)));
  return { facts: [], numbers: figures.map((cell) => plainUse(cell, reason, 'ignored')), scores: [] };
}

function unreadTable(table: Table): TableReading {
  const { grid } = table;
  const isIndicator = detachedIndicators(table);
  /** Columns below a header that says 序号. */
  const ofLines = new Set<number>();
  const numbers = grid.flatMap((_, row) => {
    const cells = cellsOfRow(grid, row);
    const figures = cells
      .filter((cell) => isFigure(cell.text))
      .map((cell) =>
        ofLines.has(cell.column)
          ? plainUse(cell, '序号', 'ignored')
          : isIndicator?.(cell)
            ? plainUse(cell, INDICATOR_VALUE, 'ignored')
            : plainUse(cell, NO_LAYOUT, 'unclaimed'),
      );
    for (const cell of cells)
      if (LINE_HEADER.test(headerLabel(cell.text)))
        for (let at = 0; at < cell.columnSpan; at++) ofLines.add(cell.column + at);
    return figures;
  });
  return { facts: [], numbers, scores: [] };
}
