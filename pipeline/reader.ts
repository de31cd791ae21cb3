/** One worker that reads documents: what it is told once, how long it may take, and what has to be ended with it. */
import { Worker } from 'node:worker_threads';
import { endProgram, type OtherProgram } from './other-program.ts';
import type { Reading, ReadingJob } from './reading.ts';

/** What a worker says: once that it is there, then one reading for every job, and in between how it fares. */
export type FromWorker = 'ready' | NeedsTime | StartedProgram | Holds | Reading;

/** A page is going to be recognised as a picture, which may take this much longer. */
export interface NeedsTime {
  moreSeconds: number;
}

/** A program that the worker started and that does not end with it; null once it has ended. */
export interface StartedProgram {
  program: OtherProgram | null;
}

/** Memory that the worker keeps for the next document. */
export interface Holds {
  heldMegabytes: number;
}

export type Answer =
  | { reading: Reading; heldMegabytes: number }
  | { reading: null; why: 'timed_out' }
  | { reading: null; why: 'died'; error: Error & { code?: string } };

export interface Reader {
  /** Never rejects. After an answer without a reading the reader is good for nothing and has to be ended. */
  read(job: ReadingJob, seconds: number): Promise<Answer>;
  end(): Promise<void>;
}

/** A page leaves thousands of small objects behind. Twice the room saves no time that could be measured, and takes 25 MB a reader. */
const YOUNG_MEGABYTES = 20;

/** A worker that cannot even start is a broken installation, not a broken document: it rejects, and ends the night. */
export async function startReader(script: URL, megabytes: number): Promise<Reader> {
  const worker = new Worker(script, {
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    // Libraries print warnings of their own; an analyst could do nothing about them.
    stdout: true,
    stderr: true,
  });
  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', () => {
      worker.removeListener('error', reject);
      resolve();
    });
  });
  return readerOf(worker);
}

function readerOf(worker: Worker): Reader {
  let program: OtherProgram | null = null;
  const isOnce = tellsOnce();
  worker.on('message', (message: FromWorker) => {
    if (typeof message === 'object' && 'program' in message) program = message.program;
  });
  return {
    read: (job, seconds) => readWith(worker, isOnce(job), seconds),
    async end() {
      await worker.terminate();
      if (program !== null) await endProgram(program);
    },
  };
}

/** The registry and PDFium are large and stay with the worker: they are sent once, not with every document. */
function tellsOnce(): (job: ReadingJob) => ReadingJob {
  let bureaus: ReadingJob['bureaus'];
  let pdfium: ReadingJob['pdfium'];
  return (job) => {
    const news: ReadingJob = { ...job };
    if (job.bureaus === bureaus) delete news.bureaus;
    if (job.pdfium === pdfium) delete news.pdfium;
    bureaus = job.bureaus ?? bureaus;
    pdfium = job.pdfium ?? pdfium;
    return news;
  };
}

function readWith(worker: Worker, job: ReadingJob, seconds: number): Promise<Answer> {
  return new Promise((resolve) => {
    let heldMegabytes = 0;
    const onMessage = (message: Exclude<FromWorker, 'ready'>) => {
      if ('heldMegabytes' in message) heldMegabytes = message.heldMegabytes;
      else if ('moreSeconds' in message) prolong(message.moreSeconds);
      else if (!('program' in message)) answer({ reading: message, heldMegabytes });
    };
    const prolong = (more: number) => {
      deadline += more * 1000;
      clearTimeout(timer);
      timer = setTimeout(onTimeout, deadline - performance.now());
    };
    const onError = (error: Error) => answer({ reading: null, why: 'died', error });
    const onExit = (code: number) => onError(new Error(`reader exited with ${code}`));
    const onTimeout = () => answer({ reading: null, why: 'timed_out' });
    let deadline = performance.now() + seconds * 1000;
    let timer = setTimeout(onTimeout, seconds * 1000);
    const answer = (given: Answer) => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('exit', onExit);
      // A worker that is being ended may still report why; its document has been answered for already.
      if (given.reading !== null) worker.off('error', onError);
      resolve(given);
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(job);
  });
}
