import { describe, expect, it } from 'vitest';
import { Sheet } from '../../../support/pdf.ts';
import { paragraphsIn, readSheets, tablesOf, textsOf } from '../../../support/pdf-engine.ts';

/** Writes words at the left of their columns. */
function row(sheet: Sheet, xs: readonly number[], top: number, texts: readonly string[]): Sheet {
  for (const [index, text] of texts.entries()) if (text !== '') sheet.text(xs[index]! + 6, top, text, 10);
  return sheet;
}

describe('a header printed again overleaf', () => {
  const XS = [40, 120, 280, 380, 480, 560];
  const sheets = (labels: readonly string[]) => {
    const first = new Sheet()
      .text(220, 60, '收入决算表', 14)
      .text(460, 88, '单位：万元')
      .grid(XS, [110, 135, 160, 185]);
    row(first, XS, 116, ['科目编码', '科目名称', '本年收入合计', '财政拨款收入', '上级补助收入']);
    row(first, XS, 141, ['栏次', '', '1', '2', '3']);
    row(first, XS, 166, ['207', '文化旅游体育与传媒支出', '61.25', '61.25', '0.00']);
    const second = new Sheet().grid(XS, [60, 85, 110, 135]);
    row(second, XS, 66, labels);
    row(second, XS, 91, ['20701', '文化和旅游', '41.25', '41.25', '0.00']);
    row(second, XS, 116, ['20703', '体育', '20.00', '20.00', '0.00']);
    return readSheets([first, second]);
  };

  it('may have lost the end of a label', async () => {
    const tables = tablesOf(
      await sheets(['科目编码', '科目名称', '本年收入合计', '财政拨款收入', '上级补助']),
    );
    expect(tables).toHaveLength(1);
    expect(
      textsOf(tables[0])
        .slice(2)
        .map((cells) => cells[0]),
    ).toEqual(['207', '20701', '20703']);
  });

  it('is the header of another table where its labels are others', async () => {
    const tables = tablesOf(await sheets(['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出']));
    expect(tables).toHaveLength(2);
  });

  it('is not a row whose figures repeat', async () => {
    const tables = tablesOf(await sheets(['20799', '其他文化旅游体育与传媒支出', '61.25', '61.25', '0.00']));
    expect(tables).toHaveLength(1);
    expect(textsOf(tables[0])).toHaveLength(6);
  });
});

describe('what stands far above a table', () => {
  const sheet = (line: string) => {
    const XS = [60, 260, 400, 540];
    const drawn = new Sheet().text(220, 60, line, 14).text(480, 190, '单位：万元').grid(XS, [210, 235, 260]);
    row(drawn, XS, 216, ['项目', '预算数', '决算数']);
    return readSheets([row(drawn, XS, 241, ['本年收入合计', '73.10', '70.15'])]);
  };

  it('names it where it is the name of a table', async () => {
    expect(tablesOf(await sheet('收支预算总表'))[0]!.title).toBe('收支预算总表');
  });

  it('is text where it is an item of a list of tables or no name', async () => {
    for (const line of ['一、收支预算总表', '示例县水务局主要职责'])
      expect(tablesOf(await sheet(line))[0]!.title).toBeNull();
  });
});

describe('tables without rules', () => {
  /** Figures at the right of their columns, as a program aligns them. */
  const XS = [60, 130, 330, 420, 510];
  const figures = (sheet: Sheet, top: number, texts: readonly string[]) => {
    for (const [index, text] of texts.entries())
      sheet.text([400, 490][index]! - 5 * text.length, top, text, 10);
    return sheet;
  };

  it('keep the first line of a label that begins with its code in the row of its figures', async () => {
    const sheet = row(new Sheet(), [60, 330, 420], 100, ['科目编码及名称', '合计', '项目支出']);
    row(sheet, [60], 120, ['208 社会保障支出']);
    figures(sheet, 120, ['512.40', '100.00']);
    sheet.text(66, 137, '20805').text(96, 137, '行政事业单位养老支出与其').text(66, 150, '他有关的支出');
    figures(sheet, 148, ['412.40', '100.00']);
    row(sheet, [60], 170, ['2080505 养老保险缴费']);
    figures(sheet, 170, ['212.40', '100.00']);
    row(sheet, [60], 190, ['2080506 职业年金缴费']);
    figures(sheet, 190, ['200.00', '0.00']);
    const texts = textsOf(tablesOf(await readSheets([sheet]))[0]);
    expect(texts).toHaveLength(5);
    expect(texts[2]).toEqual(['20805 行政事业单位养老支出与其他有关的支出', '412.40', '100.00']);
  });

  it('end before the name of the next one', async () => {
    const sheet = row(new Sheet(), XS, 100, ['科目编码', '科目名称', '合计', '项目支出']);
    for (const [index, code] of ['208', '20805', '2080505', '2080506'].entries()) {
      row(sheet, XS, 120 + 18 * index, [code, '示例支出']);
      figures(sheet, 120 + 18 * index, ['512.40', '100.00']);
    }
    sheet.text(130, 187, '2031').text(155, 187, '年部门收支预算总表');
    const table = tablesOf(await readSheets([sheet]))[0]!;
    expect(textsOf(table).at(-1)).toEqual(['2080506', '示例支出', '512.40', '100.00']);
  });
});

