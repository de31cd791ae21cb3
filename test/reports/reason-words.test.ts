/** Whoever reads English hears in English why a document was not read. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addressEnglish, quarantineEnglish } from '../../reports/reason-words.ts';
import { HTTP_TROUBLES } from '../../sources/http/trouble.ts';
import { TROUBLE_REASONS } from '../../sources/inbox.ts';

const ROOT = join(import.meta.dirname, '../..');
// new UnreadableDocument('pdf_broken', …), new ZipRefused(\n  'zip_bomb', …), new BeyondLimits('zip_bomb', …)
const THROWN = /new (?:UnreadableDocument|ZipRefused|BeyondLimits)\(\s*'([a-z_]+)'/g;
const HAN = /\p{Script=Han}/u;

function codesThrown(): string[] {
  const files = ['sources', 'transforms/read', 'pipeline'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(ROOT, folder, name)),
  );
  const codes = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(THROWN)].map(([, code]) => code!),
  );
  return [...new Set(codes)].sort();
}

describe('every reason has a sentence in English:', () => {
  it.each(codesThrown())('%s, with which a reader refuses a document', (code) => {
    expect(quarantineEnglish(code, '原因')).not.toMatch(HAN);
  });

  it.each(Object.keys(TROUBLE_REASONS))('%s, of a file in the inbox', (code) => {
    expect(quarantineEnglish(code, '原因')).not.toMatch(HAN);
  });

  it.each([
    ...[
      'absent',
      'replaced',
      'internal_error',
      'archive_damaged',
      'timed_out',
      'out_of_memory',
      'needs_unpacker',
    ],
    ...['no_fiscal_year', 'not_a_report', 'missing_file', 'manifest_error', 'not_archived', 'empty_archive'],
  ])('%s, of the night', (code) => {
    expect(quarantineEnglish(code, '原因')).not.toMatch(HAN);
  });

  it.each(Object.keys(HTTP_TROUBLES))('%s, of an address', (code) => {
    expect(addressEnglish(code, '原因')).not.toMatch(HAN);
  });
});

it('keeps what the reason names: files, sizes, statuses', () => {
  expect(quarantineEnglish('zip_bomb', '“下级/二.xlsx”从 4000 字节展开到 9 字节以上')).toContain(
    '“下级/二.xlsx”',
  );
  expect(addressEnglish('server_error', '网站出错（503）')).toBe('The site failed (503)');
});

it('shows the Chinese reason of a code that it does not know', () => {
  expect(quarantineEnglish('of_tomorrow', '原因')).toBe('原因');
  expect(quarantineEnglish(null, '原因')).toBe('原因');
});
