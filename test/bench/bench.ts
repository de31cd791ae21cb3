/**
 * How long a night takes, what it needs, and how little a night without news takes. Ratios within one run are what
 * counts: absolute times mean nothing on a shared machine. `npm run build && npm run bench`.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CORPUS } from '../support/corpus-folder.ts';
import { measure, measureNode, printCost, ratio } from './measure.ts';
import { benchReading } from './reading.ts';

const SAMPLES = join(process.cwd(), 'sources', 'samples', 'documents');

interface Set {
  name: string;
  folder: string;
  takes(name: string): boolean;
}

const SETS: readonly Set[] = [
  { name: 'texts of the corpus', folder: CORPUS, takes: (name) => name.endsWith('.txt') },
  { name: 'PDFs of the corpus', folder: CORPUS, takes: (name) => name.endsWith('.pdf') },
  { name: 'whole corpus', folder: CORPUS, takes: (name) => /\.(?:txt|pdf)$/.test(name) },
  { name: 'built-in samples', folder: SAMPLES, takes: () => true },
];

function bench({ name, folder, takes }: Set): void {
  if (!existsSync(folder)) {
    console.log(`${name}: not here, skipped (${folder})`);
    return;
  }
  const place = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const inbox = join(place, 'inbox');
    mkdirSync(inbox);
    const files = readdirSync(folder).filter(takes);
    for (const file of files) cpSync(join(folder, file), join(inbox, file), { recursive: true });
    const words = ['nightly', '--inbox', inbox, '--data', join(place, 'data'), '--quiet'];
    const first = measure(words);
    const second = measure(words);
    console.log(`${name} (${files.length} files)`);
    console.log(`  first night   ${printCost(first)}`);
    console.log(`  second night  ${printCost(second)}`);
    console.log(
      `  first : second  time ${ratio(first.seconds, second.seconds)}, CPU ${ratio(first.cpuSeconds, second.cpuSeconds)}`,
    );
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function benchNights(): void {
  console.log(`an empty Node process: ${printCost(measureNode(['-e', '0']))}`);
  for (const set of SETS) bench(set);
}

/** `npm run bench -- reading`: one of them; without a name, all. */
const BENCHES: Readonly<Record<string, () => void | Promise<void>>> = {
  nights: benchNights,
  night: async () => (await import('./nights.ts')).benchProvince(),
  incremental: async () => (await import('./nights.ts')).benchIncremental(),
  reading: benchReading,
  checks: async () => (await import('./checks.ts')).benchChecks(),
  reports: async () => (await import('./reports.ts')).benchReports(),
};
const chosen = process.argv.slice(2);
for (const name of chosen.length > 0 ? chosen : Object.keys(BENCHES)) {
  const run = BENCHES[name];
  if (run === undefined) throw new Error(`no bench ${name}; there are ${Object.keys(BENCHES).join(', ')}`);
  await run();
}
