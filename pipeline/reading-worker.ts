/** The inside of a reading worker: one job in, one reading out. */
import { parentPort } from 'node:worker_threads';
import { readOne } from './read-one.ts';
import type { ReadingJob } from './reading.ts';

const port = parentPort;
if (port === null) throw new Error('reading-worker runs only as a worker');

port.on('message', async (job: ReadingJob) => {
  port.postMessage(await readOne(job));
});
