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
/** Measured on the reports of a province: cold 2.7 → 1.9 s of processor time, warm 1.7 → 1.2 s. */
const STEPS_WHILE_READING = 1_000_000;
/**
 * What is compiled is compiled once: plain machine code at the first call instead of interpreting for long, regular expressions
 * without a first version that is thrown away, PDFium's functions looked at when they are called. Together 7 % of processor time.
 */
const ONCE = ['--sparkplug', '--always-sparkplug', '--no-regexp-tier-up', '--wasm-lazy-validation'];

/** For the whole process and its workers; engines that do not know a word of it go on as they are. */
export function compileSeldom(): void {
  setFlagsFromString(`${STEPS}=${STEPS_WHILE_READING}`);
  for (const flag of ONCE) setFlagsFromString(flag);
}

export function compileAsUsual(): void {
  setFlagsFromString(`${STEPS}=${STEPS_AS_USUAL}`);
}
