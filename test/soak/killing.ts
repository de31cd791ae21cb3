/** Nights that are killed at random moments, and what has to hold whenever that happens. For the short test and for the long soak. */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { CompiledProgram } from '../support/compiled-program.ts';
import { inventedAccounts } from '../support/invented-reports.ts';
import { contentOf, type Place } from '../support/run-night.ts';

export interface Soak {
  program: CompiledProgram;
  place: Place;
  documents: number;
  kills: number;
  /** 0 ≤ x < 1 */
  random(): number;
}

export interface SoakResult {
  kills: number;
  /** Runs that had ended before the signal came. */
  endedBefore: number;
  milliseconds: number;
}

const YEARS = 10;

function reportAt(at: number, edition: number): string {
  const bureau = `示例${'甲乙丙丁戊己庚辛壬癸'[Math.floor(at / YEARS) % 10]}${Math.floor(at / YEARS / 10) || ''}县财政局`;
  return inventedAccounts(bureau, 2015 + (at % YEARS), { basic: 100 + at + edition, project: 10 + edition });
}

/** The same inbox for the same `edition`: a tenth of the documents differ between two of them. */
export function putEdition({ place, documents }: Soak, edition: number): void {
  for (let at = 0; at < documents; at += 1) {
    if (edition === 0 || at % 10 === edition % 10)
      place.put(`${Math.floor(at / YEARS)}/${at % YEARS}.txt`, reportAt(at, edition));
  }
}

const wordsFor = ({ place }: Soak, data: string) => [
  'nightly',
  '--inbox',
  place.inbox,
  '--data',
  data,
  '--quiet',
];

/**
 * Kills nights over an inbox that changes now and then. After every kill the published warehouse must be that of a
 * whole night, row for row; at the end it must be that of a program that nobody ever disturbed. Throws where it is not.
 */
export async function soak(setup: Soak): Promise<SoakResult> {
  const { place, program, kills, random } = setup;
  const data = join(place.folder, 'killed');
  putEdition(setup, 0);
  const full = timeOf(() => program.run(wordsFor(setup, join(place.folder, 'first'))));
  let published = undisturbed(setup, 0);
  let wanted = published;
  let edition = 0;
  let endedBefore = 0;
  const began = performance.now();
  for (let kill = 0; kill < kills; kill += 1) {
    if (kill % 4 === 3) {
      edition += 1;
      putEdition(setup, edition);
      published = wanted;
      wanted = undisturbed(setup, edition);
    }
    if (await killOne(setup, data, random() * full)) endedBefore += 1;
    requireOneOf(data, [published, wanted], kill);
    if (kill % 4 === 2) requireEnd(setup, data, wanted);
  }
  requireEnd(setup, data, wanted);
  return { kills, endedBefore, milliseconds: performance.now() - began };
}

function timeOf(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

type Content = Record<string, string[]>;

/** What a program says that read this very inbox from nothing, and then the old one before it: superseded documents count too. */
function undisturbed(setup: Soak, edition: number): Content {
  const data = join(setup.place.folder, 'undisturbed');
  const { status, err } = setup.program.run(wordsFor(setup, data));
  if (status !== 0)
    throw new Error(`the undisturbed night of edition ${edition} ended with ${status}: ${err}`);
  return contentOf(data);
}

/** True where the night had ended by itself. */
async function killOne(setup: Soak, data: string, delay: number): Promise<boolean> {
  const child = setup.program.start(wordsFor(setup, data));
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once('exit', (_, signal) => resolve(signal)),
  );
  await Promise.race([setTimeout(delay), ended]);
  child.kill('SIGKILL');
  return (await ended) === null;
}

function requireOneOf(data: string, allowed: readonly Content[], kill: number): void {
  if (!existsSync(join(data, 'warehouse.db'))) return;
  const present = JSON.stringify(contentOf(data));
  if (allowed.some((content) => JSON.stringify(content) === present)) return;
  keepEvidence(data, present);
  throw new Error(`after kill ${kill} the published warehouse is that of no whole night`);
}

function requireEnd(setup: Soak, data: string, wanted: Content): void {
  const { status, err } = setup.program.run(wordsFor(setup, data));
  if (status !== 0) throw new Error(`the night after the kills ended with ${status}: ${err}`);
  const present = JSON.stringify(contentOf(data));
  if (present === JSON.stringify(wanted)) return;
  keepEvidence(data, present);
  throw new Error('the night after the kills differs from the undisturbed one');
}

function keepEvidence(data: string, present: string): void {
  const path = `${data}.content.json`;
  rmSync(path, { force: true });
  writeFileSync(path, present);
}
