/** Prose of real reports against what careful readers found in it; skipped where the reports are not at hand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printKey } from '../../../../transforms/extract/fact.ts';
import { extractNarrative } from '../../../../transforms/extract/narrative/extract-narrative.ts';
import { MINOR_PER_UNIT } from '../../../../transforms/parse/quantity.ts';
import { readText } from '../../../../transforms/read/read-text.ts';
import { recognise } from '../../../../transforms/recognise/recognise.ts';
import { CORPUS, corpusFiles, GOLD } from '../../../support/corpus-folder.ts';

const reports = corpusFiles('.txt');
const YUAN: Readonly<Record<string, number>> = { 元: 1, 万元: 10_000 };

interface Printed {
  value: number;
  step: number;
}

/** Rows of a gold file by the key of a fact: the value in units of the contract, and the size of its last digit. */
function goldOf(name: string): Map<string, Printed> {
  const lines = readFileSync(join(GOLD, name.replace(/\.txt$/, '.tsv')), 'utf8')
    .trim()
    .split('\n');
  const rows = lines.slice(1).map((line) => line.split('\t'));
  return new Map(
    rows.map(([year, concept, phase, fund, code, economic, project, value = '', unit = '']) => {
      const scale = YUAN[unit] ?? 1;
      const decimals = value.split('.')[1]?.length ?? 0;
      const key = [year, concept, phase, fund || 'all', code, economic, project].join('|');
      return [key, { value: Number(value.replaceAll(',', '')) * scale, step: scale / 10 ** decimals }];
    }),
  );
}

/** Facts whose key the readers found with another value. */
function contradictions(name: string): string[] {
  const document = readText(readFileSync(join(CORPUS, name)));
  const disclosure = recognise(document, { sourceFile: name, relativePath: name }, null);
  const { facts } = extractNarrative(document, disclosure, {
    codesByName: () => null,
    threePublicBudgetPhase: null,
    bareBudgetPhase: 'budget',
    project: null,
  });
  const gold = goldOf(name);
  return facts.flatMap((fact) => {
    const found = gold.get(printKey(fact));
    const value = fact.valueMinor / MINOR_PER_UNIT[fact.unit];
    const step = Math.max(found?.step ?? 0, fact.ulpMinor / MINOR_PER_UNIT[fact.unit]);
    const differs = found !== undefined && Math.abs(found.value - value) > (step / 2) * 1.0001;
    return differs ? [`${printKey(fact)} = ${fact.printed}${fact.printedUnit}, not ${found.value}`] : [];
  });
}

describe.skipIf(reports.length === 0)(
  'prose of published reports (needs the corpus beside the repository)',
  () => {
    it.each(reports)('%s says nothing that its readers read otherwise', (name) => {
      expect(contradictions(name)).toEqual([]);
    });
  },
);
