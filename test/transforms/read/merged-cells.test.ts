/** Rows that lost the cells a merged one covers; what the rows around them leave open is not laid out. */
import { describe, expect, it } from 'vitest';
import { withMergedCells } from '../../../transforms/read/merged-cells.ts';

/** "合计×2" covers two columns. */
const laidOut = (text: string, trimmed: boolean) =>
  withMergedCells(
    text
      .trim()
      .split('\n')
      .map((line, at) => line.split('|').map((cell) => ({ text: cell.trim(), line: at + 1 }))),
    trimmed,
  ).map((row) =>
    row.map(({ text, columnSpan }) => (columnSpan === undefined ? text : `${text}×${columnSpan}`)).join('|'),
  );

const BY_CODE = `
项目|本年支出
科目代码|科目名称|小计|基本支出|项目支出
栏次|1|2|3
合计|90.00|60.00|30.00
213|农林水支出|90.00|60.00|30.00
2130101|行政运行|60.00|60.00|
2130104|事业运行|30.00||30.00`;

describe('a merged cell printed once', () => {
  it.each([true, false])('covers the columns that the rows below leave it (%s)', (trimmed) => {
    expect(laidOut(BY_CODE, trimmed)).toEqual([
      '项目×2|本年支出×3',
      '科目代码|科目名称|小计|基本支出|项目支出',
      '栏次×2|1|2|3',
      '合计×2|90.00|60.00|30.00',
      '213|农林水支出|90.00|60.00|30.00',
      '2130101|行政运行|60.00|60.00|',
      '2130104|事业运行|30.00||30.00',
    ]);
  });

  it('stands over the groups that repeat the first label, or that open with a total', () => {
    const sides = `
收入|支出
项目|金额|项目|合计|一般公共预算
一、财政拨款收入|90.00|一、教育支出|80.00|80.00
二、其他收入|1.00|二、其他支出|11.00|10.00`;
    expect(laidOut(sides, false)[0]).toBe('收入×2|支出×3');
    const funds = `
代码|名称|合计|本年收入|上年结转
|||小计|一般公共预算|小计|单位资金
401|示例局|9.00|8.00|8.00|1.00|1.00
402|示例站|9.00|8.00|8.00|1.00|1.00`;
    expect(laidOut(funds, false)[0]).toBe('代码|名称|合计|本年收入×2|上年结转×2');
  });

  it('stands over halves that repeat one another, at two levels', () => {
    const matrix = `
预算数|决算数
合计|公务用车购置及运行费|公务接待费|合计|公务用车购置及运行费|公务接待费
|小计|购置费|运行费||| 小计|购置费|运行费|
9.00|8.00|0.00|8.00|1.00|7.00|6.50|0.00|6.50|0.50`;
    expect(laidOut(matrix.replace('||| 小计', '|||小计'), false).slice(0, 2)).toEqual([
      '预算数×5|决算数×5',
      '合计|公务用车购置及运行费×3|公务接待费|合计|公务用车购置及运行费×3|公务接待费',
    ]);
  });

  it('puts a row that lost the cells above it where it belongs', () => {
    const sunk = `
项目|年初结转和结余|本年收入|本年支出|年末结转和结余
科目代码|科目名称|小计|基本支出|项目支出
栏次|1|2|3|4|5|6
合计||40.00|40.00||40.00|
212|城乡社区支出||40.00|40.00||40.00|
2120803|城市建设支出||40.00|40.00||40.00|`;
    expect(laidOut(sunk, true).slice(0, 4)).toEqual([
      '项目×2|年初结转和结余|本年收入|本年支出×3|年末结转和结余',
      '科目代码|科目名称|||小计|基本支出|项目支出|',
      '栏次×2|1|2|3|4|5|6',
      '合计×2||40.00|40.00||40.00|',
    ]);
  });

  it('says nothing of any one column where its columns are open', () => {
    const open = BY_CODE.replace('项目|本年支出', '甲|乙|丙');
    expect(laidOut(open, false)[0]).toBe('甲｜乙｜丙×5');
  });

  it('is as wide as the labels where the end of its row is missing', () => {
    const cut = `
科目代码|科目名称|合计|基本支出|项目支出|经营支出
合计|90.00|60.00
213|农林水支出|90.00|60.00
2130101|行政运行|60.00|60.00
2130104|事业运行|30.00|`;
    expect(laidOut(cut, true)[1]).toBe('合计×2|90.00|60.00');
  });
});

