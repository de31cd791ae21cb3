/**
 * Documents are hostile input: each is read in a worker with a limit on time and memory. A worker that passes a
 * limit is ended and its document quarantined; the others never notice.
 */
import { Worker } from 'node:worker_threads';
import type { Reading, ReadingJob, Unread } from './reading.ts';

export interface ReadingPool {
  /** Whatever a document does to its reader is the answer for that document; rejects only where no reader starts. */
  read(job: ReadingJob): Promise<Reading>;
  close(): Promise<void>;
}

export interface ReadingLimits {
  readingSeconds: number;
  readingMegabytes: number;
}

/** What a worker says: once that it is there, then one reading for every job. */
export type FromWorker = 'ready' | NeedsTime | Reading;

/** A page is going to be recognised as a picture, which may take this much longer. */
export interface NeedsTime {
  moreSeconds: number;
}

const READING_WORKER = new URL('./reading-worker.js', import.meta.url);

const YOUNG_MEGABYTES = 64;

export function openReadingPool(limits: ReadingLimits, script = READING_WORKER): ReadingPool {
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const end = async (worker: Worker) => {
    all.delete(worker);
    await worker.terminate();
  };
  return {
    async read(job) {
      const worker = idle.pop() ?? (await startWorker(limits, script));
      all.add(worker);
      const { reading, workerSurvives } = await readWith(worker, job, limits);
      if (workerSurvives) idle.push(worker);
      else await end(worker);
      return reading;
    },
    async close() {
      await Promise.all([...all].map(end));
    },
  };
}

/** A worker that cannot even start is a broken installation, not a broken document: it rejects, and ends the night. */
function startWorker(limits: ReadingLimits, script: URL): Promise<Worker> {
  const worker = new Worker(script, {
    resourceLimits: {
      maxOldGenerationSizeMb: limits.readingMegabytes,
      // A page leaves thousands of small objects behind; with room for them a sixth of the time is saved.
      maxYoungGenerationSizeMb: YOUNG_MEGABYTES,
    },
    // Libraries print warnings of their own; an analyst could do nothing about them.
    stdout: true,
    stderr: true,
  });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', () => {
      worker.removeListener('error', reject);
      resolve(worker);
    });
  });
}

interface Answer {
  reading: Reading;
  workerSurvives: boolean;
}

function readWith(worker: Worker, job: ReadingJob, limits: ReadingLimits): Promise<Answer> {
  return new Promise((resolve) => {
    const onMessage = (message: NeedsTime | Reading) => {
      if (!('moreSeconds' in message)) return answer(message, true);
      deadline += message.moreSeconds * 1000;
      clearTimeout(timer);
      timer = setTimeout(onTimeout, deadline - performance.now());
    };
    const onError = (error: Error) => answer(died(error, limits), false);
    const onExit = (code: number) => answer(died(new Error(`reader exited with ${code}`), limits), false);
    const onTimeout = () => answer(timedOut(limits), false);
    let deadline = performance.now() + limits.readingSeconds * 1000;
    let timer = setTimeout(onTimeout, limits.readingSeconds * 1000);
    const answer = (reading: Reading, workerSurvives: boolean) => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('exit', onExit);
      // A worker that is being ended may still report why; its document has been answered for already.
      if (workerSurvives) worker.off('error', onError);
      resolve({ reading, workerSurvives });
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(firstOrLater(worker, job));
  });
}

/** The registry that each worker has: it is sent once, not with every document. */
const told = new WeakMap<Worker, ReadingJob['bureaus']>();

function firstOrLater(worker: Worker, job: ReadingJob): ReadingJob {
  const { bureaus, ...rest } = job;
  if (bureaus === undefined || told.get(worker) === bureaus) return rest;
  told.set(worker, bureaus);
  return job;
}

function timedOut(limits: ReadingLimits): Unread {
  return unread(
    'timed_out',
    `读取超过 ${limits.readingSeconds} 秒，已放弃：文件可能已损坏或异常复杂，请打开检查或另存一份后重试`,
    null,
  );
}

function died(error: Error & { code?: string }, limits: ReadingLimits): Unread {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return unread(
      'out_of_memory',
      `读取需要的内存超过 ${limits.readingMegabytes} MB，已放弃：请拆分文件后重试`,
      null,
    );
  }
  const reason = '读取程序意外终止：这是本程序的缺陷，请把该文件报给维护者';
  return { ...unread('internal_error', reason, error.stack ?? String(error)), readerDied: true };
}

function unread(code: string, reason: string, detail: string | null): Unread {
  return {
    state: 'quarantined',
    code,
    reason,
    stage: 'read',
    detail,
    mediaType: null,
    pages: null,
    disclosure: null,
  };
}
