import { expect, it } from 'vitest';
import { displayWidth } from '../../../reports/workbook/display-width.ts';

it.each([
  ['', 0],
  ['2024', 4],
  ['三公', 4],
  ['“三公”经费', 12],
  ['短\n长一些的一行', 12],
  ['a、b', 4],
])('%j is %d letters wide', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});
