import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openWarehouse } from '../../warehouse/connect.ts';
import { saveReading, seenDocuments } from '../../warehouse/documents.ts';
import { openWorkingCopy } from '../../warehouse/publish.ts';
import { runReadOnlyQuery } from '../../warehouse/query.ts';
import { staleBureaus } from '../../warehouse/results.ts';
import { startRun } from '../../warehouse/runs.ts';
import { manyFacts } from './marked-night.ts';
import { sampleReading, temporaryFolder } from './sample.ts';

// Short by default; `KILLS=200 npx vitest run test/warehouse/publish.test.ts` for a long one.
const KILLS = Number(process.env.KILLS ?? 12);
const NIGHT = fileURLToPath(new URL('./night-to-kill.ts', import.meta.url));

function countFacts(path: string): unknown {
  return runReadOnlyQuery(path, 'SELECT count(*) FROM facts').rows[0]?.[0];
}

it('readers see the warehouse as it was until the night is published, then as it is', async () => {
  const path = join(temporaryFolder(), 'warehouse.db');
  const first = await openWorkingCopy(path);
  saveReading(first.warehouse, sampleReading('d-1', 'a'));
  expect(existsSync(path)).toBe(false);
  await first.publish();
  const reader = await openWarehouse(path, { readonly: true });
  const second = await openWorkingCopy(path);
  saveReading(second.warehouse, sampleReading('d-2', 'b'));
  expect(countFacts(path)).toBe(2);
  await second.publish();
  expect(countFacts(path)).toBe(4);
  expect(reader.sqlite.prepare('SELECT count(*) FROM facts').pluck().get()).toBe(2);
  await reader.close();
});

it('what is published is one file without a write-ahead log, and opening it for reading adds none', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'warehouse.db');
  const copy = await openWorkingCopy(path);
  saveReading(copy.warehouse, sampleReading('d-1', 'a'));
  await copy.publish();
  // Bytes 18 and 19 of the header: 1 rollback journal, 2 write-ahead log.
  expect([...readFileSync(path).subarray(18, 20)]).toEqual([1, 1]);
  const reader = await openWarehouse(path, { readonly: true });
  expect(await reader.db.selectFrom('documents').select('document_id').execute()).toHaveLength(1);
  expect(readdirSync(folder).sort()).toEqual(['warehouse.db', 'warehouse.db.lock']);
  await reader.close();
});

it('lets one run at a time have a working copy', async () => {
  const path = join(temporaryFolder(), 'warehouse.db');
  const first = await openWorkingCopy(path);
  await expect(openWorkingCopy(path)).rejects.toMatchObject({ code: 'busy' });
  await first.abandon();
  await (await openWorkingCopy(path)).abandon();
});

it('goes on with the copy of a run that stopped, and starts afresh where that copy is of another night or damaged', async () => {
  const path = join(temporaryFolder(), 'warehouse.db');
  const stopped = await openWorkingCopy(path);
  startRun(stopped.warehouse, 'first');
  saveReading(stopped.warehouse, sampleReading('d-1', 'a'));
  await stopped.abandon({ keep: true });
  const continued = await openWorkingCopy(path);
  expect(continued.resumed).toBe(true);
  expect([...seenDocuments(continued.warehouse).keys()]).toEqual(['d-1']);
  expect(staleBureaus(continued.warehouse)).toEqual(['a']);
  await continued.publish();

  writeFileSync(`${path}.next`, 'half a file');
  const afresh = await openWorkingCopy(path);
  expect(afresh.resumed).toBe(false);
  expect([...seenDocuments(afresh.warehouse).keys()]).toEqual(['d-1']);
  await afresh.abandon();
});

it('folds in what somebody wrote into the published file directly, write-ahead log and all', async () => {
  const path = join(temporaryFolder(), 'warehouse.db');
  const direct = await openWarehouse(path);
  saveReading(direct, sampleReading('d-1', 'a'));
  await direct.close();
  const copy = await openWorkingCopy(path);
  expect([...seenDocuments(copy.warehouse).keys()]).toEqual(['d-1']);
  await copy.publish();
  expect(countFacts(path)).toBe(2);
});

it(
  `${KILLS} kills at random moments leave the warehouse of before or after, never half a night`,
  async () => {
    const path = join(temporaryFolder(), 'warehouse.db');
    const { milliseconds } = await runNight(path);
    let lastMark = checkWhole(path);
    expect(lastMark).toBe(1);
    for (let kill = 0; kill < KILLS; kill += 1) {
      // Spread over the whole night, the moment of publishing included, and a little beyond.
      await runNight(path, milliseconds * ((kill + Math.random()) / KILLS) * 1.1);
      const mark = checkWhole(path);
      expect(mark).toBeGreaterThanOrEqual(lastMark);
      lastMark = mark;
    }
    await runNight(path);
    expect(checkWhole(path)).toBeGreaterThan(lastMark);
  },
  30_000 + KILLS * 5_000,
);

/** Runs a night in a process of its own; kills it after so many milliseconds of work where asked to. */
async function runNight(path: string, killAfter?: number): Promise<{ milliseconds: number }> {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', NIGHT, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  await Promise.race([once(child.stdout!, 'data'), exited]);
  const startedAt = performance.now();
  if (killAfter !== undefined) {
    await wait(killAfter);
    child.kill('SIGKILL');
  }
  // Killed, or through before the kill came; anything else is an error of the night itself.
  const [code, signal] = await exited;
  expect(killAfter === undefined ? [code] : [code, signal]).toContain(code === null ? 'SIGKILL' : 0);
  return { milliseconds: performance.now() - startedAt };
}

/** The number of the run that wrote the published figures: all of them, or the test fails. */
function checkWhole(path: string): number {
  expect(runReadOnlyQuery(path, 'PRAGMA table_info(facts)').rows.length).toBeGreaterThan(0);
  const { rows } = runReadOnlyQuery(
    path,
    `SELECT count(DISTINCT document_id), count(*), min(value_minor), max(value_minor),
      (SELECT count(*) FROM runs WHERE state = 'running'), (SELECT integrity_check FROM pragma_integrity_check)
     FROM facts`,
  );
  const [documents, facts, least, most, running, integrity] = rows[0]!;
  expect({ documents, facts, running, integrity }).toEqual({
    documents: manyFacts.length,
    facts: manyFacts.length * 40,
    running: 0,
    integrity: 'ok',
  });
  expect(least).toBe(most);
  return least as number;
}
