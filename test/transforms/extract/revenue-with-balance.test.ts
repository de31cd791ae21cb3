/** 收入预算 in prose, which may or may not hold what was left of last year. */
import { describe, expect, it } from 'vitest';
import { extractFacts } from '../../../transforms/extract/extract-facts.ts';
import { documentOfText } from '../../../transforms/read/read-text.ts';

const TABLE = `部门收支总表
单位：万元
项目\t预算数\t项目\t预算数
一、一般公共预算拨款收入\t80.00\t一、教育支出\t90.00
本年收入合计\t80.00\t本年支出合计\t90.00
上年结转\t10.00\t结转下年\t
收入总计\t90.00\t支出总计\t90.00
`;

const read = (prose: string, table = TABLE) =>
  extractFacts(documentOfText(`示例县教育局2031年部门预算\n${table}\n二、收入预算情况说明\n${prose}\n`), {
    bureauId: 'example',
    bureauName: '示例县教育局',
    regionCode: null,
    scope: 'department',
    fiscalYear: 2031,
    kind: 'budget',
    title: null,
    evidence: [],
  });

const revenueIn = (prose: string, table = TABLE) =>
  read(prose, table)
    .facts.filter(
      ({ medium, concept, fund }) => medium === 'prose' && /^revenue/.test(concept) && fund === 'all',
    )
    .map(({ fiscalYear, concept, printed }) => `${fiscalYear} ${concept} ${printed}`);

const PARTS = '其中：一般公共预算拨款收入80万元，占88.89%；上年结转10万元，占11.11%。';

describe('what a sentence calls revenue', () => {
  it('is the grand total where the table says that it holds the balance, with last year’s and its shares', () => {
    const prose = `2031年收入预算90万元，比上年预算增加5万元，${PARTS}`;
    expect(revenueIn(prose)).toEqual(['2031 revenue.grand_total 90', '2030 revenue.grand_total 90 − 5']);
    const shares = read(prose).claims.filter(({ kind }) => kind === 'share');
    expect(shares.map(({ base }) => base.concept)).toEqual(['revenue.grand_total', 'revenue.grand_total']);
  });

  it('is that in yuan too, as far as the decimals of the sentence say', () => {
    const yuan = TABLE.replace('万元', '元')
      .replaceAll('80.00', '800012.30')
      .replaceAll('90.00', '900012.30');
    expect(revenueIn(`2031年收入预算90万元，${PARTS}`, yuan.replace('\t10.00', '\t100000.00'))).toEqual([
      '2031 revenue.grand_total 90',
    ]);
  });

  it('is the revenue of the year where the table says so, or says nothing', () => {
    expect(revenueIn('2031年收入预算80万元，全部为一般公共预算拨款收入。')).toEqual(['2031 revenue 80']);
    expect(revenueIn(`2031年收入预算90万元，${PARTS}`, '')).toEqual(['2031 revenue 90']);
  });

  it('leaves the shares of the year’s own revenue alone', () => {
    const both = `2031年收入预算90万元。\n2031年本年收入80万元，其中：一般公共预算拨款收入80万元，占本年收入的100%。`;
    const bases = read(both).claims.filter(({ kind }) => kind === 'share');
    expect(bases.map(({ base }) => base.concept)).toEqual(['revenue']);
  });
});
