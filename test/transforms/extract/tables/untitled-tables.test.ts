/** Statements whose names or units were lost: nobody's, rather than the statement above, or yuan for 万元. */
import { describe, expect, it } from 'vitest';
import { readTables } from '../../../support/tables.ts';

const read = (text: string) =>
  readTables(text, 'final_accounts').facts.map(
    ({ concept, fund, economicCode, printed, printedUnit }) =>
      `${concept} ${fund}${economicCode === null ? '' : ` ${economicCode}`} ${printed}${printedUnit}`,
  );

const HEADER = '项目\t决算数\t项目\t决算数';
const ALL = `收入支出决算总表

单位：万元

收入\t\t支出\t
${HEADER}
一、财政拨款收入\t80.00\t一、教育支出\t90.00
二、事业收入\t10.00\t\t
本年收入合计\t90.00\t本年支出合计\t90.00
总计\t90.00\t总计\t90.00
`;

describe('a table without a name under the header of the one above', () => {
  const fiscal = (caption: string) => `
${caption}
收入\t\t支出\t
${HEADER}
一、一般公共预算财政拨款\t80.00\t一、教育支出\t80.00
本年收入合计\t80.00\t本年支出合计\t80.00
总计\t80.00\t总计\t80.00
`;

  it.each(['单位：万元\n', '公开04表\n\n单位：万元\n'])(
    'is another one where it has its totals, below %j',
    (caption) => {
      const found = read(`${ALL}${fiscal(caption)}`);
      expect(found).toContain('revenue all 90.00万元');
      expect(found.filter((fact) => fact.includes(' 80.00'))).toEqual(['revenue fiscal 80.00万元']);
    },
  );

  it('goes on with it where it has the rest of its rows', () => {
    const [head, foot] = [ALL.split('本年收入合计')[0]!, ALL.split('二、事业收入\t10.00\t\t\n')[1]!];
    expect(read(`${head}\n第二部分 其他\n\n收入\t\t支出\t\n${HEADER}\n${foot}`)).toContain(
      'revenue all 90.00万元',
    );
  });
});

it('takes basic expenditure by economic code for no table of 三公', () => {
  const text = `单位：万元

科目编码\t科目名称\t决算数
301\t工资福利支出\t60.00
30201\t印刷费\t1.00
30212\t因公出国（境）费用\t2.00
30217\t公务接待费\t3.00
31013\t公务用车购置\t4.00
`;
  expect(read(text)).toEqual([]);
});

describe('the unit of tables that print none', () => {
  const table = (title: string, amounts: readonly string[]) =>
    `${title}\n\n项目\t决算数\n一、财政拨款收入\t${amounts[0]}\n二、事业收入\t${amounts[1]}\n本年收入合计\t${amounts[2]}\n`;
  const prose = '收入总体情况说明\n\n财政拨款收入123.45万元，事业收入76.55万元，本年收入合计200.00万元。\n\n';
  const title = '收入支出决算总表';

  it('is that of the sentences that repeat them', () => {
    expect(read(`${prose}${table(title, ['123.45', '76.55', '200.00'])}`)).toContain(
      'revenue all 200.00万元',
    );
  });

  it('is open where another table prints the same sentences in yuan', () => {
    const more = prose.replace('。', '，其中“三公”经费34.56万元。');
    const yuan = `\n支出决算表\n\n项目\t金额\n三公经费\t345,600\n`;
    const both = `\n支出决算表\n\n项目\t金额\n拨款\t1,234,500\n`;
    expect(read(`${prose}${table(title, ['123.45', '76.55', '200.00'])}${both}`)).toEqual([]);
    expect(read(`${more}${table(title, ['123.45', '76.55', '200.00'])}${yuan}`)).toEqual([]);
  });
});

describe('a table below the name of another', () => {
  it.each([
    [
      '收入决算表',
      '科目编码\t科目名称\t合计\t基本支出\t项目支出\n208\t社会保障和就业支出\t90.00\t60.00\t30.00',
    ],
    [
      '支出决算总表',
      '收入\t\t支出\t\n项目\t决算数\t项目\t合计\n一、拨款\t80.00\t一、教育支出\t80.00\n收入总计\t80.00\t支出总计\t80.00',
    ],
  ])('%s is not read', (name, rows) => {
    expect(read(`${name}\n\n单位：万元\n\n${rows}\n`)).toEqual([]);
  });
});
