/** Golden pairs: a document in one declared layout, and every fact that must come out of it, no more and no less. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extractTables } from '../../transforms/extract/tables/extract-tables.ts';
import { tableContext } from '../../transforms/extract/tables/table-context.ts';
import { LAYOUTS } from '../../transforms/layouts/index.ts';
import { readText } from '../../transforms/read/read-text.ts';
import type { Disclosure } from '../../transforms/recognise/disclosure.ts';
import { printedFact } from '../support/printed-fact.ts';

const folder = new URL('./layouts/', import.meta.url);
const cases = readdirSync(folder).sort();

describe('a table in a declared layout', () => {
  it.each(cases)('%s yields the facts of its golden file', (name) => {
    const { facts } = extractTables(document(name), tableContext(document(name), disclosureOf(name)));
    const printed = `${facts.map(printedFact).join('\n')}\n`;
    const golden = new URL(`${name}/facts.tsv`, folder);
    if (!existsSync(golden) && process.env['UPDATE_GOLDEN'] === '1') writeFileSync(golden, printed);
    expect(printed).toBe(readFileSync(golden, 'utf8'));
  });

  it.each(cases)('%s leaves no figure without an account', (name) => {
    const { facts, numbers } = extractTables(document(name), tableContext(document(name), disclosureOf(name)));
    expect(numbers.filter((number) => number.use === 'claimed')).toHaveLength(facts.length);
    expect(numbers.filter((number) => number.use !== 'claimed' && number.reason === null)).toEqual([]);
    expect(numbers.filter((number) => number.use === 'unclaimed').map((number) => number.context)).toEqual([]);
  });
});

describe('the index of layouts', () => {
  it.each(LAYOUTS.map((layout) => layout.id))('%s has a golden case', (id) => {
    expect(cases.filter((name) => name.startsWith(id.replace('/', '-')))).not.toEqual([]);
  });

  it('names no layout twice', () => {
    expect(new Set(LAYOUTS.map((layout) => layout.id)).size).toBe(LAYOUTS.length);
  });
});

function document(name: string) {
  return readText(readFileSync(new URL(`${name}/document.txt`, folder)));
}

function disclosureOf(name: string): Disclosure & { fiscalYear: number } {
  const text = readFileSync(new URL(`${name}/document.txt`, folder), 'utf8').split('\n')[0]!;
  const kind = text.includes('决算') ? 'final_accounts' : text.includes('绩效') ? 'self_evaluation' : 'budget';
  return { bureauId: 'sample', bureauName: null, regionCode: null, scope: 'department', fiscalYear: 2031, kind, title: null, evidence: [] };
}
