import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openMemory, type Remembered } from '../../../sources/http/memory.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'memory-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const WHAT: Remembered = {
  ...{ etag: '"1"', lastModified: null, checkedAt: '2025-09-01T18:00:00.000Z' },
  ...{ finalUrl: 'http://a.example/', contentType: 'text/html', saysDigest: null },
};
const START = Date.parse('2025-09-01T18:00:00Z');
const after = (seconds: number) => new Date(START + seconds * 1000);

it('a long night writes down once a minute what it was told, also where the clock is set back meanwhile', () => {
  const memory = openMemory(folder);
  const known = () => openMemory(folder).of('http://a.example/');
  memory.remember('http://a.example/', WHAT);
  memory.saveNowAndThen(after(0));
  memory.saveNowAndThen(after(59));
  expect(known()).toBeNull();
  memory.saveNowAndThen(after(60));
  expect(known()).toEqual(WHAT);
  memory.forget('http://a.example/');
  memory.saveNowAndThen(after(-3600));
  expect(known()).toBeNull();
});

it('a memory that is damaged is none, and addresses that are words of the language are addresses', () => {
  writeFileSync(join(folder, 'http-state.json'), '{"urls":');
  const memory = openMemory(folder);
  expect(memory.of('constructor')).toBeNull();
  memory.remember('http://a.example/', WHAT);
  memory.save();
  expect(openMemory(folder).of('http://a.example/')).toEqual(WHAT);
});
