import { describe, expect, it } from 'vitest';
import { unfoldStatements } from '../../../../transforms/read/statements/unfold-statements.ts';
import { linesOf } from '../../../../transforms/read/text-lines.ts';

/** Rows with tabs, cells joined by "¦". */
function rowsOf(text: string): string[] {
  return unfoldStatements(linesOf(text))
    .filter((line) => line.text.includes('\t'))
    .map((line) => line.text.split('\t').join('¦'));
}

const oneEach = (cells: string, between: string): string => cells.split(' ').join(between);

describe('a statement copied as one cell a line', () => {
  it('gets its rows back where every cell has a pipe of its own', () => {
    const text = oneEach(
      '项目 预算数 合计 61.50 1.因公出国(境)费用 ∅ 2.公务接待费 21.50 3.公务用车费 40',
      ' |\n',
    )
      .replaceAll('∅ ', '')
      .concat(' |');
    expect(rowsOf(text)).toEqual([
      '项目¦预算数',
      '合计¦61.50',
      '1.因公出国(境)费用¦',
      '2.公务接待费¦21.50',
      '3.公务用车费¦40',
    ]);
  });

  it('reads a row that begins with an empty cell from the pipe that opens it', () => {
    const text =
      '收入 |\n支出 |\n项目 |\n行次 |\n决算数 |\n项目 |\n行次 |\n决算数 |\n一、财政拨款收入 |\n1 |\n730 |\n一、教育支出 |\n29 |\n701 |\n| |\n2 |\n|\n二、住房保障支出 |\n30 |\n29 |';
    expect(rowsOf(text)).toEqual([
      '收入¦¦¦支出¦¦',
      '项目¦行次¦决算数¦项目¦行次¦决算数',
      '一、财政拨款收入¦1¦730¦一、教育支出¦29¦701',
      '¦2¦¦二、住房保障支出¦30¦29',
    ]);
  });

  it('takes pipes without a blank between them for as many empty cells', () => {
    const text =
      '项目 |\n2017年决算数 |\n2018年预算数 |\n合计 |\n8 |\n6 |\n因公出国(境)费 |\n||\n公务接待费 |\n8 |\n6 |';
    expect(rowsOf(text)).toEqual([
      '项目¦2017年决算数¦2018年预算数',
      '合计¦8¦6',
      '因公出国(境)费¦¦',
      '公务接待费¦8¦6',
    ]);
  });

  it('reads cells that begin with a pipe, and a row that ends with one on a line of its own', () => {
    const text =
      '收 入\n| 支 出\n|\n项 目\n| 2031年预算\n| 项 目\n| 2031年预算\n|\n一、财政拨款\n| 310.5\n| 教育支出\n| 402.5\n|\n政府性基金\n|\n| 住房保障支出\n| 8\n|';
    expect(rowsOf(text)).toEqual([
      '收入¦¦支出¦',
      '项 目¦2031年预算¦项 目¦2031年预算',
      '一、财政拨款¦310.5¦教育支出¦402.5',
      '政府性基金¦¦住房保障支出¦8',
    ]);
  });

  it('reads a cell and its pipe on lines of their own', () => {
    const text = oneEach(
      '收入 支出 项目 预算数 项目 预算数 一、财政拨款 9.5 一、基本支出 8 二、事业收入 ∅ 二、项目支出 1.5',
      '\n|\n',
    )
      .replaceAll('∅\n', '')
      .concat('\n|');
    expect(rowsOf(text)).toEqual([
      '收入¦¦支出¦',
      '项目¦预算数¦项目¦预算数',
      '一、财政拨款¦9.5¦一、基本支出¦8',
      '二、事业收入¦¦二、项目支出¦1.5',
    ]);
  });

  it('finds the sides by their line numbers where empty cells were dropped', () => {
    const text = oneEach(
      '收入 支出 项目 行次 金额 项目 行次 金额 栏次 1 栏次 2 一、财政拨款收入 1 88.10 一、一般公共服务支出 31 80.00 二、上级补助收入 2 二、外交支出 32 3 三、国防支出 33 8.10 本年收入合计 28 88.10 本年支出合计 58 88.10',
      '\n\n',
    );
    expect(rowsOf(text).slice(2)).toEqual([
      '一、财政拨款收入¦1¦88.10¦一、一般公共服务支出¦31¦80.00',
      '二、上级补助收入¦2¦¦二、外交支出¦32¦',
      '¦3¦¦三、国防支出¦33¦8.10',
      '本年收入合计¦28¦88.10¦本年支出合计¦58¦88.10',
    ]);
  });

  it('takes a dash for a figure that is not printed', () => {
    const text = oneEach(
      '项目 行次 全年预算数 决算统计数 一、支出合计 1 3.20 2.45 二、公务接待费 2 — 0.60 三、接待批次 3 — 12 四、机关运行经费 4 18.30',
      '\n',
    );
    expect(rowsOf(text).slice(2)).toEqual([
      '二、公务接待费¦2¦—¦0.60',
      '三、接待批次¦3¦—¦12',
      '四、机关运行经费¦4¦¦¦18.30',
    ]);
  });

  it('tells the sides apart by their words where there are no line numbers', () => {
    const text = oneEach(
      '本年收入 本年支出 项目 预算数 项目 预算数 一、财政拨款收入 70 一、教育支出 66 二、事业收入 二、住房保障支出 4 收入总计 70 支出总计 70',
      '\n',
    );
    expect(rowsOf(text)).toContain('¦¦二、住房保障支出¦4');
    expect(rowsOf(text)).toContain('收入总计¦70');
    expect(rowsOf(text)).toContain('¦¦支出总计¦70');
  });

  it('begins a row at its code, and spreads a merged header over what it covers', () => {
    const text = oneEach(
      '项目 本年支出 功能分类科目编码 科目名称 小计 基本支出 项目支出 栏次 1 2 3 合计 50.00 40.00 10.00 205 教育支出 50.00 40.00 10.00 20502 普通教育 50.00 40.00 10.00',
      '\n\n',
    );
    expect(rowsOf(text)).toEqual([
      '功能分类科目编码¦科目名称¦本年支出¦本年支出¦本年支出',
      '¦¦小计¦基本支出¦项目支出',
      '合计¦¦50.00¦40.00¦10.00',
      '205¦教育支出¦50.00¦40.00¦10.00',
      '20502¦普通教育¦50.00¦40.00¦10.00',
    ]);
  });

  it('reads levels of a code in cells of their own, and lists of codes side by side', () => {
    const levels = oneEach(
      '功能分类科目编码 功能分类科目名称 合计 基本支出 项目支出 类 款 项 208 社会保障和就业支出 9 9 0 208 05 行政事业单位养老支出 9 9 0 208 05 05 机关事业单位基本养老保险缴费支出 9 9 0',
      '\n',
    );
    expect(rowsOf(levels).at(-1)).toBe('208 05 05¦机关事业单位基本养老保险缴费支出¦9¦9¦0');
    const lists = oneEach(
      '科目编码 科目名称 决算数 科目编码 科目名称 决算数 301 工资福利支出 30.00 302 商品和服务支出 7.00 30101 基本工资 30201 办公费 7.00',
      '\n',
    );
    expect(rowsOf(lists)).toEqual([
      '科目编码¦科目名称¦决算数',
      '301¦工资福利支出¦30.00',
      '302¦商品和服务支出¦7.00',
      '30101¦基本工资¦',
      '30201¦办公费¦7.00',
    ]);
  });
});