describe('a table whose merged cells left empty ones', () => {
  it.each([
    BY_CODE.replace('项目|本年支出', '项目||本年支出')
      .replace('合计|90', '合计||90')
      .replace('栏次|', '栏次||'),
    '类型|项目名称|项目单位|合计|一般公共预算|政府性基金预算\n合计|||40.00|39.00|1.00\n其他类|示例甲|示例站|30.00|30.00\n其他类|示例乙|示例站|10.00|9.00|1.00',
    '项目|预算数|决算数\n合计|5.00|4.00\n公务接待费|5.00|4.00\n因公出国费|0.00|0.00',
  ])('is left as it is', (text) => {
    expect(laidOut(text, true)).toEqual(
      text
        .trim()
        .split('\n')
        .map((line) => line.replace(/ /g, '')),
    );
  });
});

describe('a header over rows that are too few to lay it out', () => {
  const income = '代码|名称|合计|本年收入|上年结转\n小计|一般公共预算|事业收入|小计|一般公共预算';

  it('says nothing of any column where its lower row lost the cells in front of it', () => {
    const rows = laidOut(`${income}\n合计|90.00|80.00|70.00|10.00|10.00|10.00`, true);
    expect(rows[1]).toBe('小计｜一般公共预算｜事业收入｜小计｜一般公共预算×7');
  });

  it('stands over the groups that its lower row opens again and again', () => {
    const sides = '收入|支出\n项目|预算数|项目|预算数\n一、本年收入|90.00|一、本年支出|80.00';
    expect(laidOut(`${sides}\n二、上年结转|二、结转下年|10.00`, true)[0]).toBe('收入×2|支出×2');
  });

  it('says nothing where a 合计 stands over the names of the rows', () => {
    const bought = `项目|行次|计划金额|实际金额
合计|一般公共预算|其他资金|合计|一般公共预算|其他资金
合计|1|9.00|5.00|4.00|8.00
货物|2|6.00|4.00|2.00|5.50
服务|3|3.00|1.00|2.00|2.50`;
    expect(laidOut(bought, true)[1]).toMatch(/^合计｜/);
  });

  it('is left alone where an empty cell shows that none was dropped, and in a form', () => {
    const kept = '代码|名称|本年收入\n||小计|事业收入\n合计||90.00|10.00';
    expect(laidOut(kept, true)).toEqual(kept.split('\n'));
    const form = '项目负责人|示例人|邮编\n项目起止时间|2031.1.1\n实际支出(万元)|58.20';
    expect(laidOut(form, true)).toEqual(form.split('\n'));
  });

  it('belongs to one of the tables that stand below one another without a blank line', () => {
    const two = `支出总表\n${BY_CODE.trim()}\n项目支出表\n项目|合计|一般公共预算|其他资金\n示例工程|30.00|20.00|10.00`;
    expect(laidOut(two, true)[1]).toBe('项目×2|本年支出×3');
    expect(laidOut(two, true).at(-2)).toBe('项目|合计|一般公共预算|其他资金');
  });
});

describe('a form', () => {
  it('is no statement, whatever its rows look like', () => {
    const form = `
项目名称|示例项目
主管部门|示例局|实施单位|示例站
年度资金总额|12.00|11.00|10|91.67%|9.2
其中|8.00
绩效指标|产出指标|数量指标|培训人数|95|95.00`;
    expect(laidOut(form, true)).toEqual(form.trim().split('\n'));
  });
});

describe('a row of many words in a wide table', () => {
  it('is left as it is where no way of laying it out ends in its figure', () => {
    const amounts = Array.from({ length: 60 }, () => '1.00').join('|');
    const body = Array.from({ length: 10 }, (_, at) => `项目${at}|${amounts}|备注`).join('\n');
    const words = [...Array.from({ length: 25 }, (_, at) => `说明${at}`), '12.00'].join('|');
    expect(laidOut(`名称|${amounts}|备注\n${body}\n${words}`, false).at(-1)).toBe(words);
  });
});

