import { expect, it } from 'vitest';
import { replaceMetrics, saveMetrics } from '../../warehouse/metrics.ts';
import { emptyWarehouse, sampleMetric } from './sample.ts';

const stored = (sqlite: Awaited<ReturnType<typeof emptyWarehouse>>['sqlite']) =>
  sqlite.prepare<[], string>('SELECT bureau_id FROM metric_rows ORDER BY 1').pluck().all();

it.each([
  ['a value where the status says there is none', { status: 'missing_numerator' as const, value: 1 }],
  ['a rank among fewer than five', { rank: 1, peerCount: 4 }],
  ['a status nobody knows', { status: 'sure' as 'ok' }],
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
