/** One figure of a table with everything printed around it, and what is published about it. */
import type { Layout } from '../../layouts/layout.ts';
import { readNumber } from '../../parse/amount.ts';
import { tidyText } from '../../parse/label.ts';
import type { Cell, Table } from '../../read/document.ts';
import type { NumberUse } from '../fact.ts';
import type { Column } from './columns.ts';

/** A figure with everything printed around it. */
export interface Figure {
  table: Table;
  layout: Layout;
  cell: Cell;
  column: Column;
  /** Row labels of its lane as printed, outer before inner. */
  rowLabels: readonly string[];
  code: string | null;
  sectionUnit: string | null;
}

export function quoteOf(figure: Figure): string {
  const header = [...figure.column.printedPath].map(tidyText).join('/');
  const row = figure.rowLabels.map(tidyText).join(' ');
  return [figure.table.title ?? figure.layout.zh, header, row, tidyText(figure.cell.text)]
    .filter((part) => part !== '')
    .join(' ‖ ');
}

export function useOf(figure: Figure, use: NumberUse['use'], reason: string | null): NumberUse {
  return {
    location: figure.cell.location,
    text: tidyText(figure.cell.text),
    context: quoteOf(figure),
    medium: 'table',
    use,
    reason,
    money: isMoney(figure),
  };
}

export function plainUse(cell: Cell, reason: string, use: NumberUse['use']): NumberUse {
  return {
    location: cell.location,
    text: tidyText(cell.text),
    context: tidyText(cell.text),
    medium: 'table',
    use,
    reason,
    money: false,
  };
}

function isMoney(figure: Figure): boolean {
  const reading = readNumber(figure.cell.text);
  if (reading.kind !== 'number' || reading.percent) return false;
  return (
    reading.decimals === 2 || /元$/.test(reading.unit ?? '') || figure.layout.id.startsWith('statements/')
  );
}
