import { describe, expect, it } from 'vitest';
import { Sheet } from '../../../support/pdf.ts';
import { readSheets, tablesOf, textsOf } from '../../../support/pdf-engine.ts';

const XS = [60, 260, 400, 540];
const YS = [120, 145, 170, 195];

/** Writes one row of words, each 8 points inside its column. */
function row(sheet: Sheet, xs: readonly number[], top: number, texts: readonly string[], size = 10): Sheet {
  for (const [index, text] of texts.entries()) if (text !== '') sheet.text(xs[index]! + 8, top, text, size);
  return sheet;
}

function body(sheet: Sheet, xs: readonly number[] = XS, top = 126): Sheet {
  row(sheet, xs, top, ['项目', '预算数', '决算数']);
  row(sheet, xs, top + 25, ['一、财政拨款收入', '1,234.50', '1,200.00']);
  return row(sheet, xs, top + 50, ['合计', '', '1,200.00']);
}

const BODY = [
  ['项目', '预算数', '决算数'],
  ['一、财政拨款收入', '1,234.50', '1,200.00'],
  ['合计', '', '1,200.00'],
];

describe('tables with rules', () => {
  it('come out cell for cell from stroked lines', async () => {
    const document = await readSheets([body(new Sheet().grid(XS, YS))]);
    expect(tablesOf(document).map(textsOf)).toEqual([BODY]);
  });

  it('come out the same from thin filled rectangles, one piece for every cell', async () => {
    const sheet = new Sheet();
    for (const y of YS)
      for (let i = 1; i < XS.length; i++) sheet.fill(XS[i - 1]!, y, XS[i]! - XS[i - 1]! - 0.5, 0.5);
    for (const x of XS)
      for (let i = 1; i < YS.length; i++) sheet.fill(x, YS[i - 1]! + 0.5, 0.5, YS[i]! - YS[i - 1]! - 0.5);
    expect(tablesOf(await readSheets([body(sheet)])).map(textsOf)).toEqual([BODY]);
  });

  it('come out the same from stroked rectangles around every cell', async () => {
    const sheet = new Sheet();
    for (let r = 1; r < YS.length; r++) {
      for (let c = 1; c < XS.length; c++)
        sheet.frame(XS[c - 1]!, YS[r - 1]!, XS[c]! - XS[c - 1]!, YS[r]! - YS[r - 1]!);
    }
    expect(tablesOf(await readSheets([body(sheet)])).map(textsOf)).toEqual([BODY]);
  });

  it('come out the same from double rules around the table', async () => {
    const sheet = body(new Sheet().grid(XS, YS)).frame(58.5, 118.5, 483, 78);
    expect(tablesOf(await readSheets([sheet])).map(textsOf)).toEqual([BODY]);
  });

  it('come out the same from dotted rules', async () => {
    const sheet = new Sheet();
    for (const y of YS) for (let x = 60; x < 540; x += 2) sheet.fill(x, y, 1, 0.5);
    for (const x of XS) for (let y = 120; y < 195; y += 2) sheet.fill(x, y, 0.5, 1);
    expect(tablesOf(await readSheets([body(sheet)])).map(textsOf)).toEqual([BODY]);
  });

  it('come out the same from a form that is painted under a matrix', async () => {
    // Half the size, moved: the words stay within the same cells.
    const document = await readSheets([body(new Sheet().grid(XS, YS)).asForm('0.5 0 0 0.5 100 200')]);
    expect(tablesOf(document).map(textsOf)).toEqual([BODY]);
  });

  it('come out the same with open sides', async () => {
    const sheet = new Sheet();
    for (const y of YS) sheet.line(60, y, 540, y);
    for (const x of XS.slice(1, -1)) sheet.line(x, 120, x, 195);
    expect(tablesOf(await readSheets([body(sheet)])).map(textsOf)).toEqual([BODY]);
  });

  it('keep merged cells as one cell in every slot that it covers', async () => {
    const sheet = new Sheet();
    const ys = [100, 125, 150, 175];
    sheet.line(60, 100, 540, 100).line(260, 125, 540, 125).line(60, 150, 540, 150).line(60, 175, 540, 175);
    sheet.line(60, 100, 60, 175).line(260, 100, 260, 175).line(400, 125, 400, 175).line(540, 100, 540, 175);
    row(sheet, XS, ys[0]! + 18, ['项目']);
    row(sheet, XS, ys[0]! + 6, ['', '“三公”经费']);
    row(sheet, XS, ys[1]! + 6, ['', '预算数', '决算数']);
    row(sheet, XS, ys[2]! + 6, ['合计', '3.00', '2.50']);
    const [table] = tablesOf(await readSheets([sheet]));
    expect(textsOf(table)).toEqual([
      ['项目', '“三公”经费', '“三公”经费'],
      ['项目', '预算数', '决算数'],
      ['合计', '3.00', '2.50'],
    ]);
    expect(table!.grid[0]![0]).toBe(table!.grid[1]![0]);
    expect(table!.grid[0]![1]).toMatchObject({ row: 0, column: 1, rowSpan: 1, columnSpan: 2 });
    expect(table!.grid[0]![0]).toMatchObject({ rowSpan: 2, columnSpan: 1 });
  });

  it('say where every cell is on the upright page', async () => {
    const [table] = tablesOf(await readSheets([body(new Sheet().grid(XS, YS))]));
    expect(table!.grid[1]![1]!.location).toEqual({
      page: 1,
      table: 1,
      row: 2,
      column: 2,
      box: { left: 260, top: 145, right: 400, bottom: 170 },
    });
  });

  it('keep a label that wraps above and below its figure in one row', async () => {
    const sheet = new Sheet().grid([60, 160, 300], [100, 150, 175]);
    sheet
      .text(68, 104, '机关事业单位基本')
      .text(68, 118, '养老保险缴费支')
      .text(68, 132, '出')
      .text(170, 120, '446.11');
    sheet.text(68, 157, '住房公积金').text(170, 157, '289.59');
    expect(tablesOf(await readSheets([sheet])).map(textsOf)).toEqual([
      [
        ['机关事业单位基本养老保险缴费支出', '446.11'],
        ['住房公积金', '289.59'],
      ],
    ]);
  });

  it('part two figures that touch at the rule between their cells', async () => {
    const sheet = new Sheet().grid([60, 160, 225, 290], [100, 120, 140]);
    sheet.text(68, 105, '项目').text(165, 105, '合计').text(230, 105, '基本支出');
    // Ten narrow characters of 6.5 points fill a column to its rule.
    sheet
      .text(68, 125, '合计')
      .text(160, 125, '12,345,678.91'.slice(0, 10), 13)
      .text(225, 125, '98,765,432'.slice(0, 10), 13);
    expect(textsOf(tablesOf(await readSheets([sheet]))[0])[1]).toEqual(['合计', '12,345,678', '98,765,432']);
  });

  it('keep a figure whole that sticks out over its rule', async () => {
    const sheet = new Sheet().grid([60, 160, 220, 290], [100, 120, 140]);
    sheet.text(68, 105, '项目').text(165, 105, '合计').text(230, 105, '备注');
    sheet.text(68, 125, '合计').text(164, 125, '189,767,551.00', 9);
    expect(textsOf(tablesOf(await readSheets([sheet]))[0])[1]).toEqual(['合计', '189,767,551.00', '']);
  });

  it.each([
    [['123,45', '6,789.0', '0'], '123,456,789.00'],
    [['12,345,', '678.90'], '12,345,678.90'],
    [['123,456.00', '789,012.00'], '123,456.00 789,012.00'],
    [['1234', '56.78'], '1234 56.78'],
  ])(
    'put a figure together that is cut at the side of its cell, and not two figures: %j',
    async (lines, text) => {
      const sheet = new Sheet().grid([60, 160, 220], [100, 120, 180]);
      sheet.text(68, 105, '项目').text(165, 105, '合计').text(68, 140, '合计');
      for (const [index, line] of lines.entries()) sheet.text(164, 125 + 14 * index, line);
      expect(textsOf(tablesOf(await readSheets([sheet]))[0])[1]).toEqual(['合计', text]);
    },
  );

  it('keep the same long label in two rows close under each other', async () => {
    const label = '其他城乡社区公共设施支出（含以前年度结转）';
    const sheet = new Sheet().grid([60, 120, 360, 430], [100, 114, 128, 142]);
    for (const [index, code] of ['21203', '2120399', '2129999'].entries()) {
      sheet
        .text(64, 102 + index * 14, code)
        .text(124, 102 + index * 14, label)
        .text(370, 102 + index * 14, '12.50');
    }
    expect(textsOf(tablesOf(await readSheets([sheet]))[0])).toEqual([
      ['21203', label, '12.50'],
      ['2120399', label, '12.50'],
      ['2129999', label, '12.50'],
    ]);
  });

  it('stand side by side or one above the other as tables of their own', async () => {
    const lower = [300, 325, 350, 375];
    const sheet = body(body(new Sheet().grid(XS, YS)).grid(XS, lower), XS, 306);
    sheet.text(220, 95, '收入决算表', 14).text(220, 275, '支出决算表', 14);
    const tables = tablesOf(await readSheets([sheet]));
    expect(tables.map((table) => [table.number, table.title])).toEqual([
      [1, '收入决算表'],
      [2, '支出决算表'],
    ]);
    expect(tables.map(textsOf)).toEqual([BODY, BODY]);
  });

  it('give a row to every line where columns are ruled and rows are not', async () => {
    const sheet = new Sheet().grid([60, 260, 400, 540], [100, 125, 220]);
    row(sheet, XS, 106, ['项目', '预算数', '决算数']);
    for (const [index, name] of ['办公费', '印刷费', '水费', '电费'].entries()) {
      row(sheet, XS, 130 + index * 20, [name, `${index + 1}.10`, `${index + 1}.05`]);
    }
    expect(textsOf(tablesOf(await readSheets([sheet]))[0])).toEqual([
      ['项目', '预算数', '决算数'],
      ['办公费', '1.10', '1.05'],
      ['印刷费', '2.10', '2.05'],
      ['水费', '3.10', '3.05'],
      ['电费', '4.10', '4.05'],
    ]);
  });
});

