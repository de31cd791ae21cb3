/** Rows that a page tore off from their table are known to the checks. */
import { expect, it } from 'vitest';
import type { NumberUse } from '../../../transforms/extract/fact.ts';
import { unreadRows } from '../../../transforms/extract/unread-rows.ts';

const cell = (text: string, page: number | undefined, reason = '表格没有对应的版式'): NumberUse => ({
  ...{ text, context: `示例 ‖ ${text}`, medium: 'table', use: 'unclaimed', reason, money: false },
  location: { ...(page === undefined ? {} : { page }), table: 4, row: 1, column: 1 },
});
const pagesOf = (numbers: readonly NumberUse[]) =>
  unreadRows(numbers, 2024).map(({ kind, fiscalYear, location }) => [kind, fiscalYear, location.page]);

it('names each page with codes that no layout knows, once', () => {
  const numbers = ['21005', '2100501', '12.50', '2100599'].map((text) => cell(text, 6));
  expect(pagesOf([...numbers, cell('30201', 9), cell('30207', 9)])).toEqual([
    ['unread_table', 2024, 6],
    ['unread_table', 2024, 9],
  ]);
});

it.each<[string, NumberUse[]]>([
  ['one number that looks like a code', [cell('21005', 6), cell('12.50', 6)]],
  ['codes that were read', [cell('21005', 6, '科目编码'), cell('2100501', 6, '科目编码')]],
  ['years and amounts', [cell('2024', 6), cell('21005.50', 6), cell('20260', 6), cell('210', 6)]],
  ['texts without pages', [cell('21005', undefined), cell('2100501', undefined)]],
])('names none for %s', (_what, numbers) => {
  expect(pagesOf(numbers)).toEqual([]);
});