describe('rows of a header of which some lost cells', () => {
  const BODY = `
208|养老支出|90.00|90.00|60.00|30.00|
2080501|行政单位离退休|50.00|50.00|40.00|10.00|
2080505|保险缴费支出|40.00|40.00|20.00|20.00|`;
  const header = (text: string, body = BODY) => laidOut(`${text}${body}`, true).slice(0, -3);

  it('are sunk below what stands over them, though the body kept its cells', () => {
    const [upper, lower] = header(`
项目|合计|基本支出|项目支出
功能分类科目编码|科目名称|小计|人员经费|公用经费`);
    expect(upper).toBe('项目×2|合计|基本支出×3|项目支出');
    expect(lower).toBe('功能分类科目编码|科目名称||小计|人员经费|公用经费|');
  });

  it('are sunk over three rows', () => {
    const rows = `
项目|本年支出合计|基本支出|项目支出
科目编码|科目名称
类|款|项
208|||养老支出|90.00|60.00|30.00
208|05||养老金|90.00|60.00|30.00
208|05|01|离退休|90.00|60.00|30.00`;
    expect(laidOut(rows, true).slice(0, 3)).toEqual([
      '项目×4|本年支出合计|基本支出|项目支出',
      '科目编码×3|科目名称|||',
      '类|款|项||||',
    ]);
  });

  it('are sunk above two columns for each label', () => {
    const rows = `
合计|因公出国（境）费|公务用车购置及运行维护费|公务接待费
小计|公务用车购置费|公务用车运行维护费
${Array.from({ length: 6 }, () => '预算数|决算数').join('|')}
9.00|8.00|1.00|1.00|6.00|5.00|2.00|1.00|4.00|4.00|2.00|2.00`;
    expect(laidOut(rows, true).slice(0, 2)).toEqual([
      '合计×2|因公出国（境）费×2|公务用车购置及运行维护费×6|公务接待费×2',
      '||小计×2|公务用车购置费×2|公务用车运行维护费×2|'.replace('||', '×2|×2|').replace(/\|$/, '|×2'),
    ]);
  });

  it.each([
    ['小计 below 合计', '项目||合计|基本支出|||项目支出\n科目编码|科目名称|小计|人员经费|公用经费'],
    ['小计 below the names', '科目编码|科目名称|合计|基本支出|||项目支出\n小计|人员经费|公用经费'],
    ['科目名称 over figures', '项目||||本年支出||\n类|款|项|科目名称|合计|基本支出|项目支出'],
  ])('say nothing where a label stands where it cannot: %s', (_, text) => {
    const rows = header(`\n${text}`);
    expect(rows.every((row) => row.endsWith('×7'))).toBe(true);
  });

  it('are found where the only one asks for a code that is printed level by level', () => {
    const rows = `
科目编码|科目名称|本年支出合计|基本支出
208|||养老支出|90.00|60.00
208|05||养老金|90.00|60.00
208|05|01|离退休|90.00|60.00`;
    expect(laidOut(rows, true)[0]).toBe('科目编码×3|科目名称|本年支出合计|基本支出');
  });

  it('are found above two sides of which most rows are empty', () => {
    const rows = `
收入|支出
项目|决算数|项目|合计|一般公共预算
一、财政拨款|90.00|一、外交支出||
||二、国防支出||
||三、教育支出||
||四、文化支出||`;
    expect(laidOut(rows, true)[0]).toBe('收入×2|支出×3');
  });

  it('are found above whole yuan', () => {
    const rows = `
项目|支出预算
科目编码|科目名称|合计|基本支出|项目支出
208|养老支出|67045600|67045600|0
2080501|离退休|28574100|28574100|0
2080505|保险缴费|38471500|38471500|0`;
    expect(laidOut(rows, true)[0]).toBe('项目×2|支出预算×3');
  });
});

describe('a total among rows that kept their cells', () => {
  it('covers the code and the name where an amount stands below 科目名称', () => {
    const rows = `
科目编码|科目名称|合计|基本支出|项目支出
合计|90.00|60.00|30.00
208|养老支出|90.00|60.00|30.00
2080501|离退休|90.00|60.00|`;
    expect(laidOut(rows, true)[1]).toBe('合计×2|90.00|60.00|30.00');
  });

  it('covers them as well where the other rows keep their last cell and it is one shorter', () => {
    const rows = `
科目编码|科目名称|上年结转|本年收入|本年支出|年末结转
合计||28.00|28.00|
212|城乡社区支出||28.00|28.00|
21201|管理事务||28.00|28.00|`;
    expect(laidOut(rows, true)[1]).toBe('合计×2||28.00|28.00|');
  });
});
