import { expect, it } from 'vitest';
import type { ScoreItemOfBureau } from '../../transforms/extract/score-item.ts';
import type { Quantity } from '../../transforms/parse/quantity.ts';
import { loadFullMarks } from '../../warehouse/comparison.ts';
import { saveReading } from '../../warehouse/documents.ts';
import { emptyWarehouse } from './sample.ts';
import { sampleReading, sampleScoreItem } from './sample-rows.ts';

const points = (value: number): Quantity => ({
  unit: 'points',
  valueMinor: value * 10_000,
  ulpMinor: 1000,
  printed: String(value),
  printedUnit: '分',
});

/** Role, full marks and award of one line of a form. */
type Line = readonly [ScoreItemOfBureau['role'], number | null, number | null];

const line = ([role, fullMarks, awarded]: Line): ScoreItemOfBureau => ({
  ...sampleScoreItem('d-1', 'a'),
  role,
  fullMarks: fullMarks === null ? null : points(fullMarks),
  awarded: awarded === null ? null : points(awarded),
});

it.each<[string, readonly Line[], readonly number[]]>([
  [
    'printed beside the total',
    [
      ['execution', 10, 9],
      ['item', 90, 80],
      ['total', 100, 89],
    ],
    [100],
  ],
  [
    'of all lines, whose awards come to the total',
    [
      ['execution', 10, 9],
      ['item', 80, 80],
      ['total', null, 89],
    ],
    [90],
  ],
  [
    'unknown where a line is missing',
    [
      ['execution', 10, 9],
      ['item', 80, 80],
      ['total', null, 95],
    ],
    [],
  ],
  [
    'unknown where a line prints none',
    [
      ['execution', 10, 9],
      ['item', null, 80],
      ['total', null, 89],
    ],
    [],
  ],
  ['unknown where only the total was read', [['total', null, 89]], []],
])('full marks are %s', async (_, lines, marks) => {
  const warehouse = await emptyWarehouse();
  saveReading(warehouse, sampleReading('d-1', 'a', { scoreItems: lines.map(line) }));
  expect(loadFullMarks(warehouse).map((one) => one.marks)).toEqual(marks);
});