describe('tables on turned pages', () => {
  it('are read upright from a sheet with /Rotate', async () => {
    // On the unturned sheet the text runs upwards: x to the right becomes up.
    for (const rotate of [90, 270] as const) {
      const degrees = rotate === 90 ? 90 : 270;
      const sheet = new Sheet({ width: 595, height: 842, rotate });
      drawSideways(sheet, degrees);
      const document = await readSheets([sheet]);
      expect(textsOf(tablesOf(document)[0])).toEqual(BODY);
      expect(tablesOf(document)[0]!.grid[0]![0]!.location.box).toEqual({
        left: 60,
        top: 120,
        right: 260,
        bottom: 145,
      });
    }
  });

  it('are read upright where only the text lies on its side', async () => {
    const sheet = new Sheet({ width: 595, height: 842 });
    drawSideways(sheet, 90);
    expect(textsOf(tablesOf(await readSheets([sheet]))[0])).toEqual(BODY);
  });

  it('are placed from the corner of the visible part of a cropped page', async () => {
    const sheet = body(new Sheet({ crop: [40, 100, 560, 742] }).grid(XS, YS));
    const [table] = tablesOf(await readSheets([sheet]));
    expect(table!.grid[0]![0]!.location.box).toEqual({ left: 20, top: 20, right: 220, bottom: 45 });
  });
});

