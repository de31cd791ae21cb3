/** `duibiao nightly`: one night, told to the person who waits for it. */
import type { Console } from '../console.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { onInterrupt } from '../interrupt.ts';
import { loadSettings } from '../load-settings.ts';
import { nightly } from '../nightly.ts';
import { type NightlyArguments, nightlyOptions } from '../options.ts';
import { printSummary } from '../print-summary.ts';
import { realRun } from '../run.ts';

export async function nightlyCommand(given: NightlyArguments, console: Console): Promise<ExitStatus> {
  const options = nightlyOptions(given, await loadSettings(given.config));
  const run = realRun(options, console);
  const stopListening = onInterrupt(run, console);
  try {
    const summary = await nightly(options, run);
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
