/** A night in a temporary folder, run in this process with quiet effects. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { speak } from '../../pipeline/language.ts';
import { quietLog } from '../../pipeline/log.ts';
import { nightly } from '../../pipeline/nightly.ts';
import { type NightlyOptions, nightlyOptions } from '../../pipeline/options.ts';
import { quietProgress } from '../../pipeline/progress.ts';
import { readInPlace } from '../../pipeline/read-in-place.ts';
import type { Run } from '../../pipeline/run.ts';
import type { NightSummary } from '../../pipeline/summary.ts';
import { localFiles } from '../../sources/inbox-files.ts';

export interface Place {
  folder: string;
  inbox: string;
  data: string;
  put(path: string, content: string | Uint8Array): string;
  remove(): void;
}

export function makePlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'night-'));
  const inbox = join(folder, 'inbox');
  mkdirSync(inbox);
  return {
    folder,
    inbox,
    data: join(folder, 'data'),
    put(path, content) {
      const whole = join(inbox, path);
      mkdirSync(dirname(whole), { recursive: true });
      writeFileSync(whole, content);
      return whole;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

// Yesterday, so that no tick runs ahead of the times that the file system writes.
let clock = Date.now() - 86_400_000;

function tick(): Date {
  clock += 1000;
  return new Date(clock);
}

/** A run whose effects make no noise; `effects` replaces any of them. Every look at its clock is a second later. */
export function quietRun(effects: Partial<Run> = {}): Run {
  return {
    now: tick,
    milliseconds: () => performance.now(),
    progress: quietProgress,
    log: quietLog,
    say: speak('zh'),
    inboxFiles: localFiles,
    openReaders: readInPlace,
    isStopping: () => false,
    ...effects,
  };
}

export function runNight(
  place: Place,
  effects: Partial<Run> = {},
  options: Partial<NightlyOptions> = {},
): Promise<NightSummary> {
  const usual = nightlyOptions({ inbox: place.inbox, data: place.data });
  return nightly({ ...usual, ...options }, quietRun(effects));
}

type Row = Record<string, unknown>;

export function ask<Answer = Row>(data: string, sql: string): Answer[] {
  const sqlite = new BetterSqlite3(join(data, 'warehouse.db'), { readonly: true });
  try {
    return sqlite.prepare<[], Answer>(sql).all();
  } finally {
    sqlite.close();
  }
}

const CONTENT_VIEWS = ['facts', 'observations', 'findings', 'metrics', 'documents'];
/** When a document was seen is about the runs; all else is about the documents. */
const TIMES = ['first_seen_at', 'last_seen_at'];

/** Everything that the contract promises to analysts, in one order; runs and times left out. */
export function contentOf(data: string): Record<string, string[]> {
  return Object.fromEntries(
    CONTENT_VIEWS.map((view) => [
      view,
      ask(data, `SELECT * FROM ${view}`)
        .map((row) =>
          JSON.stringify(Object.fromEntries(Object.entries(row).filter(([name]) => !TIMES.includes(name)))),
        )
        .sort(),
    ]),
  );
}

export interface DocumentState {
  path: string;
  state: string;
  code: string | null;
  reason: string | null;
}

export function documentStates(data: string): DocumentState[] {
  return ask<DocumentState>(
    data,
    `SELECT relative_path AS path, state, state_code AS code, state_reason AS reason FROM documents
     ORDER BY relative_path, state_code, state_reason`,
  );
}
