import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openWarehouse } from '../../warehouse/connect.ts';
import { saveReading } from '../../warehouse/documents.ts';
import { runReadOnlyQuery } from '../../warehouse/query.ts';
import { sampleReading, temporaryFolder } from './sample.ts';

async function filled(): Promise<string> {
  const path = join(temporaryFolder(), 'warehouse.db');
  const warehouse = await openWarehouse(path);
  saveReading(warehouse, sampleReading('d-1', 'a'));
  await warehouse.close();
  return path;
}

it('answers with columns and rows, and says when there were more', async () => {
  const path = await filled();
  const sql = '-- 示例\n/* 两行 */ SELECT concept, value AS "value", value FROM facts ORDER BY value;';
  expect(runReadOnlyQuery(path, sql)).toEqual({
    columns: ['concept', 'value', 'value'],
    rows: [
      ['expenditure', 99999, 99999],
      ['expenditure', 123456, 123456],
    ],
    truncated: false,
  });
  expect(runReadOnlyQuery(path, sql, { maxRows: 1 })).toMatchObject({ rows: { length: 1 }, truncated: true });
  expect(runReadOnlyQuery(path, 'WITH t AS (SELECT 1 AS n) SELECT n FROM t').rows).toEqual([[1]]);
  expect(runReadOnlyQuery(path, 'PRAGMA table_info(facts)').columns).toContain('name');
});

it.each([
  'DELETE FROM fact_rows',
  'drop view facts',
  "ATTACH 'other.db' AS other",
  'PRAGMA journal_mode = DELETE',
  'PRAGMA query_only = OFF',
  'VACUUM',
  'BEGIN',
  'WITH t AS (SELECT 1) DELETE FROM fact_rows',
  "EXPLAIN ATTACH 'other.db' AS other; DELETE FROM fact_rows",
])('refuses %s and leaves everything as it was', async (sql) => {
  const path = await filled();
  expect(() => runReadOnlyQuery(path, sql)).toThrow(expect.objectContaining({ name: 'WarehouseError' }));
  expect(runReadOnlyQuery(path, 'SELECT count(*) FROM facts').rows).toEqual([[2]]);
});

it('says of a refused write what to do instead', async () => {
  const path = await filled();
  expect(() => runReadOnlyQuery(path, 'UPDATE fact_rows SET value_minor = 0')).toThrow(/只能查询.*更正/);
});

const MISTAKES: readonly (readonly [sql: string, says: RegExp])[] = [
  ['SELECT * FROM observation', /没有表或视图“observation”。是否指 observations/],
  ['SELECT fiscal_yaer FROM observations', /没有列“fiscal_yaer”。是否指 fiscal_year/],
  ['SELECT f.valeu FROM facts f', /没有列“f\.valeu”。是否指 value/],
  ['SELECT concept， value FROM facts', /全角标点“，”/],
  ['SELEC 1', /看不懂以“SELEC”开头/],
  ['SELECT FROM WHERE', /语法错误，在“FROM”附近/],
  ['SELECT (1', /不完整/],
  ['SELECT 1; SELECT 2', /一次只能执行一条/],
  ['  -- nothing', /没有 SQL 语句/],
  ['SELECT typical(value) FROM facts', /没有函数“typical”/],
  ['SELECT * FROM facts WHERE value > ?', /未给出的参数/],
  ['SELECT document_id FROM facts, documents', /不止一处/],
];

it.each(MISTAKES)('explains what is wrong with %s', async (sql, says) => {
  const path = await filled();
  expect(() => runReadOnlyQuery(path, sql)).toThrow(says);
});

it('says that there is no warehouse yet', () => {
  const path = join(temporaryFolder(), 'warehouse.db');
  expect(() => runReadOnlyQuery(path, 'SELECT 1')).toThrow(/找不到数据仓库/);
});
