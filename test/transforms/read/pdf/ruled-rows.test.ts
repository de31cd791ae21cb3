/** Tables with rules between their rows and none between their columns. */
import { describe, expect, it } from 'vitest';
import { Sheet } from '../../../support/pdf.ts';
import { readSheets, tablesOf, textsOf } from '../../../support/pdf-engine.ts';

/** Left ends of the words of each column, and right ends of its figures. */
const LEFT = [60, 95, 130, 170];
const RIGHT = [360, 450, 540];
const WIDE = 5;

const ROWS = [
  ['205', '', '', '示例教育支出', '40.00', '30.00', '10.00'],
  ['205', '02', '', '示例普通教育', '40.00', '30.00', '10.00'],
  ['205', '02', '01', '示例学前教育', '15.00', '15.00', '0.00'],
  ['205', '02', '02', '示例小学教育', '25.00', '15.00', '10.00'],
];

function write(sheet: Sheet, top: number, row: readonly string[]): void {
  for (const [column, text] of row.entries()) {
    if (text === '') continue;
    const right = RIGHT[column - LEFT.length];
    sheet.text(right === undefined ? LEFT[column]! : right - WIDE * text.length, top, text);
  }
}

function rule(sheet: Sheet, top: number, left = 55, right = 545): void {
  sheet.line(left, top, right, top);
}

describe('a header between horizontal rules', () => {
  it('has one label where no rule parts its lines', async () => {
    const sheet = new Sheet().text(68, 110, '示例功能科目编').text(98, 122, '码').text(185, 116, '科目名称');
    sheet.text(310, 105, '本年支出合计').text(410, 105, '基本支出').text(500, 105, '项目支出');
    sheet.text(60, 141, '类').text(95, 141, '款').text(130, 141, '项').text(185, 141, '栏次');
    for (const [index, right] of RIGHT.entries()) sheet.text(right - 20, 141, `${index + 1}`);
    for (const top of [100, 136, 156]) rule(sheet, top);
    for (const [index, row] of ROWS.entries()) {
      write(sheet, 161 + 20 * index, row);
      rule(sheet, 176 + 20 * index);
    }
    const [table] = tablesOf(await readSheets([sheet]));
    const CODES = '示例功能科目编码';
    expect(textsOf(table)).toEqual([
      [CODES, CODES, CODES, '科目名称', '本年支出合计', '基本支出', '项目支出'],
      ['类', '款', '项', '栏次', '1', '2', '3'],
      ...ROWS,
    ]);
  });
});

describe('rows between horizontal rules', () => {
  it('hold the lines of a code and of a label that wrapped', async () => {
    const sheet = new Sheet().text(70, 107, '示例编码').text(185, 107, '科目名称');
    sheet.text(310, 107, '本年支出合计').text(410, 107, '基本支出').text(500, 107, '项目支出');
    for (const top of [100, 124]) rule(sheet, top);
    const figures = (top: number, amounts: readonly string[]) =>
      write(sheet, top, ['', '', '', '', ...amounts]);
    for (const [index, code] of ['20', '20502'].entries()) {
      sheet.text(75, 126 + 24 * index, code).text(75, 137 + 24 * index, '05');
      sheet.text(170, 126 + 24 * index, '示例教育方面的各项').text(170, 137 + 24 * index, '支出');
      figures(131 + 24 * index, ['40.00', '30.00', '10.00']);
      rule(sheet, 148 + 24 * index);
    }
    figures(179, ['25.00', '15.00', '10.00']);
    sheet.text(75, 179, '2050203').text(170, 179, '示例初中教育');
    rule(sheet, 196);
    const [table] = tablesOf(await readSheets([sheet]));
    expect(textsOf(table).slice(1)).toEqual([
      ['20 05', '示例教育方面的各项支出', '40.00', '30.00', '10.00'],
      ['20502 05', '示例教育方面的各项支出', '40.00', '30.00', '10.00'],
      ['2050203', '示例初中教育', '25.00', '15.00', '10.00'],
    ]);
  });
});

describe('a figure in two lines of a ruled cell', () => {
  const texts = async (right: number, lines: readonly string[]) => {
    const sheet = new Sheet().grid([60, 160, right], [100, 120, 150]);
    sheet.text(66, 105, '项目').text(166, 105, '合计').text(66, 130, '示例支出');
    for (const [index, line] of lines.entries()) sheet.text(165, 123 + 12 * index, line);
    return textsOf(tablesOf(await readSheets([sheet]))[0])[1]![1];
  };

  it('is one where the first line fills the cell', async () => {
    expect(await texts(207, ['4113183', '1.62'])).toBe('41131831.62');
    expect(await texts(207, ['5,136,20', '3.61'])).toBe('5,136,203.61');
  });

  it('may be two where there was room for more, or where the first has its decimals', async () => {
    expect(await texts(300, ['4113183', '1.62'])).toBe('4113183 1.62');
    expect(await texts(207, ['41131.83', '1.62'])).toBe('41131.83 1.62');
  });
});

