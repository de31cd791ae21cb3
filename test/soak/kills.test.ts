import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CompiledProgram, compileProgram } from '../support/compiled-program.ts';
import { makePlace, type Place } from '../support/run-night.ts';
import { soak } from './killing.ts';

let program: CompiledProgram;
let place: Place;
beforeAll(() => {
  program = compileProgram('kills-test');
  place = makePlace();
});
afterAll(() => {
  place.remove();
  program.remove();
});

// The long form is `npm run soak`.
it('8 kills on 30 documents leave every published warehouse whole, and the last as if undisturbed', async () => {
  const result = await soak({ program, place, documents: 30, kills: 8, random: Math.random });
  expect(result.kills).toBe(8);
  expect(result.looks).toBeGreaterThan(8);
}, 180_000);
