/** A second night over the invented bureaus: one head count was corrected, and two reports are owed. */
import { join } from 'node:path';
import { parseRegistryFile } from '../../../sources/registry.ts';
import { recordChanges } from '../../../warehouse/changes.ts';
import type { Warehouse } from '../../../warehouse/connect.ts';
import { saveExpectedReports } from '../../../warehouse/expected-reports.ts';
import { finishRun, recordStage, startRun } from '../../../warehouse/runs.ts';
import { inventedWarehouse } from '../invented-warehouse.ts';
import { books, findings, idOf } from './invented-books.ts';

export const CHANGED = '示例甲县财政局';
export const OWING = '示例癸县财政局';
const HEADS_BEFORE = 40;
const SECOND_NIGHT = '2025-03-03T02:00:00+08:00';

export async function secondNight(place: string): Promise<Warehouse> {
  const published = join(place, 'published.db');
  const before = books().map((entry) =>
    entry.bureauName === CHANGED && entry.concept === 'headcount.in_post' && entry.fiscalYear === 2024
      ? { ...entry, value: HEADS_BEFORE }
      : entry,
  );
  await (await inventedWarehouse(before, findings(), published)).close();
  const warehouse = await inventedWarehouse(books(), findings(), join(place, 'warehouse.db'));
  const runId = startRun(warehouse, SECOND_NIGHT);
  recordStage(warehouse, runId, {
    stage: `judge ${idOf(CHANGED)}`,
    documentId: null,
    state: 'done',
    attempts: 1,
    durationMs: 1,
    error: null,
  });
  recordChanges(warehouse, runId, published);
  finishRun(warehouse, runId, {
    finishedAt: SECOND_NIGHT,
    state: 'finished',
    documentsSeen: 1,
    documentsRead: 1,
    documentsFailed: 0,
  });
  saveExpectedReports(warehouse, registered(), NOTHING_OUTSIDE, new Date('2025-03-03T12:00:00+08:00'));
  return warehouse;
}

const NOTHING_OUTSIDE = { unopened: [], withdrawn: new Map<string, string>() };

function registered() {
  return [CHANGED, OWING].flatMap(
    (name, index) =>
      parseRegistryFile(
        `${index}.yml`,
        `bureaus:
  - id: ${name === CHANGED ? idOf(CHANGED) : `990110-${OWING}`}
    names: { official: ${name}, short: [] }
    division: "${name === CHANGED ? '990101' : '990110'}"
    expects:
      - { kind: 部门决算, due: 次年09-30, from: 2023 }
`,
      ).bureaus,
  );
}
