/** 年初预算数（万元） | 30.00 | 全年预算数（万元） | 32.00: forms that print a label in front of each figure, and no header above them. */
import type { Layout, Meaning } from '../../layouts/layout.ts';
import type { Table } from '../../read/document.ts';
import { headerLabel } from './columns.ts';
import type { Figure } from './figure.ts';
import { asProject, type LaneReading } from './figure-meaning.ts';
import { labelMeaning } from './meanings.ts';
import { cellsOfRow, isFigure } from './sections.ts';

/**
 * null where the cell right in front of the figure says neither a state of the money nor the rate, and where more figures
 * follow: 年初预算数 | 30.00 | 50.00 | 80.00 is a row below 基本支出, 项目支出 and 合计.
 */
export function fieldMeaning(figure: Figure, at: LaneReading): Meaning | null {
  if (isFigure(cellBeside(figure, 1)?.text ?? '')) return null;
  const label = headerLabel(cellBeside(figure, -1)?.text ?? '');
  return (
    at.layout.lanes
      .map((lane) => {
        const meaning =
          lane.defaults.concept === 'expenditure'
            ? labelMeaning(label, lane.columns, at.context.fiscalYear)
            : null;
        return meaning && (meaning.phase || meaning.ignore)
          ? asProject({ ...lane.defaults, ...meaning }, at, figure)
          : null;
      })
      .find((meaning) => meaning !== null) ?? null
  );
}

function cellBeside({ table, cell }: Figure, by: number) {
  const cells = cellsOfRow(table.grid, cell.row);
  return cells[cells.indexOf(cell) + by];
}

/** Every label that a column of the layout knows has its figure right behind it: such a row is no header. */
export function isRowOfFields(table: Table, row: number, layout: Layout, year: number): boolean {
  const cells = cellsOfRow(table.grid, row);
  const known = cells.flatMap((cell, index) =>
    layout.lanes.some(({ columns }) => labelMeaning(headerLabel(cell.text), columns, year) !== null)
      ? [index]
      : [],
  );
  return known.length > 0 && known.every((index) => isFigure(cells[index + 1]?.text ?? ''));
}
