/** `runs`: one row per run of the pipeline. */
export const runViews = {
  runs: `
    SELECT run_id, started_at, finished_at, state, documents_seen, documents_read, documents_failed, facts,
      observations, findings, action, note
    FROM run_rows`,
} as const;
