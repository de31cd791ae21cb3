/** A night may be killed at any moment: what was published stays whole, and the next night comes to the same content. */
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CompiledProgram, compileProgram } from '../support/compiled-program.ts';
import { inventedAccounts } from '../support/invented-reports.ts';
import { contentOf, makePlace, type Place } from '../support/run-night.ts';

let program: CompiledProgram;
let place: Place;
let undisturbed: Record<string, string[]>;
let milliseconds: number;

beforeAll(() => {
  program = compileProgram('kill-test');
  place = makePlace();
  for (let year = 2015; year < 2025; year += 1) {
    for (const bureau of ['示例县财政局', '样板县审计局', '样板县统计局']) {
      const figures = { basic: year - 1900, project: bureau.length * 10 + (year % 7) };
      place.put(`${bureau}/${year}.txt`, inventedAccounts(bureau, year, figures));
    }
  }
  place.put('broken.pdf', '%PDF-1.7 and no more');
  const began = performance.now();
  expect(program.run(words(place.data)).status).toBe(3);
  milliseconds = performance.now() - began;
  undisturbed = contentOf(place.data);
});
afterAll(() => {
  place.remove();
  program.remove();
});

const words = (data: string) => ['nightly', '--inbox', place.inbox, '--data', data, '--quiet'];

async function killAfter(delay: number, signal: NodeJS.Signals, data: string): Promise<number | null> {
  const child = program.start(words(data));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await setTimeout(delay);
  child.kill(signal);
  return ended;
}

// Spread over the whole run, from the first import to the last rename.
const MOMENTS = [0.3, 0.55, 0.7, 0.85];

describe('a killed night', () => {
  it.each(MOMENTS)('at %d of its time leaves nothing half done', async (moment) => {
    const data = join(place.folder, `killed-${moment}`);
    await killAfter(moment * milliseconds, 'SIGKILL', data);
    if (existsSync(join(data, 'warehouse.db'))) expect(contentOf(data)).toEqual(undisturbed);
    expect(program.run(words(data)).status).toBe(3);
    expect(contentOf(data)).toEqual(undisturbed);
    expect(existsSync(join(data, 'out', 'benchmark.xlsx'))).toBe(true);
    expect(existsSync(join(data, 'run.lock'))).toBe(false);
  });

  it('leaves the warehouse of the night before as it was', async () => {
    const data = join(place.folder, 'second');
    const late = join(place.inbox, '示例县财政局', '2024.txt');
    const aside = join(place.folder, 'aside.txt');
    cpSync(late, aside);
    rmSync(late);
    program.run(words(data));
    const before = contentOf(data);
    cpSync(aside, late);
    for (const moment of MOMENTS) {
      await killAfter((moment * milliseconds) / 2, 'SIGKILL', data);
      expect([before, undisturbed]).toContainEqual(contentOf(data));
    }
    program.run(words(data));
    const current = contentOf(data);
    expect(current.observations).toEqual(undisturbed.observations);
    expect(current.findings).toEqual(undisturbed.findings);
    expect(current.metrics).toEqual(undisturbed.metrics);
  });

  it('ended by Ctrl-C says so with 130 and goes on the next time', async () => {
    const data = join(place.folder, 'interrupted');
    const status = await killAfter(milliseconds * 0.55, 'SIGINT', data);
    // null: the signal came before the program could listen.
    expect([130, null]).toContain(status);
    expect(existsSync(join(data, 'run.lock'))).toBe(false);
    expect(program.run(words(data)).status).toBe(3);
    expect(contentOf(data)).toEqual(undisturbed);
  });
});
