import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openFileStamps, type StampedDocument } from '../../sources/file-stamps.ts';

let folder: string;
let file: string;
let stamps: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stamps-'));
  file = join(folder, 'a.txt');
  stamps = join(folder, 'file-stamps.json');
  writeFileSync(file, 'one');
});
afterEach(() => rmSync(folder, { recursive: true }));

const documents: StampedDocument[] = [
  { sha256: 'ab', sourceFile: 'a.txt', relativePath: 'a.txt', byteLength: 3 },
];
const later = () => new Date(Date.now() + 60_000);

function stamped(): void {
  const tonight = openFileStamps(stamps, '1', later());
  tonight.note('a.txt', statSync(file), documents);
  tonight.save();
}
const trusted = (rules = '1') => openFileStamps(stamps, rules, later()).trusted('a.txt', statSync(file));

it('a file that nobody touched is known from its stamp', () => {
  stamped();
  expect(trusted()).toEqual(documents);
});

it.each<[string, () => void]>([
  ['was written again with as many bytes', () => writeFileSync(file, 'two')],
  ['is longer', () => writeFileSync(file, 'longer')],
  [
    'was written again and given its old time',
    () => {
      const { atimeMs, mtimeMs } = statSync(file);
      writeFileSync(file, 'two');
      utimesSync(file, atimeMs / 1000, mtimeMs / 1000);
    },
  ],
  [
    'was put in its place',
    () => {
      rmSync(file);
      writeFileSync(file, 'one');
    },
  ],
])('a file that %s has to be read', (_, change) => {
  stamped();
  change();
  expect(trusted()).toBeNull();
});

it('a file that changed just before the run, or during it, gets no stamp', () => {
  const tonight = openFileStamps(stamps, '1', new Date());
  tonight.note('a.txt', statSync(file), documents);
  tonight.save();
  expect(trusted()).toBeNull();
});

it('under other rules, and with a damaged file of stamps, every file has to be read', () => {
  stamped();
  expect(trusted('2')).toBeNull();
  writeFileSync(stamps, '{"rules":"1","fil');
  expect(trusted()).toBeNull();
});

it('forgets files that are gone', () => {
  stamped();
  openFileStamps(stamps, '1', later()).save();
  expect(trusted()).toBeNull();
});

it.each(['constructor', 'toString', '__proto__'])('a file called %s is a file like any other', (name) => {
  const tonight = openFileStamps(stamps, '1', later());
  expect(tonight.trusted(name, statSync(file))).toBeNull();
  tonight.note(name, statSync(file), documents);
  tonight.save();
  expect(openFileStamps(stamps, '1', later()).trusted(name, statSync(file))).toEqual(documents);
});

it('a file of stamps that holds none counts as none', () => {
  writeFileSync(stamps, '{"rules":"1","remembered":null}');
  expect(trusted()).toBeNull();
});
