import { expect, it } from 'vitest';
import { placeInWords } from '../../reports/place-words.ts';
import { type Location, printLocation } from '../../transforms/read/document.ts';

it.each<[Location, string]>([
  [{ page: 12, table: 3, row: 5, column: 2 }, 'page 12, table 3, row 5, column 2'],
  [{ page: 4 }, 'page 4'],
  [{ line: 88 }, 'text line 88'],
  [{ line: 151, table: 6, row: 3, column: 6 }, 'text line 151, table 6, row 3, column 6'],
  [{ sheet: '收支 总表', row: 7, column: 3 }, 'sheet “收支 总表”, row 7, column 3'],
  [{ page: 2, ocr: true }, 'page 2 (recognised)'],
  [{}, 'whole text'],
])('the place %j is %j', (location, english) => {
  const printed = printLocation(location);
  expect(placeInWords(printed, 'en')).toBe(english);
  expect(placeInWords(printed, 'zh')).toBe(printed);
});

it('several places stand one behind the other', () => {
  expect(placeInWords('第1页；第2页 表1 第3行 第4列', 'en')).toBe('page 1; page 2, table 1, row 3, column 4');
});
