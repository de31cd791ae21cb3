import { describe, expect, it } from 'vitest';
import { extractRemarks } from '../../../transforms/extract/remarks.ts';
import { readText } from '../../../transforms/read/read-text.ts';

const named = (kind: string, text: string) =>
  extractRemarks(readText(new TextEncoder().encode(text)), 2025)
    .filter((remark) => remark.kind === kind)
    .map(({ quote }) => quote);

const TABLE = [
  '支出决算表',
  '单位：万元',
  '功能分类科目编码\t科目名称\t合计\t基本支出\t项目支出',
  '207\t文化旅游体育与传媒支出\t20.00\t\t20.00',
  '210\t卫生健康支出\t9.00\t9.00\t',
  '合计\t\t29.00\t9.00\t20.00',
  '',
].join('\n');

describe('a class by its name of other years', () => {
  it.each([
    [
      '10、文化体育与传媒支出（类）体育（款）群众体育（项）20.00万元。',
      ['文化体育与传媒支出 ‖ 文化旅游体育与传媒支出'],
    ],
    ['2.“医疗卫生与计划生育支出”9.00万元，占31.03%。', ['医疗卫生与计划生育支出 ‖ 卫生健康支出']],
    ['其中：文化旅游体育与传媒（类）20.00万元；主要用于卫生健康支出（类）9.00万元。', []],
    // Of a class that no table prints, or a name that is none.
    ['国土海洋气象等支出（类）3.00万元。', []],
    ['本街道推进“文化体育”活动，组织群众参加文化体育与传媒工作。', []],
  ])('%s', (sentence, expected) => {
    expect(named('old_class_name', `${TABLE}\n第三部分 情况说明\n${sentence}\n`)).toEqual(expected);
  });

  it('is told of nobody whose tables print both names', () => {
    const both = TABLE.replace('210\t卫生健康支出', '207\t文化体育与传媒支出');
    expect(named('old_class_name', `${both}\n第三部分 情况说明\n文化体育与传媒支出（类）20万元。\n`)).toEqual(
      [],
    );
  });
});

describe('a body that is not the report’s', () => {
  const OWN = [
    '一、总体情况',
    '某市示例区水务局2025年度收入支出总计100万元。',
    '二、财政拨款情况',
    '某市示例区水务局2025年度财政拨款收入支出总计90万元。',
    '三、政府性基金情况',
    '某市示例区水务局2025年度无政府性基金预算财政拨款收入和支出。',
    '四、国有资本情况',
  ].join('\n');

  it.each([
    [
      '某市示例区教育局2025年度无国有资本经营预算财政拨款收入和支出。',
      ['某市示例区教育局 ‖ 某市示例区水务局'],
    ],
    ['示例区水务局2025年度无国有资本经营预算财政拨款收入和支出。', []],
    ['某市示例区水务局执法大队2025年度无国有资本经营预算财政拨款收入和支出。', []],
    ['某市示例区教育局2025年度支持本局学校项目3个。', []],
  ])('%s', (sentence, expected) => {
    expect(named('other_body', `${OWN}\n${sentence}\n`)).toEqual(expected);
  });

  it('may be a unit that a table lists, and is not asked for where the report names itself once', () => {
    const stranger = '某市示例区河道管理所2025年度无国有资本经营预算财政拨款收入和支出。';
    const units = '纳入范围的单位\n序号\t单位名称\t备注\n1\t某市示例区水务局\t\n2\t某市示例区河道管理所\t\n';
    expect(named('other_body', `${units}\n${OWN}\n${stranger}\n`)).toEqual([]);
    expect(named('other_body', `${OWN.split('\n').slice(0, 2).join('\n')}\n${stranger}\n`)).toEqual([]);
  });
});
