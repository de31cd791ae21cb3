/** A first night of a province with one reader and with two, and nights in which little or nothing of it changed. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cost, measure, printCost, ratio } from './measure.ts';
import { writeMixedProvince } from './mixed-province.ts';
import { reportOf, writeProvince } from './province.ts';

const numberOr = (text: string | undefined, fallback: number) =>
  text === undefined ? fallback : Number(text);

/** `DOCUMENTS=20000 npm run bench -- incremental`; a first night of 20,000 takes its time. */
const INCREMENTAL_DOCUMENTS = numberOr(process.env.DOCUMENTS, 20_000);
const NIGHT_DOCUMENTS = numberOr(process.env.DOCUMENTS, 2_000);
const CHANGED = [0, 1, 10, 100, 1_000];

/** Documents per second of a first night in mixed formats, and what a second reader brings. */
export async function benchProvince(): Promise<void> {
  await inPlace(async (place) => {
    const inbox = join(place, 'inbox');
    const formats = await writeMixedProvince(inbox, NIGHT_DOCUMENTS);
    const print = Object.entries(formats).map(([ending, count]) => `${count} ${ending}`);
    console.log(`${NIGHT_DOCUMENTS} documents: ${print.join(', ')}`);
    const costs = [1, 2].map((readers) => firstNight(inbox, join(place, `data-${readers}`), readers));
    const [one, two] = costs as [FirstNight, FirstNight];
    console.log(`one reader : two, whole night ${ratio(one.cost.seconds, two.cost.seconds)}`);
    console.log(`one reader : two, reading alone ${ratio(one.reading, two.reading)}`);
    // On a busy machine elapsed time says little; what a second reader costs beside it says how far two would scale.
    console.log(`one reader : two, processor time ${ratio(one.cost.cpuSeconds, two.cost.cpuSeconds)}`);
  });
}

interface FirstNight {
  cost: Cost;
  /** Seconds from the first document to the last. */
  reading: number;
}

function firstNight(inbox: string, data: string, readers: number): FirstNight {
  const words = ['nightly', '--inbox', inbox, '--data', data, '--readers', String(readers)];
  // What a person at the terminal sees; a line every ten seconds where there is none.
  const cost = measure(words, (line) => console.log(`    ${line}`));
  const reading = readingSeconds(data);
  const rate = (seconds: number) => (NIGHT_DOCUMENTS / seconds).toFixed(1);
  console.log(
    `  ${readers} reader${readers > 1 ? 's' : ''}: ${printCost(cost)}; reading ${reading.toFixed(1)} s, ${rate(reading)} documents/s; whole night ${rate(cost.seconds)} documents/s, ${rate(cost.cpuSeconds)} a core second`,
  );
  return { cost, reading };
}

/** By the log: from when the first document was begun to when the last was done. */
function readingSeconds(data: string): number {
  const folder = join(data, 'logs');
  const lines = readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
  const ends = lines
    .filter((line) => line.includes('"document"'))
    .map((line) => JSON.parse(line) as { time: string | number; durationMs: number })
    .map(({ time, durationMs }) => ({ end: new Date(time).getTime(), durationMs }));
  const begin = Math.min(...ends.map(({ end, durationMs }) => end - durationMs));
  return (Math.max(...ends.map(({ end }) => end)) - begin) / 1000;
}

/** What a night costs by how many documents changed. */
export async function benchIncremental(): Promise<void> {
  await inPlace((place) => {
    const inbox = join(place, 'inbox');
    const paths = writeProvince(inbox, INCREMENTAL_DOCUMENTS);
    // Yesterday's files: one written a moment ago is read again in any case.
    const yesterday = Date.now() / 1000 - 86_400;
    for (const path of paths) utimesSync(path, yesterday, yesterday);
    const words = nightly(inbox, join(place, 'data'));
    const first = measure(words);
    console.log(`${INCREMENTAL_DOCUMENTS} documents\n  first night    ${printCost(first)}`);
    // Stamps are taken two seconds after a file changed, so they are there from the second night on.
    measure(words);
    for (const [edition, count] of CHANGED.filter((each) => each <= paths.length).entries()) {
      const step = count === 0 ? 1 : Math.floor(paths.length / count);
      for (let at = 0; at < count; at += 1)
        writeFileSync(paths[at * step]!, reportOf(at * step, edition + 1));
      const cost = measure(words);
      console.log(
        `  ${String(count).padStart(5)} changed  ${printCost(cost)}; first : this ${ratio(first.seconds, cost.seconds)}`,
      );
    }
  });
}

function nightly(inbox: string, data: string): string[] {
  return ['nightly', '--inbox', inbox, '--data', data, '--quiet'];
}

async function inPlace(work: (place: string) => void | Promise<void>): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    await work(place);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
