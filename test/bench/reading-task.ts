/** One way of reading a set of PDFs, in a process of its own: `node reading-task.js TASK ROUNDS FILE…`. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { compileSeldom } from '../../pipeline/compile-seldom.ts';
import { sharedPdfEngine } from '../../pipeline/pdf-engine.ts';
import { openReadingPool } from '../../pipeline/reading-pool.ts';
import { archive } from '../../sources/archive.ts';
import type { RawDocument } from '../../sources/raw-document.ts';
import { extractFacts } from '../../transforms/extract/extract-facts.ts';
import { readDocument } from '../../transforms/read/read-document.ts';
import { recognise } from '../../transforms/recognise/recognise.ts';

/** What a task took, where it is not this process that did the work. */
interface Elsewhere {
  cpuSeconds: number;
}

type Task = (files: readonly string[], rounds: number) => Elsewhere | undefined | Promise<undefined>;

/** Bytes to facts, one after the other, as a worker does it. */
async function readAndExtract(files: readonly string[], rounds: number): Promise<undefined> {
  compileSeldom();
  for (const file of Array.from({ length: rounds }, () => files).flat()) {
    const sourceFile = basename(file);
    const document = await readDocument(readFileSync(file), sourceFile, { pdfEngine: sharedPdfEngine });
    const disclosure = recognise(document, { sourceFile, relativePath: sourceFile }, null);
    const { fiscalYear } = disclosure;
    if (fiscalYear !== null) extractFacts(document, { ...disclosure, fiscalYear });
  }
}

/** What a program without a reader of its own would use: text and tables, and nothing made of them. */
async function pdfParse(files: readonly string[]): Promise<undefined> {
  const { PDFParse } = await import('pdf-parse');
  for (const file of files) {
    const parser = new PDFParse({ data: new Uint8Array(readFileSync(file)), verbosity: 0 });
    await parser.getText();
    await parser.getTable();
    await parser.destroy();
  }
}

/** Text alone. */
function pdftotext(once: readonly string[], rounds: number): Elsewhere {
  const files = Array.from({ length: rounds }, () => once).flat();
  const script = 'for file; do pdftotext -layout "$file" - > /dev/null || exit; done; times';
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script, 'sh', ...files], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`pdftotext ended with ${status}: ${stderr}`);
  // The second line of `times` is what the programs it started took: "0m0.755s 0m0.135s", user and system.
  const amounts = [
    ...stdout
      .trim()
      .split('\n')
      .at(-1)!
      .matchAll(/(\d+)m([\d.]+)s/g),
  ];
  return {
    cpuSeconds: amounts.reduce((sum, [, minutes, rest]) => sum + 60 * Number(minutes) + Number(rest), 0),
  };
}

/** Through the workers of a night, largest first, every document `rounds` times: so many readings as a night has documents. */
const throughWorkers =
  (workers: number): Task =>
  async (files, rounds) => {
    const folder = mkdtempSync(join(tmpdir(), 'bench-reading-'));
    const pool = openReadingPool({ readingSeconds: 600, readingMegabytes: 1024 });
    try {
      const raws = files.map((file) => rawOf(file)).sort((a, b) => b.bytes.length - a.bytes.length);
      for (const raw of raws) archive(folder, raw);
      const queue = Array.from({ length: rounds }, () => raws)
        .flat()
        .values();
      const drain = async () => {
        for (const { bytes, ...raw } of queue) {
          const job = { raw: { ...raw, byteLength: bytes.length }, maxBytes: 1e9, manifestEntry: null };
          const reading = await pool.read({ ...job, archiveFolder: folder });
          if (reading.state === 'quarantined' && reading.stage !== 'recognise')
            throw new Error(reading.reason);
        }
      };
      await Promise.all(Array.from({ length: workers }, drain));
    } finally {
      await pool.close();
      rmSync(folder, { recursive: true, force: true });
    }
  };

function rawOf(file: string): RawDocument {
  const bytes = readFileSync(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const sourceFile = basename(file);
  const known = { sha256, bytes, sourceFile, relativePath: sourceFile };
  return { documentId: `d-${sha256.slice(0, 16)}`, ...known, url: null, publishedOn: null };
}

const TASKS: Readonly<Record<string, Task>> = {
  'read-and-extract': readAndExtract,
  'pdf-parse': pdfParse,
  pdftotext,
  'one-worker': throughWorkers(1),
  'two-workers': throughWorkers(2),
};

/** A night reads hundreds of documents in a worker; compiling the program is paid by the first. */
const REPEATED = new Set(['read-and-extract', 'pdf-parse']);

const [name = '', times = '1', ...files] = process.argv.slice(2);
const rounds = Number(times);
const task = TASKS[name];
if (task === undefined) throw new Error(`no task ${name}`);
const began = performance.now();
const before = process.cpuUsage();
const elsewhere = await task(files, rounds);
const { user, system } = process.cpuUsage(before);
const seconds = (performance.now() - began) / 1000;
const cpuSeconds = elsewhere?.cpuSeconds ?? (user + system) / 1e6;
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
const again = process.cpuUsage();
if (REPEATED.has(name)) await task(files, 1);
const warm = process.cpuUsage(again);
const warmSeconds = REPEATED.has(name) ? (warm.user + warm.system) / 1e6 : cpuSeconds;
console.log(JSON.stringify({ seconds, cpuSeconds, warmSeconds, peakMegabytes }));
