import { describe, expect, it } from 'vitest';
import { readTables } from '../../../support/tables.ts';

function factsOf(text: string): string[] {
  const { facts } = readTables(text, 'budget');
  return facts.map(({ concept, fund, functionCode, printed }) =>
    [concept, fund, functionCode, printed].filter((part) => part !== null).join(' '),
  );
}

describe('a row that does not say what it is', () => {
  it('is no total for a 小计 beside a label that nobody knows', () => {
    const table = `收入预算总表

单位：万元

项目		金额
收入总计		150.00
泵站维修资金	小计	140.00
其他资金	小计	10.00
`;
    expect(factsOf(table)).toEqual(['revenue all 150.00', 'revenue other_income 10.00']);
  });

  it('is no source of revenue for a class of expenditure that lost its code', () => {
    const table = `收入预算表

单位：万元

科目	本年收入合计	财政拨款收入	事业收入
合计	50.00	45.00	5.00
国有资本经营预算支出	9.00	9.00	0.00
`;
    expect(factsOf(table).filter((fact) => / [09]\.00$/.test(fact))).toEqual([]);
  });

  it('gives no amount that is written like a code', () => {
    const table = `支出总表

单位：万元

科目编码	科目名称	合计	基本支出	项目支出
201	一般公共服务支出	007001	50.00	20.00
205	教育支出	30.00	30.00	0.00
208	社会保障和就业支出	5.00	5.00	0.00
`;
    const facts = factsOf(table);
    expect(facts).toContain('expenditure.basic all 201 50.00');
    expect(facts.filter((fact) => fact.includes('007001'))).toEqual([]);
  });
});

describe('a text that dropped its empty cells', () => {
  const table = (last: string) => `支出总表

单位：万元

科目编码	科目名称	合计	基本支出	项目支出
201	一般公共服务支出	50.00	30.00	20.00
2010101	行政运行	30.00	30.00
2010102	一般行政管理事务	20.00${last}
205	教育支出	7.00	4.00	3.00
`;

  it('gives nothing but the total from a row that is shorter than the others', () => {
    const facts = factsOf(table('\t20.00'));
    expect(facts).toContain('expenditure.project all 205 3.00');
    expect(facts.filter((fact) => fact.includes('20101'))).toEqual([
      'expenditure all 2010101 30.00',
      'expenditure all 2010102 20.00',
    ]);
  });

  it('is another text than one that prints them, and only ends its rows early', () => {
    const facts = factsOf(table('\t\t20.00'));
    expect(facts).toContain('expenditure.basic all 2010101 30.00');
    expect(facts).toContain('expenditure.project all 2010102 20.00');
  });
});

describe('a name broken over two rows', () => {
  const table = (upper: string, lower: string) => `支出总表

单位：万元

科目编码及名称	合计	基本支出	项目支出
208社会保障和就业支出	25.00	25.00	0.00
20805行政事业单位养老支出	25.00	25.00	0.00
2080505机关事业单位基本养老保险缴费支出	16.00	16.00	0.00
${upper}
${lower}	9.00	9.00	0.00
合计	25.00	25.00	0.00
`;

  it('has the figures of its second row where both pieces make the name of the code', () => {
    expect(factsOf(table('2080506机关事业单位职业年金			', '缴费支出'))).toContain(
      'expenditure all 2080506 9.00',
    );
  });

  it.each([
    ['2080506机关事业单位职业年金			', '活动经费'],
    ['2080506机关事业单位职业年金缴费支出	1.00	1.00	0.00', '支出'],
  ])('is not made of other words, or of a row with figures of its own (%s | %s)', (upper, lower) => {
    const facts = factsOf(table(upper, lower));
    expect(facts.filter((fact) => fact.endsWith('2080506 9.00'))).toEqual([]);
    expect(facts).toContain('expenditure all 2080505 16.00');
  });
});
