/** What answers to a review say of figures and of owners. Most nights there are none, and nothing is loaded for them. */
import { existsSync } from 'node:fs';
import type { Correction } from '../../sources/corrections.ts';
import type { ManifestEntry } from '../../sources/manifest.ts';

export interface ReviewStatements {
  corrections: readonly Correction[];
  /** Owners of documents, by sha256. */
  owners: ReadonlyMap<string, ManifestEntry>;
  /** Chinese sentences. */
  errors: readonly string[];
}

export async function loadReviewStatements(path: string): Promise<ReviewStatements> {
  if (!existsSync(path)) return { corrections: [], owners: new Map(), errors: [] };
  const [{ loadAnswers }, { correctionsIn, ownersIn }] = await Promise.all([
    import('./kept-answers.ts'),
    import('../../sources/review-answers.ts'),
  ]);
  const { answers, errors } = loadAnswers(path);
  return { corrections: correctionsIn(answers), owners: ownersIn(answers), errors };
}
