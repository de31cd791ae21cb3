/** The effects of a run, handed in from outside: what time it is, what people see, how files are obtained and read. */
import { type InboxFiles, localFiles } from '../sources/inbox-files.ts';
import type { Console } from './console.ts';
import type { NetworkEffects } from './fetch-bureaus.ts';
import type { Say } from './language.ts';
import { type Log, openLog } from './log.ts';
import type { NightlyOptions } from './options.ts';
import { type Progress, quietProgress, showProgress } from './progress.ts';
import { readInPlace } from './read-in-place.ts';
import { openReadingPool, type ReadingPool } from './reading-pool.ts';

export interface Run {
  now(): Date;
  /** For durations alone: never goes backwards. */
  milliseconds(): number;
  progress: Progress;
  log: Log;
  say: Say;
  inboxFiles: InboxFiles;
  /** Called when the first document has to be read, so that a night without news starts no worker. */
  openReaders(): ReadingPool;
  /** Waiting and chance on the network; the real ones where absent. */
  network?: NetworkEffects;
  /** Called when the lock is taken and work begins. */
  began?(): void;
  /** Whether somebody asked for an end: the document in hand is finished, and no other begun. */
  isStopping(): boolean;
}

// Node 20 reads no types, and a loader that strips them does not reach into workers.
const IS_COMPILED = import.meta.url.endsWith('.js');

let stopping = false;

/** Asks the runs of this process to end after the document in hand. */
export function askToStop(): void {
  stopping = true;
}

/** The effects of a run that a person or a scheduler started. */
export function realRun(options: NightlyOptions, console: Console): Run {
  const milliseconds = () => performance.now();
  return {
    now: () => new Date(),
    milliseconds,
    progress: console.quiet ? quietProgress : showProgress(process.stderr, console.say, milliseconds),
    log: openLog(
      options.data.logs,
      options.retention.logDays,
      () => new Date(),
      (why) =>
        console.err(
          console.say(
            `日志写不进 ${options.data.logs}（${why}）。这次没有日志，其余照常\n`,
            `No log can be written to ${options.data.logs} (${why}). This run has none; nothing else is touched\n`,
          ),
        ),
    ),
    say: console.say,
    inboxFiles: localFiles,
    openReaders: () => (IS_COMPILED ? openReadingPool(options) : readInPlace()),
    isStopping: () => stopping,
  };
}
