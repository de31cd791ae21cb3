/** Sentences as provinces other than those of the development corpus print them. */
import { describe, expect, it } from 'vitest';
import { narrativeOf, type Told } from '../../../support/narrative.ts';

type Example = [name: string, told: Told, paragraphs: string[], facts: string[]];

const examples: Example[] = [
  [
    'a total revenue of which last year left a part is the grand total',
    { kind: 'budget' },
    ['2024年部门财务总收入120万元，其中：一般公共预算100万元，其他收入5万元，上年结转15万元。'],
    [
      '2024 revenue.grand_total original_budget all = 120',
      '2024 revenue original_budget general_public = 100',
      '2024 revenue original_budget other_income = 5',
      '2024 balance.opening original_budget all = 15',
    ],
  ],
  [
    'a total revenue of which last year left nothing may be that of the year',
    { kind: 'budget' },
    ['2024年部门财务总收入105万元，其中：一般公共预算100万元，其他收入5万元，上年结转0万元。'],
    [
      '2024 revenue original_budget all = 105',
      '2024 revenue original_budget general_public = 100',
      '2024 revenue original_budget other_income = 5',
      '2024 balance.opening original_budget all = 0',
    ],
  ],
  [
    'what two classes come to together is neither of them',
    {},
    [
      '五、一般公共预算财政拨款支出决算情况说明',
      '2024年度一般公共预算财政拨款支出100万元，其中：教育支出（类）、卫生健康支出（类）合计15万元，占15%；农林水支出（类）85万元，占85%。',
    ],
    ['2024 expenditure actual general_public = 100', '2024 expenditure actual general_public 213 = 85'],
  ],
  [
    'a bracket behind a list of the three public expenses names their sum',
    {},
    [
      '2024年因公出国（境）经费、公务接待费、公车购置费，公车运行费（“三公”经费）决算总额27万元，比上年下降10%。',
      '2024年公务接待费（“三公”经费之一）决算6万元。',
    ],
    ['2024 three_public actual all = 27', '2024 three_public.reception actual all = 6'],
  ],
  [
    'a heading that names a fund ends the list announced above it',
    {},
    [
      '（三）一般公共预算财政拨款支出情况',
      '4.比较情况。2024年度一般公共预算财政拨款支出主要用于以下几个方面：',
      '（1）卫生健康支出80万元，占3%。',
      '（五）政府性基金预算收支决算情况说明',
      '2024年度政府性基金预算财政拨款年初结转结余0万元，年末结转结余0万元。本年收入40万元。',
    ],
    [
      '2024 expenditure actual general_public 210 = 80',
      '2024 balance.opening actual government_fund = 0',
      '2024 balance.closing actual government_fund = 0',
      '2024 revenue actual government_fund = 40',
    ],
  ],
  [
    'both sides rise twice, against the budget and against last year',
    {},
    [
      '（二）收入决算情况说明',
      '本年收入300万元，其中：财政拨款收入300万元。',
      '（四）财政拨款收入支出决算总体情况说明',
      '2024年度财政拨款收入总计318万元，支出总计318万元，与年初预算相比，收入、支出各增加18万元；与上年相比，收入、支出各增加29万元。',
    ],
    [
      '2024 revenue actual all = 300',
      '2024 revenue actual fiscal = 300',
      '2024 revenue.grand_total actual fiscal = 318',
      '2024 expenditure.grand_total actual fiscal = 318',
      '2023 revenue.grand_total actual fiscal = 289 (derived)',
      '2023 expenditure.grand_total actual fiscal = 289 (derived)',
    ],
  ],
  [
    'what a table shows in outline is no total of the sentence behind it',
    { kind: 'budget' },
    [
      '收支预算总表支出栏按经济分类编制，反映部门预算中支出预算的总体情况。2024年支出预算150万元，其中：基本支出120万元。',
      '2024年预算收入150万元，其中：基金预算收入20万元，财政专户核拨收入3万元，其他来源收入1万元。',
    ],
    [
      '2024 expenditure original_budget all = 150',
      '2024 expenditure.basic original_budget all = 120',
      '2024 revenue original_budget all = 150',
      '2024 revenue original_budget government_fund = 20',
      '2024 revenue original_budget special_account = 3',
      '2024 revenue original_budget other_income = 1',
    ],
  ],
  [
    'those on the posts are a part of the staff',
    {},
    ['本单位编制人数320人，年末实有在职人员298人，其中在编236人，编外62人；离退休人员88人。'],
    [
      '2024 headcount.authorised actual all = 320',
      '2024 headcount.in_post actual all = 298',
      '2024 headcount.retired actual all = 88',
    ],
  ],
  [
    'each level of an item with its own digits in front of it',
    { kind: 'budget' },
    [
      '2.社会保障和就业支出（208类）行政事业单位养老支出（05款）机关事业单位职业年金缴费支出（06项）2024年预算数为50万元，比2023年预算数减少2万元。',
    ],
    [
      '2024 expenditure original_budget all 2080506 = 50',
      '2023 expenditure original_budget all 2080506 = 52 (derived)',
    ],
  ],
  [
    'vehicles of a body with their value and what they are for',
    {},
    [
      '七、国有资产占用情况',
      '车辆6辆，价值120万元，其中：机要通信用车1辆、其他用车5辆；单价100万元（含）以上设备（不含车辆）2台（套）。',
      '八、“三公”经费',
      '2024年财政拨款开支运行维护费的公务用车保有量5辆。',
    ],
    [
      '2024 asset.vehicles actual all = 6',
      '2024 asset.equipment_over_1m actual all = 2',
      '2024 three_public.vehicles_held actual all = 5',
    ],
  ],
  [
    'the figure that is compared with is that of the year before',
    {},
    ['2024年“三公”经费支出43万元，比上年累计支出45万元减少2万元。公务接待费3万元，同比去年4万元减少1万元。'],
    [
      '2024 three_public actual all = 43',
      '2023 three_public actual all = 45',
      '2023 three_public actual all = 45 (derived)',
      '2024 three_public.reception actual all = 3',
      '2023 three_public.reception actual all = 4',
      '2023 three_public.reception actual all = 4 (derived)',
    ],
  ],
  [
    'a part that was and stays nil does not speak of its whole',
    {},
    [
      '“三公”经费支出0.8万元，比上年减少0.1万元，下降11.11%。其中：因公出国（境）费支出0.00万元，比上年增加0.00万元，增长0.00%；公务用车运行维护费0.8万元。',
    ],
    [
      '2024 three_public actual all = 0.8',
      '2023 three_public actual all = 0.9 (derived)',
      '2024 three_public.overseas actual all = 0',
      '2023 three_public.overseas actual all = 0 (derived)',
      '2024 three_public.vehicle_operation actual all = 0.8',
    ],
  ],
  [
    'behind a list of budgets and a semicolon the actual of the whole',
    {},
    [
      '“三公”经费年初预算为9万元，其中公务接待费2万元，公务用车购置及运行维护费7万元；支出决算为8万元，其中公务接待费1万元，公务用车购置及运行维护费7万元。',
    ],
    [
      '2024 three_public original_budget all = 9',
      '2024 three_public.reception original_budget all = 2',
      '2024 three_public.vehicles original_budget all = 7',
      '2024 three_public actual all = 8',
      '2024 three_public.reception actual all = 1',
      '2024 three_public.vehicles actual all = 7',
    ],
  ],
  [
    'an actual behind the last of several budgets is nobody’s: of the whole or of the part, it is not said',
    {},
    [
      '“三公”经费年初预算为9万元，其中公务接待费2万元，公务用车购置及运行维护费7万元，支出决算为8万元。',
      '“三公”经费年初预算为9万元，其中公务接待费2万元；支出决算为1万元。',
    ],
    [
      '2024 three_public original_budget all = 9',
      '2024 three_public.reception original_budget all = 2',
      '2024 three_public.vehicles original_budget all = 7',
      '2024 three_public original_budget all = 9',
      '2024 three_public.reception original_budget all = 2',
    ],
  ],
  [
    'each part of a list with its budget and its actual',
    {},
    [
      '“三公”经费年初预算为9万元，其中公务接待费年初预算2万元，支出决算1万元；公务用车购置及运行维护费年初预算7万元，支出决算6万元。',
    ],
    [
      '2024 three_public original_budget all = 9',
      '2024 three_public.reception original_budget all = 2',
      '2024 three_public.reception actual all = 1',
      '2024 three_public.vehicles original_budget all = 7',
      '2024 three_public.vehicles actual all = 6',
    ],
  ],
  [
    'two figures one each for revenue and expenditure',
    {},
    ['2024年度收入、支出总计分别为80万元、75万元。'],
    ['2024 revenue.grand_total actual all = 80', '2024 expenditure.grand_total actual all = 75'],
  ],
  [
    'a heading of another year and state in a budget',
    { kind: 'budget' },
    [
      '一、2024年“三公”经费预算安排情况',
      '2024年“三公”经费预算总计22万元，其中：公务接待费12万元，公务用车运行费10万元。',
      '二、2023年“三公”经费决算情况',
      '2023年度“三公”经费合计支出20万元，其中：公务接待费12.5万元，公务用车运行费7.5万元。',
    ],
    [
      '2024 three_public original_budget all = 22',
      '2024 three_public.reception original_budget all = 12',
      '2024 three_public.vehicle_operation original_budget all = 10',
      '2023 three_public actual all = 20',
      '2023 three_public.reception actual all = 12.5',
      '2023 three_public.vehicle_operation actual all = 7.5',
    ],
  ],
  [
    'a clause that only describes does not end the subject',
    {},
    ['上级补助收入8万元，为事业单位取得的补助资金。较2023年度决算数减少17万元，下降68%。'],
    ['2024 revenue actual superior_subsidy = 8', '2023 revenue actual superior_subsidy = 25 (derived)'],
  ],
  [
    'a source named behind the parts of another source',
    { kind: 'budget' },
    ['收入预算90万元。其中：财政拨款收入80万元，包括专项补助50万元；上年结余10万元。'],
    [
      '2024 revenue original_budget all = 90',
      '2024 revenue original_budget fiscal = 80',
      '2024 balance.opening original_budget all = 10',
    ],
  ],
  [
    'what counted receptions cost, and a change of an expense that a bare 支出 goes on with',
    {},
    [
      '三、“三公”经费支出情况',
      '2024年公务接待24批次，210人次，支出2万元，较上年支出数减少0.5万元。',
      '公务用车运行维护费10万元，主要用于机要通信。费用支出较年初预算数减少4万元，较上年支出数减少1万元。',
    ],
    [
      '2024 three_public.reception_batches actual all = 24',
      '2024 three_public.reception_persons actual all = 210',
      '2024 three_public.reception actual all = 2',
      '2023 three_public.reception actual all = 2.5 (derived)',
      '2024 three_public.vehicle_operation actual all = 10',
      '2023 three_public.vehicle_operation actual all = 11 (derived)',
    ],
  ],
  [
    'vehicles bought by their unit, and vehicles held as observed in a budget',
    { kind: 'budget' },
    ['四、“三公”经费', '公务用车购置2辆，公务用车保有量4辆。'],
    [
      '2024 three_public.vehicles_purchased original_budget all = 2',
      '2024 three_public.vehicles_held actual all = 4',
    ],
  ],
  [
    '社会保障与就业支出 with the other conjunction',
    {},
    ['一般公共预算财政拨款支出主要用于以下几个方面：社会保障与就业支出4万元。'],
    ['2024 expenditure actual general_public 208 = 4'],
  ],
  [
    'a budget compared with what was spent, with its difference',
    {},
    ['公务接待费支出2.05万元，年初预算为2万元，差值为0.05万元；公务用车运行维护费支出3万元。'],
    [
      '2024 three_public.reception actual all = 2.05',
      '2024 three_public.reception original_budget all = 2',
      '2024 three_public.vehicle_operation actual all = 3',
    ],
  ],
  [
    'the parts of a change, in a sentence of their own',
    {},
    [
      '2024年度收入合计45万元。其中：财政拨款收入40万元；其他收入5万元。与上年相比，收入合计增加6万元。其中：财政拨款收入增加4万元；其他收入增加2万元。',
    ],
    [
      '2024 revenue actual all = 45',
      '2024 revenue actual fiscal = 40',
      '2024 revenue actual other_income = 5',
      '2023 revenue actual all = 39 (derived)',
      '2023 revenue actual fiscal = 36 (derived)',
      '2023 revenue actual other_income = 3 (derived)',
    ],
  ],
  [
    'accounts behind examples of what they pay for, and guests behind a bracket of foreign ones',
    {},
    [
      '基本支出9万元。其中：基本工资、津贴补贴等人员经费支出8万元；办公费、水电费等公用经费1万元。',
      '三公经费：安排国内公务接待25批次（其中：外事接待0批次），接待人次210人（其中：外事接待人次0人）。',
    ],
    [
      '2024 expenditure.basic actual all = 9',
      '2024 expenditure.personnel actual all = 8',
      '2024 expenditure.operating actual all = 1',
      '2024 three_public.reception_batches actual all = 25',
      '2024 three_public.reception_persons actual all = 210',
    ],
  ],
  [
    'totals named once and changed one after the other',
    {},
    [
      '2024年度收入总计80万元，支出总计80万元，与2023年相比，收入增加5万元，增长6.67%，支出增加5万元，增长6.67%。',
    ],
    [
      '2024 revenue.grand_total actual all = 80',
      '2024 expenditure.grand_total actual all = 80',
      '2023 revenue.grand_total actual all = 75 (derived)',
      '2023 expenditure.grand_total actual all = 75 (derived)',
    ],
  ],
  [
    'vehicles by the short name that only 三公 gives them',
    {},
    ['三、公务用车购置及运行维护费', '车辆购置支出0万元。车辆运行维护费支出13万元。'],
    [
      '2024 three_public.vehicle_purchase actual all = 0',
      '2024 three_public.vehicle_operation actual all = 13',
    ],
  ],
  [
    'guests from abroad are counted apart',
    {},
    ['三、“三公”经费情况', '国内公务接待批次30个，接待人次280人；国（境）外公务接待批次2个，接待人次14人。'],
    [
      '2024 three_public.reception_batches actual all = 30',
      '2024 three_public.reception_persons actual all = 280',
    ],
  ],
];

