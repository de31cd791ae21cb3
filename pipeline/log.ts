/** What happened, for programs that collect logs: one JSON object a line, in one file a day. Loaded when there is something to say. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type pino from 'pino';
import { chinaDay } from '../sources/china-time.ts';

export type LogFields = Readonly<Record<string, unknown>>;

export interface Log {
  info(event: string, fields: LogFields): void;
  warn(event: string, fields: LogFields): void;
  error(event: string, fields: LogFields): void;
}

export const quietLog: Log = { info() {}, warn() {}, error() {} };

// 2025-08-16.jsonl
const DAY_FILE = /^(\d{4}-\d{2}-\d{2})\.jsonl$/;

/** A log that cannot be written is said once to `complain`, with the reason, and costs nothing else. */
export function openLog(
  folder: string,
  keepDays: number,
  now: () => Date,
  complain: (why: string) => void,
): Log {
  let logger: pino.Logger | null | undefined;
  const write = (level: keyof Log, event: string, fields: LogFields) => {
    if (logger === null) return;
    try {
      logger ??= openToday(folder, keepDays, now());
      logger[level]({ event, ...fields });
    } catch (error) {
      logger = null;
      complain(error instanceof Error ? error.message : String(error));
    }
  };
  return {
    info: (event, fields) => write('info', event, fields),
    warn: (event, fields) => write('warn', event, fields),
    error: (event, fields) => write('error', event, fields),
  };
}

function openToday(folder: string, keepDays: number, now: Date): pino.Logger {
  mkdirSync(folder, { recursive: true });
  removeOld(folder, chinaDay(new Date(now.getTime() - keepDays * 86_400_000)));
  const create = createRequire(import.meta.url)('pino') as typeof pino;
  const destination = create.destination({ dest: join(folder, `${chinaDay(now)}.jsonl`), sync: true });
  return create({ base: { pid: process.pid }, timestamp: create.stdTimeFunctions.isoTime }, destination);
}

function removeOld(folder: string, before: string): void {
  for (const name of readdirSync(folder)) {
    const day = DAY_FILE.exec(name)?.[1];
    if (day !== undefined && day < before) rmSync(join(folder, name), { force: true });
  }
}
