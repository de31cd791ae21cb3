import { describe, expect, it } from 'vitest';
import type { ColumnRole } from '../../../../transforms/read/forms/form-words.ts';
import { placeValues } from '../../../../transforms/read/forms/place-values.ts';
import { splitFigures, splitPoints } from '../../../../transforms/read/forms/split-figures.ts';

const WHOLE: readonly ColumnRole[] = ['original', 'adjusted', 'actual', 'fullMarks', 'rate', 'awarded'];
const RATE_FIRST: readonly ColumnRole[] = ['original', 'adjusted', 'actual', 'rate', 'fullMarks', 'awarded'];
const SHORT: readonly ColumnRole[] = ['adjusted', 'actual', 'rate'];

describe('values whose empty cells were dropped', () => {
  it.each([
    ['as many as columns', ['45', '40', '30', '10', '75%', '7.5'], ['45', '40', '30', '10', '75%', '7.5']],
    [
      'a rate proves which two amounts are there',
      ['40', '30', '10', '75%', '7.5'],
      [null, '40', '30', '10', '75%', '7.5'],
    ],
    [
      'amounts above a hundred are no points',
      ['880', '880', '880', '10', '10'],
      ['880', '880', '880', '10', null, '10'],
    ],
    ['two amounts alone may stand anywhere', ['40', '30'], [null, null, null, null, null, null]],
  ])('stand where nothing else is possible: %s', (_, values, placed) => {
    expect(placeValues(values, WHOLE)).toEqual(placed);
  });

  it('have no place where the printed rate is not that of the amounts above it', () => {
    expect(placeValues(['0', '207.45', '10', '100%', '10'], WHOLE.slice(1))).toBeNull();
  });

  it('have no place where a percentage would be an amount', () => {
    expect(placeValues(['75%', '40', '30', '10', '75%', '7.5'], WHOLE)).toBeNull();
  });

  it('of a part of the money are no points', () => {
    expect(placeValues(['90', '89.974', '89.974'], WHOLE, true)).toEqual([
      '90',
      '89.974',
      '89.974',
      null,
      null,
      null,
    ]);
  });
});

describe('figures printed without anything between them', () => {
  it.each([
    ['40004000100%', SHORT, ['4000', '4000', '100%']],
    ['194.9194.9100%', SHORT, ['194.9', '194.9', '100%']],
    ['64.864.864.8100%', WHOLE, ['64.8', '64.8', '64.8', null, '100%', null]],
    ['202010100.00%10', WHOLE.slice(1), ['20', '20', '10', '100.00%', '10']],
    ['32.530.871094.98%9.5', WHOLE.slice(1), ['32.5', '30.87', '10', '94.98%', '9.5']],
    ['6,768.545577.701082.41%8.24', WHOLE.slice(1), ['6,768.54', '5577.70', '10', '82.41%', '8.24']],
    ['756.04756.04756.0410100%10.00', WHOLE, ['756.04', '756.04', '756.04', '10', '100%', '10.00']],
    ['53717.717.7100%1010', RATE_FIRST, ['537', '17.7', '17.7', '100%', '10', '10']],
    ['59054.746.6685.30%108.53', RATE_FIRST, ['590', '54.7', '46.66', '85.30%', '10', '8.53']],
  ])('%s is cut where its rate proves it', (run, columns, cells) => {
    expect(splitFigures(run, columns)).toEqual(cells);
  });

  it.each(['1111100%', '12345678', '5032100%', '%', '95%90%'])('%s is left alone', (run) => {
    expect(splitFigures(run, WHOLE)).toBeNull();
  });

  it.each([
    ['100100', ['100', '100']],
    ['10096.5', ['100', '96.5']],
    ['9590', ['95', '90']],
    ['100', null],
    ['10010', ['100', '10']],
    ['100101', null],
  ])('the total %s is full marks and award where only one cut is possible', (digits, points) => {
    expect(splitPoints(digits)).toEqual(points);
  });
});
