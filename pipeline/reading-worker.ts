/** The inside of a reading worker: one job in, one reading out, and in between what the pool has to know. */
import { getHeapStatistics } from 'node:v8';
import { parentPort } from 'node:worker_threads';
import type { OtherProgram } from './other-program.ts';
import { usePdfium } from './pdf-engine.ts';
import { readOne } from './read-one.ts';
import type { FromWorker } from './reader.ts';
import type { ReadingJob } from './reading.ts';

const port = parentPort;
if (port === null) throw new Error('reading-worker runs only as a worker');

const tell = (message: FromWorker) => port.postMessage(message);
const asides = {
  needsTime: (moreSeconds: number) => tell({ moreSeconds }),
  startedProgram: (program: OtherProgram | null) => tell({ program }),
};
port.on('message', async (job: ReadingJob) => {
  if (job.pdfium !== undefined) usePdfium(job.pdfium);
  const reading = await readOne(job, asides);
  tell({ heldMegabytes: heldMegabytes() });
  tell(reading);
});
tell('ready');

/** The heap of this worker and what lies outside of it, PDFium's memory above all. */
function heldMegabytes(): number {
  const { used_heap_size, external_memory } = getHeapStatistics();
  return (used_heap_size + external_memory) / 1_048_576;
}