const nothing: [name: string, paragraphs: string[], told?: Told][] = [
  [
    'a second figure that nothing names',
    ['收、支总计各是125.5，143.9万元。收、支总计比上年各减少12.5，25.7万元。'],
  ],
  [
    'the parts of what was not understood',
    ['示例事务中心经费50万元，其中：基本支出30万元，项目支出20万元。'],
  ],
  ['the parts in the next sentence', ['示例事务中心经费50万元。其中：公务接待费3万元。']],
  ['one figure for several things', ['公务用车购置费、公务接待费预算5万元。'], { kind: 'budget' }],

  ['初中教育, which is no 教育支出', ['初中教育支出20万元，其中：基本支出20万元。']],
];

describe('reports of other provinces', () => {
  it.each(examples)('%s', (_name, told, paragraphs, facts) => {
    expect(narrativeOf(paragraphs, told).facts).toEqual(facts);
  });

  it.each(nothing)('state no fact: %s', (_name, paragraphs, told) => {
    expect(narrativeOf(paragraphs, told).facts).toEqual([]);
  });

  it('count the staff in post where 实有人数 has the retired in it', () => {
    const { facts } = narrativeOf(['二、人员情况', '实有人数77人，其中：在职人员39人，退休人员16人。']);
    expect(facts).toEqual([
      '2024 headcount.in_post actual all = 39',
      '2024 headcount.retired actual all = 16',
    ]);
  });

  it('do not go on with the whole behind a part that was not understood', () => {
    const { facts } = narrativeOf(['“三公”经费支出5万元。其中，示例专项支出与预算持平，比上年无变化。']);
    expect(facts).toEqual(['2024 three_public actual all = 5']);
  });
});
