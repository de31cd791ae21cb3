/** `duibiao rollback [RUN]`: an earlier warehouse in the place of the present one. */
import type { Console } from '../console.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { loadSettings } from '../load-settings.ts';
import { nightlyOptions } from '../options.ts';
import { rollback } from '../rollback.ts';
import { realRun } from '../run.ts';

interface RollbackArguments {
  data?: string;
  config?: string;
}

export async function rollbackCommand(
  wanted: number | undefined,
  given: RollbackArguments,
  console: Console,
): Promise<ExitStatus> {
  const options = nightlyOptions(given, await loadSettings(given.config));
  const run = realRun(options, console);
  const stands = await rollback(options, wanted ?? null, run);
  run.progress.clear();
  if (!console.quiet) {
    console.out(
      console.say(
        `已回退到第 ${stands} 次运行之后的数据。之后的运行照常计算，但要用 duibiao nightly --accept 确认才会发布\n`,
        `The data after run ${stands} stand again. Later nights are computed, and published once accepted: duibiao nightly --accept\n`,
      ),
    );
  }
  return EXIT.ok;
}
