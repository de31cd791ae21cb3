import { afterEach, describe, expect, it } from 'vitest';
import type { ReadingJob } from '../../pipeline/reading.ts';
import { openReadingPool, type ReadingPool } from '../../pipeline/reading-pool.ts';

/** A worker that does with a document what the document's name says. */
const BEHAVIOUR = `
  import { parentPort, threadId } from 'node:worker_threads';
  parentPort.on('message', ({ raw, bureaus }) => {
    if (raw.sourceFile === 'endless') for (;;);
    if (raw.sourceFile === 'huge') { const held = []; for (;;) held.push(new Array(100000).fill(0)); }
    if (raw.sourceFile === 'exits') process.exit(7);
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

  it('rejects where a reader cannot even start: that is no fault of the document', async () => {
    pool = open(`throw new Error('module is missing');`);
    await expect(pool.read(job('a'))).rejects.toThrow('module is missing');
  });
});
