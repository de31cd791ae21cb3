/** What a night tells those who were not there: what it changed, and what waits for a person. Plain data, sent as JSON. */
import { readSqlite } from '../warehouse/connect.ts';
import { explainError } from './explain-error.ts';
import { NightRejected } from './gates.ts';
import type { HealthState } from './health.ts';
import { speak } from './language.ts';
import type { DataPaths } from './options.ts';
import { Stopped } from './stopping.ts';
import type { NightSummary } from './summary.ts';

export interface NightReport {
  program: 'duibiao';
  state: HealthState;
  startedAt: string;
  finishedAt: string;
  /** Chinese: why there is nothing new. */
  message: string | null;
  figures: Readonly<Record<string, number>> | null;
  /** Kind of change → how many, against what was published before. */
  changes: Readonly<Record<string, number>>;
  /** Chinese sentences. */
  attention: readonly string[];
}

// More than fit into a message are better read with `duibiao documents`.
const MOST_NAMED = 20;

type Times = Pick<NightReport, 'startedAt' | 'finishedAt'>;

export function reportOfNight(summary: NightSummary, times: Times): NightReport {
  const attention = attentionIn(summary);
  return {
    program: 'duibiao',
    state: attention.length > 0 ? 'attention' : 'ok',
    ...times,
    message: null,
    figures: figuresIn(summary),
    changes: summary.read + summary.superseded === 0 ? {} : changesOfLastRun(summary.paths),
    attention,
  };
}

export function reportOfFailure(error: unknown, times: Times): NightReport {
  const state = error instanceof NightRejected ? 'rejected' : error instanceof Stopped ? 'stopped' : 'failed';
  const message = explainError(error, speak('zh')).sentence;
  const attention =
    error instanceof NightRejected ? error.failures.map(({ zh }) => zh) : state === 'failed' ? [message] : [];
  return { program: 'duibiao', state, ...times, message, figures: null, changes: {}, attention };
}

function figuresIn(summary: NightSummary): Record<string, number> {
  const { read, unchanged, superseded, quarantined, bureaus, facts, observations, findings, metrics } =
    summary;
  return {
    ...{ read, unchanged, superseded, quarantined: quarantined.length },
    ...{ bureaus, facts, observations, errors: findings.error, warnings: findings.warning, metrics },
  };
}

function attentionIn({ quarantined, failures, siteNews = [] }: NightSummary): string[] {
  const unread = quarantined
    .filter(({ isNew }) => isNew)
    .map(({ relativePath, code, reason }) => `${relativePath} [${code}] ${reason}`);
  const all = [...failures.map(({ what, message }) => `${what}：${message}`), ...siteNews, ...unread];
  const more = all.length - MOST_NAMED;
  return more > 0 ? [...all.slice(0, MOST_NAMED), `另有 ${more} 项`] : all;
}

function changesOfLastRun({ warehouse }: DataPaths): Record<string, number> {
  const rows = readSqlite(warehouse, (sqlite) =>
    sqlite
      .prepare<[], [string, number]>(
        `SELECT kind, count(*) FROM change_rows WHERE run_id = (SELECT max(run_id) FROM run_rows)
         GROUP BY kind ORDER BY kind`,
      )
      .raw()
      .all(),
  );
  return Object.fromEntries(rows);
}
