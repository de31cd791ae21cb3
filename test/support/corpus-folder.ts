/** Real reports and what careful readers found in them, where they lie beside the repository. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

// Benches run compiled, from another folder: both are started at the root of the repository.
const SHARED = join(process.cwd(), '..', 'shared');

export const CORPUS = join(SHARED, 'corpus');
export const GOLD = join(SHARED, 'gold');
export const CORPUS_IS_HERE = existsSync(CORPUS) && existsSync(GOLD);

/** Names of the real reports with this ending, sorted; none where the corpus is not here. */
export function corpusFiles(ending: '.txt' | '.pdf'): string[] {
  if (!CORPUS_IS_HERE) return [];
  return readdirSync(CORPUS)
    .filter((name) => name.endsWith(ending))
    .sort();
}
