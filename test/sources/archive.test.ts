import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ArchiveDamaged, archive, archivePathOf, readArchived } from '../../sources/archive.ts';
import { documentIdOf } from '../../sources/inbox.ts';
import type { RawDocument } from '../../sources/raw-document.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'archive-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function raw(text: string, sourceFile = '示例县财政局.PDF'): RawDocument {
  const bytes = Buffer.from(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    documentId: documentIdOf(sha256),
    sha256,
    bytes,
    sourceFile,
    relativePath: sourceFile,
    url: null,
    publishedOn: null,
  };
}

it('keeps bytes under their hash, in folders of its first two digits', () => {
  const path = archive(folder, raw('abc'));
  expect(path).toBe('ba/ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad.pdf');
  expect(readArchived(folder, raw('abc'))).toEqual(Buffer.from('abc'));
});

it('writes the same bytes once', () => {
  const path = join(folder, archive(folder, raw('abc')));
  const before = statSync(path, { bigint: true });
  archive(folder, raw('abc'));
  const after = statSync(path, { bigint: true });
  expect([after.ino, after.mtimeNs]).toEqual([before.ino, before.mtimeNs]);
});

it('leaves nothing but whole files behind', () => {
  archive(folder, raw('abc'));
  expect(readdirSync(join(folder, 'ba'))).toEqual([archivePathOf(raw('abc')).slice(3)]);
});

it.each([
  ['a.PDF', '.pdf'],
  ['a', ''],
  ['a.b c', ''],
  ['a.tar.gz', '.gz'],
  ['..', ''],
  ['a.determination', ''],
])('of %s keeps the ending %j', (sourceFile, ending) => {
  const sha256 = raw('abc').sha256;
  expect(archivePathOf({ sha256, sourceFile })).toBe(`ba/${sha256}${ending}`);
});

it('refuses bytes that are not what their name says', () => {
  const path = join(folder, archive(folder, raw('abc')));
  chmodSync(path, 0o644);
  writeFileSync(path, 'abd');
  expect(() => readArchived(folder, raw('abc'))).toThrow(ArchiveDamaged);
});