/** The table of BODY on its side: `degrees` anticlockwise on a portrait sheet, 842 × 595 when upright. */
function drawSideways(sheet: Sheet, degrees: 90 | 270): void {
  const place = (x: number, y: number): [number, number] => (degrees === 90 ? [y, 842 - x] : [595 - y, x]);
  for (const x of XS) sheet.line(...place(x, YS[0]!), ...place(x, YS.at(-1)!));
  for (const y of YS) sheet.line(...place(XS[0]!, y), ...place(XS.at(-1)!, y));
  for (const [r, texts] of BODY.entries()) {
    for (const [c, text] of texts.entries()) {
      if (text !== '') sheet.turned(...place(XS[c]! + 8, YS[r]! + 15), degrees, text);
    }
  }
}

describe('tables without rules', () => {
  const LINES = [
    ['科目编码', '科目名称', '预算数', '决算数'],
    ['201', '一般公共服务支出', '1,234.50', '1,200.00'],
    ['20103', '政府办公厅（室）及相关机构事务', '234.50', '200.00'],
    ['208', '社会保障和就业支出', '100.00', '98.00'],
    ['', '合计', '1,334.50', '1,298.00'],
  ];
  const COLUMNS = [60, 130, 330, 440];

  function drawLines(sheet: Sheet): Sheet {
    for (const [index, texts] of LINES.entries()) row(sheet, COLUMNS, 120 + index * 20, texts);
    return sheet;
  }

  it('are found by the gaps that their lines leave free', async () => {
    const document = await readSheets([drawLines(new Sheet())]);
    expect(textsOf(tablesOf(document)[0])).toEqual(LINES);
  });

  it('are found between horizontal rules only', async () => {
    const sheet = drawLines(new Sheet());
    for (const y of [116, 136, 216]) sheet.line(60, y, 520, y);
    expect(textsOf(tablesOf(await readSheets([sheet]))[0])).toEqual(LINES);
  });

  it('are found where rows are ruled and framed, and columns are not', async () => {
    const sheet = drawLines(new Sheet()).grid([55, 535], [115, 135, 155, 175, 195, 215]);
    expect(textsOf(tablesOf(await readSheets([sheet]))[0])).toEqual(LINES);
  });

  it('are found inside a frame without inner rules', async () => {
    const document = await readSheets([drawLines(new Sheet()).frame(55, 112, 480, 110)]);
    expect(textsOf(tablesOf(document)[0])).toEqual(LINES);
  });

  it('keep a label that wraps above and below its figures in their row', async () => {
    const sheet = new Sheet();
    row(sheet, COLUMNS, 120, ['201', '一般公共服务支出', '10.00', '9.00']);
    sheet.text(138, 148, '机关事业单位基本养老');
    row(sheet, COLUMNS, 154, ['2080505', '', '8.00', '7.00']);
    sheet.text(138, 160, '保险缴费支出');
    row(sheet, COLUMNS, 190, ['221', '住房保障支出', '6.00', '5.00']);
    row(sheet, COLUMNS, 222, ['', '合计', '24.00', '21.00']);
    expect(textsOf(tablesOf(await readSheets([sheet]))[0])[1]).toEqual([
      '2080505',
      '机关事业单位基本养老保险缴费支出',
      '8.00',
      '7.00',
    ]);
  });

  it('are left as text, and noted, where their columns cannot be told', async () => {
    const sheet = new Sheet();
    for (let index = 0; index < 5; index++) {
      row(sheet, [60, 200 + index * 13, 260 + index * 17, 330 + index * 11], 100 + index * 20, [
        '办公费',
        '1.10',
        '2.20',
        '3.30',
      ]);
    }
    const document = await readSheets([sheet]);
    expect(tablesOf(document)).toEqual([]);
    expect(document.notes.map((note) => note.code)).toEqual(['table_not_understood']);
    expect(document.blocks[0]).toMatchObject({ kind: 'paragraph', text: '办公费1.10 2.20 3.30' });
  });

  it('are never made of a table of contents', async () => {
    const sheet = new Sheet().text(260, 80, '目录', 16);
    for (const [index, name] of ['部门职责', '机构设置', '决算表', '情况说明'].entries()) {
      sheet
        .text(80, 120 + index * 24, `${index + 1}. ${name}${'.'.repeat(60)}`)
        .text(500, 120 + index * 24, `${index + 1}`);
    }
    expect(tablesOf(await readSheets([sheet]))).toEqual([]);
  });

  it('are never made of a signature or of captions', async () => {
    const sheet = new Sheet().text(60, 100, '编制单位：示例局').text(450, 100, '单位：万元');
    sheet.text(60, 130, '负责人：张三').text(450, 130, '2024年1月1日');
    expect(tablesOf(await readSheets([sheet]))).toEqual([]);
  });
});