describe('a cell of figures', () => {
  it('is no column of rows where its figures are cut at its side', async () => {
    const XS = [60, 160, 190, 220];
    const sheet = row(new Sheet().grid(XS, [100, 120, 180]), XS, 105, ['项目', '合计', '小计']);
    sheet.text(68, 142, '合计');
    for (const x of [164, 194])
      for (const [index, line] of ['31,5', '46.2', '8'].entries()) sheet.text(x, 125 + 16 * index, line);
    expect(textsOf(tablesOf(await readSheets([sheet]))[0])).toEqual([
      ['项目', '合计', '小计'],
      ['合计', '31,546.28', '31,546.28'],
    ]);
  });

  it('may end in a dash right before the code of the next one', async () => {
    const XS = [60, 160, 220, 300, 360];
    const sheet = new Sheet().grid(XS, [100, 120, 140]);
    row(sheet, XS, 105, ['科目名称', '决算数', '科目编码', '决算数']);
    sheet.text(68, 125, '奖金').text(213.5, 125, '-').text(220.5, 125, '30224').text(320, 125, '61.07');
    expect(textsOf(tablesOf(await readSheets([sheet]))[0])[1]).toEqual(['奖金', '-', '30224', '61.07']);
  });

  it('keeps the sign of a figure that reaches over its rule', async () => {
    const XS = [60, 160, 220, 300];
    const sheet = new Sheet().grid(XS, [100, 120, 140]);
    row(sheet, XS, 105, ['项目', '预算数', '决算数']);
    sheet.text(68, 125, '结余').text(216, 125, '-').text(221, 125, '61.07');
    expect(textsOf(tablesOf(await readSheets([sheet]))[0])[1]).toEqual(['结余', '', '-61.07']);
  });
});

describe('tables without rules whose cells touch', () => {
  const LANES = [60, 240, 330, 480];
  const lanes = (items: readonly (readonly [string, string, string, string])[]) => {
    const sheet = row(new Sheet(), LANES, 100, ['项目', '预算数', '项目', '预算数']);
    for (const [index, [left, income, right, spent]] of items.entries()) {
      const top = 120 + 20 * index;
      sheet
        .text(66, top, left)
        .text(330 - 5 * income.length, top, income)
        .text(333, top, right);
      sheet.text(540 - 5 * spent.length, top, spent);
    }
    return readSheets([sheet]);
  };

  it('part an amount from the item that begins right behind it', async () => {
    const document = await lanes([
      ['一、财政拨款收入', '9,318.25', '一、教育支出', '9,018.25'],
      ['二、事业收入', '100.00', '二、卫生健康支出', '400.00'],
      ['三、其他收入', '20.00', '三、住房保障支出', '20.00'],
      ['收入总计', '9,438.25', '支出总计', '9,438.25'],
    ]);
    expect(textsOf(tablesOf(document)[0]).slice(1)).toEqual([
      ['一、财政拨款收入', '9,318.25', '一、教育支出', '9,018.25'],
      ['二、事业收入', '100.00', '二、卫生健康支出', '400.00'],
      ['三、其他收入', '20.00', '三、住房保障支出', '20.00'],
      ['收入总计', '9,438.25', '支出总计', '9,438.25'],
    ]);
  });

  it('keep an item without a figure as a row of its own', async () => {
    const sheet = row(new Sheet(), [60, 330, 420], 100, ['项目', '合计', '项目支出']);
    for (const [index, item] of [
      '一、教育支出',
      '二、国防支出',
      '三、卫生健康支出',
      '四、住房保障支出',
    ].entries()) {
      sheet.text(66, 118 + 14 * index, item);
      if (index !== 1) sheet.text(340, 118 + 14 * index, '61.25').text(430, 118 + 14 * index, '11.25');
    }
    const labels = textsOf(tablesOf(await readSheets([sheet]))[0]).map((cells) => cells[0]);
    expect(labels).toEqual(['项目', '一、教育支出', '二、国防支出', '三、卫生健康支出', '四、住房保障支出']);
  });
});

