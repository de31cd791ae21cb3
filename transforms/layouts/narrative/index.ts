/** The words of the narrative grammar, family by family. A new printed form is one string in one of them. */
import { conceptWords } from './concept-words.ts';
import { fillerWords, outsideWords } from './filler-words.ts';
import { fundWords } from './fund-words.ts';
import { grammarWords } from './grammar-words.ts';
import { phaseWords } from './phase-words.ts';
import type { WordEntry } from './word.ts';

/** Where two families claim one form, the earlier wins. */
export const NARRATIVE_WORDS: readonly WordEntry[] = [
  ...outsideWords,
  ...conceptWords,
  ...fundWords,
  ...phaseWords,
  ...grammarWords,
  ...fillerWords,
];
