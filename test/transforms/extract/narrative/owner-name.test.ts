/** The name of the body in front of its figures, where its last characters are the first ones of the subject too. */
import { describe, expect, it } from 'vitest';
import { narrativeOf } from '../../../support/narrative.ts';

describe('the name of the owner in front of a figure', () => {
  it.each([
    ['示例县柳树镇人民政府', '政府采购支出总额40万元', '2024 procurement actual all = 40'],
    [
      '示例县柳树镇人民政府',
      '政府性基金预算财政拨款支出20万元',
      '2024 expenditure actual government_fund = 20',
    ],
    ['中共示例县委组织部', '部门收入合计480万元', '2024 revenue actual all = 480'],
    ['示例县总工会', '社会保障和就业支出50万元', '2024 expenditure actual all 208 = 50'],
    ['示例海关', '本年收入合计480万元', '2024 revenue actual all = 480'],
    ['示例县供销社', '社会保障和就业支出50万元', '2024 expenditure actual all 208 = 50'],
    ['示例县政府采购中心', '政府采购支出总额7万元', '2024 procurement actual all = 7'],
  ])('%s, %s', (bureauName, subject, fact) => {
    expect(narrativeOf([`2024年度${bureauName}${subject}。`], { bureauName }).facts).toEqual([fact]);
    expect(narrativeOf([`${bureauName}2024年度${subject}。`], { bureauName }).facts).toEqual([fact]);
  });

  it('is no government where 政府采购 is meant', () => {
    const told = { bureauName: '示例县柳树镇人民政府' };
    expect(narrativeOf(['2024年度示例县柳树镇政府采购支出总额40万元。'], told).facts).toEqual([
      '2024 procurement actual all = 40',
    ]);
    expect(narrativeOf(['2024年度示例县柳树镇政府支出总计40万元。'], told).facts).toEqual([
      '2024 expenditure.grand_total actual all = 40',
    ]);
  });
});

describe('what a body is, in place of its name', () => {
  it.each([
    ['示例大学', '2024年学校收入合计90万元。', ['2024 revenue actual all = 90']],
    ['示例县第一中学', '学校2024年度支出合计80万元。', ['2024 expenditure actual all = 80']],
    ['示例县人民医院', '2024年度医院“三公”经费支出决算3万元。', ['2024 three_public actual all = 3']],
    ['示例县疾病预防控制中心', '中心本年支出合计80万元。', ['2024 expenditure actual all = 80']],
    ['示例县教育局', '2024年学校收入合计90万元。', []],
    ['示例大学', '2024年学校食堂收入合计90万元。', []],
    ['示例县人民医院', '医院管理中心收入合计90万元。', []],
    ['示例县示例中心', '中心小学2024年度收入合计90万元。', []],
  ])('%s: %s', (bureauName, sentence, facts) => {
    expect(narrativeOf([sentence], { bureauName }).facts).toEqual(facts);
  });
});

describe('the totals of another body', () => {
  it.each([
    ['示例市疾控中心2024年度收入总计50万元，其中本年收入40万元。支出总计50万元，其中本年支出45万元。', []],
    ['示例市疾控中心2024年度收入总计50万元，支出总计50万元。', []],
    [
      '示例市疾控中心2024年度收入总计50万元。我局支出总计90万元。',
      ['2024 expenditure.grand_total actual all = 90'],
    ],
    [
      '示例市疾控中心2024年度收入总计50万元。\n2024年支出总计90万元。',
      ['2024 expenditure.grand_total actual all = 90'],
    ],
  ])('go on to the end of its paragraph: %s', (text, facts) => {
    expect(narrativeOf(text.split('\n')).facts).toEqual(facts);
  });
});
