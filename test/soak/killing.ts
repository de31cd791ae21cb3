/** Nights that are killed at random moments, and what has to hold whenever that happens. For the short test and for the long soak. */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { CompiledProgram } from '../support/compiled-program.ts';
import { inventedAccounts } from '../support/invented-reports.ts';
import { contentOf, type Place } from '../support/run-night.ts';
import { stateOf, watch } from './watching.ts';

export interface Soak {
  program: CompiledProgram;
  place: Place;
  documents: number;
  kills: number;
  /** 0 ≤ x < 1 */
  random(): number;
  /** Says how far it is. */
  tell?(line: string): void;
}

export interface SoakResult {
  kills: number;
  /** Nights that ended before the signal came. */
  endedBefore: number;
  /** How often the published warehouse was opened and found whole while nights ran. */
  looks: number;
}

const YEARS = 10;

const DIGITS = '甲乙丙丁戊己庚辛壬癸';

function reportAt(at: number, edition: number): string {
  const bureau = Math.floor(at / YEARS);
  const name = `${DIGITS[Math.floor(bureau / 10) % 10]}${DIGITS[bureau % 10]}县财政局`;
  return inventedAccounts(name, 2015 + (at % YEARS), { basic: 100 + at + edition, project: 10 + edition });
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

const FRESH_EVERY = 4;
const MOST_KILLS_A_ROUND = 12;

/**
 * Kills nights over an inbox that changes between rounds. While they run and after every kill the published warehouse
 * must be that of a whole night; at the end of a round it must be, row for row, that of a program that nobody ever
 * disturbed. Every fourth round begins with nothing, so that first nights are killed too. Throws where it is not so.
 */
export async function soak(setup: Soak): Promise<SoakResult> {
  const total: SoakResult = { kills: 0, endedBefore: 0, looks: 0 };
  let before: Night | null = null;
  for (let edition = 0; total.kills < setup.kills; edition += 1) {
    if (edition % FRESH_EVERY === 0) {
      for (const folder of [killed(setup), undisturbed(setup)])
        rmSync(folder, { recursive: true, force: true });
      before = null;
    }
    putEdition(setup, edition);
    const round: Round = { ...setup, edition, before, wanted: runUndisturbed(setup, edition), total };
    if (!(await killNights(round))) await endInPeace(round);
    requireUndisturbed(round);
    before = round.wanted;
    setup.tell?.(
      `round ${edition + 1}: ${total.kills} kills, ${total.endedBefore} nights that ended before, ${total.looks} looks`,
    );
  }
  return total;
}

interface Night {
  content: string;
  state: string;
  milliseconds: number;
}

interface Round extends Soak {
  edition: number;
  /** What was published before the round; null where nothing was. */
  before: Night | null;
  /** What is published by a whole night over the inbox as it is now. */
  wanted: Night;
  total: SoakResult;
}

const killed = ({ place }: Soak) => join(place.folder, 'killed');
const undisturbed = ({ place }: Soak) => join(place.folder, 'undisturbed');

/** What a program says that saw the same editions, one night each. */
function runUndisturbed(setup: Soak, edition: number): Night {
  const data = undisturbed(setup);
  const began = performance.now();
  const { status, err } = setup.program.run(wordsFor(setup, data));
  if (status !== 0)
    throw new Error(`the undisturbed night of edition ${edition} ended with ${status}: ${err}`);
  const milliseconds = performance.now() - began;
  return { content: JSON.stringify(contentOf(data)), state: stateOf(data), milliseconds };
}

/** What is left of a night after kills; below this nothing but its end would be met. */
const LEAST_LEFT = 0.3;

/** Returns true where a night ended before its signal came: nothing is left to kill then. */
async function killNights(round: Round): Promise<boolean> {
  const { total, kills, random, wanted } = round;
  let left = 1;
  for (let times = 0; times < MOST_KILLS_A_ROUND && total.kills < kills; times += 1) {
    const moment = random() * left;
    const { status, signal } = await runWatched(round, moment * wanted.milliseconds);
    if (signal === null) {
      if (status !== 0) throw new Error(`the night after kill ${total.kills} ended with ${status}`);
      total.endedBefore += 1;
      return true;
    }
    total.kills += 1;
    requireWholeNight(round);
    // A night goes on where the one before it was killed, so it takes less long.
    left = Math.max(LEAST_LEFT, left - moment);
  }
  return false;
}

interface EndedNight {
  status: number | null;
  signal: NodeJS.Signals | null;
}

/** A night that is killed after `delay` milliseconds, or never. */
async function runWatched(round: Round, delay: number | null): Promise<EndedNight> {
  const data = killed(round);
  const states = [round.before, round.wanted].flatMap((night) => (night === null ? [] : [night.state]));
  const watched = watch(data, states);
  const child = round.program.start(wordsFor(round, data));
  const ended = new Promise<EndedNight>((resolve) =>
    child.once('exit', (status, signal) => resolve({ status, signal })),
  );
  if (delay !== null) {
    await Promise.race([setTimeout(delay), ended]);
    child.kill('SIGKILL');
  }
  const how = await ended;
  round.total.looks += await watched.end();
  return how;
}

function requireWholeNight(round: Round): void {
  const data = killed(round);
  if (!existsSync(join(data, 'warehouse.db'))) {
    if (round.before === null) return;
    throw new Error(`after kill ${round.total.kills} the published warehouse is gone`);
  }
  const present = JSON.stringify(contentOf(data));
  if (present === round.wanted.content || present === round.before?.content) return;
  keepEvidence(data, present);
  throw new Error(`after kill ${round.total.kills} the published warehouse is that of no whole night`);
}

async function endInPeace(round: Round): Promise<void> {
  const { status } = await runWatched(round, null);
  if (status !== 0) throw new Error(`the night after kill ${round.total.kills} ended with ${status}`);
}

function requireUndisturbed({ wanted, total, ...setup }: Round): void {
  const data = killed(setup);
  const present = JSON.stringify(contentOf(data));
  if (present === wanted.content) return;
  keepEvidence(data, present);
  throw new Error(`the night after kill ${total.kills} differs from the undisturbed one`);
}

function keepEvidence(data: string, present: string): void {
  const path = `${data}.content.json`;
  rmSync(path, { force: true });
  writeFileSync(path, present);
}
