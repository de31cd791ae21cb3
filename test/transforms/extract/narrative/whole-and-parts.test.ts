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
];

describe('wholes and their parts', () => {
  it.each(examples)('%s', (_name, told, paragraphs, facts) => {
    expect(narrativeOf(paragraphs, told).facts).toEqual(facts);
  });
});
