import { existsSync, mkdtempSync, readFileSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ReadingJob } from '../../pipeline/reading.ts';
import { openReadingPool, type ReadingPool } from '../../pipeline/reading-pool.ts';
import { isRunning } from '../support/is-running.ts';

/** A worker that does with a document what the document's name says. */
const BEHAVIOUR = `
  import { parentPort, threadId } from 'node:worker_threads';
  import { spawn } from 'node:child_process';
  import { writeFileSync } from 'node:fs';
  parentPort.on('message', ({ raw, bureaus }) => {
    if (raw.sourceFile === 'endless') for (;;);
    if (raw.sourceFile === 'huge') { const held = []; for (;;) held.push(new Array(100000).fill(0)); }
    if (raw.sourceFile === 'exits') process.exit(7);
    if (raw.sourceFile === 'large') parentPort.postMessage({ heldMegabytes: 500 });
    if (raw.sourceFile === 'starts a program') {
      const child = spawn('sh', ['-c', 'sleep 60 & echo $!; wait'], { detached: true });
      child.stdout.once('data', (pid) => {
        writeFileSync(raw.folder + '/pid', pid);
        for (;;);
      });
      parentPort.postMessage({ program: { group: child.pid, folder: raw.folder } });
      return;
    }
    if (raw.sourceFile === 'throws') throw new Error('broken');
    if (raw.sourceFile === 'scan') {
      parentPort.postMessage({ moreSeconds: 60 });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1500);
    }
    parentPort.postMessage({ state: 'extracted', thread: threadId, bureaus });
  });
  parentPort.postMessage('ready');
`;
const script = (text: string) => new URL(`data:text/javascript,${encodeURIComponent(text)}`);

let pool: ReadingPool;
afterEach(() => pool.close());

const open = (text = BEHAVIOUR) => openReadingPool({ readingSeconds: 1, readingMegabytes: 32 }, script(text));
const job = (sourceFile: string) => ({ raw: { sourceFile } }) as unknown as ReadingJob;

describe('a pool of readers', () => {
  it('reads one document after another with the same reader', async () => {
    pool = open();
    const readings = [await pool.read(job('a')), await pool.read(job('b')), await pool.read(job('c'))];
    expect(new Set(readings.map((reading) => (reading as unknown as { thread: number }).thread)).size).toBe(
      1,
    );
  });

  it.each([
    ['endless', 'timed_out'],
    ['huge', 'out_of_memory'],
    ['exits', 'internal_error'],
    ['throws', 'internal_error'],
  ])('answers for a document that is %s with %s, and reads the next', async (name, code) => {
    pool = open();
    const [bad, beside] = await Promise.all([pool.read(job(name)), pool.read(job('good'))]);
    expect(bad).toMatchObject({ state: 'quarantined', code, reason: /\p{Script=Han}{4}/u });
    expect(beside).toMatchObject({ state: 'extracted' });
    expect(await pool.read(job('next'))).toMatchObject({ state: 'extracted' });
  });

  it('tells each reader the registry once, and again when it is another one', async () => {
    pool = open();
    const registries = [[{ id: 'a' }], [{ id: 'b' }]];
    const heard = [];
    for (const at of [0, 0, 1, 1, 0]) {
      const bureaus = registries[at] as unknown as NonNullable<ReadingJob['bureaus']>;
      const reading = await pool.read({ ...job('good'), bureaus });
      heard.push((reading as unknown as { bureaus?: unknown }).bureaus);
    }
    expect(heard).toEqual([registries[0], undefined, registries[1], undefined, registries[0]]);
  });

  it('waits longer for a reader that says it has a scan', async () => {
    pool = open();
    expect(await pool.read(job('scan'))).toMatchObject({ state: 'extracted' });
    expect(await pool.read(job('endless'))).toMatchObject({ code: 'timed_out' });
  });

  it('ends a reader that holds too much memory after a document, and reads the next with another', async () => {
    pool = open();
    const thread = async (name: string) =>
      ((await pool.read(job(name))) as unknown as { thread: number }).thread;
    const [first, second, third] = [await thread('large'), await thread('small'), await thread('small')];
    expect(second).not.toBe(first);
    expect(third).toBe(second);
  });

  it('ends what a reader started together with the reader, and removes its folder', async () => {
    pool = open();
    const folder = mkdtempSync(join(tmpdir(), 'reader-'));
    let program = 0;
    const watcher = watch(folder, () => {
      program ||= Number(readFileSync(join(folder, 'pid'), 'utf8'));
    });
    const { raw } = job('starts a program');
    const reading = await pool.read({ raw: { ...raw, folder } } as unknown as ReadingJob);
    watcher.close();
    expect(reading).toMatchObject({ code: 'timed_out' });
    expect(program).toBeGreaterThan(0);
    await vi.waitFor(() => expect(isRunning(program)).toBe(false));
    expect(existsSync(folder)).toBe(false);
  });

  it('rejects where a reader cannot even start: that is no fault of the document', async () => {
    pool = open(`throw new Error('module is missing');`);
    await expect(pool.read(job('a'))).rejects.toThrow('module is missing');
  });
});
