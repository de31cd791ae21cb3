/**
 * How fast bureaus are judged, and whether a slip of the pen would be noticed. `npm run build && npm run bench -- checks`.
 * Throughput is of one core, computing alone: the figures of a bureau are generated, and what the generator left is
 * collected, before the clock starts. Processor time counts the collector's threads too.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { checkBureau } from '../../transforms/checks/check-bureau.ts';
import { groupBy } from '../../transforms/checks/figures.ts';
import { reconcileBureau } from '../../transforms/reconcile/reconcile-bureau.ts';
import { type ReadReport, readReports } from '../support/corpus.ts';
import { CORPUS, CORPUS_IS_HERE } from '../support/corpus-folder.ts';
import { type GeneratedBureau, generatedBureau } from './generated-bureau.ts';
import { judge, MUTATIONS, mutate, type Said } from './mutation.ts';

const FACTS = 1_000_000;
/** Judged before the clock starts. */
const WARM_UP = 100;
const CHANGES_PER_REPORT = 200;
/** Kinds whose tables owe each other enough sums to give a slip away. */
const SUMMED_KINDS = ['final_accounts', 'budget'];

const SAMPLES = join(process.cwd(), 'sources', 'samples', 'documents');

export async function benchChecks(): Promise<void> {
  benchThroughput();
  await benchMutations('built-in samples', SAMPLES, existsSync(SAMPLES));
  await benchMutations('corpus', CORPUS, CORPUS_IS_HERE);
}

function benchThroughput(): void {
  const collect = collector();
  for (let seed = 1; seed <= WARM_UP; seed++) judgeOne(generatedBureau(seed));
  let facts = 0;
  let micros = 0;
  let findings = 0;
  for (let seed = 1; facts < FACTS; seed++) {
    const bureau = generatedBureau(seed);
    collect();
    const before = process.cpuUsage();
    findings += judgeOne(bureau);
    const { user, system } = process.cpuUsage(before);
    micros += user + system;
    facts += bureau.witnesses.length;
  }
  if (findings > 0) throw new Error(`${findings} findings in figures of which every sum closes`);
  console.log(`reconcile and check, bureau by bureau: ${facts} facts, no finding`);
  console.log(
    `  ${Math.round((facts / micros) * 1e6)} facts/s a core (${(micros / facts).toFixed(2)} µs a fact)`,
  );
}

/** The collector of this process, which is hidden unless asked for. Without options it would forget the compiled program too. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (options: object) => void;
  return () => collect({ type: 'major', execution: 'sync' });
}

/** Returns the number of findings. */
function judgeOne({ witnesses, claims }: GeneratedBureau): number {
  return checkBureau(witnesses, claims, reconcileBureau(witnesses)).findings.length;
}

async function benchMutations(name: string, folder: string, isHere: boolean): Promise<void> {
  if (!isHere) {
    console.log(`${name}: not here, skipped (${folder})`);
    return;
  }
  const reports = (await readReports(folder)).filter(({ kind }) => SUMMED_KINDS.includes(kind));
  const disclosures = [
    ...groupBy(reports, ({ bureauId, kind, fiscalYear }) => `${bureauId} ${fiscalYear} ${kind}`),
  ];
  const clean = disclosures.filter(([id, own]) => errorsIn(saidIn(id, own)) === 0);
  const totals = new Map(MUTATIONS.map((mutation) => [mutation, { tried: 0, caught: 0 }]));
  for (const [id, own] of clean) {
    for (const [mutation, { tried, caught }] of Object.entries(
      mutate(saidIn(id, own), CHANGES_PER_REPORT, 1),
    )) {
      const total = totals.get(mutation as (typeof MUTATIONS)[number])!;
      total.tried += tried;
      total.caught += caught;
    }
  }
  const all = [...totals.values()].reduce((a, b) => ({
    tried: a.tried + b.tried,
    caught: a.caught + b.caught,
  }));
  console.log(
    `${name}: ${clean.length} of ${disclosures.length} final accounts and budgets raise no error and are changed, a figure at a time`,
  );
  for (const [mutation, count] of [...totals, ['all changes', all] as const])
    console.log(`  ${mutation.padEnd(14)} ${count.caught} of ${count.tried} noticed (${share(count)})`);
}

const share = ({ tried, caught }: { tried: number; caught: number }): string =>
  tried === 0 ? '–' : `${((caught / tried) * 100).toFixed(1)}%`;

const errorsIn = (said: Said): number => judge(said).filter(({ severity }) => severity === 'error').length;

function saidIn(name: string, reports: readonly ReadReport[]): Said {
  return {
    name,
    witnesses: reports.flatMap(({ witnesses }) => witnesses),
    claims: reports.flatMap(({ claims }) => claims),
    scoreItems: reports.flatMap(({ scoreItems }) => scoreItems),
    remarks: reports.flatMap(({ remarks }) => remarks),
  };
}
