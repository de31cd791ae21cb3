import { describe, expect, it } from 'vitest';
import { readTables } from '../../../support/tables.ts';

function numbersOf(text: string) {
  const { facts, numbers } = readTables(text, 'final_accounts');
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
