/** The inside of a reading worker: one job in, one reading out. */
import { parentPort } from 'node:worker_threads';
import { readOne } from './read-one.ts';
import type { ReadingJob } from './reading.ts';
import type { FromWorker } from './reading-pool.ts';

const port = parentPort;
if (port === null) throw new Error('reading-worker runs only as a worker');

const tell = (message: FromWorker) => port.postMessage(message);
port.on('message', async (job: ReadingJob) => tell(await readOne(job)));
tell('ready');
