/**
 * The stages of a night between what was found and what is published. A night over unchanged input finds nothing to
 * do at every step; one that no longer looks like the night before is held back.
 */
import type { Warehouse } from '../warehouse/connect.ts';
import { contentCounts } from '../warehouse/content-counts.ts';
import { seenDocuments } from '../warehouse/documents.ts';
import type { RunAction } from '../warehouse/enumerations.ts';
import { type OpenCopyOptions, openWorkingCopy, type WorkingCopy } from '../warehouse/publish.ts';
import {
  failedAttempts,
  finishRun,
  forgetOldStages,
  startAfterLastRun,
  startRun,
} from '../warehouse/runs.ts';
import { forgetState } from '../warehouse/state.ts';
import { explainSqliteError } from '../warehouse/warehouse-error.ts';
import { noteExpectedReports } from './expected-tonight.ts';
import type { TonightsInput } from './find-documents.ts';
import { gateFailures, NightRejected, noteRejection, REJECTED_FOR, ROLLED_BACK_TO } from './gates.ts';
import { writeIntake } from './intake.ts';
import { judgeBureaus } from './judge-bureaus.ts';
import type { LoadedCorrections } from './load-corrections.ts';
import type { Failure, Night } from './night.ts';
import type { NightRegistry } from './night-registry.ts';
import type { NightlyOptions } from './options.ts';
import { broughtNews, planReading, type ReadingPlan, readDocuments } from './read-documents.ts';
import { rulesVersion } from './rules-version.ts';
import type { Run } from './run.ts';
import { type CountedNight, loadSummary, type NightSummary } from './summary.ts';
import { SystemicFailure } from './systemic-failure.ts';
import { noteChange, outputFailure, writeBenchmark } from './write-benchmark.ts';

export interface NightWork {
  action: RunAction;
  from: NonNullable<OpenCopyOptions['from']>;
  input: TonightsInput;
  registry: NightRegistry;
  corrections: LoadedCorrections;
  /** Before the run is opened. */
  prepare?(warehouse: Warehouse): void;
  /** Before anything of the input is read. */
  begin?(night: Night): void | Promise<void>;
  /** When everything is computed. */
  end?(night: Night): void;
}

/** Throws `NightRejected` where the gates hold the night back, and whatever stopped it. */
export async function throughStages(
  work: NightWork,
  options: NightlyOptions,
  run: Run,
): Promise<NightSummary> {
  const rules = rulesVersion();
  const copy = await openWorkingCopy(options.data.warehouse, {
    program: rules.warehouse,
    from: work.from,
    history: { folder: options.data.history, keep: options.retention.warehouses },
  });
  work.prepare?.(copy.warehouse);
  const night = beginNight(work, { options, run, rules }, copy);
  const summary = await orAbandon(night, copy, async () => {
    await work.begin?.(night);
    const plan = await workThrough(work, night, copy);
    work.end?.(night);
    return await judgeNight(night, copy, plan);
  });
  const changed = night.contentChangedAt === night.startedAt;
  await copy.publish({ check: changed });
  // A night without news has nothing to say, and the ledger says that much.
  if (changed) run.log.info('published', { run: night.runId, ...figuresOf(summary) });
  const unwritten = await writeBeside(work.input, night);
  for (const failure of unwritten) run.log.error('output', { run: night.runId, ...failure });
  const failures = [...summary.failures, ...unwritten];
  return { ...summary, failures, seconds: (run.now().getTime() - Date.parse(night.startedAt)) / 1000 };
}

/** The night is published by now: what cannot be written beside it is told, and written by the next. */
async function writeBeside(input: TonightsInput, night: Night): Promise<Failure[]> {
  const failures: Failure[] = [];
  try {
    writeIntake(input, night);
  } catch (error) {
    failures.push(outputFailure('intake', error, night.run.say));
  }
  return [...failures, ...(await writeBenchmark(night))];
}