describe('a ruled row of several lines', () => {
  const rows = async (cells: readonly (readonly string[])[]) => {
    const sheet = new Sheet().grid([60, 100, 140, 240, 340], [100, 120, 160]);
    for (const [index, label] of ['类', '款', '科目名称', '合计'].entries())
      sheet.text([66, 106, 146, 246][index]!, 105, label);
    for (const [column, lines] of cells.entries())
      for (const [index, line] of lines.entries())
        sheet.text([66, 106, 146, 246][column]!, 122 + 12 * index, line);
    return textsOf(tablesOf(await readSheets([sheet]))[0]).length;
  };

  it('is one row where the digits of a code stand below each other', async () => {
    expect(await rows([['2', '0', '8'], ['0', '9', '9'], ['示例支出'], ['83.03']])).toBe(2);
  });

  it('is one row where a figure lost its last digit to the next line', async () => {
    expect(await rows([['5', '6', '7'], ['1', '2', '3'], ['示例支出'], ['', '83.0', '3']])).toBe(2);
  });

  it('is several where lines are numbered', async () => {
    expect(
      await rows([
        ['2', '3', '4'],
        ['5', '7', '9'],
        ['甲', '乙', '丙'],
        ['3.10', '4.20', '5.30'],
      ]),
    ).toBe(4);
  });
});

describe('a table without rules', () => {
  it('begins no rows at the year of its header, which is set in a font of its own', async () => {
    const sheet = new Sheet()
      .text(330, 100, '2031')
      .text(357, 100, '年一般公共预算基本支出')
      .text(110, 100, '示例经济分类科目');
    for (const [left, label] of [
      [70, '科目编码'],
      [180, '科目名称'],
      [300, '合计'],
      [395, '人员经费'],
      [490, '公用经费'],
    ] as const)
      sheet.text(left, 118, label);
    const rows = [
      ['301', '示例工资支出', '9.10', '9.10', ''],
      ['302', '示例商品支出', '7.20', '', '7.20'],
      ['303', '示例补助支出', '8.30', '8.30', ''],
      ['310', '示例资本支出', '6.40', '', '6.40'],
    ];
    for (const [index, row] of [['', '合计', '31.00', '17.40', '13.60'], ...rows].entries())
      for (const [column, text] of row.entries())
        if (text !== '')
          sheet.text(
            [82, 165, 320, 420, 520][column]! - (column > 1 ? WIDE * (text.length - 4) : 0),
            140 + 18 * index,
            text,
          );
    const texts = textsOf(tablesOf(await readSheets([sheet]))[0]);
    expect(texts.slice(-4)).toEqual(rows);
    expect(texts.at(-6)).toEqual(['科目编码', '科目名称', '合计', '人员经费', '公用经费']);
  });
});

describe('rows whose codes wrapped where no rule tells it', () => {
  it('are kept as text: their last digits are no rows, and what stands beside them may be of another', async () => {
    const sheet = new Sheet()
      .text(70, 100, '编码')
      .text(150, 100, '科目名称')
      .text(300, 100, '金额')
      .text(430, 100, '比例');
    for (const [index, name] of ['示例工资', '示例津贴', '示例奖金', '示例补贴'].entries()) {
      const top = 130 + 30 * index;
      sheet.text(70, top, `301${index}`).text(430, top, `301${index}`);
      sheet.text(150, top + 10, name).text(300, top + 10, `${index + 4}1.30`);
      sheet.text(78, top + 20, `${index + 5}`).text(438, top + 20, `${index + 5}`);
    }
    const tables = tablesOf(await readSheets([sheet])).map(textsOf);
    expect(tables.flat().filter((row) => row.every((text) => /^\d?$/.test(text ?? '')))).toEqual([]);
  });
});

/** Left end, top and text of every word of a header of three levels above twelve columns, the last far wider than their figures. */
const WORDS: readonly (readonly [number, number, string])[] = [
  [202, 93, '2030年预算数'],
  [575, 93, '2031年预算数'],
  ...[0, 373].flatMap((right): [number, number, string][] => [
    [213 + right, 110, '公务用车购置及运行费'],
    [121 + right, 119, '因公出国'],
    [69 + right, 125, '合计'],
    [121 + right, 132, '（境）费'],
    [193 + right, 134, '小计'],
    [240 + right, 128, '公务用车购'],
    [302 + right, 128, '公务用车运'],
    [364 + right, 125, '公务接待费'],
    [255 + right, 140, '置费'],
    [318 + right, 140, '行费'],
  ]),
];
const FIGURES = ['156640.90', '37380.30', '84460.60', '47880.90', '36580.70', '34790.90'];

describe('a header without rules', () => {
  it('gives a label half way down its two lower levels to the group above them', async () => {
    const sheet = new Sheet({ width: 842, height: 595 });
    for (const [left, top, text] of WORDS) sheet.text(left, top, text, 10.5);
    for (const [index, left] of [58, 126, 188, 250, 312, 374].entries()) {
      sheet.text(left, 158, FIGURES[index]!, 10);
      sheet.text(left + (index === 3 ? 413 : 373), 158, index === 3 ? '-' : FIGURES[index]!, 10);
    }
    const [table] = tablesOf(await readSheets([sheet]));
    const half = (name: string) => Array.from({ length: 6 }, () => name);
    expect(textsOf(table)[0]).toEqual([...half('2030年预算数'), ...half('2031年预算数')]);
    expect(textsOf(table).map((row) => row[0])).toEqual(['2030年预算数', '合计', '合计', '156640.90']);
  });
});
