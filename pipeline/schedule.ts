/**
 * The night at its hour. The clock only triggers; what is owed is decided by the ledger of runs, so that a machine that
 * was off at half past two makes up for it, once, when it is on again. Every night runs in a process of its own: it
 * takes the program as it is installed now, and its memory ends with it.
 */
import { existsSync } from 'node:fs';
import cron from 'node-cron';
import { CHINA_OFFSET_MS } from '../sources/china-time.ts';
import { readSqlite } from '../warehouse/connect.ts';
import { EXIT, Trouble } from './exit-status.ts';

const ZONE = 'Asia/Shanghai';
const DAY_MS = 86_400_000;

export interface TimeOfDay {
  hour: number;
  minute: number;
}

// 02:30, 2:30
const TIME = /^([01]?\d|2[0-3]):([0-5]\d)$/;

/** Throws a `Trouble` for what is no time of day. */
export function parseTime(text: string): TimeOfDay {
  const [, hour, minute] = TIME.exec(text) ?? [];
  if (hour === undefined || minute === undefined) {
    throw new Trouble(
      `--at 后面要写北京时间的时刻，如 02:30，不是“${text}”`,
      `--at takes a time of day in China, such as 02:30, not "${text}"`,
      EXIT.usage,
    );
  }
  return { hour: Number(hour), minute: Number(minute) };
}

/** The last moment at which a run was due. */
export function lastDue(now: Date, { hour, minute }: TimeOfDay): Date {
  const midnight = Math.floor((now.getTime() + CHINA_OFFSET_MS) / DAY_MS) * DAY_MS - CHINA_OFFSET_MS;
  const today = midnight + (hour * 60 + minute) * 60_000;
  return new Date(today <= now.getTime() ? today : today - DAY_MS);
}

/** Whether the last success is older than the last due time; one that is yet to come was told by a clock that ran ahead. */
export function isOwed(lastSuccess: Date | null, now: Date, at: TimeOfDay): boolean {
  return lastSuccess === null || lastSuccess < lastDue(now, at) || lastSuccess > now;
}

/** Start of the last night that was published; null where there is none, or nobody can tell. */
export function lastSuccessOf(warehouse: string): Date | null {
  if (!existsSync(warehouse)) return null;
  try {
    const started = readSqlite(warehouse, (sqlite) =>
      sqlite
        .prepare<[], string>(
          `SELECT started_at FROM runs WHERE state = 'finished' AND action <> 'rollback' ORDER BY run_id DESC LIMIT 1`,
        )
        .pluck()
        .get(),
    );
    return started === undefined ? null : new Date(started);
  } catch {
    return null;
  }
}

export interface Scheduled {
  /** Ends when the night that is under way has ended. */
  stop(): Promise<void>;
}

export interface ScheduleEffects {
  now(): Date;
  lastSuccess(): Date | null;
  /** One night, from beginning to end; never rejects. */
  runNight(): Promise<void>;
}

export function schedule(at: TimeOfDay, { now, lastSuccess, runNight }: ScheduleEffects): Scheduled {
  let present: Promise<void> | null = null;
  const start = (): Promise<void> => {
    present ??= runNight().finally(() => {
      present = null;
    });
    return present;
  };
  const task = cron.schedule(`${at.minute} ${at.hour} * * *`, start, {
    timezone: ZONE,
    noOverlap: true,
    name: 'nightly',
  });
  const makeUp = () => {
    if (isOwed(lastSuccess(), now(), at)) void start();
  };
  // A machine that slept through its hour wakes with this process in the middle of its wait.
  task.on('execution:missed', makeUp);
  makeUp();
  return {
    async stop() {
      await task.destroy();
      await present;
    },
  };
}