describe('tables that go on overleaf', () => {
  const ROWS = [
    ['201', '一般公共服务支出', '10.00'],
    ['208', '社会保障和就业支出', '20.00'],
    ['221', '住房保障支出', '30.00'],
    ['', '合计', '60.00'],
  ];
  const HEADER = ['科目编码', '科目名称', '金额'];
  const LANES = [60, 160, 400, 540];

  function page(top: number, rows: readonly (readonly string[])[], sheet = new Sheet()): Sheet {
    sheet.grid(
      LANES,
      Array.from({ length: rows.length + 1 }, (_, index) => top + index * 25),
    );
    for (const [index, texts] of rows.entries()) row(sheet, LANES, top + index * 25 + 6, texts);
    return sheet;
  }

  it('are one table without the repeated header, and every row keeps its page', async () => {
    const first = page(120, [HEADER, ...ROWS.slice(0, 2)], new Sheet().text(220, 80, '支出预算表', 16));
    const tables = tablesOf(await readSheets([first, page(60, [HEADER, ...ROWS.slice(2)])]));
    expect(tables.map(textsOf)).toEqual([[HEADER, ...ROWS]]);
    expect(tables[0]!.grid.map((cells) => cells[1]!.location.page)).toEqual([1, 1, 1, 2, 2]);
    expect(tables[0]!.grid[3]![1]!.location.row).toBe(4);
  });

  it('are one table without any header overleaf', async () => {
    const tables = tablesOf(
      await readSheets([page(120, [HEADER, ...ROWS.slice(0, 2)]), page(60, ROWS.slice(2))]),
    );
    expect(tables.map(textsOf)).toEqual([[HEADER, ...ROWS]]);
  });

  it('are one table where page numbers and running titles stand between', async () => {
    const sheets = [ROWS.slice(0, 1), ROWS.slice(1, 2), ROWS.slice(2)].map((rows, index) =>
      page(120, index === 0 ? [HEADER, ...rows] : rows, new Sheet())
        .text(200, 30, '示例局2024年度部门决算')
        .text(290, 800, `- ${index + 1} -`),
    );
    const document = await readSheets(sheets);
    expect(tablesOf(document).map(textsOf)).toEqual([[HEADER, ...ROWS]]);
    expect(document.notes.map((note) => note.code)).toEqual(['running_title', 'page_number']);
  });

  it('are one table where every page repeats its title, unit and header', async () => {
    const sheets = [0, 1, 2, 3].map((index) =>
      page(
        120,
        [HEADER, ROWS[index]!],
        new Sheet().text(220, 70, '支出预算表', 16).text(470, 100, '单位：万元'),
      ),
    );
    const document = await readSheets(sheets);
    expect(tablesOf(document).map(textsOf)).toEqual([[HEADER, ...ROWS]]);
    expect(tablesOf(document)[0]).toMatchObject({ title: '支出预算表' });
    expect(document.notes).toEqual([]);
  });

  it('are not named by the running title above all of them', async () => {
    const sheets = ['收入预算表', '支出预算表', '基本支出预算表'].map((title) =>
      page(
        140,
        [HEADER, ...ROWS],
        new Sheet().text(200, 30, '示例局部门预算公开报表').text(220, 90, title, 16),
      ),
    );
    const document = await readSheets(sheets);
    expect(tablesOf(document).map((table) => [table.title, table.captions.length])).toEqual([
      ['收入预算表', 1],
      ['支出预算表', 1],
      ['基本支出预算表', 1],
    ]);
    expect(document.notes.map((note) => note.code)).toEqual(['running_title']);
  });

  it('are two tables where a title stands above the second', async () => {
    const second = page(120, [HEADER, ...ROWS.slice(2)], new Sheet().text(220, 80, '收入预算表', 16));
    const tables = tablesOf(await readSheets([page(120, [HEADER, ...ROWS.slice(0, 2)]), second]));
    expect(tables.map((table) => table.title)).toEqual([null, '收入预算表']);
  });

  it('take a title from the foot of the page before', async () => {
    const first = page(120, [HEADER, ...ROWS])
      .text(220, 770, '基本支出预算表', 16)
      .text(60, 800, '部门：示例局')
      .text(470, 800, '单位：万元');
    const tables = tablesOf(await readSheets([first, page(60, [HEADER, ...ROWS.slice(0, 2)])]));
    expect(tables.map((table) => table.title)).toEqual([null, '基本支出预算表']);
    expect(tables[1]!.captions.map((caption) => caption.text)).toEqual([
      '基本支出预算表',
      '部门：示例局',
      '单位：万元',
    ]);
    expect(tables[1]!.captions[0]!.location.page).toBe(1);
  });

  it('mend a row that the page end cuts in two', async () => {
    const narrow = [60, 130, 400, 540];
    const first = new Sheet().grid(narrow, [700, 725, 750]);
    row(first, narrow, 706, ['项目', '科目名称', '金额']);
    first.text(62, 731, '八、社会保障', 11).text(138, 731, '其他').text(408, 731, '1,608.51');
    const second = new Sheet().grid(narrow, [60, 85, 110]);
    second.text(62, 66, '和就业支出', 11);
    second.text(62, 91, '九、其他支出', 11).text(408, 91, '1.00');
    expect(textsOf(tablesOf(await readSheets([first, second]))[0])).toEqual([
      ['项目', '科目名称', '金额'],
      ['八、社会保障和就业支出', '其他', '1,608.51'],
      ['九、其他支出', '', '1.00'],
    ]);
  });
});

