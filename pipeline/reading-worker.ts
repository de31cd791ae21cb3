/** The inside of a reading worker: one job in, one reading out, and before every scanned page a word that it takes longer. */
import { parentPort } from 'node:worker_threads';
import { readOne } from './read-one.ts';
import type { ReadingJob } from './reading.ts';
import type { FromWorker } from './reading-pool.ts';

const port = parentPort;
if (port === null) throw new Error('reading-worker runs only as a worker');

const tell = (message: FromWorker) => port.postMessage(message);
const needsTime = (moreSeconds: number) => tell({ moreSeconds });
port.on('message', async (job: ReadingJob) => tell(await readOne(job, needsTime)));
tell('ready');