describe('a statement copied as one row a line', () => {
  it('takes a blank in the place of a cell for an empty cell, if every row has one for each column', () => {
    const text =
      '项目 2019年执行数 2020年预算数\n一、支出合计   3000\n1、公务接待费   1200\n2、公务用车费    \n(1)运行费   1800';
    expect(rowsOf(text)).toEqual([
      '项目¦2019年执行数¦2020年预算数',
      '一、支出合计¦¦3000',
      '1、公务接待费¦¦1200',
      '2、公务用车费¦¦',
      '(1)运行费¦¦1800',
    ]);
  });

  it('keeps a figure out of both columns where blanks do not tell which of the two is missing', () => {
    const text = '项目 2019年执行数 2020年预算数\n合计 3000 2800\n公务接待费 1200\n公务用车费 1800 1600';
    expect(rowsOf(text)).toContain('公务接待费¦¦¦1200');
    expect(rowsOf(text)).toContain('公务用车费¦1800¦1600');
  });

  it('lays a header of two lines over its columns', () => {
    const text =
      '项目 2018年预算数\n小计 其中:一般公共预算安排数\n“三公”经费合计 7.20 7.20\n公务接待费 7.20 7.20';
    expect(rowsOf(text).slice(0, 2)).toEqual([
      '项目¦2018年预算数¦2018年预算数',
      '¦小计¦其中:一般公共预算安排数',
    ]);
  });
});

