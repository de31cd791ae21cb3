/** The workbook that analysts hand on. Written from the published warehouse, when that has changed since. */
import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { readState, writeState } from '../warehouse/runs.ts';
import type { Night } from './night.ts';

/** When what the workbook shows last changed, and by which reports it was written. Both travel with the warehouse. */
const CHANGED_AT = 'content_changed_at';
const WRITTEN_BY = 'workbook_written_by';

export function noteChange(night: Night, changed: boolean): void {
  const { warehouse, rules, startedAt } = night;
  if (changed || readState(warehouse, WRITTEN_BY) !== rules.reports) {
    writeState(warehouse, CHANGED_AT, startedAt);
    writeState(warehouse, WRITTEN_BY, rules.reports);
  }
  night.contentChangedAt = readState(warehouse, CHANGED_AT) ?? startedAt;
}

/** Whole or not at all: an open or half written workbook is never what an analyst finds under the name. */
export async function writeBenchmark(night: Night): Promise<void> {
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
