/** Where a command writes, how wide that is, and in which language. */
import type { Language, Say } from './language.ts';

export interface Console {
  /** Results, for people and for other programs. */
  out(text: string): void;
  /** Everything about the work itself. */
  err(text: string): void;
  /** Columns of the terminal; null where the output goes to a file or another program. */
  columns: number | null;
  language: Language;
  say: Say;
  quiet: boolean;
  verbose: boolean;
}