describe('a page copied as one line', () => {
  const line =
    '示例县教育局2021年部门预算 表3 部门支出总表 单位:万元 科目编码 科目名称 合计 基本支出 项目支出 合计 912.40 812.40 100.00 205 教育支出 912.40 812.40 100.00 20502 普通教育 912.40 812.40 100.00 以上支出均由本级财政负担。';

  it('gives its table rows, its captions lines of their own, and keeps the words around it', () => {
    const lines = unfoldStatements(linesOf(line)).map(({ text }) => text.replaceAll('\t', '¦'));
    expect(lines).toEqual([
      '示例县教育局2021年部门预算',
      '表3',
      '部门支出总表',
      '单位:万元',
      '科目编码¦科目名称¦合计¦基本支出¦项目支出',
      '合计¦¦912.40¦812.40¦100.00',
      '205¦教育支出¦912.40¦812.40¦100.00',
      '20502¦普通教育¦912.40¦812.40¦100.00',
      '',
      '以上支出均由本级财政负担。',
    ]);
  });

  it('stays one line where its columns were written into one another', () => {
    const scrambled =
      '部门收支总表 单位:万元 收 项 入 目 支 2021年预算数 项 出 目 一、一般公共预算拨款收入 512.40 一、一般公共服务支出 二、政府性基金预算拨款收入 二、外交支出 312.40 本 年 收 入 合 计 512.40 本 年 支 出 合 计 512.40 支 出 总 计 512.40';
    expect(unfoldStatements(linesOf(scrambled))).toEqual(linesOf(scrambled));
  });
});

describe('cells broken over lines', () => {
  it('go on in the next one, in the header and in the names', () => {
    const text =
      '项目 本年支出合\n计 基本支出 项目支\n出\n功能分类科目\n编码 科目名称\n合计 64.20 60.00 4.20\n208 社会保障和就业支出 60.00 60.00 0.00\n2080505 机关事业单位基本养老保\n险缴费支出 60.00 60.00 0.00\n213 农林水支出 4.20 0.00 4.20';
    expect(rowsOf(text)).toEqual([
      '功能分类科目编码¦科目名称¦本年支出合计¦基本支出¦项目支出',
      '合计¦¦64.20¦60.00¦4.20',
      '208¦社会保障和就业支出¦60.00¦60.00¦0.00',
      '2080505¦机关事业单位基本养老保险缴费支出¦60.00¦60.00¦0.00',
      '213¦农林水支出¦4.20¦0.00¦4.20',
    ]);
  });

  it('do not go on into a total, nor from a name that fits', () => {
    const text = oneEach(
      '科目编码 科目名称 决算数 301 工资福利支出 302 商品和服务支出 7.00 30201 办公费 公用经费合计 7.00',
      '\n',
    );
    expect(rowsOf(text)).toContain('301¦工资福利支出¦');
    expect(rowsOf(text)).toContain('30201¦办公费¦');
    expect(rowsOf(text)).toContain('公用经费合计¦¦7.00');
  });
});

describe('a header broken over lines', () => {
  it('stands as one row below the captions and above the words that are known', () => {
    const text =
      '一般公共预算基本支出表\n单位：元\n部门预算经济分类科目\n编码\n类 款 经济分类科目名称 合计 人员经费 公用经费\n301 工资福利支出 900 900 0\n302 商品和服务支出 80 0 80\n303 对个人和家庭的补助 20 20 0';
    expect(rowsOf(text).slice(0, 3)).toEqual([
      '部门预算经济分类科目｜编码¦',
      '类款¦经济分类科目名称¦合计¦人员经费¦公用经费',
      '301¦工资福利支出¦900¦900¦0',
    ]);
  });
});

describe('figures whose column a copy without empty cells does not tell', () => {
  it('come to stand under no header, and the total under its own', () => {
    const text = oneEach(
      '科目编码 科目名称 合计 基本支出 项目支出 合计 70 60 10 201 一般公共服务支出 60 60 205 教育支出 10 10',
      '\n',
    );
    expect(rowsOf(text)).toEqual([
      '科目编码¦科目名称¦合计¦基本支出¦项目支出¦缺少单元格，列不明',
      '合计¦¦70¦60¦10',
      '201¦一般公共服务支出¦60¦¦¦60',
      '205¦教育支出¦10¦¦¦10',
    ]);
  });

  it('do so beside line numbers too', () => {
    const text = oneEach(
      '收入 支出 项目 行次 金额 项目 行次 合计 一般公共预算财政拨款 政府性基金预算财政拨款 一、一般公共预算财政拨款 1 9.00 一、教育支出 30 7.00 7.00 二、政府性基金预算财政拨款 2 二、城乡社区支出 31 2.00 2.00',
      '\n',
    );
    expect(rowsOf(text).at(-1)).toBe('二、政府性基金预算财政拨款¦2¦¦二、城乡社区支出¦31¦2.00¦¦¦2.00');
  });
});

