import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { removeAbandonedDrafts, writeWhole, writeWholeWith } from '../../sources/whole-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'whole-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('replaces a file whole and leaves nothing beside it', () => {
  writeWhole(join(folder, 'a.json'), 'old');
  writeWhole(join(folder, 'a.json'), 'new');
  expect(readdirSync(folder)).toEqual(['a.json']);
  expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('new');
});

it('leaves the file as it was where writing fails', async () => {
  const path = join(folder, 'a.xlsx');
  writeWhole(path, 'old');
  const half = writeWholeWith(path, async (draft) => {
    writeFileSync(draft, 'ha');
    throw new Error('disk full');
  });
  await expect(half).rejects.toThrow('disk full');
  expect(readdirSync(folder)).toEqual(['a.xlsx']);
  expect(readFileSync(path, 'utf8')).toBe('old');
});

it('removes what killed processes had begun to write, and nothing that a running one writes', () => {
  const gone = spawnSync(process.execPath, ['-e', '0']).pid;
  const names = [`a.xlsx.${gone}.next`, `b.json.${process.pid}.next`, 'warehouse.db.next', 'c.json'];
  for (const name of names) writeFileSync(join(folder, name), '');
  removeAbandonedDrafts(folder);
  expect(readdirSync(folder).sort()).toEqual(names.slice(1).sort());
  removeAbandonedDrafts(join(folder, 'nowhere'));
});
