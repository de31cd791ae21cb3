/** Rows that a page tore off from their table are known to the checks. */
import { expect, it } from 'vitest';
import type { NumberUse } from '../../../transforms/extract/fact.ts';
import { unreadRows } from '../../../transforms/extract/unread-rows.ts';
import type { Document } from '../../../transforms/read/document.ts';
import { documentOfText } from '../../../transforms/read/read-text.ts';

const cell = (text: string, page: number | undefined, reason = '表格没有对应的版式'): NumberUse => ({
  ...{ text, context: `示例 ‖ ${text}`, medium: 'table', use: 'unclaimed', reason, money: false },
  location: { ...(page === undefined ? {} : { page }), table: 4, row: 1, column: 1 },
});
const pagesOf = (numbers: readonly NumberUse[]) =>
  unreadRows(numbers, documentOfText(''), 2024).map(({ kind, fiscalYear, location }) => [
    kind,
    fiscalYear,
    location.page,
  ]);

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

it('names a table of a text, by its line', () => {
  const numbers = ['21005', '2100501'].map((text) => {
    const number = cell(text, undefined);
    return { ...number, location: { ...number.location, line: 30 } };
  });
  expect(
    unreadRows(numbers, documentOfText(''), 2024).map(({ table, location }) => [table, location]),
  ).toEqual([[4, { line: 30 }]]);
});

it.each<[string, string, boolean]>([
  ['a row that a wrapped name cut off', '208 05 05 机关事业单位职业年金缴费支出 12,881.00 12,881.00', true],
  ['a row whose cells touch', '[210]卫生健康支出84.00', true],
  ['a row without its name', '2080505 3,538.83', true],
  ['a sentence', '2.2080505机关事业单位基本养老保险缴费支出12.50万元，主要用于缴费。', false],
  ['a year and a count', '2024年共办理208件，比上年增加301件。', false],
])('takes %s among sentences for what it is', (_what, text, isRow) => {
  const found = unreadRows([], documentOfText(`第一部分 说明\n\n${text}\n`), 2024);
  expect(found.map(({ kind, location }) => [kind, location.line])).toEqual(
    isRow ? [['unread_table', 3]] : [],
  );
});

it.each<[string, string[], boolean]>([
  ['in brackets before its name', ['[2080501]示例支出', '12.50'], true],
  ['in three cells', ['208', '05', '01', '示例支出', '12.50'], true],
  ['that is a year', ['2024 年', '12.50'], false],
  ['of a class', ['208', '示例支出', '12.50'], false],
])('counts rows with a code %s', (_what, texts, isCode) => {
  const numbers = [0, 1].map((row) => ({ ...cell('12.50', 6), location: at(row, texts.length - 1) }));
  const found = unreadRows(numbers, documentOf(texts), 2024);
  expect(found.map(({ location }) => location.page)).toEqual(isCode ? [6] : []);
});

it.each<[string, string[], boolean]>([
  ['cut by the end of the page', ['2', '0', '0', '示例支出', '5,136,20'], true],
  ['of which two digits are left', ['1 4', '1', '6', '3.61'], true],
  ['of one place, behind a whole amount', ['示例项目', '12.50'], false],
  ['of an item in a list', ['1', '1,250.00', '12.50'], false],
])('counts rows of a known table with a code %s', (_what, texts, isCode) => {
  const number = { ...cell('12.50', 6, '行标签不在词汇表'), location: at(0, texts.length - 1) };
  const found = unreadRows([number], documentOf(texts), 2024);
  expect(found.map(({ kind, location }) => [kind, location])).toEqual(
    isCode ? [['unread_table', { page: 6 }]] : [],
  );
});

const at = (row: number, column: number) => ({ page: 6, table: 4, row: row + 1, column: column + 1 });

/** A document with one table of two equal rows. */
function documentOf(texts: readonly string[]): Document {
  const grid = [0, 1].map((row) =>
    texts.map((text, column) => ({
      text,
      row,
      column,
      rowSpan: 1,
      columnSpan: 1,
      location: at(row, column),
    })),
  );
  return {
    ...documentOfText(''),
    blocks: [
      {
        kind: 'table',
        number: 4,
        title: null,
        captions: [],
        notes: [],
        grid,
        location: { page: 6, table: 4 },
      },
    ],
  };
}
