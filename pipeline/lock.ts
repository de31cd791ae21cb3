/**
 * One run at a time in one data folder. The lock is a file with the owner's process id and the time of its last
 * sign of life; a lock whose owner is gone is taken over, so that a killed night never blocks the next one.
 */
import { randomUUID } from 'node:crypto';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { isRunning } from '../sources/is-running.ts';
import { EXIT, Trouble } from './exit-status.ts';

const BEAT_MILLISECONDS = 5_000;
// A run may compute for a while between two signs of life; a process id may have been given to another program.
const SILENCE_MILLISECONDS = 300_000;

interface Owner {
  pid: number;
  host: string;
  startedAt: string;
  token: string;
}

export interface Lock {
  release(): void;
}

/** Takes the lock at `path`, or throws a `Trouble` that names the run which holds it. */
export function takeLock(path: string, now: () => Date): Lock {
  mkdirSync(dirname(path), { recursive: true });
  const owner: Owner = {
    pid: process.pid,
    host: hostname(),
    startedAt: now().toISOString(),
    token: randomUUID(),
  };
  if (!create(path, owner)) {
    const held = readLock(path);
    if (held !== null && isAlive(path, held, now())) throw busy(path, held);
    if (!takeOver(path, held) || !create(path, owner)) throw busy(path, held);
  }
  const beat = setInterval(() => touch(path, now()), BEAT_MILLISECONDS);
  beat.unref();
  const release = () => {
    clearInterval(beat);
    process.removeListener('exit', release);
    if (readLock(path)?.token === owner.token) rmSync(path, { force: true });
  };
  // A run that Ctrl-C ends comes to no `finally`.
  process.once('exit', release);
  return { release };
}

/** Linking a finished file is whole or not at all: nobody ever sees a lock without an owner in it. */
function create(path: string, owner: Owner): boolean {
  const draft = `${path}.${owner.token}`;
  const text = `${JSON.stringify(owner)}\n`;
  writeFileSync(draft, text);
  try {
    return (
      isNew(() => linkSync(draft, path)) ?? isNew(() => writeFileSync(path, text, { flag: 'wx' })) ?? false
    );
  } finally {
    rmSync(draft, { force: true });
  }
}

/** FAT and some network shares know no links; there a lock may be seen without its owner for a moment. */
const WITHOUT_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

/** False where something lies there already, null where the file system knows no such way. */
function isNew(make: () => void): boolean | null {
  try {
    make();
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'EEXIST') return false;
    if (WITHOUT_LINKS.has(code)) return null;
    throw error;
  }
}

function readLock(path: string): Owner | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Owner;
  } catch {
    return null;
  }
}

function isAlive(path: string, owner: Owner, now: Date): boolean {
  // In a fresh container the dead run had, more often than not, the process id that this one has now.
  if (owner.host === hostname() && owner.pid === process.pid) return false;
  if (owner.host === hostname() && !isRunning(owner.pid)) return false;
  try {
    return now.getTime() - statSync(path).mtimeMs < SILENCE_MILLISECONDS;
  } catch {
    return false;
  }
}

/** Moves the dead lock aside; puts it back where another run was quicker and the lock moved is a living one. */
function takeOver(path: string, dead: Owner | null): boolean {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    return true;
  }
  const moved = readLock(aside);
  const isTheDeadOne = moved?.token === dead?.token;
  if (!isTheDeadOne) {
    // Where a third run has taken the place meanwhile, it keeps it.
    if (isNew(() => linkSync(aside, path)) === null && !existsSync(path)) renameSync(aside, path);
  }
  rmSync(aside, { force: true });
  return isTheDeadOne;
}

function touch(path: string, now: Date): void {
  try {
    utimesSync(path, now, now);
  } catch {
    // The data folder is gone; the run will say so where it needs it.
  }
}

/** Another run is at work: nothing is wrong with this one. */
export class LockHeld extends Trouble {
  override readonly name = 'LockHeld';
}

function busy(path: string, owner: Owner | null): Trouble {
  const who = owner === null ? '' : `（进程 ${owner.pid}，主机 ${owner.host}，开始于 ${owner.startedAt}）`;
  const whoEn = owner === null ? '' : ` (process ${owner.pid} on ${owner.host}, since ${owner.startedAt})`;
  return new LockHeld(
    `另一次运行正在使用这个数据目录${who}。请等它结束；若确认它已不在运行，请删除 ${path}`,
    `Another run is using this data folder${whoEn}. Wait for it to end; if it is certainly gone, delete ${path}`,
    EXIT.failed,
  );
}
