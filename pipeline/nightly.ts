/**
 * The whole system on one page: find what was published, read what is new, judge the bureaus it touches, compare
 * all bureaus, publish, write the workbook. A night over unchanged input finds nothing to do at every step.
 */

import { seenDocuments } from '../warehouse/documents.ts';
import { openWorkingCopy, type WorkingCopy } from '../warehouse/publish.ts';
import { finishRun, startRun } from '../warehouse/runs.ts';
import { makeDataFolder } from './data-folder.ts';
import { noteExpectedReports } from './expected-tonight.ts';
import { fetchTonight, recordVisits } from './fetch-tonight.ts';
import { withFetched } from './fetched-documents.ts';
import { findDocuments, requireInbox } from './find-documents.ts';
import { judgeBureaus } from './judge-bureaus.ts';
import { type LoadedCorrections, loadCorrections } from './load-corrections.ts';
import { takeLock } from './lock.ts';
import type { Night } from './night.ts';
import { loadNightRegistry, type NightRegistry } from './night-registry.ts';
import type { NightlyOptions } from './options.ts';
import { isEmptyPlan, planReading, readDocuments } from './read-documents.ts';
import { loadReviewStatements } from './review/statements.ts';
import { type RulesVersion, rulesVersion } from './rules-version.ts';
import type { Run } from './run.ts';
import { loadSummary, type NightSummary } from './summary.ts';
import { SystemicFailure } from './systemic-failure.ts';
import { noteChange, writeBenchmark } from './write-benchmark.ts';

export async function nightly(options: NightlyOptions, run: Run): Promise<NightSummary> {
  requireInbox(options);
  makeDataFolder(options.data.folder);
  const lock = takeLock(options.data.lock, run.now);
  try {
    const review = await loadReviewStatements(options.data.reviewAnswers);
    const registry = await loadNightRegistry(options.registry);
    const fetched = await fetchTonight(options, registry, run);
    const input = await withFetched(await findDocuments(options, run, review.owners), options);
    const corrections = await loadCorrections(options.corrections, review.corrections);
    const rules = rulesVersion();
    const copy = await openWorkingCopy(options.data.warehouse, rules.warehouse);
    const night = beginNight(options, run, rules, copy, {
      registry,
      corrections: { ...corrections, errors: [...review.errors, ...corrections.errors] },
    });
    recordVisits(fetched, night);
    const summary = await orAbandon(night, copy, async () => {
      const plan = planReading(input, seenDocuments(night.warehouse), night.rules.reading, registry);
      await readDocuments(plan, night);
      const judged = await judgeBureaus(night);
      const changed = copy.resumed || judged > 0 || !isEmptyPlan(plan);
      if (changed) await (await import('./compare-bureaus.ts')).compareBureaus(night);
      await noteExpectedReports(input, night);
      noteChange(night, changed);
      finish(night, 'finished');
      return { ...loadSummary(night, plan), fetched };
    });
    await copy.publish({ check: night.contentChangedAt === night.startedAt });
    await writeBenchmark(night);
    return { ...summary, seconds: (run.now().getTime() - Date.parse(night.startedAt)) / 1000 };
  } finally {
    lock.release();
  }
}

function beginNight(
  options: NightlyOptions,
  run: Run,
  rules: RulesVersion,
  { warehouse }: WorkingCopy,
  { registry, corrections }: { registry: NightRegistry; corrections: LoadedCorrections },
): Night {
  const startedAt = run.now().toISOString();
  return {
    options,
    run,
    warehouse,
    startedAt,
    rules,
    runId: startRun(warehouse, startedAt),
    registry,
    corrections,
    contentChangedAt: startedAt,
    readDocuments: 0,
    ownMistakes: [],
    failures: [],
  };
}

function finish(night: Night, state: 'finished' | 'failed'): void {
  const { warehouse } = night;
  const counted = warehouse.sqlite
    .prepare<[string], { seen: number; failed: number }>(
      `SELECT count(*) AS seen, count(*) FILTER (WHERE state = 'quarantined') AS failed
       FROM documents WHERE last_seen_at = ?`,
    )
    .get(night.startedAt);
  finishRun(warehouse, night.runId, {
    finishedAt: night.run.now().toISOString(),
    state,
    documentsSeen: counted?.seen ?? 0,
    documentsRead: night.readDocuments,
    documentsFailed: counted?.failed ?? 0,
  });
}

/** A night that fails leaves the published warehouse as it was, and its copy for the next night to go on with. */
async function orAbandon<Result>(
  night: Night,
  copy: WorkingCopy,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    try {
      finish(night, 'failed');
    } catch {
      // The copy itself may be what failed; the first error is the one to tell.
    }
    await copy.abandon({ keep: !(error instanceof SystemicFailure) });
    throw error;
  }
}
