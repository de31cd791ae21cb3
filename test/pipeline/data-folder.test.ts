import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeDataFolder } from '../../pipeline/data-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'data-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('makes the folder and those above it, and leaves nothing in it', () => {
  const wanted = join(folder, 'a', 'b', '数据');
  makeDataFolder(wanted);
  makeDataFolder(wanted);
  expect(readdirSync(wanted)).toEqual([]);
});

it('says where a file is in the way', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => makeDataFolder(join(folder, 'file'))).toThrow('这里已有同名文件');
  expect(() => makeDataFolder(join(folder, 'file', 'data'))).toThrow('路径中有一段是文件');
});

it.runIf(existsSync('/proc/self'))('ends at once where no folder can be made', () => {
  expect(() => makeDataFolder('/proc/nowhere/data')).toThrow('这个位置不能建目录');
});

it.skipIf(process.getuid?.() === 0)('says that it may not write there', () => {
  const closed = join(folder, 'closed');
  mkdirSync(closed, { mode: 0o555 });
  expect(() => makeDataFolder(closed)).toThrow('没有写入权限');
});
