import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { rulesVersion } from '../../pipeline/rules-version.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rules-'));
  for (const path of [
    'transforms/read/a.ts',
    'transforms/checks/b.ts',
    'sources/division.ts',
    'reports/c.ts',
  ]) {
    put(path, 'one');
  }
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function changedBy(path: string, text = 'two'): string[] {
  const before = rulesVersion(root);
  put(path, text);
  const after = rulesVersion(root);
  return (['reading', 'all', 'reports'] as const).filter((part) => before[part] !== after[part]);
}

it.each([
  ['a reader', 'transforms/read/a.ts', ['reading', 'all']],
  ['a new layout', 'transforms/layouts/new.ts', ['reading', 'all']],
  ['a check', 'transforms/checks/b.ts', ['all']],
  ['a reference of divisions', 'sources/division.ts', ['reading', 'all']],
  ['a sheet of the workbook', 'reports/c.ts', ['reports']],
  ['a sample document', 'sources/samples/documents/d.txt', []],
])('%s changes what it should', (_, path, parts) => {
  expect(changedBy(path)).toEqual(parts);
});

it('is the same for the same rules', () => {
  expect(rulesVersion(root)).toEqual(rulesVersion(root));
  expect(rulesVersion().reading).toMatch(/^[0-9a-f]{16}$/);
});
