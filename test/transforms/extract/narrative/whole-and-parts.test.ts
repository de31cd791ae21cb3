/** Whose part a figure is: of an item, of a sum in brackets, of something that was not understood, or of both sides. */
import { describe, expect, it } from 'vitest';
import { narrativeOf, type Told } from '../../../support/narrative.ts';

type Example = [name: string, told: Told, paragraphs: string[], facts: string[]];

const examples: Example[] = [
  [
    'basic and project expenditure of a class are not those of the body',
    {},
    [
      '2024年度支出合计90万元。其中：教育支出70万元，其中：基本支出50万元，项目支出20万元；住房保障支出20万元，其中：基本支出20万元。',
    ],
    [
      '2024 expenditure actual all = 90',
      '2024 expenditure actual all 205 = 70',
      '2024 expenditure.basic actual all 205 = 50',
      '2024 expenditure.project actual all 205 = 20',
      '2024 expenditure actual all 221 = 20',
      '2024 expenditure.basic actual all 221 = 20',
    ],
  ],
  [
    'personnel expenditure of a class is not that of the body',
    {},
    ['教育支出70万元，其中：人员经费50万元，公用经费20万元。'],
    ['2024 expenditure actual all 205 = 70'],
  ],
  [
    'the parts of a class on lines of their own, until the next chapter',
    {},
    [
      '二、支出情况',
      '1.教育支出70万元，其中：',
      '基本支出50万元，项目支出20万元。',
      '（二）2024年基本支出60万元，项目支出30万元。',
    ],
    [
      '2024 expenditure actual all 205 = 70',
      '2024 expenditure.basic actual all 205 = 50',
      '2024 expenditure.project actual all 205 = 20',
      '2024 expenditure.basic actual all = 60',
      '2024 expenditure.project actual all = 30',
    ],
  ],
  [
    'the parts of something not understood, on a line of their own',
    {},
    ['示例中心运转支出70万元，其中：', '基本支出50万元，项目支出20万元。', '（二）基本支出60万元。'],
    ['2024 expenditure.basic actual all = 60'],
  ],
  [
    'both sides, named as one behind their totals',
    {},
    [
      '2024年度收入总计90万元，支出总计90万元。收支较上年决算数减少5万元，下降5.26%。',
      '2024年度支出合计85万元。',
    ],
    [
      '2024 revenue.grand_total actual all = 90',
      '2024 expenditure.grand_total actual all = 90',
      '2023 revenue.grand_total actual all = 95 (derived)',
      '2023 expenditure.grand_total actual all = 95 (derived)',
      '2024 expenditure actual all = 85',
    ],
  ],
  [
    'a fund that rises is the side just spoken of',
    {},
    [
      '2024年一般公共预算财政拨款支出80万元，占本年支出合计的80%。与2023年相比，一般公共预算财政拨款增加5万元。',
    ],
    ['2024 expenditure actual general_public = 80', '2023 expenditure actual general_public = 75 (derived)'],
  ],
  [
    'no other fund, and no fund behind a list of parts',
    {},
    [
      '2024年财政拨款支出80万元。与2023年相比，一般公共预算财政拨款增加5万元。',
      '财政拨款支出80万元，其中：一般公共预算财政拨款支出70万元。与上年相比，一般公共预算财政拨款增加5万元。',
    ],
    [
      '2024 expenditure actual fiscal = 80',
      '2024 expenditure actual fiscal = 80',
      '2024 expenditure actual general_public = 70',
    ],
  ],
  [
    'what the vehicles in brackets cost, and a full stop inside the brackets',
    { kind: 'budget' },
    [
      '“三公”经费62万元。其中：公务用车购置及运行费60万元（公务用车购置费20万元，比上年增加20万元；公务用车运行维护费40万元，比上年增加0万元。）比上年增加20万元；公务接待费2万元，比上年减少1万元。',
    ],
    [
      '2024 three_public original_budget all = 62',
      '2024 three_public.vehicles original_budget all = 60',
      '2024 three_public.vehicle_purchase original_budget all = 20',
      '2023 three_public.vehicle_purchase original_budget all = 0 (derived)',
      '2024 three_public.vehicle_operation original_budget all = 40',
      '2023 three_public.vehicle_operation original_budget all = 40 (derived)',
      '2023 three_public.vehicles original_budget all = 40 (derived)',
      '2024 three_public.reception original_budget all = 2',
      '2023 three_public.reception original_budget all = 3 (derived)',
    ],
  ],
  [
    'brackets behind a budget are of the budget',
    {},
    [
      '公务用车购置及运行费支出预算为60万元（公务用车购置费20万元、公务用车运行费40万元），支出决算为50万元。',
    ],
    [
      '2024 three_public.vehicles budget all = 60',
      '2024 three_public.vehicle_purchase budget all = 20',
      '2024 three_public.vehicle_operation budget all = 40',
      '2024 three_public.vehicles actual all = 50',
    ],
  ],
  [
    'what guests from home cost is no second total of the receptions',
    {},
    [
      '公务接待费支出12万元。其中：国内公务接待支出8万元，国内公务接待80批次，600人次，共计支出8万元。',
      '国内公务接待费用共12万元，接待80批次，600人次，共计支出12万元。',
    ],
    [
      '2024 three_public.reception actual all = 12',
      '2024 three_public.reception_batches actual all = 80',
      '2024 three_public.reception_persons actual all = 600',
      '2024 three_public.reception_batches actual all = 80',
      '2024 three_public.reception_persons actual all = 600',
      '2024 three_public.reception actual all = 12',
    ],
  ],
  [
    'guests behind a bracket with those from abroad',
    {},
    ['2024年国内公务接待共30批次（其中外事接待2批次），190人次（其中外事接待8人次）。'],
    [
      '2024 three_public.reception_batches actual all = 30',
      '2024 three_public.reception_persons actual all = 190',
    ],
  ],
  [
    'a budget compared with what was spent the year before gives no budget of that year',
    { kind: 'budget' },
    ['2023年度“三公”经费支出决算20万元。', '2024年度“三公”经费预算22万元，较2023年度增加2万元。'],
    ['2023 three_public actual all = 20', '2024 three_public original_budget all = 22'],
  ],
  [
    'a balance that is explained before it is compared',
    {},
    [
      '上年结转和结余8万元，为以前年度支出预算未执行完毕、结转到本年度继续使用的资金。较2023年度决算数增加1万元。',
    ],
    ['2024 balance.opening actual all = 8', '2023 balance.opening actual all = 7 (derived)'],
  ],
  [
    'the retired, where nobody retired from before 1949',
    {},
    ['在职人员20人，离休人员0人，退休人员5人；年末其他人员3人。', '在职人员20人；离休干部1人；退休教师5人。'],
    [
      '2024 headcount.in_post actual all = 20',
      '2024 headcount.retired actual all = 5',
      '2024 headcount.other actual all = 3',
      '2024 headcount.in_post actual all = 20',
    ],
  ],
  [
    'short names of schools and towns in front of a figure',
    { bureauName: '示例县示例镇人民政府' },
    ['示例镇2024年“三公”经费决算数5万元。'],
    ['2024 three_public actual all = 5'],
  ],
  [
    'the end of a sentence whose beginning is lost',
    { kind: 'budget' },
    ['20400.50元，项目支出0元。主要用来保障示例职工。', '卫生健康支出81500元。'],
    ['2024 expenditure original_budget all 210 = 8.15'],
  ],
  [
    'functional items by their bare names, where a line says that they follow',
    { kind: 'budget' },
    [
      '五、一般公共预算支出情况说明',
      '（一）一般公共预算支出按支出功能分类科目划分。',
      '住房公积金20万元，其中：基本支出20万元，项目支出0元。主要用于住房公积金支出。',
      '1.事业单位医疗10万元，全部是基本支出。',
      '机构运行50万元，其中：基本支出50万元。',
      '（二）按支出结构分类划分，分为基本支出预算和项目支出预算。',
      '1.基本支出预算80万元，其中：',
      '住房公积金20万元。',
    ],
    [
      '2024 expenditure original_budget general_public 2210201 = 20',
      '2024 expenditure.basic original_budget general_public 2210201 = 20',
      '2024 expenditure.project original_budget general_public 2210201 = 0',
      '2024 expenditure original_budget general_public 2101102 = 10',
      '2024 expenditure.basic original_budget general_public = 80',
    ],
  ],
  [
    'running costs by their short name below their heading, and nowhere else',
    { kind: 'budget' },
    [
      '１.机关运行经费情况。2024年一般公共预算财政拨款运行经费60万元，比上年增加4万元。',
      '2.其他情况。2024年运行经费30万元。',
    ],
    [
      '2024 agency_running_costs original_budget all = 60',
      '2023 agency_running_costs original_budget all = 56 (derived)',
    ],
  ],
  [
    'what stands behind "减少为" is not claimed, and the comparison behind it is of the same subject',
    {},
    [
      '公务用车购置及运行维护费支出决算为6万元；公务接待费支出决算为0万元。',
      '2024年公务用车购置及运行维护费支出决算比2023年增加1万元，增长20%；公务接待费支出决算减少为0.00万元，与2023年持平。',
    ],
    [
      '2024 three_public.vehicles actual all = 6',
      '2024 three_public.reception actual all = 0',
      '2023 three_public.vehicles actual all = 5 (derived)',
      '2023 three_public.reception actual all = 0 (derived)',
    ],
  ],
  [
    'a change that was not understood ends what was spoken of',
    {},
    ['公务接待费支出4万元，示例专项支出比上年减少5万元，与上年持平。'],
    ['2024 three_public.reception actual all = 4'],
  ],
  [
    'a form left at 增加/减少',
    {},
    [
      '公务接待费支出决算为8万元，比2023年增加/减少0万元，增长/下降0%；公务用车运行费为4万元，比2023年增加/减少1万元。',
    ],
    [
      '2024 three_public.reception actual all = 8',
      '2023 three_public.reception actual all = 8 (derived)',
      '2024 three_public.vehicle_operation actual all = 4',
    ],
  ],
  [
    'the totals of a report whose title names 三公 too',
    {},
    [
      '示例市示例局2024年度部门决算及“三公经费”决算说明',
      '1、2024年收入决算205万元，比上年收入决算221万元减少16万元。',
    ],
    [
      '2024 revenue actual all = 205',
      '2023 revenue actual all = 221',
      '2023 revenue actual all = 221 (derived)',
    ],
  ],
  [
    'a figure on a line of its own behind a short one',
    {},
    ['“三公”经费支出决算为16万元。2024年度“三公”经费支出\n决算数比2023年度增加\n4万元，增长33.33%。'],
    ['2024 three_public actual all = 16', '2023 three_public actual all = 12 (derived)'],
  ],
  [
    'subsidies to persons without their 的, and vehicles by short names among the 三公',
    {},
    [
      '基本支出80万元，其中：对个人和家庭补助5万元。',
      '“三公”经费：公务用车保有量2辆，购置及运行维护费5万元，比上年减少1万元。',
    ],
    [
      '2024 expenditure.basic actual all = 80',
      '2024 expenditure.basic actual all 303 = 5',
      '2024 three_public.vehicles_held actual all = 2',
      '2024 three_public.vehicles actual all = 5',
      '2023 three_public.vehicles actual all = 6 (derived)',
    ],
  ],
  [
    'a heading beside one on a budget is not on that budget',
    {},
    [
      '三、支出情况',
      '（一）政府性基金预算财政拨款支出情况',
      '2024年本年支出9万元。',
      '（二）支出总体情况',
      '2024年本年支出90万元，其中：基本支出60万元。',
    ],
    [
      '2024 expenditure actual government_fund = 9',
      '2024 expenditure actual all = 90',
      '2024 expenditure.basic actual all = 60',
    ],
  ],
  [
    'a list that goes on in the next paragraph',
    {},
    ['财政拨款支出90万元，其中：基本支出60万元；', '项目支出30万元。'],
    [
      '2024 expenditure actual fiscal = 90',
      '2024 expenditure.basic actual fiscal = 60',
      '2024 expenditure.project actual fiscal = 30',
    ],
  ],
  [
    'a list that ended with a semicolon says nothing of the section behind it',
    {},
    [
      '（一）收入决算说明',
      '财政拨款收入50万元，其中：一般公共预算财政拨款收入49万元；',
      '6.其他收入1万元；',
      '（二）支出决算说明',
      '2024年度支出总计52万元。其中：基本支出21万元。',
    ],
    [
      '2024 revenue actual fiscal = 50',
      '2024 revenue actual general_public = 49',
      '2024 revenue actual other_income = 1',
      '2024 expenditure.grand_total actual all = 52',
      '2024 expenditure.basic actual all = 21',
    ],
  ],
  [
    'economic classes that go on line by line, until something else is named',
    { kind: 'budget' },
    [
      '基本支出预算92万元，占100%。其中：工资福利支出预算85万元，占92%。',
      '商品和服务支出预算6万元，占7%。',
      '对个人和家庭补助支出预算1万元，占1%。',
      '“三公”经费预算3万元。',
      '商品和服务支出预算5万元。',
    ],
    [
      '2024 expenditure.basic original_budget all = 92',
      '2024 expenditure.basic original_budget all 301 = 85',
      '2024 expenditure.basic original_budget all 302 = 6',
      '2024 expenditure.basic original_budget all 303 = 1',
      '2024 three_public original_budget all = 3',
    ],
  ],
  [
    'the parts of an amount, "in" which they are',
    {},
    [
      '“三公”经费财政拨款预算79万元中，因公出国（境）费21万元，公务接待费14万元。',
      '示例本级“三公”经费财政拨款预算79万元中，因公出国（境）费21万元。',
    ],
    [
      '2024 three_public budget all = 79',
      '2024 three_public.overseas budget all = 21',
      '2024 three_public.reception budget all = 14',
    ],
  ],
  [
    'money is no part of vehicles that were counted',
    { kind: 'budget' },
    ['“三公”经费：公务用车保有量3辆，其中：轿车1辆，2024年安排公务用车购置费0万元。'],
    [
      '2024 three_public.vehicles_held actual all = 3',
      '2024 three_public.vehicle_purchase original_budget all = 0',
    ],
  ],
];

