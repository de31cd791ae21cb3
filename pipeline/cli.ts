#!/usr/bin/env node
/** `duibiao`, as a shell starts it: the real terminal, the real environment, one exit status. */
import type { Console } from './console.ts';
import { EXIT } from './exit-status.ts';
import { languageOf, speak } from './language.ts';
import { main } from './main.ts';

const words = process.argv.slice(2);
endQuietlyOnClosedPipe();
process.exitCode = await main(words, processConsole());

function processConsole(): Console {
  const language = languageOf(optionValue('--lang'), process.env.DUIBIAO_LANG);
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    columns: process.stdout.isTTY ? process.stdout.columns || 80 : null,
    language,
    say: speak(language),
    quiet: words.includes('--quiet'),
    verbose: words.includes('--verbose'),
  };
}

/** `--lang en` or `--lang=en`, wherever it stands. */
function optionValue(name: string): string | undefined {
  const joined = words.find((word) => word.startsWith(`${name}=`));
  if (joined !== undefined) return joined.slice(name.length + 1);
  const place = words.indexOf(name);
  return place < 0 ? undefined : words[place + 1];
}

/** `duibiao query … | head` closes the pipe early; that is no error of anybody. */
function endQuietlyOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit(process.exitCode ?? EXIT.ok);
    });
  }
}
