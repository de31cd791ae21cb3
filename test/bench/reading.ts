/**
 * How fast PDFs become facts, beside two programs that do less: pdf-parse (text and tables) and pdftotext (text).
 * Every measurement is a process of its own; they take turns, and the medians are compared: of processor time, which
 * other work on the machine hardly changes, and only between one and two workers of elapsed time.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const TASK = fileURLToPath(new URL('reading-task.js', import.meta.url));
const CORPUS = join(process.cwd(), '..', 'shared', 'corpus');
const SAMPLES = join(process.cwd(), 'sources', 'samples', 'formats');
const TURNS = 5;

interface Cost {
  /** Work alone, the start of the process left out. */
  seconds: number;
  /** All threads together. */
  cpuSeconds: number;
  /** The same for the same files again, now that the program is compiled. */
  warmSeconds: number;
  peakMegabytes: number;
}

function measure(task: string, files: readonly string[]): Cost {
  const { status, stdout, stderr } = spawnSync(process.execPath, [TASK, task, ...files], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${task} ended with ${status}: ${stderr}`);
  // Libraries may print before the result.
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as Cost;
}

function takeTurns<Task extends string>(tasks: readonly Task[], files: readonly string[]): Map<Task, Cost> {
  const costs = new Map<Task, Cost[]>(tasks.map((task) => [task, []]));
  for (let turn = 0; turn < TURNS; turn++) {
    for (const task of tasks) costs.get(task)!.push(measure(task, files));
  }
  return new Map([...costs].map(([task, all]) => [task, medianCost(all)]));
}

function medianCost(costs: readonly Cost[]): Cost {
  const median = (of: (cost: Cost) => number) =>
    costs.map(of).sort((a, b) => a - b)[Math.floor(costs.length / 2)]!;
  return {
    seconds: median((cost) => cost.seconds),
    cpuSeconds: median((cost) => cost.cpuSeconds),
    warmSeconds: median((cost) => cost.warmSeconds),
    peakMegabytes: median((cost) => cost.peakMegabytes),
  };
}

/** `target`: the least that `value` should be. */
function report(what: string, value: number, target: number): void {
  const verdict = value >= target ? 'reached' : 'MISSED';
  console.log(`  ${what}: ${value.toFixed(2)}× (target ≥ ${target.toFixed(2)}×, ${verdict})`);
}

function compareReaders(files: readonly string[]): void {
  const hasPoppler = spawnSync('pdftotext', ['-v'], { stdio: 'ignore' }).error === undefined;
  const costs = takeTurns(['read-and-extract', 'pdf-parse', ...(hasPoppler ? ['pdftotext'] : [])], files);
  for (const [task, { cpuSeconds, warmSeconds, peakMegabytes }] of costs) {
    // What the other program needs is not told by the process that started it.
    const memory = task === 'pdftotext' ? '' : `, peak ${peakMegabytes.toFixed(0)} MB`;
    console.log(
      `  ${task.padEnd(18)} CPU ${cpuSeconds.toFixed(2)} s, warm ${warmSeconds.toFixed(2)} s${memory}`,
    );
  }
  const own = costs.get('read-and-extract')!;
  const other = costs.get('pdf-parse')!;
  report('pdf-parse (text and tables) : read and extract', other.cpuSeconds / own.cpuSeconds, 3);
  report('  the same, warm', other.warmSeconds / own.warmSeconds, 3);
  const poppler = costs.get('pdftotext');
  if (poppler) {
    report('pdftotext -layout : read and extract', poppler.cpuSeconds / own.cpuSeconds, 1 / 2.5);
    report('  the same, warm', poppler.cpuSeconds / own.warmSeconds, 1 / 2.5);
  }
  if (!poppler) console.log('  pdftotext: not installed (poppler-utils), skipped');
}

function compareWorkers(files: readonly string[]): void {
  if (availableParallelism() < 2) {
    console.log('  two workers: this machine has one core, skipped');
    return;
  }
  const costs = takeTurns(['one-worker', 'two-workers'], files);
  const [one, two] = [costs.get('one-worker')!, costs.get('two-workers')!];
  console.log(`  one worker         ${one.seconds.toFixed(2)} s, peak ${one.peakMegabytes.toFixed(0)} MB`);
  console.log(`  two workers        ${two.seconds.toFixed(2)} s, peak ${two.peakMegabytes.toFixed(0)} MB`);
  report('one worker : two workers', one.seconds / two.seconds, 1.7);
}

export function benchReading(): void {
  const folder = existsSync(CORPUS) ? CORPUS : SAMPLES;
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.pdf') && name !== 'scan.pdf')
    .sort()
    .map((name) => join(folder, name));
  console.log(`reading ${files.length} PDFs, medians of ${TURNS} turns`);
  compareReaders(files);
  compareWorkers(files);
}
