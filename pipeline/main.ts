/** One command line: words in, an exit status out. Whatever goes wrong ends here as one sentence. */
import type { Console } from './console.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import { explainError } from './explain-error.ts';
import { buildProgram } from './program.ts';

/** Runs one command line (without `node` and the script) and says how it ended. */
export async function main(words: readonly string[], console: Console): Promise<ExitStatus> {
  let status: ExitStatus = EXIT.ok;
  try {
    const program = buildProgram(console, (ended) => {
      status = ended;
    });
    if (words.length === 0) {
      program.outputHelp();
      return EXIT.usage;
    }
    await program.parseAsync(words, { from: 'user' });
    return status;
  } catch (error) {
    if (isHelp(error)) return EXIT.ok;
    const explained = explainError(error, console.say);
    console.err(`${explained.sentence}\n`);
    if (console.verbose) console.err(`${detailsOf(error)}\n`);
    return explained.status;
  }
}

function isHelp(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === 'commander.helpDisplayed' || code === 'commander.help' || code === 'commander.version';
}

function detailsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\n${detailsOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
