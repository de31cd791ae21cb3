/** Whatever lies in an inbox gets a clear state and a reason, and nothing of it harms the reports beside it. */
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type InboxFiles, localFiles } from '../../sources/inbox-files.ts';
import { inventedAccounts } from '../support/invented-reports.ts';
import {
  ask,
  type DocumentState,
  documentStates,
  makePlace,
  type Place,
  runNight,
} from '../support/run-night.ts';

const REPORT = inventedAccounts('示例县财政局', 2024, { basic: 100, project: 20 });

let place: Place;
beforeEach(() => {
  place = makePlace();
  place.put('good.txt', REPORT);
});
afterEach(() => {
  place.remove();
});

async function stateOf(
  path: string,
  ...night: Parameters<typeof runNight> extends [Place, ...infer Rest] ? Rest : never
) {
  await runNight(place, ...night);
  const states = documentStates(place.data);
  expect(states.find((each) => each.path === 'good.txt')).toMatchObject({ state: 'extracted' });
  return states.find((each) => each.path === path) as DocumentState;
}

// A PNG signature and noise: what a renamed picture begins with.
const BINARY = Buffer.from([
  0x89,
  0x50,
  0x4e,
  0x47,
  0x0d,
  0x0a,
  0x1a,
  0x0a,
  ...Array.from({ length: 2000 }, (_, i) => (i * 7919) % 256),
]);
const NOT_FOUND_PAGE =
  '<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1><hr>nginx</body></html>';
const MAIL = '各位同事：\n\n请于周五下班前提交材料，谢谢配合。\n';

