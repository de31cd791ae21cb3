/** Numbers of a table that are no figures: column numbers, line numbers, codes. Each is accounted for. */
import type { Layout } from '../../layouts/layout.ts';
import type { Table } from '../../read/document.ts';
import type { NumberUse } from '../fact.ts';
import type { Column, Lane } from './columns.ts';
import { plainUse } from './figure.ts';
import { cellsOfRow, isColumnNumberRow, isFigure, type Section } from './sections.ts';

/** 栏次 1 2 3 and stray figures in headers. */
export function ignoreHeaderNumbers(table: Table, section: Section, numbers: NumberUse[]): void {
  for (const row of section.headerRows) {
    const cells = cellsOfRow(table.grid, row);
    const reason = isColumnNumberRow(cells) ? '栏次' : '表头中的数字';
    for (const cell of cells) if (isFigure(cell.text)) numbers.push(plainUse(cell, reason, 'ignored'));
  }
}

export function ignoreOtherColumns(
  table: Table,
  section: Section,
  columns: readonly Column[],
  lanes: readonly Lane[],
  layout: Layout,
  numbers: NumberUse[],
): void {
  if (layout.form) return;
  const read = new Set(lanes.flatMap((lane) => lane.values));
  for (const row of section.rows) {
    for (const cell of cellsOfRow(table.grid, row)) {
      if (read.has(cell.column) || !isFigure(cell.text)) continue;
      const kind = columns[cell.column]?.kind;
      if (kind === 'line') numbers.push(plainUse(cell, '行次', 'ignored'));
      else if (kind === 'unit') numbers.push(plainUse(cell, '单位代码', 'ignored'));
      else if (kind === 'other') numbers.push(plainUse(cell, '政府预算经济分类编码', 'ignored'));
      else if (kind === 'code') numbers.push(plainUse(cell, '科目编码', 'ignored'));
      else numbers.push(plainUse(cell, '数字在标签列', 'unclaimed'));
    }
  }
}
