/** The lock on file systems that know no hard links: FAT, and some network shares. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { takeLock } from '../../pipeline/lock.ts';

vi.mock('node:fs', async (original) => ({
  ...(await original<typeof import('node:fs')>()),
  linkSync() {
    throw Object.assign(new Error('ENOTSUP: operation not supported'), { code: 'ENOTSUP' });
  },
}));

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  path = join(folder, 'run.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const now = () => new Date();

it('is taken once, given back, and taken over from a run that is gone', () => {
  const lock = takeLock(path, now);
  // Another process that lives: the one that started this one.
  const other = { ...JSON.parse(readFileSync(path, 'utf8')), pid: process.ppid };
  lock.release();
  expect(existsSync(path)).toBe(false);
  writeFileSync(path, JSON.stringify(other));
  expect(() => takeLock(path, now)).toThrow(/另一次运行正在使用/);
  writeFileSync(path, JSON.stringify({ ...other, pid: 4_000_000 }));
  takeLock(path, now).release();
  expect(existsSync(path)).toBe(false);
});
