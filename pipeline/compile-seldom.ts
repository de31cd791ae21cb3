/**
 * When the engine that runs this program rewrites a function in faster code. It does so by default after a few
 * thousand steps, and a night of a hundred documents then spends a third of its time rewriting: what reads documents is wide
 * and not deep, and no part of it is worth that before it has run for a while. What follows on reading is narrow and runs
 * for minutes: there the default is a tenth faster.
 */
import { setFlagsFromString } from 'node:v8';

/** Steps of a function before the optimising compiler takes it. Asked at every call, so a change at any time is in time. */
const STEPS = '--interrupt-budget';
/** V8's own. */
const STEPS_AS_USUAL = 135_168;
/** Measured on the reports of a province with 600,000: cold 2.7 → 1.9 s of processor time, warm 1.7 → 1.2 s; a little more since. */
const STEPS_WHILE_READING = 1_000_000;
/**
 * What is compiled is compiled once: plain machine code at the first call instead of interpreting for long, regular expressions
 * without a first version that is thrown away, PDFium's functions looked at when they are called. Some 5 % of processor time.
 */
const ONCE = ['--sparkplug', '--always-sparkplug', '--no-regexp-tier-up', '--wasm-lazy-validation'];

/** An engine complains on the terminal of a word it does not know: these are told only to those that were tried. */
const KNOWS_STEPS: readonly string[] = ['11']; // Node 20
const KNOWS_ONCE: readonly string[] = ['11', '12', '13']; // Node 20, 22, 24

/** What to tell the engine while documents are read, and behind them. `v8`: its version, as "11.3.244.8". */
export function compilerFlags(v8: string): { reading: readonly string[]; after: readonly string[] } {
  const [major = ''] = v8.split('.');
  const knowsSteps = KNOWS_STEPS.includes(major);
  return {
    reading: [
      ...(knowsSteps ? [`${STEPS}=${STEPS_WHILE_READING}`] : []),
      ...(KNOWS_ONCE.includes(major) ? ONCE : []),
    ],
    after: knowsSteps ? [`${STEPS}=${STEPS_AS_USUAL}`] : [],
  };
}

/** For the whole process and its workers. */
export function compileSeldom(): void {
  for (const flag of compilerFlags(process.versions.v8).reading) setFlagsFromString(flag);
}

export function compileAsUsual(): void {
  for (const flag of compilerFlags(process.versions.v8).after) setFlagsFromString(flag);
}