describe('a “三公” table of one row', () => {
  const PARTS = '合计 因公出国(境)费 公务用车购置及运行维护费 公务接待费';
  const VEHICLES = '小计 公务用车购置费 公务用车运行维护费';

  it('lays its words out over the figures where they add up', () => {
    const text = oneEach(
      `预算数 决算数 ${PARTS} ${PARTS} ${VEHICLES} ${VEHICLES} 1 2 3 4 5 6 7 8 9 10 11 12 9.50 1.00 6.50 4.00 2.50 2.00 8.10 0 6.10 4.00 2.10 2.00`,
      '\n',
    );
    expect(rowsOf(text)).toEqual([
      [
        '预算数',
        '预算数',
        '预算数',
        '预算数',
        '预算数',
        '预算数',
        '决算数',
        '决算数',
        '决算数',
        '决算数',
        '决算数',
        '决算数',
      ].join('¦'),
      [
        ...[
          '合计',
          '因公出国(境)费',
          '公务用车购置及运行维护费',
          '公务用车购置及运行维护费',
          '公务用车购置及运行维护费',
          '公务接待费',
        ],
      ]
        .concat([
          '合计',
          '因公出国(境)费',
          '公务用车购置及运行维护费',
          '公务用车购置及运行维护费',
          '公务用车购置及运行维护费',
          '公务接待费',
        ])
        .join('¦'),
      '¦¦小计¦公务用车购置费¦公务用车运行维护费¦¦¦¦小计¦公务用车购置费¦公务用车运行维护费¦',
      '9.50¦1.00¦6.50¦4.00¦2.50¦2.00¦8.10¦0¦6.10¦4.00¦2.10¦2.00',
    ]);
  });

  it('knows the place of a figure that is not printed, where every cell has its pipe', () => {
    const text = oneEach(`${PARTS} ${VEHICLES} 6.50 ∅ 4.50 ∅ 4.50 2.00`, ' |\n').replaceAll('∅ ', '');
    expect(rowsOf(`${text} |`).at(-1)).toBe('6.50¦¦4.50¦¦4.50¦2.00');
  });

  it('takes the phases behind the words for those of each word', () => {
    const phases = Array.from({ length: 6 }, () => '预算数 决算数').join(' ');
    const text = oneEach(`${PARTS} ${VEHICLES} ${phases} 9 8 0 0 6 6 0 0 6 6 3 2`, '\n');
    expect(rowsOf(text).at(2)).toBe(phases.replaceAll(' ', '¦'));
  });

  it.each([
    ['that does not add up', `${PARTS} ${VEHICLES} 9 1 6 4 2 3`],
    ['that lost a figure', `${PARTS} ${VEHICLES} 9 6 4 2 3`],
  ])('is left as it is %s', (_, cells) => {
    expect(rowsOf(oneEach(cells, '\n'))).toEqual([]);
  });
});

describe('what is left as it is', () => {
  it.each([
    [
      'a table whose line numbers do not follow one another',
      '项目 行次 金额 项目 行次 金额 财政拨款收入 1 9 教育支出 29 9 12 3 4',
    ],
    [
      'a header in whose middle a known one would begin',
      '人员类别 项目 金额 在职 5 离休 6 退休 7'.replace('人员类别', '项目名称'),
    ],
    [
      'codes that stand in no column of the header',
      '科目名称 金额 人大事务 12.00 2010101 行政运行 8.00 2010102 人大会议 4.00',
    ],
    [
      'entries that say neither revenue nor expenditure',
      '收入 支出 项目 预算数 项目 预算数 甲项 1 乙项 2 丙项 3',
    ],
    [
      'rows of different width by code',
      '科目编码 科目名称 合计 基本支出 项目支出 类别 201 公共服务 5 201 行政 6',
    ],
    [
      'names of funds broken in two',
      '收入 支出 项目 决算数 项目 决算数 一、一般公共预算拨款 9 一、教育支出 9 二、政府性基金预算 财政拨款 12 二、其他支出 12',
    ],
    ['labels in two columns', '项目名称 金额 收入总计 90 一般公共预算资金 小计 80 其他资金 小计 10'],
    [
      'three lists whose sides no word tells',
      '项目 金额 科目 金额 项目 金额 甲收入 1 乙支出 2 丙支出 3 丁收入 4',
    ],
    ['a single line under a header', '项目 预算数 合计 61.50'],
  ])('%s', (_, cells) => {
    const lines = linesOf(oneEach(cells, '\n'));
    expect(unfoldStatements(lines)).toEqual(lines);
  });

  it('keeps the lines around a statement as they were printed', () => {
    const text = '来源: 示例县财政局   2020-03-01\n项目\n决算数\n合计\n6\n公务接待费\n6\n注:本表不含会议费。';
    const lines = unfoldStatements(linesOf(text)).map((line) => line.text);
    expect(lines[0]).toBe('来源: 示例县财政局   2020-03-01');
    expect(lines.at(-1)).toBe('注:本表不含会议费。');
  });

  it('stops at the name of the next table', () => {
    const text = oneEach(
      '项目 决算数 合计 6 公务接待费 6 示例县政府采购情况表 项目 金额 货物 3 服务 1',
      '\n',
    );
    expect(rowsOf(text)).toEqual(['项目¦决算数', '合计¦6', '公务接待费¦6', '项目¦金额', '货物¦3', '服务¦1']);
  });
});