describe('the uppermost label of a header without rules', () => {
  it('does not cut the table off from its name and unit', async () => {
    const sheet = new Sheet().text(200, 60, '示例县2031年收支预算表', 14).text(470, 82, '单位：万元');
    sheet.text(330, 98, '支出预算数');
    row(sheet, [60, 240, 330, 420], 114, ['科目编码', '合计', '基本支出', '项目支出']);
    for (const [index, code] of ['208', '20805', '2080505', '2080506'].entries())
      row(sheet, [60, 240, 330, 420], 132 + 18 * index, [code, '61.25', '50.00', '11.25']);
    const table = tablesOf(await readSheets([sheet]))[0]!;
    expect(table.title).toBe('示例县2031年收支预算表');
    expect(table.captions.map(({ text }) => text)).toContain('单位：万元');
  });
});

describe('tables without rules overleaf', () => {
  it('go on in the same columns although the words of a page leave other gaps', async () => {
    const XS = [60, 140, 330, 430, 530];
    const centred = (sheet: Sheet, labels: readonly string[]) => {
      for (const [index, label] of labels.entries()) {
        const right = XS[index + 1] ?? 560;
        sheet.text((XS[index]! + right) / 2 - 5 * label.length, 100, label);
      }
      return sheet;
    };
    const first = centred(new Sheet(), ['科目编码', '科目名称', '合计', '基本支出', '其他']);
    for (const [index, code] of ['208', '20805', '2080501'].entries())
      row(first, XS, 120 + 18 * index, [code, '示例事务支出', '61.25', '50.00', '0']);
    const second = new Sheet();
    for (const [index, code] of ['2080505', '2080506', '2080599'].entries())
      row(second, XS, 60 + 18 * index, [code, '示例单位缴费支出', '6.25', '0', '0']);
    const tables = tablesOf(await readSheets([first, second]));
    expect(tables).toHaveLength(1);
    expect(textsOf(tables[0]).at(-1)).toEqual(['2080599', '示例单位缴费支出', '6.25', '0', '0']);
  });

  it('are not cut at a long label that begins with its code', async () => {
    const sheet = row(new Sheet(), [60, 330, 420], 100, ['科目编码及名称', '合计', '项目支出']);
    for (const [index, code] of ['212', '21208', '2120801'].entries())
      row(sheet, [60, 330, 420], 120 + 20 * index, [`${code}示例建设支出`, '61.25', '11.25']);
    sheet.text(66, 180, '2120899示例土地使用权出让收入安排的其他有关').text(66, 194, '支出');
    sheet.text(336, 191, '21.25').text(426, 191, '1.25');
    row(sheet, [60, 330, 420], 212, ['213示例农林水支出', '7.10', '7.10']);
    const tables = tablesOf(await readSheets([sheet]));
    expect(tables).toHaveLength(1);
    expect(textsOf(tables[0]).slice(-2)).toEqual([
      ['2120899示例土地使用权出让收入安排的其他有关支出', '21.25', '1.25'],
      ['213示例农林水支出', '7.10', '7.10'],
    ]);
  });
});

describe('a numbered heading that ends in 情况说明', () => {
  it('stands alone although it reaches as far as the text below', async () => {
    const heading = '四、一般公共预算财政拨款支出决算情况说明';
    const sheet = new Sheet().text(60, 100, heading, 12);
    const lines = [
      '七十三万元用于示例中心的日常运转和设备，',
      '其余用于示例中心的房屋修缮和日常保洁，',
      '没有用于其他方面的支出。',
    ];
    for (const [index, line] of lines.entries()) sheet.text(60, 118 + 18 * index, line, 12);
    expect(paragraphsIn(await readSheets([sheet]))).toEqual([heading, lines.join('')]);
  });
});
