/**
 * How fast PDFs become facts, beside two programs that do less: pdf-parse (text and tables) and pdftotext (text).
 * Every measurement is a process of its own; they take turns, and the medians are compared: of processor time, which
 * other work on the machine hardly changes, and only between one worker on one core and two on two of elapsed time.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CORPUS } from '../support/corpus-folder.ts';
import { printCost } from './measure.ts';

const TASK = fileURLToPath(new URL('reading-task.js', import.meta.url));
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

function measure(task: string, files: readonly string[], rounds = 1): Cost {
  const [program, ...words] = [...pinning(task), process.execPath, TASK, task, String(rounds), ...files];
  const { status, stdout, stderr } = spawnSync(program!, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${task} ended with ${status}: ${stderr}`);
  // Libraries may print before the result.
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as Cost;
}

/** What one worker does is measured on one core: unpinned, its collector and its compiler keep a second one busy. */
const pinning = (task: string): readonly string[] =>
  task === 'one-worker' && CAN_PIN ? ['taskset', '-c', '0'] : [];

const CAN_PIN = spawnSync('taskset', ['-c', '0', 'true']).status === 0;

function takeTurns<Task extends string>(
  tasks: readonly Task[],
  files: readonly string[],
  { turns = TURNS, rounds = 1 } = {},
): Map<Task, Cost> {
  const costs = new Map<Task, Cost[]>(tasks.map((task) => [task, []]));
  for (let turn = 0; turn < turns; turn++) {
    for (const task of tasks) costs.get(task)!.push(measure(task, files, rounds));
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
    const night = takeTurns(['read-and-extract', 'pdftotext'], files, {
      turns: 3,
      rounds: ROUNDS_OF_A_NIGHT,
    });
    const [text, facts] = [night.get('pdftotext')!, night.get('read-and-extract')!];
    const documents = ROUNDS_OF_A_NIGHT * files.length;
    report(`  the same, ${documents} documents with the start`, text.cpuSeconds / facts.cpuSeconds, 1 / 2.5);
  }
  if (!poppler) console.log('  pdftotext: not installed (poppler-utils), skipped');
}

/**
 * The files alone, where starting two workers is a good part of the work, and a night of some hundred documents (the same
 * files again and again). Elapsed time is what counts, and what other work on the machine spoils: the ratio of what two workers
 * would take, were both cores free, stands beside it.
 */
function compareWorkers(files: readonly string[]): void {
  if (availableParallelism() < 2) {
    console.log('  two workers: this machine has one core, skipped');
    return;
  }
  for (const [rounds, turns] of [
    [1, TURNS],
    [ROUNDS_OF_A_NIGHT, 3],
  ] as const) {
    const costs = takeTurns(['one-worker', 'two-workers'], files, { turns, rounds });
    const [one, two] = [costs.get('one-worker')!, costs.get('two-workers')!];
    console.log(`  ${rounds * files.length} documents, medians of ${turns} turns`);
    console.log(`    one worker       ${printCost(one)}`);
    console.log(`    two workers      ${printCost(two)}`);
    const cores = CAN_PIN ? 'one worker on one core : two on two' : 'one worker : two (taskset is not here)';
    report(`  ${cores}, elapsed`, one.seconds / two.seconds, 1.7);
    report('  the same by processor time', (2 * one.cpuSeconds) / two.cpuSeconds, 1.7);
  }
}

/** Memory must not depend on how many documents a night has. */
function compareMemory(files: readonly string[]): void {
  for (const rounds of [1, ROUNDS_OF_A_NIGHT, 5 * ROUNDS_OF_A_NIGHT]) {
    const { peakMegabytes } = measure('two-workers', files, rounds);
    const verdict = peakMegabytes < MOST_MEGABYTES ? 'reached' : 'MISSED';
    console.log(
      `  two workers, ${rounds * files.length} documents: peak ${peakMegabytes.toFixed(0)} MB (target < ${MOST_MEGABYTES} MB, ${verdict})`,
    );
  }
}

const ROUNDS_OF_A_NIGHT = 10;
const MOST_MEGABYTES = 300;

export function benchReading(): void {
  const folder = existsSync(CORPUS) ? CORPUS : SAMPLES;
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.pdf') && name !== 'scan.pdf')
    .sort()
    .map((name) => join(folder, name));
  console.log(`reading ${files.length} PDFs, medians of ${TURNS} turns`);
  compareReaders(files);
  compareWorkers(files);
  compareMemory(files);
}