it.each([
  ['0 bytes', 'empty.txt', '', 'empty_file'],
  ['a picture named .txt', 'picture.txt', BINARY, null],
  ['an error page named .pdf', 'page.pdf', NOT_FOUND_PAGE, null],
  ['an error page', 'page.html', NOT_FOUND_PAGE, null],
  ['a letter', 'letter.txt', MAIL, 'not_a_report'],
  ['the first bytes of a PDF', 'cut.pdf', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog', null],
  ['a zip archive', 'all.zip', Buffer.from('PK\u0003\u0004rest of it'), null],
  ['nothing but blanks', 'blank.txt', ' \n\t\n '.repeat(50), null],
])('quarantines %s with a code and a Chinese sentence', async (_, path, content, code) => {
  place.put(path, content);
  const state = await stateOf(path);
  expect(state).toMatchObject({ state: 'quarantined', reason: /\p{Script=Han}{3}/u });
  expect(state.code).toMatch(code === null ? /^[a-z_]+$/ : new RegExp(`^${code}$`));
  expect(state.code).not.toBe('internal_error');
});

it.each([
  ['UTF-16 with its mark', 'utf16le', Buffer.from(`\ufeff${REPORT.replace('财政', '审计')}`, 'utf16le')],
  ['UTF-8 with its mark', 'utf8', Buffer.from(`\ufeff${REPORT.replaceAll('财政局', '审计局')}`)],
])('reads text in %s', async (_, name, content) => {
  place.put(`${name}.txt`, content);
  expect(await stateOf(`${name}.txt`)).toMatchObject({ state: 'extracted' });
  expect(ask(place.data, `SELECT * FROM facts WHERE source_file = '${name}.txt'`).length).toBeGreaterThan(10);
});

it('gives an answer for UTF-8 that was cut in the middle of a character', async () => {
  const bytes = Buffer.from(inventedAccounts('样板县审计局', 2024, { basic: 7, project: 2 }));
  const cut = bytes.subarray(0, bytes.lastIndexOf(Buffer.from('万元')) + 1);
  place.put('cut.txt', cut);
  const state = await stateOf('cut.txt');
  expect(state.code).not.toBe('internal_error');
});

it('does not read 50 MB of text', async () => {
  place.put('huge.txt', Buffer.alloc(50_000_000, '三公经费支出决算为1.00万元。\n'));
  const state = await stateOf('huge.txt');
  expect(state).toMatchObject({ state: 'quarantined', code: 'too_large' });
});

it('quarantines a file above the limit of its own options unread', async () => {
  place.put('large.txt', Buffer.alloc(20_000, 'x'));
  expect(await stateOf('large.txt', {}, { maxBytes: 10_000 })).toMatchObject({ code: 'too_large' });
});

it('reads a file that was too large as soon as the limit allows', async () => {
  place.put(
    'large.txt',
    inventedAccounts('样板县审计局', 2024, { basic: 7, project: 2 }).padEnd(20_000, '\n'),
  );
  await runNight(place, {}, { maxBytes: 10_000 });
  expect(await stateOf('large.txt')).toMatchObject({ state: 'extracted' });
});

function refusing(path: string, code: string): InboxFiles {
  return {
    ...localFiles,
    read(file) {
      if (!file.toString().endsWith(path)) return localFiles.read(file);
      throw Object.assign(new Error(code), { code });
    },
  };
}

it.each([
  ['may not be read', 'EACCES', 'not_permitted'],
  ['vanishes while it is read', 'ENOENT', 'vanished'],
  ['lies on a broken disk', 'EIO', 'cannot_read'],
])('quarantines a file that %s, and reads it once it can', async (_, system, code) => {
  place.put('closed.txt', inventedAccounts('样板县审计局', 2024, { basic: 7, project: 2 }));
  const inboxFiles = refusing('closed.txt', system);
  expect(await stateOf('closed.txt', { inboxFiles })).toMatchObject({ state: 'quarantined', code });
  await runNight(place);
  expect(documentStates(place.data).filter(({ path }) => path === 'closed.txt')).toMatchObject([
    { state: 'extracted' },
    { state: 'superseded' },
  ]);
});

it('keeps the figures of a report that may not be read tonight', async () => {
  await runNight(place);
  const before = ask(place.data, 'SELECT * FROM facts');
  await runNight(place, { inboxFiles: refusing('good.txt', 'EACCES') });
  expect(ask(place.data, 'SELECT * FROM facts')).toEqual(before);
});

it('ends in a tree of links that lead back', async () => {
  symlinkSync(place.inbox, join(place.inbox, 'loop'));
  expect(await stateOf('loop')).toMatchObject({ state: 'quarantined', code: 'symlink_loop' });
});

it('reports a manifest row whose file is missing, and rows that make no sense, beside the documents', async () => {
  place.put(
    'manifest.csv',
    'file,bureau,fiscal_year,scope\n' +
      'good.txt,示例县财政局,2024,department\n' +
      'never-came.pdf,样板县审计局,2024,\n' +
      'good2.txt,样板县审计局,twenty,\n' +
      ',样板县审计局,2024,\n',
  );
  place.put('good2.txt', inventedAccounts('样板县审计局', 2023, { basic: 7, project: 2 }));
  expect(await stateOf('never-came.pdf')).toMatchObject({ state: 'quarantined', code: 'missing_file' });
  const manifest = documentStates(place.data).filter(({ path }) => path === 'manifest.csv');
  expect(manifest).toMatchObject([{ code: 'manifest_error' }, { code: 'manifest_error' }]);
  expect(manifest.map(({ reason }) => reason).join()).toMatch(/fiscal_year.*twenty|twenty/s);
  expect(documentStates(place.data)).toContainEqual(
    expect.objectContaining({ path: 'good2.txt', state: 'extracted' }),
  );
});

it('lets the manifest say whose a nameless report is, and reads it again when the manifest changes', async () => {
  place.put('nameless.txt', REPORT.replaceAll('示例县财政局', '我单位'));
  const owners = () =>
    ask(place.data, `SELECT bureau_name AS name FROM documents WHERE source_file = 'nameless.txt'`);
  await runNight(place);
  expect(owners()).toEqual([{ name: null }]);
  expect(ask(place.data, `SELECT DISTINCT bureau_id FROM facts WHERE source_file = 'nameless.txt'`)).toEqual([
    { bureau_id: expect.stringMatching(/^unidentified-/) },
  ]);
  place.put('manifest.csv', 'file,bureau\nnameless.txt,样板县统计局\n');
  expect(await runNight(place)).toMatchObject({ read: 1 });
  expect(owners()).toEqual([{ name: '样板县统计局' }]);
});

it('takes the figures of a report away that the manifest names and nobody delivers any more', async () => {
  place.put('gone.txt', inventedAccounts('样板县审计局', 2024, { basic: 7, project: 2 }));
  place.put('manifest.csv', 'file,fiscal_year\ngone.txt,2024\n');
  await runNight(place);
  rmSync(join(place.inbox, 'gone.txt'));
  await runNight(place);
  expect(documentStates(place.data).filter(({ path }) => path === 'gone.txt')).toMatchObject([
    { state: 'superseded' },
    { state: 'quarantined', code: 'missing_file' },
  ]);
});

it('says that an archived original was damaged, and reads it again once it is whole', async () => {
  await runNight(place);
  const [{ sha256 }] = ask<{ sha256: string }>(place.data, 'SELECT sha256 FROM documents') as [
    { sha256: string },
  ];
  const archived = join(place.data, 'archive', sha256.slice(0, 2), `${sha256}.txt`);
  rmSync(archived);
  writeFileSync(archived, 'altered');
  place.put('manifest.csv', 'file,fiscal_year\ngood.txt,2024\n');
  await runNight(place);
  expect(documentStates(place.data)).toMatchObject([{ code: 'archive_damaged', reason: /请删除/ }]);
  rmSync(archived);
  expect(await stateOf('good.txt')).toMatchObject({ state: 'extracted' });
});

it('refuses an inbox that is the data folder itself', async () => {
  await expect(runNight({ ...place, data: place.inbox })).rejects.toThrow('同一个目录');
});
