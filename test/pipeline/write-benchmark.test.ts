/** Outputs that cannot be written: each costs itself alone, and a full disk the rest of them too. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { dataPaths } from '../../pipeline/options.ts';
import { type Published, writeBenchmark } from '../../pipeline/write-benchmark.ts';
import { writeDataset } from '../../reports/dataset/write-dataset.ts';
import { writeSite } from '../../reports/site/write-site.ts';
import { writeWorkbook } from '../../reports/workbook/write-workbook.ts';

vi.mock('../../reports/workbook/write-workbook.ts', () => ({ writeWorkbook: vi.fn() }));
vi.mock('../../reports/site/write-site.ts', () => ({ writeSite: vi.fn() }));
vi.mock('../../reports/dataset/write-dataset.ts', () => ({ writeDataset: vi.fn() }));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duibiao-outputs-'));
  vi.resetAllMocks();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const full = () => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });

async function failures(): Promise<string[]> {
  const night = {
    options: { data: dataPaths(folder) },
    run: { say: (zh: string) => zh, progress: { stage: () => undefined } },
    rules: { reports: 'r', warehouse: 'w' },
    contentChangedAt: '2025-08-15T18:00:03.120Z',
  } as unknown as Published;
  return (await writeBenchmark(night)).map(({ what, message }) => `${what}: ${message}`);
}

it('a defect of one leaves the others to be written', async () => {
  vi.mocked(writeWorkbook).mockRejectedValue(new Error('表格太宽'));
  vi.mocked(writeSite).mockResolvedValue({} as never);
  vi.mocked(writeDataset).mockResolvedValue({ pieces: {} } as never);
  expect(await failures()).toEqual(['workbook: 表格太宽']);
  expect(writeDataset).toHaveBeenCalledOnce();
});

it('a full disk ends the writing, and takes back nothing of what was told before', async () => {
  vi.mocked(writeWorkbook).mockRejectedValue(new Error('表格太宽'));
  vi.mocked(writeSite).mockRejectedValue(full());
  expect(await failures()).toEqual([
    'workbook: 表格太宽',
    expect.stringMatching(/^site: 磁盘空间不足，请清理后重新运行/),
  ]);
  expect(writeDataset).not.toHaveBeenCalled();
});
