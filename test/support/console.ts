/** A console that remembers what a command says; a terminal of so many columns, else a pipe. */
import type { Console } from '../../pipeline/console.ts';
import type { ExitStatus } from '../../pipeline/exit-status.ts';
import { type Language, speak } from '../../pipeline/language.ts';
import { main } from '../../pipeline/main.ts';

export interface Said {
  out: string;
  err: string;
}

export interface Hearing {
  language?: Language;
  columns?: number;
}

export function listeningConsole(said: Said, { language = 'zh', columns }: Hearing = {}): Console {
  return {
    out(text) {
      said.out += text;
    },
    err(text) {
      said.err += text;
    },
    columns: columns ?? null,
    language,
    say: speak(language),
    quiet: false,
    verbose: false,
  };
}

export type Ended = Said & { status: ExitStatus };

/** One command line in this process: how it ended, and what it said. */
export async function runCommand(words: readonly string[], hearing: Hearing = {}): Promise<Ended> {
  const said: Said = { out: '', err: '' };
  const status = await main(words, listeningConsole(said, hearing));
  return { status, ...said };
}
