/** What the forms of single provinces print in their own way. */
import { describe, expect, it } from 'vitest';
import { narrativeOf, type Told } from '../../../support/narrative.ts';

type Example = [name: string, told: Told, paragraphs: string[], facts: string[]];

const examples: Example[] = [
  [
    'Hunan and Shaanxi: the item on a line of its own, its budget and its actual below it',
    {},
    [
      '五、一般公共预算财政拨款支出决算情况说明',
      '（三）财政拨款支出决算具体情况',
      '2024年度财政拨款支出年初预算数为80万元，支出决算数为90万元，其中：',
      '1、卫生健康支出（类）卫生健康管理事务（款）行政运行（项）。',
      '年初预算为50万元，支出决算为60万元，完成年初预算的120.00%，决算数大于年初预算数的主要原因是：人员增加。',
      '2. 住房保障支出（类）住房改革支出（款）住房公积金（项）',
      '年初预算30万元，支出决算30万元，完成年初预算的100%。',
      '年初预算7万元，支出决算7万元。',
    ],
    [
      '2024 expenditure original_budget general_public = 80',
      '2024 expenditure actual general_public = 90',
      '2024 expenditure original_budget general_public 2100101 = 50',
      '2024 expenditure actual general_public 2100101 = 60',
      '2024 expenditure original_budget general_public 2210201 = 30',
      '2024 expenditure actual general_public 2210201 = 30',
    ],
  ],
  [
    '财政拨款 where the paragraph names another budget is the sum of all',
    {},
    [
      '五、一般公共预算财政拨款支出决算情况说明',
      '财政拨款支出90万元，其中政府性基金预算财政拨款支出10万元。',
    ],
    ['2024 expenditure actual fiscal = 90', '2024 expenditure actual government_fund = 10'],
  ],
  [
    'Hunan: what fell stands behind the reason for something else, and its rate fits',
    {},
    [
      '公务接待费支出预算为8万元，支出决算为6.2万元，决算数小于预算数的主要原因是厉行节约，与上年相比减少0.8万元，减少11.43%，减少的主要原因是厉行节约。',
      '公务用车运行维护费支出决算为6.2万元，决算数小于预算数的主要原因是燃料费较少，比上年减少0.5万元，减少30%。',
    ],
    [
      '2024 three_public.reception budget all = 8',
      '2024 three_public.reception actual all = 6.2',
      '2023 three_public.reception actual all = 7 (derived)',
      '2024 three_public.vehicle_operation actual all = 6.2',
    ],
  ],
  [
    'Hunan: visitors are guests, and vehicles may be renewed',
    {},
    [
      '“三公”经费支出决算15.2万元，其中：公务用车购置费及运行维护费支出决算9万元。',
      '公务接待费支出决算为6.2万元，全年共接待来访团组62个、来宾520人次。',
      '公务用车购置费0万元，更新公务用车0辆。',
    ],
    [
      '2024 three_public actual all = 15.2',
      '2024 three_public.vehicles actual all = 9',
      '2024 three_public.reception actual all = 6.2',
      '2024 three_public.reception_batches actual all = 62',
      '2024 three_public.reception_persons actual all = 520',
      '2024 three_public.vehicle_purchase actual all = 0',
      '2024 three_public.vehicles_purchased actual all = 0',
    ],
  ],
  [
    'Shaanxi: what was planned and spent for the guests and the vehicles just counted, training and meetings below their headings',
    {},
    [
      '七、财政拨款“三公”经费支出决算情况说明',
      '2024年度公务接待22批次，180人次，预算2万元，支出决算1.1万元。',
      '2024年度购置公务用车1辆，预算20万元，支出决算18万元。',
      '（三）培训费支出情况说明',
      '2024年度培训费预算3万元，支出决算2.1万元。',
    ],
    [
      '2024 three_public.reception_batches actual all = 22',
      '2024 three_public.reception_persons actual all = 180',
      '2024 three_public.reception budget all = 2',
      '2024 three_public.reception actual all = 1.1',
      '2024 three_public.vehicles_purchased actual all = 1',
      '2024 three_public.vehicle_purchase budget all = 20',
      '2024 three_public.vehicle_purchase actual all = 18',
      '2024 training budget all = 3',
      '2024 training actual all = 2.1',
    ],
  ],
  [
    'Yunnan: staff in post by kind, posts for vehicles',
    {},
    [
      '年末实有人员编制48人。在职在编实有行政人员11人，参照公务员法管理事业人员2人，非参公管理事业人员33人。',
      '实有车辆编制3辆，在编实有车辆2辆。',
    ],
    [
      '2024 headcount.authorised actual all = 48',
      '2024 headcount.civil_servants actual all = 11',
      '2024 headcount.civil_service_managed actual all = 2',
      '2024 headcount.institution actual all = 33',
      '2024 asset.vehicles actual all = 2',
    ],
  ],
  [
    'Guangdong: what running costs pay for vehicles and meetings may not be all of it',
    { kind: 'budget' },
    ['机关运行经费安排90万元，其中：办公费20万元，会议费5万元，公务用车运行维护费8万元。'],
    ['2024 agency_running_costs original_budget all = 90'],
  ],
];

describe('the forms of provinces', () => {
  it.each(examples)('%s', (_name, told, paragraphs, facts) => {
    expect(narrativeOf(paragraphs, told).facts).toEqual(facts);
  });
});