describe('what stands around a table', () => {
  it('is its title, number, owner and unit above and its notes below', async () => {
    const sheet = body(new Sheet().grid(XS, YS));
    sheet
      .text(60, 40, '公开01表')
      .text(215, 60, '收入支出决算总表', 16)
      .text(60, 100, '编制单位：示例局')
      .text(470, 100, '单位：万元');
    sheet.text(60, 200, '注：本表反映部门本年度的总收支情况。');
    sheet.text(80, 260, '以下是与表格无关的一段说明文字。');
    const document = await readSheets([sheet]);
    const [table] = tablesOf(document);
    expect(table!.title).toBe('收入支出决算总表');
    expect(table!.captions.map((caption) => caption.text)).toEqual([
      '公开01表',
      '收入支出决算总表',
      '编制单位：示例局',
      '单位：万元',
    ]);
    expect(table!.notes.map((note) => note.text)).toEqual(['注：本表反映部门本年度的总收支情况。']);
    expect(document.blocks.at(-1)).toMatchObject({
      kind: 'paragraph',
      text: '以下是与表格无关的一段说明文字。',
    });
  });

  it('leaves the sentence above a table in the text', async () => {
    const sheet = body(new Sheet().grid(XS, YS)).text(80, 95, '本部门2024年度收入支出情况如下。');
    const document = await readSheets([sheet]);
    expect(tablesOf(document)[0]).toMatchObject({ title: null, captions: [] });
    expect(document.blocks[0]).toMatchObject({ kind: 'paragraph', text: '本部门2024年度收入支出情况如下。' });
  });

  it('is taken from ruled rows above the header, too', async () => {
    const sheet = new Sheet()
      .line(60, 70, 540, 70)
      .line(60, 95, 540, 95)
      .line(60, 70, 60, 120)
      .line(540, 70, 540, 120);
    sheet.grid(XS, YS).line(400, 95, 400, 120);
    body(sheet)
      .text(240, 76, '收入支出决算总表')
      .text(68, 101, '编制单位：示例局')
      .text(408, 101, '单位：万元');
    const [table] = tablesOf(await readSheets([sheet]));
    expect(textsOf(table)).toEqual(BODY);
    expect(table).toMatchObject({ title: '收入支出决算总表' });
    expect(table!.captions.map((caption) => caption.text)).toEqual([
      '收入支出决算总表',
      '编制单位：示例局',
      '单位：万元',
    ]);
  });

  it('is no header that spans the whole table', async () => {
    const sheet = new Sheet().grid(XS, YS).frame(60, 95, 480, 25).text(240, 101, '“三公”经费');
    const [table] = tablesOf(await readSheets([body(sheet)]));
    expect(textsOf(table)[0]).toEqual(['“三公”经费', '“三公”经费', '“三公”经费']);
  });

  it('keeps a title over two lines as one', async () => {
    const sheet = body(new Sheet().grid(XS, YS))
      .text(75, 60, '一般公共预算“三公”经费会议费培训费支出预算', 22)
      .text(287, 88, '表', 22);
    expect(tablesOf(await readSheets([sheet]))[0]).toMatchObject({
      title: '一般公共预算“三公”经费会议费培训费支出预算表',
    });
  });
});

describe('labels printed on their side', () => {
  it('are read in their own direction', async () => {
    const sheet = new Sheet().grid([60, 90, 300, 400], [100, 180, 205]);
    sheet.turned(70, 110, 270, '财政拨款').text(98, 130, '一般公共预算').text(310, 130, '10.00');
    sheet.turned(80, 203, 90, '其他').text(98, 187, '事业收入').text(310, 187, '2.00');
    expect(textsOf(tablesOf(await readSheets([sheet]))[0])).toEqual([
      ['财政拨款', '一般公共预算', '10.00'],
      ['其他', '事业收入', '2.00'],
    ]);
  });
});