async function workThrough(
  { input, registry }: NightWork,
  night: Night,
  copy: WorkingCopy,
): Promise<ReadingPlan> {
  const { warehouse, rules, options } = night;
  const known = seenDocuments(warehouse);
  const plan = planReading(input, known, rules.reading, registry, {
    attempts: failedAttempts(warehouse),
    retry: options.retry,
  });
  await readDocuments(plan, night);
  const judged = await judgeBureaus(night);
  const hasNews = broughtNews(plan, known, plan.toRead.length === 0 ? known : seenDocuments(warehouse));
  const changed = copy.resumed || judged > 0 || hasNews || night.action !== 'nightly';
  if (changed) await (await import('./compare-bureaus.ts')).compareBureaus(night);
  // A report that is overdue since midnight, or was taken down, is news without any document that is new.
  const isOwedOtherwise = await noteExpectedReports(input, night);
  noteChange(night, changed || isOwedOtherwise);
  return plan;
}

function figuresOf({
  read,
  superseded,
  facts,
  observations,
  findings,
}: CountedNight): Record<string, number> {
  return { read, superseded, facts, observations, errors: findings.error };
}

/** Counts what there is to publish, and holds it back where it is not fit. */
async function judgeNight(night: Night, copy: WorkingCopy, plan: ReadingPlan): Promise<CountedNight> {
  const { warehouse, run, runId, options } = night;
  const failures = night.contentChangedAt === night.startedAt ? gateFailures(night) : [];
  if (failures.length > 0) {
    noteRejection(night, failures);
    finish(night, 'failed', failures.map(({ zh }) => zh).join('；'));
    await copy.reject();
    run.log.error('rejected', { run: runId, gates: failures });
    throw new NightRejected(failures);
  }
  if (options.accept) forgetState(warehouse, ROLLED_BACK_TO);
  forgetState(warehouse, REJECTED_FOR);
  forgetOldStages(warehouse, runId, options.retention.runDetails);
  finish(night, 'finished', options.accept ? '经人工确认后发布' : null);
  return loadSummary(night, plan);
}

function beginNight(
  { action, registry, corrections }: NightWork,
  { options, run, rules }: Pick<Night, 'options' | 'run' | 'rules'>,
  { warehouse }: WorkingCopy,
): Night {
  const startedAt = startAfterLastRun(warehouse, run.now());
  return {
    options,
    run,
    warehouse,
    startedAt,
    rules,
    action,
    runId: startRun(warehouse, startedAt, action),
    registry,
    corrections,
    contentChangedAt: startedAt,
    readDocuments: 0,
    ownMistakes: [],
    failures: [],
  };
}

function finish(night: Night, state: 'finished' | 'failed', note: string | null): void {
  const { warehouse } = night;
  const counted = warehouse.sqlite
    .prepare<[string], { seen: number; failed: number }>(
      `SELECT count(*) AS seen, count(*) FILTER (WHERE state = 'quarantined') AS failed
       FROM documents WHERE last_seen_at = ?`,
    )
    .get(night.startedAt);
  const { facts, observations, findings } = contentCounts(warehouse, night.contentChangedAt);
  finishRun(warehouse, night.runId, {
    ...{ facts, observations, findings: findings.error + findings.warning + findings.note },
    finishedAt: notBefore(night.startedAt, night.run.now().toISOString()),
    state,
    documentsSeen: counted?.seen ?? 0,
    documentsRead: night.readDocuments,
    documentsFailed: counted?.failed ?? 0,
    note,
  });
}

/** A clock that was set back does not end a run before it began. */
function notBefore(start: string, end: string): string {
  return end < start ? start : end;
}

/** A night that fails leaves the published warehouse as it was, and its copy for the next night to go on with. */
async function orAbandon<Result>(
  night: Night,
  copy: WorkingCopy,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof NightRejected) throw thrown;
    const error = explainSqliteError(thrown, night.options.data.warehouse);
    try {
      finish(night, 'failed', error instanceof Error ? error.message : String(error));
    } catch {
      // The copy itself may be what failed; the first error is the one to tell.
    }
    await copy.abandon({ keep: !(error instanceof SystemicFailure) });
    throw error;
  }
}
