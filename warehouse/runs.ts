/** The ledger: which runs there were, and how each stage of each document went. */
import { existsSync } from 'node:fs';
import type { Warehouse } from './connect.ts';
import type { RunAction, RunState } from './enumerations.ts';
import { prepared } from './rows.ts';
import type { RunStageRow } from './schema.ts';

/** Opens a run and says of every run still open that it was interrupted. Returns the number of the run. */
export function startRun({ sqlite }: Warehouse, startedAt: string, action: RunAction = 'nightly'): number {
  return sqlite.transaction(() => {
    sqlite.prepare(`UPDATE run_rows SET state = 'interrupted' WHERE state = 'running'`).run();
    const runId =
      sqlite.prepare<[], number>('SELECT coalesce(max(run_id), 0) + 1 FROM run_rows').pluck().get() ?? 1;
    sqlite
      .prepare(`INSERT INTO run_rows (run_id, started_at, state, action) VALUES (?, ?, 'running', ?)`)
      .run(runId, startedAt, action);
    return runId;
  })();
}

/**
 * The start of a run as it is recorded: `now`, or just after the last run where the clock was set back meanwhile, so
 * that later runs are later.
 */
export function startAfterLastRun({ sqlite }: Warehouse, now: Date): string {
  const last = sqlite.prepare<[], string | null>('SELECT max(started_at) FROM run_rows').pluck().get();
  const present = now.toISOString();
  if (last === null || last === undefined || last < present) return present;
  return new Date(Date.parse(last) + 1).toISOString();
}

export interface RunSummary {
  finishedAt: string;
  state: Exclude<RunState, 'running'>;
  documentsSeen: number;
  documentsRead: number;
  documentsFailed: number;
  facts?: number;
  observations?: number;
  findings?: number;
  /** For people. */
  note?: string | null;
}

/** Closes a run. Facts, observations and findings are as the contract views show them; counted where nobody counted them. */
export function finishRun({ sqlite }: Warehouse, runId: number, summary: RunSummary): void {
  const { facts, observations, findings } = summary;
  const known = facts !== undefined && observations !== undefined && findings !== undefined;
  const counts = known
    ? 'facts = @facts, observations = @observations, findings = @findings'
    : `facts = (SELECT count(*) FROM facts), observations = (SELECT count(*) FROM observation_rows),
       findings = (SELECT count(*) FROM finding_rows)`;
  sqlite
    .prepare(
      `UPDATE run_rows SET finished_at = @finishedAt, state = @state, documents_seen = @documentsSeen,
        documents_read = @documentsRead, documents_failed = @documentsFailed, ${counts}, note = @note
       WHERE run_id = @runId`,
    )
    .run({ note: null, ...summary, runId });
}

export interface StageRecord extends Omit<RunStageRow, 'run_id' | 'document_id' | 'duration_ms'> {
  /** null where the stage is not about one document. */
  documentId: string | null;
  /** Rounded to whole milliseconds. */
  durationMs: number;
}

/** Records how a stage went; recorded again, the later record counts. */
export function recordStage({ sqlite }: Warehouse, runId: number, record: StageRecord): void {
  prepared(
    sqlite,
    `INSERT INTO run_stages (run_id, stage, document_id, state, attempts, duration_ms, error)
     VALUES (@runId, @stage, @documentId, @state, @attempts, @durationMs, @error)
     ON CONFLICT (run_id, stage, document_id) DO UPDATE SET state = excluded.state,
      attempts = excluded.attempts, duration_ms = excluded.duration_ms, error = excluded.error`,
  ).run({
    ...record,
    runId,
    documentId: record.documentId ?? '',
    durationMs: Math.max(0, Math.round(record.durationMs)),
  });
}

/** How each document fared is kept for this many runs; the runs themselves stay. */
export function forgetOldStages({ sqlite }: Warehouse, runId: number, keep: number): void {
  sqlite.prepare('DELETE FROM run_stages WHERE run_id <= ?').run(runId - keep);
}

/** How often this document was tried in vain, in runs that are remembered. */
export function failedAttempts({ sqlite }: Warehouse): Map<string, number> {
  const rows = sqlite
    .prepare<[], { id: string; attempts: number }>(
      `SELECT document_id AS id, sum(attempts) AS attempts FROM run_stages
       WHERE state = 'failed' AND document_id <> '' GROUP BY document_id`,
    )
    .all();
  return new Map(rows.map(({ id, attempts }) => [id, attempts]));
}

/** Takes over the runs of the first of these files that can be read: a warehouse goes, its history stays. */
export function inheritRuns(warehouse: Warehouse, from: readonly string[]): void {
  inherit(warehouse, from, (columns) => {
    const known = columns('run_rows')
      .filter((name) => RUN_COLUMNS.includes(name))
      .join(', ');
    return `INSERT OR IGNORE INTO main.run_rows (${known}) SELECT ${known} FROM former.run_rows`;
  });
}

/** Takes over when the documents of this warehouse were seen first. */
export function inheritSightings(warehouse: Warehouse, from: readonly string[]): void {
  inherit(
    warehouse,
    from,
    () => `UPDATE main.sightings AS s SET first_seen_at = f.first_seen_at FROM former.sightings f
           WHERE f.document_id = s.document_id AND f.first_seen_at < s.first_seen_at`,
  );
}

function inherit(
  { sqlite }: Warehouse,
  from: readonly string[],
  sqlOf: (columns: (table: string) => string[]) => string,
): void {
  const columns = (table: string) =>
    sqlite.prepare<[string], string>(`SELECT name FROM pragma_table_info(?, 'former')`).pluck().all(table);
  for (const path of from.filter((each) => existsSync(each))) {
    sqlite.prepare('ATTACH DATABASE ? AS former').run(path);
    try {
      sqlite.exec(sqlOf(columns));
      return;
    } catch {
      // What cannot be read any more has nothing to pass on; the next may have.
    } finally {
      sqlite.exec('DETACH DATABASE former');
    }
  }
}

const RUN_COLUMNS: readonly string[] = [
  'run_id',
  'started_at',
  'finished_at',
  'state',
  'documents_seen',
  'documents_read',
  'documents_failed',
  'facts',
  'observations',
  'findings',
  'action',
  'note',
];
