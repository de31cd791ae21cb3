import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementOf, intersects, reaches, rounded, truncated } from '../../transforms/checks/interval.ts';
import { compareChange, compareShare } from '../../transforms/checks/ratio.ts';
import type { Unit } from '../../transforms/parse/quantity.ts';
import { quantity } from './example-bureau.ts';

const money = (printed: string, unit = '万元') => quantity('CNY', printed, unit);
const percent = (printed: string) => quantity('percent', printed);

describe('two prints of one figure', () => {
  it.each([
    ['7.26', '7.26', 'same'],
    ['7.26', '7.3', 'rounded'],
    ['7.26', '7.2', 'truncated'],
    ['412.08', '412.0', 'truncated'],
    ['58.31', '58.32', 'rounded'],
    ['58.31', '58.33', null],
    ['7.26', '7.4', null],
    ['7.26', '8', null],
    ['7.26', '7', 'rounded'],
    ['7.66', '7', 'truncated'],
    ['-7.26', '-7.2', 'truncated'],
    ['0', '0.00', 'same'],
    ['0', '0.4', null],
    ['0.004', '0.00', 'rounded'],
  ])('%s and %s: %s', (a, b, agreement) => {
    expect(agreementOf(money(a), money(b))).toBe(agreement);
    expect(agreementOf(money(b), money(a))).toBe(agreement);
  });

  it.each<[Unit, string, string, string | null]>([
    ['persons', '57', '58', null],
    ['points', '99', '100', null],
    ['points', '94.17', '94.2', 'rounded'],
    ['count', '3', '3', 'same'],
  ])('%s are counted: %s and %s', (unit, a, b, agreement) => {
    expect(agreementOf(quantity(unit, a), quantity(unit, b))).toBe(agreement);
  });

  it('agrees across units', () => {
    expect(agreementOf(money('23.46'), money('234567', '元'))).toBe('rounded');
    expect(agreementOf(money('23.45'), money('234567', '元'))).toBe('truncated');
    expect(agreementOf(money('23.44'), money('234567', '元'))).toBeNull();
  });
});

describe('rates', () => {
  it.each([
    ['60.00', '1.20', '2.00', 'held'],
    ['33.33', '1.00', '3.00', 'held'],
    ['66.66', '2.00', '3.00', 'held'], // 1.995 ÷ 3.005 and 2.005 ÷ 2.995 are both possible
    ['66.66', '20000.00', '30000.00', 'truncation'],
    ['66.65', '200.00', '300.00', 'failed'],
    ['0', '0', '0', 'not_evaluable'],
    ['100', '0', '0', 'not_evaluable'],
    ['100', '5.00', '0.00', 'not_evaluable'],
  ])('%s percent for %s over %s: %s', (rate, part, whole, outcome) => {
    expect(compareShare(percent(rate), money(part), money(whole))).toBe(outcome);
  });

  it.each([
    ['-20', '8.00', '10.00', 'held'],
    ['20', '8.00', '10.00', 'failed'],
    ['-100', '0', '10.00', 'held'],
    ['12.5', '9.00', '8.00', 'held'],
  ])('a change of %s percent to %s from %s: %s', (rate, now, before, outcome) => {
    expect(compareChange(percent(rate), money(now), money(before))).toBe(outcome);
  });
});

describe('any figure', () => {
  const value = fc.integer({ min: -10_000_000, max: 10_000_000 });
  const places = fc.integer({ min: 0, max: 5 });

  it('agrees with its own rounding and its own truncation', () => {
    fc.assert(
      fc.property(value, places, (minor, cut) => {
        const ulp = 10 ** cut;
        const exact = { unit: 'CNY', valueMinor: minor, ulpMinor: 1, printed: '1.1' } as const;
        const round = { ...exact, valueMinor: Math.round(minor / ulp) * ulp, ulpMinor: ulp };
        const cutOff = { ...exact, valueMinor: Math.trunc(minor / ulp) * ulp, ulpMinor: ulp };
        expect(agreementOf(exact, round)).not.toBeNull();
        // A small amount cut to nothing loses its sign with its digits.
        if (cutOff.valueMinor !== 0 || minor >= 0) expect(agreementOf(exact, cutOff)).not.toBeNull();
      }),
    );
  });

  it('keeps its verdict when everything is ten times as large', () => {
    fc.assert(
      fc.property(value, value, places, places, (a, b, cutA, cutB) => {
        const x = { unit: 'CNY', valueMinor: a, ulpMinor: 10 ** cutA, printed: '1.1' } as const;
        const y = { unit: 'CNY', valueMinor: b, ulpMinor: 10 ** cutB, printed: '1.1' } as const;
        const ten = (r: typeof x) => ({ ...r, valueMinor: r.valueMinor * 10, ulpMinor: r.ulpMinor * 10 });
        expect(agreementOf(ten(x), ten(y))).toBe(agreementOf(x, y));
        expect(reaches(rounded(ten(x)), rounded(ten(y)))).toBe(reaches(rounded(x), rounded(y)));
        expect(intersects(truncated(ten(x)), truncated(ten(y)))).toBe(intersects(truncated(x), truncated(y)));
      }),
    );
  });
});
