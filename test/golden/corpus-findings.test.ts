/**
 * Every error that the checks find in real reports is in a list that a person has verified (docs/findings-corpus.md),
 * and everything in that list is found. `UPDATE_GOLDEN=1` writes the list anew, for a person to verify again.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { groupBy } from '../../transforms/checks/figures.ts';
import { MINOR_PER_UNIT } from '../../transforms/parse/quantity.ts';
import { readReports } from '../support/corpus.ts';
import { CORPUS, CORPUS_IS_HERE } from '../support/corpus-folder.ts';
import { judgeReports } from './judge-reports.ts';

const GOLDEN = fileURLToPath(new URL('corpus-findings.tsv', import.meta.url));
const HEADER = 'check\tdocument\tlocator\tprinted\texpected';

async function errorsFound(): Promise<string[]> {
  const reports = await readReports(CORPUS);
  const lines: string[] = [];
  for (const [, own] of groupBy(reports, ({ bureauId }) => bureauId)) {
    const { findings } = judgeReports(own);
    for (const finding of findings.filter(({ severity }) => severity === 'error')) {
      const units = (minor: number | null) =>
        minor === null || finding.unit === null ? '' : String(minor / MINOR_PER_UNIT[finding.unit]);
      const { check, sourceFile, locator, printedMinor, expectedMinor } = finding;
      lines.push([check, sourceFile, locator, units(printedMinor), units(expectedMinor)].join('\t'));
    }
  }
  return lines.sort();
}

describe.skipIf(!CORPUS_IS_HERE)('errors in real reports (skipped where the reports are not here)', () => {
  it('are those that a person has verified, no more and no fewer', { timeout: 120_000 }, async () => {
    const found = await errorsFound();
    if (process.env['UPDATE_GOLDEN']) writeFileSync(GOLDEN, `${[HEADER, ...found].join('\n')}\n`);
    const verified = readFileSync(GOLDEN, 'utf8').trim().split('\n').slice(1);
    expect(found).toEqual(verified);
  });
});
