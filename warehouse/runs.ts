/** The ledger: which runs there were, and how each stage of each document went. */
import type { Warehouse } from './connect.ts';
import type { RunState } from './enumerations.ts';
import type { RunRow, RunStageRow } from './schema.ts';

/** Opens a run and says of every run still open that it was interrupted. Returns the number of the run. */
export function startRun({ sqlite }: Warehouse, startedAt: string): number {
  return sqlite.transaction(() => {
    sqlite.prepare(`UPDATE run_rows SET state = 'interrupted' WHERE state = 'running'`).run();
    const runId =
      sqlite.prepare<[], number>('SELECT coalesce(max(run_id), 0) + 1 FROM run_rows').pluck().get() ?? 1;
    sqlite
      .prepare(`INSERT INTO run_rows (run_id, started_at, state) VALUES (?, ?, 'running')`)
      .run(runId, startedAt);
    return runId;
  })();
}

export interface RunSummary {
  finishedAt: string;
  state: Exclude<RunState, 'running'>;
  documentsSeen: number;
  documentsRead: number;
  documentsFailed: number;
}

/** Closes a run. Facts, observations and findings are counted as the contract views show them. */
export function finishRun({ sqlite }: Warehouse, runId: number, summary: RunSummary): void {
  sqlite
    .prepare(
      `UPDATE run_rows SET finished_at = @finishedAt, state = @state, documents_seen = @documentsSeen,
        documents_read = @documentsRead, documents_failed = @documentsFailed,
        facts = (SELECT count(*) FROM facts), observations = (SELECT count(*) FROM observation_rows),
        findings = (SELECT count(*) FROM finding_rows)
       WHERE run_id = @runId`,
    )
    .run({ ...summary, runId });
}

export interface StageRecord extends Omit<RunStageRow, 'run_id' | 'document_id' | 'duration_ms'> {
  /** null where the stage is not about one document. */
  documentId: string | null;
  /** Rounded to whole milliseconds. */
  durationMs: number;
}

/** Records how a stage went; recorded again, the later record counts. */
export function recordStage({ sqlite }: Warehouse, runId: number, record: StageRecord): void {
  sqlite
    .prepare(
      `INSERT INTO run_stages (run_id, stage, document_id, state, attempts, duration_ms, error)
       VALUES (@runId, @stage, @documentId, @state, @attempts, @durationMs, @error)
       ON CONFLICT (run_id, stage, document_id) DO UPDATE SET state = excluded.state,
        attempts = excluded.attempts, duration_ms = excluded.duration_ms, error = excluded.error`,
    )
    .run({
      ...record,
      runId,
      documentId: record.documentId ?? '',
      durationMs: Math.max(0, Math.round(record.durationMs)),
    });
}

/** The last run that ended, or undefined: decides what is owed after a missed night. */
export function lastFinishedRun({ sqlite }: Warehouse): RunRow | undefined {
  return sqlite
    .prepare<[], RunRow>(`SELECT * FROM run_rows WHERE state = 'finished' ORDER BY run_id DESC LIMIT 1`)
    .get();
}

/** A named value kept from run to run, such as the version of the checks that the results were computed with. */
export function readState({ sqlite }: Warehouse, name: string): string | null {
  const value = sqlite
    .prepare<[string], string>('SELECT value FROM warehouse_state WHERE name = ?')
    .pluck()
    .get(name);
  return value ?? null;
}

export function writeState({ sqlite }: Warehouse, name: string, value: string): void {
  sqlite
    .prepare(
      `INSERT INTO warehouse_state (name, value) VALUES (?, ?)
       ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE value <> excluded.value`,
    )
    .run(name, value);
}
