/**
 * Documents are hostile input: each is read in a worker with a limit on time and memory. A worker that passes a
 * limit is ended and its document quarantined; the others never notice.
 */
import { compileAsUsual, compileSeldom } from './compile-seldom.ts';
import { compilePdfium } from './pdf-engine.ts';
import { type Answer, type Reader, startReader } from './reader.ts';
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

const READING_WORKER = new URL('./reading-worker.js', import.meta.url);

/** One large document makes a worker large for good: WebAssembly never gives memory back. Ordinary ones leave 40 to 80 MB. */
const MOST_HELD_MEGABYTES = 120;

export function openReadingPool(limits: ReadingLimits, script = READING_WORKER): ReadingPool {
  const idle: Reader[] = [];
  const all = new Set<Reader>();
  const start = async () => {
    const reader = await startReader(script, limits.readingMegabytes);
    all.add(reader);
    return reader;
  };
  const end = async (reader: Reader) => {
    all.delete(reader);
    await reader.end();
  };
  const pdfiumFor = pdfiumOnce();
  compileSeldom();
  return {
    async read(job) {
      const pdfium = await pdfiumFor(job);
      const reader = idle.pop() ?? (await start());
      const answer = await reader.read({ ...job, ...pdfium }, limits.readingSeconds);
      if (answer.reading !== null && answer.heldMegabytes <= MOST_HELD_MEGABYTES) idle.push(reader);
      else await end(reader);
      return answer.reading ?? unreadBecause(answer, limits);
    },
    async close() {
      await Promise.all([...all].map(end));
      compileAsUsual();
    },
  };
}

/** Compiled when the first PDF comes. A worker compiles it itself where a PDF goes by another name or nothing is installed. */
function pdfiumOnce(): (job: ReadingJob) => Promise<Pick<ReadingJob, 'pdfium'>> {
  let compiled: Promise<Pick<ReadingJob, 'pdfium'>> | null = null;
  return async ({ raw }) => {
    if (/\.pdf$/i.test(raw.sourceFile))
      compiled ??= compilePdfium().then(
        (pdfium) => ({ pdfium }),
        () => ({}),
      );
    return compiled ?? {};
  };
}

function unreadBecause(answer: Exclude<Answer, { reading: Reading }>, limits: ReadingLimits): Unread {
  return answer.why === 'timed_out' ? timedOut(limits) : died(answer.error, limits);
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
