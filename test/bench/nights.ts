/** A first night of a province with one reader and with two, and nights in which little or nothing of it changed. */
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cost, measure, printCost, ratio } from './measure.ts';
import { reportOf, writeProvince } from './province.ts';

const numberOr = (text: string | undefined, fallback: number) =>
  text === undefined ? fallback : Number(text);

/** `DOCUMENTS=20000 npm run bench -- incremental`; a first night of 20,000 takes its time. */
const INCREMENTAL_DOCUMENTS = numberOr(process.env.DOCUMENTS, 20_000);
const NIGHT_DOCUMENTS = numberOr(process.env.DOCUMENTS, 2_000);
const CHANGED = [0, 1, 10, 100, 1_000];

/** Documents per second of a first night, and what a second reader brings. */
export function benchProvince(): void {
  inPlace((place) => {
    const inbox = join(place, 'inbox');
    writeProvince(inbox, NIGHT_DOCUMENTS);
    const costs = [1, 2].map((readers) => {
      const cost = measure([...nightly(inbox, join(place, `data-${readers}`)), '--readers', String(readers)]);
      const perSecond = (NIGHT_DOCUMENTS / cost.seconds).toFixed(0);
      const perCore = (NIGHT_DOCUMENTS / cost.cpuSeconds).toFixed(0);
      console.log(
        `${readers} reader${readers > 1 ? 's' : ''}: ${printCost(cost)}; ${perSecond} documents/s, ${perCore} a core second`,
      );
      return cost;
    });
    const [one, two] = costs as [Cost, Cost];
    console.log(`${NIGHT_DOCUMENTS} documents, one reader : two  ${ratio(one.seconds, two.seconds)}`);
  });
}

/** What a night costs by how many documents changed. */
export function benchIncremental(): void {
  inPlace((place) => {
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

function inPlace(work: (place: string) => void): void {
  const place = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    work(place);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
