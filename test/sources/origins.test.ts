/** The ledger of where documents were found, and what kills and hands can do to it. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Origin, openOrigins } from '../../sources/origins.ts';

let folder: string;
let ledger: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'origins-'));
  ledger = join(folder, 'origins.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function originAt(url: string, more: Partial<Origin> = {}): Origin {
  return {
    ...{ url, finalUrl: url, sha256: 'a'.repeat(64), bytes: 3, sourceFile: '决算.pdf', status: 200 },
    ...{ fetchedAt: '2025-09-01T18:00:00.000Z', headers: {}, bundle: url, role: 'direct' },
    ...{ bureauId: null, kind: null, fiscalYear: 2024, title: null, publishedOn: null },
    ...more,
  };
}

const known = () =>
  openOrigins(folder)
    .all()
    .map(({ origin }) => origin.url);

const LINE = `${JSON.stringify(originAt('http://a.example/2'))}\n`;

it.each([
  ['in the middle of a word', LINE.slice(0, 20)],
  [
    'in the middle of a Chinese character',
    Buffer.from(LINE).subarray(0, Buffer.from(LINE).indexOf('决') + 1),
  ],
  ['before the brace that closes it', LINE.slice(0, -2)],
  ['with room that the disk had not filled', '\0'.repeat(50)],
])('a line that a kill cut off %s is gone, and none of the next is lost with it', (_, rest) => {
  openOrigins(folder).add(originAt('http://a.example/1'));
  appendFileSync(ledger, rest);
  expect(known()).toEqual(['http://a.example/1']);
  openOrigins(folder).add(originAt('http://a.example/3'));
  openOrigins(folder).add(originAt('http://a.example/4'));
  expect(known()).toEqual(['http://a.example/1', 'http://a.example/3', 'http://a.example/4']);
});

it('a line that a kill left without its end is whole all the same', () => {
  writeFileSync(ledger, LINE.trimEnd());
  openOrigins(folder).add(originAt('http://a.example/3'));
  expect(known()).toEqual(['http://a.example/2', 'http://a.example/3']);
});

it('reading changes nothing, whatever the last line is', () => {
  writeFileSync(ledger, `${LINE}{"url":`);
  known();
  expect(readFileSync(ledger, 'utf8')).toBe(`${LINE}{"url":`);
});

it('a line within that is none any more is told with its number', () => {
  writeFileSync(ledger, `${LINE}{"url":\n${LINE}`);
  expect(known).toThrow(/第2行/);
});

it('what was withdrawn stands again when it is found again', () => {
  const origins = openOrigins(folder);
  origins.add(originAt('http://a.example/1'));
  origins.withdraw({ url: 'http://a.example/1', withdrawnAt: '2025-10-01T18:00:00.000Z', status: 404 });
  expect(openOrigins(folder).at('http://a.example/1')?.withdrawal).toMatchObject({ status: 404 });
  openOrigins(folder).add(originAt('http://a.example/1'));
  expect(openOrigins(folder).at('http://a.example/1')?.withdrawal).toBeNull();
});
