import { describe, expect, it } from 'vitest';
import { Sheet } from '../../../support/pdf.ts';
import { readSheets, tablesOf, textsOf } from '../../../support/pdf-engine.ts';

const LANES = [60, 160, 360, 460, 560];
const HEADER = ['科目编码', '科目名称', '合计', '项目支出'];
const ROWS = [
  ['205', '示例教育支出', '60.00', ''],
  ['20502', '示例普通教育', '40.00', '10.00'],
  ['20508', '示例培训', '20.00', ''],
];

function write(sheet: Sheet, top: number, texts: readonly string[]): Sheet {
  for (const [column, text] of texts.entries()) if (text !== '') sheet.text(LANES[column]! + 6, top, text);
  return sheet;
}

function headed(top: number, sheet = new Sheet()): Sheet {
  return write(sheet.grid(LANES, [top, top + 20]), top + 5, HEADER);
}

describe('a ruled header above rows without rules', () => {
  it('tells their columns, empty cells included', async () => {
    const sheet = headed(100);
    for (const [index, row] of ROWS.entries()) write(sheet, 126 + 16 * index, row);
    expect(tablesOf(await readSheets([sheet])).map(textsOf)).toEqual([[HEADER, ...ROWS]]);
  });

  it('begins the next table where another follows below', async () => {
    const sheet = headed(300, headed(100));
    for (const [index, row] of ROWS.entries())
      write(write(sheet, 126 + 16 * index, row), 326 + 16 * index, row);
    sheet.text(220, 260, '示例项目支出表', 16);
    const tables = tablesOf(await readSheets([sheet]));
    expect(tables.map(textsOf)).toEqual([
      [HEADER, ...ROWS],
      [HEADER, ...ROWS],
    ]);
    expect(tables[1]!.title).toBe('示例项目支出表');
  });

  it('keeps a long label that stands half a line above and below its figures', async () => {
    const sheet = headed(100);
    write(sheet, 126, ROWS[0]!)
      .text(166, 144, '示例土地使用权出让收入安排的各项其他有关')
      .text(166, 156, '支出');
    write(sheet, 150, ['2050299', '', '21.25', '1.25']);
    write(sheet, 174, ROWS[2]!);
    const tables = tablesOf(await readSheets([sheet]));
    expect(tables).toHaveLength(1);
    expect(textsOf(tables[0])).toHaveLength(4);
    expect(textsOf(tables[0])[2]).toEqual([
      '2050299',
      '示例土地使用权出让收入安排的各项其他有关支出',
      '21.25',
      '1.25',
    ]);
  });

  it('is none where figures stand across the edges of its columns', async () => {
    const sheet = headed(100);
    for (const [index, [code, name]] of ROWS.entries())
      write(sheet, 126 + 16 * index, [code!, name!]).text(435, 126 + 16 * index, '1,260.00');
    const [header] = tablesOf(await readSheets([sheet]));
    expect(textsOf(header)).toEqual([HEADER]);
  });

  it('takes in no sentence below it', async () => {
    const sheet = headed(100).text(60, 130, '本表为空表，示例局没有这项支出。');
    expect(tablesOf(await readSheets([sheet])).map(textsOf)).toEqual([[HEADER]]);
  });
});

describe('a header cut by the end of the page', () => {
  it('goes on overleaf', async () => {
    const upper = new Sheet().grid([60, 360, 460, 560], [760, 780]).text(180, 765, '项目');
    upper.text(370, 765, '本年支出').text(470, 765, '对示例补助');
    const lower = new Sheet().grid(LANES, [60, 80, 100, 120]);
    write(lower, 65, ['科目编码', '科目名称', '', '支出']);
    for (const [index, row] of ROWS.slice(1).entries())
      write(lower, 85 + 20 * index, [row[0]!, row[1]!, '4.00', '1.00']);
    const tables = tablesOf(await readSheets([upper, lower]));
    expect(tables).toHaveLength(1);
    expect(textsOf(tables[0])).toEqual([
      ['项目', '项目', '本年支出', '对示例补助'],
      ['科目编码', '科目名称', '', '支出'],
      ['20502', '示例普通教育', '4.00', '1.00'],
      ['20508', '示例培训', '4.00', '1.00'],
    ]);
  });
});

describe('a ruled cell with the lines of one figure', () => {
  it('is one row', async () => {
    const sheet = new Sheet().grid([60, 160, 190, 220], [100, 120, 160]);
    sheet.text(66, 105, '项目').text(164, 105, '甲').text(194, 105, '乙').text(66, 135, '合计');
    for (const [index, piece] of ['309', '526', '6.00'].entries())
      sheet.text(164, 122 + 12 * index, piece).text(194, 122 + 12 * index, piece);
    expect(textsOf(tablesOf(await readSheets([sheet]))[0])).toHaveLength(2);
  });
});
