/** What `duibiao status` shows where a bureau a line would fill several screens. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { displayWidth } from '../../pipeline/display-width.ts';
import { writeHealth } from '../../pipeline/health.ts';
import { generateWarehouse } from '../bench/generated-warehouse.ts';
import { runCommand } from '../support/console.ts';

const BUREAUS = 61;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'status-'));
  const warehouse = await generateWarehouse(join(folder, 'warehouse.db'), { bureaus: BUREAUS, years: 2 });
  await warehouse.close();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('counts the bureaus of each year where there are too many to list', async () => {
  const { out } = await runCommand(['status', '--data', folder], { columns: 100 });
  const table = out.slice(out.indexOf(`共 ${BUREAUS} 个单位`));
  expect(table.match(/│ 20\d\d │ +61 │/g)).toHaveLength(2);
});

it('says why the first night failed, where nothing was ever published', async () => {
  const data = mkdtempSync(join(tmpdir(), 'status-'));
  const times = { startedAt: '2025-09-01T18:30:00.000Z', finishedAt: '2025-09-01T18:31:00.000Z' };
  writeHealth(join(data, 'health.json'), {
    ...{ state: 'failed', pid: process.pid, ...times, lastSuccessAt: null, figures: null },
    message: '磁盘空间不足',
  });
  const { out, err, status } = await runCommand(['status', '--data', data]);
  rmSync(data, { recursive: true });
  expect(out).toContain('磁盘空间不足');
  expect(err).toContain('还没有数据仓库');
  expect(status).toBe(1);
});

it.each([
  [80, 'zh'],
  [80, 'en'],
  [140, 'zh'],
  [140, 'en'],
] as const)(
  'fits a terminal of %i columns in %s, with every bureau by its whole name',
  async (columns, language) => {
    const place = mkdtempSync(join(tmpdir(), 'status-'));
    try {
      const warehouse = await generateWarehouse(join(place, 'warehouse.db'), { bureaus: 3, years: 12 });
      const names = warehouse.sqlite
        .prepare<[], string>('SELECT DISTINCT bureau_name FROM bureau_rows')
        .pluck()
        .all();
      await warehouse.close();
      const { out } = await runCommand(['status', '--data', place], { columns, language });
      for (const line of out.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
      for (const name of names) expect(out).toContain(name);
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  },
);
