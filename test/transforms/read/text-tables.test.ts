import { describe, expect, it } from 'vitest';
import type { Table } from '../../../transforms/read/document.ts';
import { documentOfText } from '../../../transforms/read/read-text.ts';

function tablesOf(text: string): Table[] {
  return documentOfText(text).blocks.filter((block): block is Table => block.kind === 'table');
}

/** Cells as text; null where nothing was printed at the end of a short row. */
function gridOf(text: string, index = 0): (string | null)[][] {
  return tablesOf(text)[index]!.grid.map((row) => row.map((cell) => cell?.text ?? null));
}

describe('rows with tabs', () => {
  it('keeps empty cells in their columns and drops empty columns at the right edge', () => {
    expect(gridOf('\t项目\t金额\t\n208\t社会保障\t1. 5\t\n\t合计\t\t\n')).toEqual([
      ['', '项目', '金额'],
      ['208', '社会保障', '1. 5'],
      ['', '合计', ''],
    ]);
  });

  it.each([
    ['indented', '资金\t年初\t全年\n\t总额\t9\t8\n\t上年结转\n\t其他来源\n目标\t完成\t已完成\n'],
    ['sources of money', '资金\t年初\t全年\n总额\t9\t8\n上年结转资金\n其他资金\n目标\t完成\t已完成\n'],
  ])('goes on over lines without figures that stand together: %s', (_, text) => {
    expect(gridOf(text)).toHaveLength(5);
  });

  it('ends at titles that stand together', () => {
    expect(tablesOf('甲\t乙\t丙\n1\t2\t3\n二、支出\n三、结余\n丁\t戊\t己\n4\t5\t6\n')).toHaveLength(2);
  });

  it('pads rows of different length', () => {
    expect(gridOf('甲\t乙\t丙\n1\t2\n')).toEqual([
      ['甲', '乙', '丙'],
      ['1', '2', null],
    ]);
  });

  it('goes on over one blank line where the shape stays, and where the header is repeated', () => {
    expect(gridOf('编码\t名称\t金额\n302\t办公\t1\n\n303\t补助\t2\n')).toHaveLength(3);
    expect(
      gridOf('编码\t名称\t金额\n302\t办公\t1\n\n编码\t名称\t金额\n303\t补助\t2\t见下\t无\n'),
    ).toHaveLength(4);
  });

  it.each([
    ['below', '示例支出明细表\n附表6\n单位：万元\n项目\t金额\n合计\t3\n', '示例支出明细表'],
    ['above', '上一张表\n附表6\n示例支出明细表\n单位：万元\n项目\t金额\n合计\t3\n', '示例支出明细表'],
    ['with no name', '本年没有支出。\n附表6\n单位：万元\n项目\t金额\n合计\t3\n', null],
  ])('has its name, whether its number stands %s', (_, text, title) => {
    expect(tablesOf(text)[0]!.title).toBe(title);
  });

  it('ends at the name of the next table, blank line or not', () => {
    const tables = tablesOf('甲\t乙\n1\t2\n支出决算表\n公开03表\n丙\t丁\n3\t4\n');
    expect(tables.map((table) => table.title)).toEqual([null, '支出决算表']);
    expect(tables[1]!.captions.map(({ text }) => text)).toEqual(['支出决算表', '公开03表']);
  });

  it('takes names, units and owners pasted into the first rows for captions', () => {
    const [table] = tablesOf('收入决算表\t\t\n部门：示例县水利局\t\t单位：万元\n项目\t金额\n合计\t3\n');
    expect(table!.title).toBe('收入决算表');
    expect(table!.captions.map(({ text }) => text)).toEqual([
      '收入决算表',
      '部门：示例县水利局',
      '单位：万元',
    ]);
    expect(table!.grid).toHaveLength(2);
  });

  it('is named by the line that ends in 表, not by what is said beside it', () => {
    const [table] = tablesOf('附件2\n支出决算表\n（一般公共预算情况）\n单位：万元\n项目\t金额\n合计\t3\n');
    expect(table!.title).toBe('支出决算表');
  });

  it('splits a line of several captions above a table', () => {
    const [table] = tablesOf('收入决算表\n公开部门：示例县水利局\t\t金额单位：万元\n\n项目\t金额\n合计\t3\n');
    expect(table!.captions.map(({ text }) => text)).toEqual([
      '收入决算表',
      '公开部门：示例县水利局',
      '金额单位：万元',
    ]);
  });

  it('reads a quoted cell that goes on over several lines', () => {
    expect(gridOf('项目\t金额\n"一般公共\n预算拨款"\t3\n')).toEqual([
      ['项目', '金额'],
      ['一般公共预算拨款', '3'],
    ]);
  });

  it('keeps a section row that lost its empty cells', () => {
    expect(gridOf('项目\t金额\n二、项目支出\n维修\t3\n')).toEqual([
      ['项目', '金额'],
      ['二、项目支出', null],
      ['维修', '3'],
    ]);
  });

  it('is not fooled by indented paragraphs, contents pages and numbered headings', () => {
    expect(tablesOf('\t本部门2024年收入总计10万元。\n\t支出总计10万元。\n')).toEqual([]);
    expect(tablesOf('目录\n一、概况\t1\n二、决算表\t5\n')).toEqual([]);
    expect(tablesOf('一、\t部门概况\n')).toEqual([]);
  });
});

