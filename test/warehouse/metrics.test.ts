import { expect, it } from 'vitest';
import { checksIn, replaceMetrics, saveMetrics } from '../../warehouse/metrics.ts';
import { emptyWarehouse, sampleMetric } from './sample.ts';

const stored = (sqlite: Awaited<ReturnType<typeof emptyWarehouse>>['sqlite']) =>
  sqlite.prepare<[], string>('SELECT bureau_id FROM metric_rows ORDER BY 1').pluck().all();

it.each([
  ['a value where the status says there is none', { status: 'missing_numerator' as const, value: 1 }],
  ['a rank among fewer than five', { rank: 1, peerCount: 4 }],
  ['a status nobody knows', { status: 'sure' as 'ok' }],
  ['a unit nobody knows', { unit: 'bushels' as 'persons' }],
  ['a scope nobody knows', { scope: 'galaxy' as 'unit' }],
])('refuses %s, and keeps what was there', async (_, wrong) => {
  const warehouse = await emptyWarehouse();
  saveMetrics(warehouse, [sampleMetric('a')]);
  await expect(
    replaceMetrics(warehouse, async (writer) => {
      writer.add([sampleMetric('b'), sampleMetric('c', wrong)]);
      writer.finish({ groups: [], breaks: [] });
    }),
  ).rejects.toThrow(/CHECK/);
  expect(stored(warehouse.sqlite)).toEqual(['a']);
});

it('checks every row again after a country was saved', async () => {
  const warehouse = await emptyWarehouse();
  await replaceMetrics(warehouse, async (writer) => {
    writer.add([sampleMetric('a')]);
    writer.finish({ groups: [], breaks: [] });
  });
  expect(stored(warehouse.sqlite)).toEqual(['a']);
  expect(() => warehouse.sqlite.exec(`UPDATE metric_rows SET status = 'sure'`)).toThrow(/CHECK/);
});

it.each(['metric_rows', 'peer_group_rows', 'bureau_breaks'])(
  'knows every CHECK of %s as SQLite does',
  async (table) => {
    const { sqlite } = await emptyWarehouse();
    const create = sqlite
      .prepare<[string], string>('SELECT sql FROM sqlite_schema WHERE name = ?')
      .pluck()
      .get(table)!;
    const checks = checksIn(create);
    expect(checks).toHaveLength(create.split('CHECK').length - 1);
    for (const check of checks) sqlite.prepare(`SELECT 1 FROM ${table} WHERE NOT (${check})`).all();
  },
);

it('does not save where a CHECK is written in a way it does not know', () => {
  expect(checksIn(`a TEXT CHECK (a IN ('(', 'x')), b TEXT CHECK (json_valid(coalesce(b, '[]')))`)).toEqual([
    `a IN ('(', 'x')`,
    `json_valid(coalesce(b, '[]'))`,
  ]);
  expect(() => checksIn('a TEXT CHECK(a > 1)')).toThrow('not every CHECK');
});
