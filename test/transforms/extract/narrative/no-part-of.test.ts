/** What bears the name of a total and is only a part, a second figure under no name, and figures of some months. */
import { describe, expect, it } from 'vitest';
import { narrativeOf, type Told } from '../../../support/narrative.ts';

type Example = [sentence: string, facts: string[], told?: Told];

const facts = (sentence: string, told: Told = {}) => narrativeOf(sentence.split('\n'), told).facts;

describe('a part of something narrow is no total', () => {
  it.each<Example>([
    [
      '2024年项目支出90万元，其中：财政拨款支出60万元，事业收入30万元。',
      ['2024 expenditure.project actual all = 90'],
    ],
    ['2024年项目支出90万元，其中：公务接待费3万元。', ['2024 expenditure.project actual all = 90']],
    ['2024年项目支出90万元，其中：人员经费30万元。', ['2024 expenditure.project actual all = 90']],
    [
      '2024年基本支出90万元，其中：教育支出（类）60万元，卫生健康支出（类）30万元。',
      ['2024 expenditure.basic actual all = 90'],
    ],
    [
      '2024年人员经费90万元，其中：社会保障和就业支出（类）20万元。',
      ['2024 expenditure.personnel actual all = 90'],
    ],
    ['2024年公务接待费9万元，其中：上年结转3万元。', ['2024 three_public.reception actual all = 9']],
    ['2024年支出合计90万元，其中：事业收入30万元。', ['2024 expenditure actual all = 90']],
    ['2024年财政拨款收入90万元，其中：基本支出60万元，项目支出30万元。', ['2024 revenue actual fiscal = 90']],
    [
      '2024年政府性基金预算财政拨款支出90万元，其中：人员经费30万元。',
      ['2024 expenditure actual government_fund = 90'],
    ],
    [
      '2024年一般公共预算财政拨款支出90万元，其中：人员经费60万元，公务接待费3万元。',
      [
        '2024 expenditure actual general_public = 90',
        '2024 expenditure.personnel actual all = 60',
        '2024 three_public.reception actual all = 3',
      ],
    ],
    [
      '2024年预算收入90万元，其中：基本支出60万元，项目支出30万元。',
      [
        '2024 revenue original_budget all = 90',
        '2024 expenditure.basic original_budget all = 60',
        '2024 expenditure.project original_budget all = 30',
      ],
      { kind: 'budget' },
    ],
    [
      '2024年收入总计90万元，其中：财政拨款收入60万元，上年结转30万元。',
      [
        '2024 revenue.grand_total actual all = 90',
        '2024 revenue actual fiscal = 60',
        '2024 balance.opening actual all = 30',
      ],
    ],
  ])('%s', (sentence, expected, told) => {
    expect(facts(sentence, told)).toEqual(expected);
  });
});

describe('a source below what has no fund', () => {
  it('is a part of it in a list of paragraphs too', () => {
    const list =
      '2024年“三公”经费支出9万元，具体情况如下：\n1.一般公共预算财政拨款3万元。\n2.公务接待费2万元。';
    expect(facts(list)).toEqual([
      '2024 three_public actual all = 9',
      '2024 three_public.reception actual all = 2',
    ]);
  });
});

describe('a subject that has its figure', () => {
  it.each<Example>([
    ['2024年收入总计90万元，机关本级30万元，下属单位60万元。', ['2024 revenue.grand_total actual all = 90']],
    [
      '2024年收入总计90万元。其中：机关本级30万元，下属单位60万元。',
      ['2024 revenue.grand_total actual all = 90'],
    ],
    ['2024年项目支出90万元，其中：30万元用于设备购置。', ['2024 expenditure.project actual all = 90']],
    ['2024年项目支出90万元，其中：本级财政30万元。', ['2024 expenditure.project actual all = 90']],
    ['2024年末在职人员90人，机关30人，下属单位60人。', ['2024 headcount.in_post actual all = 90']],
    ['2024年公务接待费8万元，支出6万元。', ['2024 three_public.reception actual all = 8']],
    [
      '2024年公务接待费预算8万元，支出6万元。',
      ['2024 three_public.reception budget all = 8', '2024 three_public.reception actual all = 6'],
    ],
    ['收入：90万元。\n支出：80万元。', ['2024 revenue actual all = 90', '2024 expenditure actual all = 80']],
  ])('takes no second one that nobody names: %s', (sentence, expected, told) => {
    expect(facts(sentence, told)).toEqual(expected);
  });
});

describe('figures of some months', () => {
  it.each([
    '截至2024年6月30日，支出30万元，执行率33%。',
    '截至9月底，部门支出合计30万元。',
    '2024年1—11月，部门支出合计30万元。',
    '2024年6月部门支出合计30万元。',
  ])('are not those of the year: %s', (sentence) => {
    expect(facts(sentence, { kind: 'self_evaluation' })).toEqual([]);
  });

  it.each<Example>([
    ['截至2024年12月31日，部门支出合计30万元。', ['2024 expenditure actual all = 30']],
    ['2024年1—12月，部门支出合计30万元。', ['2024 expenditure actual all = 30']],
    ['截至2025年3月底，部门2024年支出合计30万元。', ['2024 expenditure actual all = 30']],
    ['截至2024年8月31日，共有车辆3辆。', ['2024 asset.vehicles actual all = 3']],
    ['2024年3月，部门支出预算30万元。', ['2024 expenditure original_budget all = 30'], { kind: 'budget' }],
  ])('and those of the year are: %s', (sentence, expected, told) => {
    expect(facts(sentence, told)).toEqual(expected);
  });
});
