import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesWords } from '../../../reports/site/browser/matching.ts';
import { decimal, exact } from '../../../reports/site/browser/numbers.ts';
import { chinaTime } from '../../../sources/china-time.ts';

describe('a number on the page', () => {
  it.each([
    [2.005, 2, '2.01'],
    [1.005, 2, '1.01'],
    [-8.64892528147, 2, '−8.65'],
    [123456.789, 2, '123,456.79'],
    [1234567, 0, '1,234,567'],
    [0, 2, '0.00'],
    [99.995, 2, '100.00'],
    // A yuan in 万元 is not zero.
    [0.0001, 2, '0.00010'],
    [-0.00004, 2, '−0.000040'],
    [1e-7, 2, '0.00000010'],
  ])('%d with %d decimals is %s', (value, places, text) => {
    expect(decimal(value, places)).toBe(text);
  });

  it('looks like zero only where it is zero', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (value) => {
        fc.pre(value === 0 || Math.abs(value) > 1e-12);
        expect(/[1-9]/u.test(decimal(value, 2))).toBe(value !== 0);
      }),
    );
  });

  it.each([
    [1234567.89, '1,234,567.89'],
    [-0.5, '−0.5'],
    [78.71737377, '78.71737377'],
  ])('%d in full is %s', (value, text) => {
    expect(exact(value)).toBe(text);
  });
});

describe('typed words', () => {
  it.each([
    ['甲县', '示例省甲县医疗保障局 示例市', true],
    ['示例 医保', '示例省甲县医疗保障局', false],
    ['示例 医疗', '示例省甲县医疗保障局', true],
    ['三公经费', '“三公”经费控制率', true],
    ['ＥＸＥＣＵＴＩＯＮ', 'execution rate', true],
    ['', '任何', true],
  ])('%j are found in %j: %s', (typed, text, found) => {
    expect(matchesWords(typed, text)).toBe(found);
  });
});

it.each([
  ['2025-08-15T18:30:00.000Z', '2025-08-16 02:30'],
  ['2025-12-31T16:00:00Z', '2026-01-01 00:00'],
  ['2025-03-02T02:00:00+08:00', '2025-03-02 02:00'],
])('%s is %s in China', (iso, time) => {
  expect(chinaTime(iso)).toBe(time);
});
