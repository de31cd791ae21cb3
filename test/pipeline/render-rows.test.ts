import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth, fitWidth, padWidth, wrapWidth } from '../../pipeline/display-width.ts';
import { renderRows } from '../../pipeline/render-rows.ts';
import { runCommand } from '../support/console.ts';

describe('display width', () => {
  it.each([
    ['abc', 3],
    ['三公经费', 8],
    ['（境）', 6],
    ['12.5 万元', 9],
    ['é', 1],
    ['\u001b[31m红\u001b[0m', 2],
    ['𠀀', 2],
  ])('of %j is %i', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it('never exceeds what it is fitted to, and stays as it was where there is room', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('三', 'a', '，', ' ', '𠀀') }),
        fc.integer({ min: 2, max: 20 }),
        (text, columns) => {
          const fitted = fitWidth(text, columns);
          expect(displayWidth(fitted)).toBeLessThanOrEqual(columns);
          if (displayWidth(text) <= columns) expect(fitted).toBe(text);
          expect(displayWidth(padWidth(fitted, columns))).toBe(columns);
        },
      ),
    );
  });
});

describe('wrapping', () => {
  it.each([
    ['支出为358.84万元，分项之和为358.80万元。', 14, '支出为\n358.84万元，分\n项之和为\n358.80万元。'],
    ['Actual 358.84 is printed', 10, 'Actual\n358.84 is\nprinted'],
    ['abcdefghij', 4, 'abcd\nefgh\nij'],
    ['', 4, ''],
  ])('%j to %i columns', (text, columns, wrapped) => {
    expect(wrapWidth(text, columns)).toBe(wrapped);
  });

  it('loses nothing, and no line is wider than it may be', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('三', 'a', '，', ' ', '1', '.') }),
        fc.integer({ min: 2, max: 20 }),
        (text, columns) => {
          const lines = wrapWidth(text, columns).split('\n');
          for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        },
      ),
    );
  });
});

describe('a table', () => {
  const rows = [
    { bureau: '示例县医疗保障局', value: 12_000, quote: '本年“三公”经费支出决算为1.20万元，'.repeat(5) },
    { bureau: '样板县审计局', value: null, quote: 'a\nb\u001b[2J' },
  ];

  it.each([60, 80, 120])('is no wider than a terminal of %i columns', async (terminalColumns) => {
    const table = await renderRows(['bureau', 'value', 'quote'], rows, { format: 'table', terminalColumns });
    for (const line of table.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(terminalColumns);
    expect(table).toContain('12000');
  });

  it('is not shortened where there is no terminal', async () => {
    const table = await renderRows(['quote'], rows, { format: 'table', terminalColumns: null });
    expect(table).toContain(rows[0]!.quote);
  });

  it.each([40, 90, 120, null])('says texts in full on %j columns', async (terminalColumns) => {
    const table = await renderRows(['bureau', 'quote'], rows, {
      format: 'table',
      terminalColumns,
      wraps: true,
    });
    expect(table.match(/1\.20万元/g)).toHaveLength(5);
    expect(table).not.toContain('…');
    for (const line of table.split('\n'))
      expect(displayWidth(line)).toBeLessThanOrEqual(terminalColumns ?? 120);
  });

  it('never shortens a number, and gives up the blanks around cells before that', async () => {
    const wide = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`c${at}`, 1_234_567 + at]));
    const columns = Object.keys(wide);
    const table = await renderRows(columns, [wide], { format: 'table', terminalColumns: 66 });
    for (const value of Object.values(wide)) expect(table).toContain(`│${value}`);
    for (const line of table.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(66);
  });

  it('lets no control character of a document through', async () => {
    const table = await renderRows(['quote'], rows, { format: 'table', terminalColumns: null });
    expect(table).not.toContain('\u001b');
    expect(table).toMatch(/a b \[2J/);
  });
});

it('CSV can be read back, whatever the values are', async () => {
  const { parse } = await import('csv-parse/sync');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 2 }), { minLength: 1 }),
      async (lines) => {
        const csv = await renderRows(
          ['a', 'b'],
          lines.map(([a, b]) => ({ a: a!, b: b! })),
          { format: 'csv', terminalColumns: null },
        );
        expect(parse(csv, { record_delimiter: '\r\n' })).toEqual([['a', 'b'], ...lines]);
      },
    ),
  );
});

it.each(['zh', 'en'] as const)(
  'the list of commands fits a terminal of 80 columns in %s',
  async (language) => {
    const { out } = await runCommand(['--help'], { columns: 80, language });
    expect(out).toMatch(/^ {2}nightly /mu);
    for (const line of out.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  },
);
