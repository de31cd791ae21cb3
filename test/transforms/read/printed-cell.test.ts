/** Numbers of a workbook as Excel shows them: what is printed counts, and not what is kept. */
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { shownWithPoint } from '../../../transforms/read/workbook/literal-point.ts';
import { printedCell } from '../../../transforms/read/workbook/printed-cell.ts';

describe('yuan shown as 万元', () => {
  it.each([
    [12345678, '0!.0,', '1234.6'],
    [12345678, '0\\.0,', '1234.6'],
    [12345678, '0"."0,', '1234.6'],
    [12345678, '0!.0000', '1234.5678'],
    [12345678, '#,##0!.0000_ ', '1234.5678'],
    [12345678, '0!.0,"万元"', '1234.6万元'],
    [12345678, '[>=0]0!.00,', '123.46'],
    [-12345678, '0!.0,', '-1234.6'],
    [-12345678, '0!.0,;-0!.0,', '-1234.6'],
    [400, '0!.0000', '0.0400'],
    [0, '0!.0,', '0.0'],
  ])('%d as %s is %s', (value, format, shown) => {
    expect(shownWithPoint(value, format)).toBe(shown);
    const book = XLSX.utils.book_new();
    const sheet = XLSX.utils.aoa_to_sheet([[value]]);
    sheet.A1.z = format;
    XLSX.utils.book_append_sheet(book, sheet, 'Sheet1');
    const bytes = XLSX.write(book, { type: 'buffer', bookType: 'xlsx' });
    const cell = XLSX.read(bytes, { cellNF: true }).Sheets.Sheet1!.A1;
    expect(printedCell(cell)).toBe(shown);
  });

  it.each(['0.00', '#,##0.00,', '0%', 'General', 'yyyy"."m"."d', '0.0,'])('is none as %s', (format) => {
    expect(shownWithPoint(12345678, format)).toBeNull();
  });
});

it('prints no dollar where a format only names a language', () => {
  expect(printedCell({ t: 'n', v: 12.3, w: '$12.30', z: '[$-804]0.00' })).toBe('12.30');
  expect(printedCell({ t: 'n', v: 12.3, w: '$12.30', z: '[$$-409]0.00' })).toBe('$12.30');
});
