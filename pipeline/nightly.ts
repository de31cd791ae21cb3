/**
 * The whole system on one page: find what was published, read what is new, judge the bureaus it touches, compare
 * all bureaus, publish, write the workbook. From reading to writing the stages are in night-stages.ts.
 */
import { dirname } from 'node:path';
import { removeAbandonedDrafts } from '../sources/whole-file.ts';
import { makeDataFolder } from './data-folder.ts';
import { fetchTonight } from './fetch-tonight.ts';
import { withFetched } from './fetched-documents.ts';
import { findDocuments, requireInbox } from './find-documents.ts';
import { loadCorrections } from './load-corrections.ts';
import { takeLock } from './lock.ts';
import type { Night } from './night.ts';
import { loadNightRegistry } from './night-registry.ts';
import { throughStages } from './night-stages.ts';
import type { NightlyOptions } from './options.ts';
import { loadReviewStatements } from './review/statements.ts';
import type { Run } from './run.ts';
import type { NightSummary } from './summary.ts';
import { recordVisits } from './visit-ledger.ts';

/** Throws a `Trouble` where there is nothing to do or no place to do it, and what `throughStages` throws. */
export async function nightly(options: NightlyOptions, run: Run): Promise<NightSummary> {
  requireInbox(options);
  makeDataFolder(options.data.folder);
  const lock = takeLock(options.data.lock, run.now);
  try {
    run.began?.();
    for (const folder of [options.data.folder, dirname(options.data.written)]) removeAbandonedDrafts(folder);
    const review = await loadReviewStatements(options.data.reviewAnswers);
    const registry = await loadNightRegistry(options.registry);
    const fetched = await fetchTonight(options, registry, run);
    const input = await withFetched(await findDocuments(options, run, review.owners), options);
    const { corrections, errors } = await loadCorrections(options.corrections, review.corrections);
    const siteNews: string[] = [];
    const work = {
      ...({ action: 'nightly', from: 'continue', input, registry } as const),
      corrections: { corrections, errors: [...review.errors, ...errors] },
      begin: (night: Night) => void siteNews.push(...recordVisits(fetched, night)),
    };
    return { ...(await throughStages(work, options, run)), fetched, siteNews };
  } finally {
    lock.release();
  }
}
