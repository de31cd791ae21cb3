import { describe, expect, it } from 'vitest';
import { isColumnNumberRow } from '../../../../transforms/extract/tables/sections.ts';
import type { Cell } from '../../../../transforms/read/document.ts';

const row = (texts: string, ocr: boolean): Cell[] =>
  texts.split(' ').map((text, column) => ({
    text,
    row: 2,
    column,
    rowSpan: 1,
    columnSpan: 1,
    location: ocr ? { page: 1, ocr: true } : { page: 1 },
  }));

describe('a row that numbers the columns', () => {
  it.each([
    ['栏次 1 2 3', false, true],
    ['1 2 3', false, true],
    ['2 3 4 5', false, true],
    ['5 6 7', false, false],
    ['1 2 30.5', false, false],
    // On a scanned page 10 may have become 1, and 7 a stroke.
    ['1 2 3 4 5 6 ] 8 9 1 11 12', true, true],
    ['1 2 3 4 5 6 ] 8 9 1 11 12', false, false],
    ['1 2 3.50 4.20 5 6', true, true],
    ['1 2 3.50 4.20 50 6', true, false],
    ['1 2 30', true, false],
  ])('%s (scanned: %s): %s', (texts, ocr, expected) => {
    expect(isColumnNumberRow(row(texts, ocr))).toBe(expected);
  });
});
