import { describe, expect, it } from 'vitest';
import { extractTables } from '../../../../transforms/extract/tables/extract-tables.ts';
import { tableContext } from '../../../../transforms/extract/tables/table-context.ts';
import { documentOfText } from '../../../../transforms/read/read-text.ts';
import type { Disclosure } from '../../../../transforms/recognise/disclosure.ts';

const DISCLOSURE: Disclosure & { fiscalYear: number } = {
  bureauId: 'example',
  bureauName: null,
  regionCode: null,
  scope: 'department',
  fiscalYear: 2031,
  kind: 'final_accounts',
  title: null,
  evidence: [],
};

function numbersOf(text: string) {
  const document = documentOfText(text);
  const { facts, numbers } = extractTables(document, tableContext(document, DISCLOSURE));
  expect(facts).toEqual([]);
  return numbers;
}

describe('a table that no layout knows', () => {
  it('leaves its figures unclaimed, and its line numbers are none', () => {
    const uses = numbersOf('序号\t树种\t棵数\n1\t杨树\t31\n2\t柳树\t47\n').map(({ text, use }) => [
      text,
      use,
    ]);
    expect(uses).toEqual([
      ['1', 'ignored'],
      ['31', 'unclaimed'],
      ['2', 'ignored'],
      ['47', 'unclaimed'],
    ]);
  });

  it('lists every figure of more rows than a call takes arguments', () => {
    const rows = Array.from({ length: 140_000 }, (_, row) => `\t${row}`);
    expect(numbersOf(rows.join('\n')).length).toBeGreaterThanOrEqual(140_000);
  });
});
