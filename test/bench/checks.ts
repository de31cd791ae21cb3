/**
 * How fast bureaus are judged, and whether a slip of the pen would be noticed. `npm run build && npm run bench -- checks`.
 * Throughput is of one core, computing alone: figures are generated beforehand, ten bureaus at a time, for a night holds
 * one. Processor time counts the collector's threads too.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkBureau } from '../../transforms/checks/check-bureau.ts';
import { groupBy } from '../../transforms/checks/figures.ts';
import { reconcileBureau } from '../../transforms/reconcile/reconcile-bureau.ts';
import { type ReadReport, readReports } from '../support/corpus.ts';
import { CORPUS, CORPUS_IS_HERE } from '../support/corpus-folder.ts';
import { type GeneratedBureau, generatedBureau } from './generated-bureau.ts';
import { judge, MUTATIONS, mutate, type Said } from './mutation.ts';

const FACTS = 1_000_000;
const BUREAUS_AT_ONCE = 10;
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
  for (let seed = 1; seed <= WARM_UP; seed++) judgeAll([generatedBureau(seed)]);
  let facts = 0;
  let micros = 0;
  let findings = 0;
  for (let first = 1; facts < FACTS; first += BUREAUS_AT_ONCE) {
    const bureaus = Array.from({ length: BUREAUS_AT_ONCE }, (_, i) => generatedBureau(first + i));
    const before = process.cpuUsage();
    findings += judgeAll(bureaus);
    const { user, system } = process.cpuUsage(before);
    micros += user + system;
    facts += bureaus.reduce((sum, { witnesses }) => sum + witnesses.length, 0);
  }
  console.log(`reconcile and check, bureau by bureau: ${facts} facts, ${findings} findings`);
  console.log(
    `  ${Math.round((facts / micros) * 1e6)} facts/s a core (${(micros / facts).toFixed(2)} µs a fact)`,
  );
}

/** Returns the number of findings: nothing in generated figures contradicts anything. */
function judgeAll(bureaus: readonly GeneratedBureau[]): number {
  let findings = 0;
  for (const { witnesses, claims } of bureaus) {
    findings += checkBureau(witnesses, claims, reconcileBureau(witnesses)).findings.length;
  }
  return findings;
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
