/** The workbook, the site and the dataset that analysts hand on. Written from the published warehouse, when that has changed since. */
import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CHECKSUMS } from '../reports/dataset/names.ts';
import { readState, writeState } from '../warehouse/runs.ts';
import type { Night } from './night.ts';

/** When what they show last changed, and by which reports it was written. Both travel with the warehouse. */
const CHANGED_AT = 'content_changed_at';
const WRITTEN_BY = 'workbook_written_by';

/** What the outputs need to know of a night. */
export type Published = Pick<Night, 'options' | 'run' | 'contentChangedAt'>;

export function noteChange(
  night: Pick<Night, 'warehouse' | 'rules' | 'startedAt' | 'contentChangedAt'>,
  changed: boolean,
): void {
  const { warehouse, rules, startedAt } = night;
  if (changed || readState(warehouse, WRITTEN_BY) !== rules.reports) {
    writeState(warehouse, CHANGED_AT, startedAt);
    writeState(warehouse, WRITTEN_BY, rules.reports);
  }
  night.contentChangedAt = readState(warehouse, CHANGED_AT) ?? startedAt;
}

export async function writeBenchmark(night: Published): Promise<void> {
  await writeBenchmarkWorkbook(night);
  await writeBenchmarkSite(night);
  await writeBenchmarkDataset(night);
}

/** The checksums are written last; a dataset that would come out the same is left alone and counts as written. */
async function writeBenchmarkDataset(night: Published): Promise<void> {
  const { dataset, datasette, warehouse: path } = night.options.data;
  if (isNewerThan(join(dataset, CHECKSUMS), night.contentChangedAt)) return;
  night.run.progress.stage(night.run.say('写数据集', 'Writing the dataset'), null);
  const { writeDataset } = await import('../reports/dataset/write-dataset.ts');
  await writeDataset(path, dataset);
  const { printDatasetteMetadata } = await import('../reports/dataset/datasette.ts');
  writeFileSync(datasette, printDatasetteMetadata());
}

/** The page itself is written last, and says when it was made: newer than the change, the files beside it are too. */
async function writeBenchmarkSite(night: Published): Promise<void> {
  const { site, warehouse: path } = night.options.data;
  if (isNewerThan(join(site, 'index.html'), night.contentChangedAt)) return;
  night.run.progress.stage(night.run.say('写网页', 'Writing the site'), null);
  const { writeSite } = await import('../reports/site/write-site.ts');
  await writeSite(path, site);
}

/** Whole or not at all: an open or half written workbook is never what an analyst finds under the name. */
async function writeBenchmarkWorkbook(night: Published): Promise<void> {
  const { workbook, warehouse: path } = night.options.data;
  if (isNewerThan(workbook, night.contentChangedAt)) return;
  night.run.progress.stage(night.run.say('写工作簿', 'Writing the workbook'), null);
  mkdirSync(dirname(workbook), { recursive: true });
  const draft = `${workbook}.next`;
  try {
    const { writeWorkbook } = await import('../reports/workbook/write-workbook.ts');
    await writeWorkbook(path, draft);
    renameSync(draft, workbook);
  } finally {
    rmSync(draft, { force: true });
  }
}

function isNewerThan(path: string, time: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat !== undefined && stat.mtimeMs >= Date.parse(time);
}
