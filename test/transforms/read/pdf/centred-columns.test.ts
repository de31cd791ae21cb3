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
