/** `duibiao nightly`: one night, told to the person who waits for it. */
import type { Console } from '../console.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { onInterrupt } from '../interrupt.ts';
import { loadSettings } from '../load-settings.ts';
import { nightly } from '../nightly.ts';
import { operate } from '../operate.ts';
import { type NightlyArguments, nightlyOptions } from '../options.ts';
import { printSummary } from '../print-summary.ts';
import { type Run, realRun } from '../run.ts';
import type { NightSummary } from '../summary.ts';

export async function nightlyCommand(given: NightlyArguments, console: Console): Promise<ExitStatus> {
  const options = nightlyOptions(given, await loadSettings(given.config));
  const run = realRun(options, console);
  return tellNight(console, run, () => operate(options, run, (told) => nightly(options, told)));
}

/** `duibiao rebuild`: the same, from the archive. */
export async function rebuildCommand(given: NightlyArguments, console: Console): Promise<ExitStatus> {
  const options = nightlyOptions(given, await loadSettings(given.config));
  const run = realRun(options, console);
  const { rebuild } = await import('../rebuild.ts');
  return tellNight(console, run, () => operate(options, run, (told) => rebuild(options, told)));
}

async function tellNight(console: Console, run: Run, work: () => Promise<NightSummary>): Promise<ExitStatus> {
  const stopListening = onInterrupt(run, console);
  try {
    const summary = await work();
    run.progress.clear();
    if (!console.quiet) console.out(printSummary(summary, console.say));
    if (console.verbose) {
      for (const { detail } of [...summary.quarantined, ...summary.failures]) {
        if (detail !== null) console.err(`${detail}\n`);
      }
    }
    return summary.quarantined.length > 0 || summary.failures.length > 0 ? EXIT.quarantined : EXIT.ok;
  } finally {
    run.progress.clear();
    stopListening();
  }
}
