import { describe, expect, it } from 'vitest';
import type { ColumnRole } from '../../../../transforms/read/forms/form-words.ts';
import { splitFigures } from '../../../../transforms/read/forms/split-figures.ts';

const COLUMNS: readonly ColumnRole[] = ['original', 'adjusted', 'actual', 'fullMarks', 'rate', 'awarded'];
const split = (cells: readonly string[]) => splitFigures(cells.join(''), COLUMNS)?.map((cell) => cell ?? '');

describe('a row printed without anything between its cells', () => {
  it.each([
    ['points by the rule', ['312.5', '312.5', '171.61', '10', '54.92%', '5.49']],
    ['all points, although less was spent', ['312.5', '312.5', '171.61', '10', '55%', '10']],
    ['no budget of January', ['', '6,310.55', '5048.4', '10', '80%', '10']],
    ['twenty points', ['84.6', '84.6', '80.37', '20', '95%', '19']],
  ])('is cut where its rate says: %s', (_, cells) => {
    expect(split(cells)).toEqual(cells);
  });

  it.each([
    // 871 of which 39.92107 is 5% is no reading: there would be points, and nothing that they are out of.
    ['points that follow no rule', ['7,144.87', '187', '139.92', '10', '75%', '9.6']],
    // 25.48 of 25.4817 and 17 points is no reading: nobody gives seventeen for executing.
    ['no marks at all', ['', '25.4817', '25.4817', '', '100%', '10']],
  ])('is not cut where the digits of the marks would make an amount: %s', (_, cells) => {
    expect(split(cells)).toBeUndefined();
  });
});