describe('wholes and their parts', () => {
  it.each(examples)('%s', (_name, told, paragraphs, facts) => {
    expect(narrativeOf(paragraphs, told).facts).toEqual(facts);
  });
});

describe('the office of a body is the body', () => {
  it.each([
    ['示例县政协', '2024年政协机关“三公”经费支出决算为6万元。'],
    ['示例县政协办', '2024年示例县政协“三公”经费支出决算为6万元。'],
    ['审计署', '2024年审计署“三公”经费公共预算财政拨款支出6万元。'],
    ['示例县消防救援大队', '2024年示例县消防救援大队“三公”经费支出决算为6万元。'],
    ['示例县政协办', '2024年示例县政协办“三公”经费支出决算为6万元。'],
  ])('%s: %s', (bureauName, paragraph) => {
    expect(narrativeOf([paragraph], { bureauName }).facts).toEqual(['2024 three_public actual all = 6']);
  });

  it.each([
    ['示例县教育局', '2024年局机关“三公”经费支出决算为6万元。'],
    ['示例县财政局', '2024年示例县政协机关“三公”经费支出决算为6万元。'],
    ['示例县政协办', '2024年示例县政府办“三公”经费支出决算为6万元。'],
  ])('but not another one of the place, nor a part: %s, %s', (bureauName, paragraph) => {
    expect(narrativeOf([paragraph], { bureauName }).facts).toEqual([]);
  });
});

describe('a total with a bracket behind it', () => {
  it.each([
    ['2024年总收入52万元（含上年结转2万元）。', ['2024 revenue.grand_total actual all = 52']],
    ['2024年总支出52万元（含年末结转结余3万元）。', ['2024 expenditure.grand_total actual all = 52']],
    ['2024年总收入50万元（含上级补助2万元）。', ['2024 revenue actual all = 50']],
  ])('is the grand total where the bracket has what was left over: %s', (paragraph, facts) => {
    expect(narrativeOf(['二、收支情况', paragraph]).facts).toEqual(facts);
  });
});

describe('what one source paid of the 三公', () => {
  it('leaves alone what the sentence says of 财政拨款 again', () => {
    const paragraph = '经营收入安排其他开支，财政拨款安排的公务接待费支出2万元。';
    expect(narrativeOf(['三、“三公”经费', paragraph]).facts).toEqual([
      '2024 three_public.reception actual all = 2',
    ]);
  });
});
