import { describe, expect, it } from 'vitest';
import { Sheet } from '../../../support/pdf.ts';
import { readSheets, tablesOf, textsOf } from '../../../support/pdf-engine.ts';

const SIZE = 10;
/** Width of a text in the font of the sheets: Chinese characters are as wide as high, others half as wide. */
const widthOf = (text: string) =>
  [...text].reduce((sum, character) => sum + (/\p{ASCII}/u.test(character) ? SIZE / 2 : SIZE), 0);

/** A table without rules, cell by cell: labels in the middle, text at the left of its cell, figures at the right. */
class Cells {
  readonly sheet = new Sheet({ width: 842, height: 595 });
  readonly #edges: readonly number[];

  constructor(edges: readonly number[]) {
    this.#edges = edges;
  }

  /** Over columns `first` to `last`. */
  label(first: number, last: number, top: number, text: string): this {
    const middle = (this.#edges[first]! + this.#edges[last + 1]!) / 2;
    this.sheet.text(middle - widthOf(text) / 2, top, text, SIZE);
    return this;
  }

  row(top: number, texts: readonly string[]): this {
    for (const [column, text] of texts.entries()) {
      const [left, right] = [this.#edges[column]! + 4, this.#edges[column + 1]! - 4];
      const isAmount = /\.\d\d$/.test(text);
      if (text !== '') this.sheet.text(isAmount ? right - widthOf(text) : left, top, text, SIZE);
    }
    return this;
  }
}

const EDGES = [50, 130, 330, 430, 530, 630, 730];
const HEAD_AND_ROWS = [
  ['项目', '项目', '本年支出合计', '基本支出', '基本支出', '项目支出'],
  ['科目编码', '科目名称', '本年支出合计', '人员经费', '公用经费', '项目支出'],
];
const ROWS = [
  ['205', '教育支出', '81.20', '', '21.20', '60.00'],
  ['20502', '普通教育', '60.00', '', '', '60.00'],
  ['20508', '进修及培训', '21.20', '', '21.20', ''],
];

function headed(cells: Cells): Cells {
  return cells
    .label(0, 1, 80, '项目')
    .label(2, 2, 80, '本年支出合计')
    .label(3, 4, 80, '基本支出')
    .label(5, 5, 80, '项目支出')
    .label(0, 0, 100, '科目编码')
    .label(1, 1, 100, '科目名称')
    .label(3, 3, 100, '人员经费')
    .label(4, 4, 100, '公用经费');
}

describe('labels in the middle of their cells', () => {
  it('tell the columns, also those without any figure, and what an upper label covers', async () => {
    const cells = headed(new Cells(EDGES));
    for (const [index, row] of ROWS.entries()) cells.row(125 + 22 * index, row);
    expect(tablesOf(await readSheets([cells.sheet])).map(textsOf)).toEqual([[...HEAD_AND_ROWS, ...ROWS]]);
  });

  it('are one label where they go on in the next line', async () => {
    const cells = new Cells([50, 250, 330, 410, 490])
      .label(0, 0, 80, '科目名称')
      .label(1, 1, 80, '上级补助')
      .label(1, 1, 92, '收入')
      .label(2, 2, 80, '事业收入')
      .label(3, 3, 80, '附属单位上缴')
      .label(3, 3, 92, '收入')
      .row(125, ['教育支出', '', '3.10', '8.00'])
      .row(147, ['住房保障支出', '', '1.10', '']);
    expect(textsOf(tablesOf(await readSheets([cells.sheet]))[0])).toEqual([
      ['科目名称', '上级补助收入', '事业收入', '附属单位上缴收入'],
      ['教育支出', '', '3.10', '8.00'],
      ['住房保障支出', '', '1.10', ''],
    ]);
  });

  it('may stand between two lines of others, in the middle of the height of both', async () => {
    const cells = new Cells([50, 130, 330, 430, 530, 630])
      .label(0, 1, 80, '项目')
      .label(3, 4, 80, '其中')
      .label(2, 2, 91, '本年支出合计')
      .label(0, 0, 102, '科目编码')
      .label(1, 1, 102, '科目名称')
      .label(3, 3, 102, '基本支出')
      .label(4, 4, 102, '项目支出');
    for (const [index, row] of ROWS.entries()) cells.row(125 + 22 * index, row.slice(0, 5));
    const [first, second] = textsOf(tablesOf(await readSheets([cells.sheet]))[0]);
    expect(first).toEqual(['项目', '项目', '本年支出合计', '其中', '其中']);
    expect(second).toEqual(['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出']);
  });

  it('stand below a label of which the middle is right above one of them', async () => {
    const cells = new Cells([50, 130, 330, 430, 530, 630, 730, 800])
      .label(0, 1, 80, '项目')
      .label(3, 5, 80, '基本支出')
      .label(2, 2, 86, '合计')
      .label(6, 6, 86, '项目支出')
      .label(0, 0, 92, '科目编码')
      .label(1, 1, 92, '科目名称')
      .label(3, 3, 92, '小计')
      .label(4, 4, 92, '人员经费')
      .label(5, 5, 92, '公用经费');
    for (const [index, code] of ['205', '20502', '20508'].entries())
      cells.row(104 + 12 * index, [code, '示例事务支出', '90.25', '60.25', '40.15', '20.10', '30.00']);
    const [first, second, row] = textsOf(tablesOf(await readSheets([cells.sheet]))[0]);
    expect(first).toEqual(['项目', '项目', '合计', '基本支出', '基本支出', '基本支出', '项目支出']);
    expect(second).toEqual(['科目编码', '科目名称', '合计', '小计', '人员经费', '公用经费', '项目支出']);
    expect(row).toEqual(['205', '示例事务支出', '90.25', '60.25', '40.15', '20.10', '30.00']);
  });

  it('may be three levels under one label that stands alone in the first line', async () => {
    const cells = new Cells([40, 130, 220, 310, 400, 490, 580, 670, 760])
      .label(1, 6, 80, '“三公”经费')
      .label(0, 0, 98, '合计')
      .label(3, 5, 98, '示例用车购置及运行费')
      .label(7, 7, 98, '会议费')
      .label(1, 1, 107, '小计')
      .label(2, 2, 107, '出国费')
      .label(6, 6, 107, '接待费')
      .label(3, 3, 116, '小计')
      .label(4, 4, 116, '购置费')
      .label(5, 5, 116, '运行费')
      .row(134, ['9.10', '8.10', '1.00', '6.00', '2.00', '4.00', '1.10', '1.00']);
    const [first, second, third, row] = textsOf(tablesOf(await readSheets([cells.sheet]))[0]);
    expect(first).toEqual(['合计', ...Array(6).fill('“三公”经费'), '会议费']);
    expect(second!.slice(2, 5)).toEqual(['出国费', '示例用车购置及运行费', '示例用车购置及运行费']);
    expect(third!.slice(1, 7)).toEqual(['小计', '出国费', '小计', '购置费', '运行费', '接待费']);
    expect(row).toEqual(['9.10', '8.10', '1.00', '6.00', '2.00', '4.00', '1.10', '1.00']);
  });

  it('may begin in a line of their own, above all others', async () => {
    const cells = new Cells([50, 250, 330, 410, 490])
      .label(3, 3, 80, '对示例补助')
      .label(0, 0, 86, '科目名称')
      .label(1, 1, 86, '合计')
      .label(2, 2, 86, '项目支出')
      .label(3, 3, 92, '支出')
      .row(115, ['教育支出', '3.10', '3.10', ''])
      .row(137, ['住房保障支出', '1.10', '1.10', ''])
      .row(159, ['其他支出', '2.10', '2.10', '']);
    expect(textsOf(tablesOf(await readSheets([cells.sheet]))[0]).slice(0, 2)).toEqual([
      ['科目名称', '合计', '项目支出', '对示例补助支出'],
      ['教育支出', '3.10', '3.10', ''],
    ]);
  });

  it('may stand further to the right than any word below, each in a line of its own', async () => {
    const cells = new Cells([50, 250, 450, 750])
      .label(0, 1, 80, '项目')
      .label(2, 2, 88, '金额')
      .label(0, 0, 96, '科目编码')
      .label(1, 1, 96, '科目名称');
    for (const [index, code] of ['205', '20502', '20508'].entries()) {
      cells.row(115 + 18 * index, [code, '示例教育支出', '']);
      cells.sheet.text(454, 115 + 18 * index, '61.25');
    }
    expect(textsOf(tablesOf(await readSheets([cells.sheet]))[0]).slice(0, 3)).toEqual([
      ['项目', '项目', '金额'],
      ['科目编码', '科目名称', '金额'],
      ['205', '示例教育支出', '61.25'],
    ]);
  });

  it('make a table of a single row overleaf', async () => {
    const cells = new Cells([50, 300, 380, 480])
      .label(0, 0, 80, '政府采购项目')
      .label(1, 1, 80, '行次')
      .label(2, 2, 80, '决算数')
      .row(105, ['服务类支出', '4', '58.60']);
    expect(textsOf(tablesOf(await readSheets([cells.sheet]))[0])).toEqual([
      ['政府采购项目', '行次', '决算数'],
      ['服务类支出', '4', '58.60'],
    ]);
  });

  it('tell nothing where a figure may stand in one column or in the next: it has no label then', async () => {
    const sheet = new Sheet({ width: 842, height: 595 })
      .text(200, 80, '科目名称')
      .text(400, 80, '甲')
      .text(600, 80, '乙');
    for (const [index, name] of ['教育支出', '卫生支出', '住房支出'].entries())
      sheet.text(190, 105 + 22 * index, name).text(490, 105 + 22 * index, `${index + 3}.10`);
    const [header, ...rows] = textsOf(tablesOf(await readSheets([sheet]))[0]);
    expect(rows).toHaveLength(3);
    for (const row of rows) {
      const column = row.findIndex((text) => /\.10$/.test(text ?? ''));
      expect(header![column]).toBeNull();
    }
  });
});

describe('rows without rules', () => {
  const head = (cells: Cells) =>
    cells
      .label(0, 0, 80, '科目编码')
      .label(1, 1, 80, '科目名称')
      .label(2, 2, 80, '合计')
      .label(3, 3, 80, '基本支出');

  it('take up the rest of a figure that is too wide for its cell', async () => {
    const cells = head(new Cells([50, 130, 230, 290, 350]));
    for (const [index, code] of ['205', '20502', '2050201'].entries()) {
      const top = 104 + 30 * index;
      cells.row(top, ['', '示例学前', '', '']).row(top + 12, [code, '教育支出', '', '']);
      cells.sheet.text(235, top, '1,234,5').text(235, top + 12, '67.80');
      cells.sheet.text(295, top, '986,130.').text(295, top + 12, '10');
    }
    const rows = textsOf(tablesOf(await readSheets([cells.sheet]))[0]).slice(1);
    expect(rows).toHaveLength(3);
    expect(rows[0]).toEqual(['205', '示例学前教育支出', '1,234,567.80', '986,130.10']);
  });

  it('are not joined where a whole figure stands below another', async () => {
    const cells = head(new Cells([50, 130, 330, 430, 530]));
    for (const [index, amount] of ['12,345', '3.10', '7'].entries())
      cells.row(104 + 13 * index, [`2050${index + 1}`, '示例支出', amount, amount]);
    expect(textsOf(tablesOf(await readSheets([cells.sheet]))[0])).toHaveLength(4);
  });

  it('go on in the next line of a label that begins with its code, in brackets or not', async () => {
    const cells = head(new Cells([50, 130, 330, 430, 530]))
      .row(104, ['205', '示例教育支出', '61.25', '11.25'])
      .row(120, ['20502', '示例普通教育', '61.25', '11.25']);
    cells.sheet.text(54, 140, '[2050299]示例土地使用权出让收入安排的其他有关').text(54, 152, '支出');
    cells.sheet.text(400, 146, '21.25').text(500, 146, '1.25');
    cells.row(170, ['206', '示例科学支出', '7.10', '7.10']);
    const tables = tablesOf(await readSheets([cells.sheet]));
    expect(tables).toHaveLength(1);
    expect(textsOf(tables[0]).at(-2)!.slice(2)).toEqual(['21.25', '1.25']);
  });

  it('may print class, section and item of a code apart in one cell', async () => {
    const cells = head(new Cells([50, 150, 330, 430, 530]));
    for (const [index, code] of [['205'], ['205', '02'], ['205', '02', '01']].entries()) {
      const top = 104 + 16 * index;
      cells.row(top, ['', '示例教育支出', '61.25', '11.25']);
      for (const [place, piece] of code.entries()) cells.sheet.text(54 + 30 * place, top, piece);
    }
    expect(textsOf(tablesOf(await readSheets([cells.sheet]))[0]).map(([code]) => code)).toEqual([
      '科目编码',
      '205',
      '205 02',
      '205 02 01',
    ]);
  });

  it('do not include the number of the page right below them', async () => {
    const cells = head(new Cells([50, 130, 330, 430, 530]));
    for (const index of [0, 1, 2])
      cells.row(104 + 14 * index, [`2050${index + 1}`, '示例支出', '3.10', '3.10']);
    cells.sheet.text(60, 146, '—').text(90, 146, '7').text(110, 146, '—');
    expect(textsOf(tablesOf(await readSheets([cells.sheet]))[0])).toHaveLength(4);
  });

  it('part a dash at the right of its cell from the item beside it', async () => {
    const cells = new Cells([50, 250, 330, 530, 630])
      .label(0, 0, 80, '项目')
      .label(1, 1, 80, '预算数')
      .label(2, 2, 80, '项目')
      .label(3, 3, 80, '预算数');
    for (const [index, item] of ['一', '二', '三', '四'].entries()) {
      cells.row(104 + 20 * index, [`${item}、示例收入`, '', '', '5.10']);
      cells.sheet.text(322.5, 104 + 20 * index, '—').text(334, 104 + 20 * index, `${item}、示例支出`);
    }
    expect(textsOf(tablesOf(await readSheets([cells.sheet]))[0]).at(-1)).toEqual([
      '四、示例收入',
      '—',
      '四、示例支出',
      '5.10',
    ]);
  });
});