describe('one cell a line behind a tab', () => {
  it('reads rows between blank lines and joins cells cut over lines', () => {
    const text =
      '\t项目资\n\n金（万元）\n\t年初\n\n预算数\n\t全年\n\n执行数\n\n\t总额\n\t\u3000\n\t12.5\n\n\t其他\n\t0\n\t\n';
    expect(gridOf(text)).toEqual([
      ['项目资金（万元）', '年初预算数', '全年执行数'],
      ['总额', '', '12.5'],
      ['其他', '0', ''],
    ]);
  });

  it('joins a row that empty paragraphs cut where it is as wide as its neighbours', () => {
    const row = (...cells: string[]) => cells.map((cell) => `\t${cell}\n`).join('');
    const text = `${row('指标', '目标', '完成', '分值')}\n${row('甲', '≥1')}\n${row('2', '5')}\n${row('乙', '≥3', '4', '5')}\n${row('总分', '10')}`;
    expect(gridOf(text)).toEqual([
      ['指标', '目标', '完成', '分值'],
      ['甲', '≥1', '2', '5'],
      ['乙', '≥3', '4', '5'],
      ['总分', '10', null, null],
    ]);
  });

  it('keeps items of a list inside a cell apart', () => {
    expect(gridOf('\t目标\n\t1、修缮校舍\n2、购置设备\n\n\t完成\n\t是\n')[0]).toEqual([
      '目标',
      '1、修缮校舍\n2、购置设备',
    ]);
  });

  it('ends before signatures and notes', () => {
    const [table] = tablesOf(
      '\t甲\n\t乙\n\n\t1\n\t2\n\n\n说明：单位为万元。\n填表人：   联系电话：123\n\n正文。\n',
    );
    expect(table!.notes.map(({ text }) => text)).toEqual(['说明：单位为万元。', '填表人： 联系电话：123']);
  });
});

describe('rows with pipes', () => {
  it.each([
    ['| 甲 | 乙 |\n|---|:-:|\n| 1 | 2 |\n'],
    ['甲 | 乙 |\n1 | 2 |\n'],
    ['甲 |\n乙 |\n||||\n1 |\n2 |\n|||\n'],
  ])('reads %j', (text) => {
    expect(gridOf(text)).toEqual([
      ['甲', '乙'],
      ['1', '2'],
    ]);
  });

  it('begins a new table at a row that holds nothing but the name of a form', () => {
    const text = '合计 | 100 |\n部门预算项目支出绩效自评表(2023年度) | |\n项目名称 | 校舍维修 |\n';
    expect(tablesOf(text).map((table) => [table.title, table.grid.length])).toEqual([
      [null, 1],
      ['部门预算项目支出绩效自评表(2023年度)', 1],
    ]);
  });

  it('leaves rows apart where nothing says how long they are', () => {
    expect(gridOf('项目名称 |\n校舍维修 |\n|\n总额 |\n3 |\n').map((row) => row.length)).toEqual([
      1, 1, 1, 1, 1,
    ]);
  });
});

describe('tables in HTML inside a text', () => {
  it('places merged cells in every slot they cover', () => {
    const text =
      '<table><tr><td rowspan="2">项目</td><td colspan=2>金额</td></tr><tr><td>预算</td><td>决算</td></tr><tr><td>三公</td><td>3</td><td></td></tr></table>\n';
    expect(gridOf(text)).toEqual([
      ['项目', '金额', '金额'],
      ['项目', '预算', '决算'],
      ['三公', '3', ''],
    ]);
  });

  it('reads text behind an unclosed table as text', () => {
    expect(tablesOf('<table><tr><td>1\n后面的话。\n')).toEqual([]);
  });
});

describe('cells', () => {
  it.each([
    ['<p>覆盖率</p>', '覆盖率'],
    ['\\geq', '≥'],
    ['$\\leq 95\\%$', '≤ 95%'],
    ['**合计**', '合计'],
    ['甲<br>乙', '甲乙'],
    ['23<br>100%', '23 100%'],
    ['&ge;3&nbsp;次', '≥3 次'],
    ['XXXX', 'XXXX'],
  ])('%s says %s', (printed, text) => {
    expect(gridOf(`指标\t值\n名\t${printed}\n`)[1]![1]).toBe(text);
  });

  it('know their line, row and column', () => {
    const cell = tablesOf('标题。\n\n甲\t乙\n1\t2\n')[0]!.grid[1]![1]!;
    expect(cell).toMatchObject({ row: 1, column: 1, location: { line: 4, table: 1, row: 2, column: 2 } });
  });
});
