/** One night with every hostile file we can think of, read by real workers beside good reports. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReadingPool } from '../../pipeline/reading-pool.ts';
import { type CompiledProgram, compileProgram } from '../support/compiled-program.ts';
import { goodFiles, hostileFiles } from '../support/hostile-files.ts';
import {
  ask,
  type DocumentState,
  documentStates,
  makePlace,
  type Place,
  runNight,
} from '../support/run-night.ts';

const SECONDS = 20;
const hostile = hostileFiles();
const good = goodFiles();

let program: CompiledProgram;
let place: Place;
let states: Map<string, DocumentState>;

beforeAll(async () => {
  program = compileProgram('hostile');
  place = makePlace();
  for (const { name, bytes } of hostile) place.put(`hostile/${name}`, bytes);
  for (const { name, bytes } of good) {
    const [archive, member] = name.split('/') as [string, string?];
    place.put(archive, member === undefined ? bytes : zipSync({ [member]: bytes }));
  }
  const worker = pathToFileURL(join(program.path, '..', 'reading-worker.js'));
  await runNight(place, {
    openReaders: () => openReadingPool({ readingSeconds: SECONDS, readingMegabytes: 512 }, worker),
  });
  states = new Map(documentStates(place.data).map((state) => [state.path, state]));
}, 120_000);

afterAll(() => {
  place.remove();
  program.remove();
});

describe('a night among hostile files', () => {
  it('meets at least sixty of them', () => {
    expect(hostile.length).toBeGreaterThanOrEqual(60);
    expect(new Set(hostile.map(({ name }) => name)).size).toBe(hostile.length);
  });

  it.each(good.map(({ name }) => name))('reads the good report %s beside them', (name) => {
    expect(states.get(name)).toMatchObject({ state: 'extracted' });
    const figures = ask<{ value: number }>(
      place.data,
      `SELECT value FROM facts JOIN documents USING (document_id) WHERE relative_path = '${name}' AND concept = 'expenditure'`,
    );
    expect(figures.map(({ value }) => value)).toContain(1_200_000);
  });

  it.each(hostile.map((file) => [file.name, file] as const))('has an answer for %s', (name, { code }) => {
    const found = [...states.values()].filter(
      ({ path }) => path === `hostile/${name}` || path.startsWith(`hostile/${name}/`),
    );
    expect(found.length).toBeGreaterThan(0);
    for (const state of found) {
      expect(state.code).not.toBe('internal_error');
      if (state.state === 'quarantined') expect(state.reason).toMatch(/\p{Script=Han}{3}/u);
      else expect(state.state).toBe('extracted');
    }
    if (code === 'read') expect(found.map(({ state }) => state)).toContain('extracted');
    else if (code instanceof RegExp) expect(found.map((each) => each.code).join()).toMatch(code);
    else if (code !== null) expect(found.map((each) => each.code)).toContain(code);
  });
});
