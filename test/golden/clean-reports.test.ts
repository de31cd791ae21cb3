/**
 * Invented reports in the manner of several provinces, in which everything holds: tables in yuan and text in 万元,
 * tails of rounding, blanks for zero, carried-over and negative balances, shares that come to 99.9%, rates cut off,
 * several funds in one sentence, last year restated. None may raise an error or a warning. With a contradiction
 * planted, exactly that is found.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { groupBy } from '../../transforms/checks/figures.ts';
import { readReportFrom, readReports } from '../support/corpus.ts';
import { judgeReports, printFinding } from './judge-reports.ts';
import { PLANTED } from './planted.ts';

const FOLDER = new URL('clean-reports/', import.meta.url);
const textOf = (name: string): string => readFileSync(new URL(`${name}.txt`, FOLDER), 'utf8');
const isSerious = ({ severity }: { severity: string }): boolean => severity !== 'note';

describe('clean reports', async () => {
  const reports = await readReports(FOLDER.pathname);
  const bureaus = groupBy(reports, ({ bureauId }) => bureauId);

  it('are all read', () => {
    expect(reports.map(({ file }) => file)).toEqual(readdirSync(FOLDER).sort());
  });

  it.each([...bureaus.values()].map((own) => [own.map(({ file }) => file).join(), own] as const))(
    'raise neither errors nor warnings, and much of them is checked: %s',
    (_, own) => {
      const { findings, evaluations } = judgeReports(own);
      expect(findings.filter(isSerious).map(({ message }) => message)).toEqual([]);
      expect(evaluations.filter(({ outcome }) => outcome === 'held').length).toBeGreaterThan(1);
      expect(evaluations.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    },
  );
});

describe('a contradiction planted in a clean report', () => {
  it.each(PLANTED)('is found, and nothing else: $report $changes', async ({ report, changes, found }) => {
    let text = textOf(report);
    for (const [from, to] of changes) {
      expect(text.split(from)).toHaveLength(2);
      text = text.replace(from, () => to);
    }
    const own = await readReportFrom(new TextEncoder().encode(text), `${report}.txt`);
    const { findings } = judgeReports([own!]);
    expect(findings.filter(isSerious).map(printFinding)).toEqual(found);
  });
});
