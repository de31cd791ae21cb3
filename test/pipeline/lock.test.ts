import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { takeLock } from '../../pipeline/lock.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  path = join(folder, 'data', 'run.lock');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const now = () => new Date();
const owner = (pid: number, host = hostname()) =>
  JSON.stringify({ pid, host, startedAt: '2025-08-15T18:00:00.000Z', token: 'another run' });

/** The id of a process that has just ended. */
const deadPid = () => spawnSync(process.execPath, ['-e', '0']).pid;

function leave(text: string, secondsAgo = 0): void {
  takeLock(path, now).release();
  writeFileSync(path, text);
  const then = new Date(Date.now() - secondsAgo * 1000);
  utimesSync(path, then, then);
}

it('is a file with the owner in it, gone after release', () => {
  const lock = takeLock(path, now);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ pid: process.pid, host: hostname() });
  lock.release();
  expect(existsSync(path)).toBe(false);
});

it('is refused while another process lives, naming it and what to do', () => {
  leave(owner(process.ppid));
  expect(() => takeLock(path, now)).toThrow(new RegExp(`进程 ${process.ppid}.*2025-08-15.*请等它结束`));
  expect(readFileSync(path, 'utf8')).toBe(owner(process.ppid));
});

it.each([
  ['whose process is gone', () => owner(deadPid()), 0],
  ['whose process id was given to this very process', () => owner(process.pid), 0],
  ['silent for longer than any run is', () => owner(process.ppid), 3600],
  ['of another machine, silent for longer than any run is', () => owner(1, 'elsewhere'), 3600],
  ['that nobody can read', () => '{"pid":', 0],
])('takes over a lock %s', (_, text, secondsAgo) => {
  leave(text(), secondsAgo);
  const lock = takeLock(path, now);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ pid: process.pid });
  lock.release();
  expect(readdirSync(join(folder, 'data'))).toEqual([]);
});

it('of another machine is respected while it shows signs of life', () => {
  leave(owner(1, 'elsewhere'), 10);
  expect(() => takeLock(path, now)).toThrow(/elsewhere/);
});

it('does not take away the lock of a run that took it over', () => {
  const lock = takeLock(path, now);
  writeFileSync(path, owner(process.ppid));
  lock.release();
  expect(readFileSync(path, 'utf8')).toBe(owner(process.ppid));
});
