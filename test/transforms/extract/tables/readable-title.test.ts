import { describe, expect, it } from 'vitest';
import { chooseLayout } from '../../../../transforms/extract/tables/choose-layout.ts';
import { isReadableTitle } from '../../../../transforms/extract/tables/readable-title.ts';
import type { Cell, Table } from '../../../../transforms/read/document.ts';

describe('the name of a table on a scanned page', () => {
  it.each([
    '一般公共预算支出预算表',
    '财政拨款“三公”经费支出决算表',
    '2024年度收入支出决算总表',
    '2025年预算单位收入预算总表',
    '示例县统计局2024年部门收支总表',
    '某某街道一般公共预算基本支出表',
    '一般公共预算“三公”经费和机关运行经费预算表',
  ])('%s is readable', (title) => {
    expect(isReadableTitle(title)).toBe(true);
  });

  it.each([
    '般公芭预算支出预算表',
    '财政拨赤支出预算表',
    '政府性基余预算支出表',
    '国右资本经营预算支出表',
    '怪炸',
  ])('%s is not', (title) => {
    expect(isReadableTitle(title)).toBe(false);
  });

  it('that is not readable gives its table no layout, and one in a text does', () => {
    const table = (ocr: boolean): Table => ({
      kind: 'table',
      number: 1,
      title: '般公芭预算支出预算表',
      captions: [],
      notes: [],
      grid: [
        ['科目编码', '科目名称', '金额'],
        ['201', '一般公共服务支出', '12.00'],
      ].map((row, r) => row.map((text, c) => cell(text, r, c))),
      location: ocr ? { page: 1, table: 1, ocr: true } : { page: 1, table: 1 },
    });
    expect(chooseLayout(table(true))).toBeNull();
    expect(chooseLayout(table(false))?.id).toBe('statements/expenditure');
  });
});

const cell = (text: string, row: number, column: number): Cell => ({
  text,
  row,
  column,
  rowSpan: 1,
  columnSpan: 1,
  location: { page: 1, table: 1, row: row + 1, column: column + 1 },
});
