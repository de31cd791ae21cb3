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
  [
    'Hebei: a heading that compares with another year is still on this one',
    {},
    [
      '（一）财政拨款收支与2023年度决算对比情况',
      '本部门2024年度财政拨款本年收入80万元，比2023年度增加5万元，增长6.67%，主要是人员增加；本年支出70万元，增加7万元，增长11.11%，主要是人员增加。其中：',
      '政府性基金预算财政拨款本年收入10万元，比上年增加2万元，增长25%；本年支出9万元，比上年增加1万元，增长12.5%。',
    ],
    [
      '2024 revenue actual fiscal = 80',
      '2023 revenue actual fiscal = 75 (derived)',
      '2024 expenditure actual fiscal = 70',
      '2023 expenditure actual fiscal = 63 (derived)',
      '2024 revenue actual government_fund = 10',
      '2023 revenue actual government_fund = 8 (derived)',
      '2024 expenditure actual government_fund = 9',
      '2023 expenditure actual government_fund = 8 (derived)',
    ],
  ],
  [
    'Hebei: a rate that does not fit leaves the comparison open',
    {},
    ['收入合计80万元，比2023年度增加5万元，主要是人员增加；支出合计70万元，增加7万元，增长30%。'],
    [
      '2024 revenue actual all = 80',
      '2023 revenue actual all = 75 (derived)',
      '2024 expenditure actual all = 70',
    ],
  ],
  [
    'a heading that compares with executions of the year before is no heading on executions',
    { kind: 'budget' },
    ['（三）2024年预算与2023年执行数对比情况', '2024年支出预算80万元，其中：基本支出60万元。'],
    ['2024 expenditure original_budget all = 80', '2024 expenditure.basic original_budget all = 60'],
  ],
  [
    'Beijing: names of items in quotes, running costs behind what they are for, travellers behind the purpose',
    {},
    [
      '（二）一般公共预算财政拨款支出决算具体情况',
      '1.“教育支出”（类）2024年度决算80万元，比2024年年初预算减少5万元，下降5.88%。其中：',
      '“教育管理事务”（款）2024年度决算15万元，比2024年年初预算增加1万元。',
      '四、机关运行经费支出情况',
      '2024年本部门维持机关日常运行而开支的机关运行经费合计62万元。',
      '2024年因公出国（境）费用主要用于友城交流，2024年组织因公出国（境）团组1个、3人次。',
    ],
    [
      '2024 expenditure actual general_public 205 = 80',
      '2024 expenditure actual general_public 20501 = 15',
      '2024 agency_running_costs actual all = 62',
      '2024 three_public.overseas_groups actual all = 1',
      '2024 three_public.overseas_persons actual all = 3',
    ],
  ],
  [
    'Tianjin: parts with their shares behind the reason for the change of the whole',
    {},
    [
      '本年收入合计118万元，与2023年度相比增加7万元，主要原因是项目增加，其中：财政拨款收入60万元，占50.85%；事业收入58万元，占49.15%。',
      '本年支出合计90万元，主要原因是人员经费增加，其中：基本支出增加5万元。',
    ],
    [
      '2024 revenue actual all = 118',
      '2023 revenue actual all = 111 (derived)',
      '2024 revenue actual fiscal = 60',
      '2024 revenue actual operating_income = 58',
      '2024 expenditure actual all = 90',
    ],
  ],
  [
    'Liaoning: classes below a wider heading are those of the budget that the sentence named, there and where they are named again',
    {},
    [
      '二、财政拨款支出决算情况说明',
      '一般公共预算财政拨款支出70万元，按支出功能分类科目分，包括：社会保障和就业支出5万元，占7.14%；城乡社区支出65万元，占92.86%。',
      '1.社会保障和就业支出5万元，具体包括：',
      '（1）机关事业单位基本养老保险缴费支出（项）4万元。',
      '三、“三公”经费支出决算情况说明',
      '公务接待费0.5万元，主要用于接待调研，其中国内公务接待5批次，40人，0.5万元。',
    ],
    [
      '2024 expenditure actual general_public = 70',
      '2024 expenditure actual general_public 208 = 5',
      '2024 expenditure actual general_public 212 = 65',
      '2024 expenditure actual general_public 208 = 5',
      '2024 expenditure actual general_public 2080505 = 4',
      '2024 three_public.reception actual all = 0.5',
      '2024 three_public.reception_batches actual all = 5',
      '2024 three_public.reception_persons actual all = 40',
    ],
  ],
  [
    'Zhejiang: guests from home beside those from abroad are not all guests',
    {},
    [
      '公务接待费支出决算为4.1万元。国内公务接待累计45批次，累计380人次。',
      '外事接待支出0.5万元，接待20人次，2批次。',
      '其他国内公务接待支出3.6万元，主要用于接待上级部门，接待360人次，43批次。',
    ],
    [
      '2024 three_public.reception actual all = 4.1',
      '2024 three_public.reception_batches actual all = 45',
      '2024 three_public.reception_persons actual all = 380',
    ],
  ],
  [
    'Inner Mongolia: items below a comparison that says nothing',
    {},
    [
      '（二）与年初预算相比，增加800万元。其中：',
      '1.社会保障和就业支出（类）人力资源和社会保障管理事务（款）行政运行（项）年初预算为100万元，支出决算为110万元。',
    ],
    ['2024 expenditure original_budget all 2080101 = 100', '2024 expenditure actual all 2080101 = 110'],
  ],
  [
    'Sichuan: codes of each level in brackets',
    {},
    [
      '（三）一般公共预算财政拨款支出决算具体情况',
      '3.交通运输支出（214）公路水路运输（01）行政运行（01）：支出决算为15万元。',
    ],
    ['2024 expenditure actual general_public 2140101 = 15'],
  ],
  [
    'Hunan: behind the list of classes 支出 is all of it again, and vehicles below the assets are all the body has',
    { kind: 'budget' },
    [
      '支出预算：2024年年初预算数90万元，其中，社会保障和就业支出30万元，住房保障支出60万元。支出较去年增加8万元，主要是人员增加。',
      '（五）国有资产占用使用情况',
      '截至2023年12月底，本部门共有公务用车4辆，其中，执法执勤用车3辆。',
      '三、“三公”经费预算情况',
      '单位现有公务用车2辆。',
    ],
    [
      '2024 expenditure original_budget all = 90',
      '2024 expenditure original_budget all 208 = 30',
      '2024 expenditure original_budget all 221 = 60',
      '2023 expenditure original_budget all = 82 (derived)',
      '2023 asset.vehicles actual all = 4',
      '2024 three_public.vehicles_held actual all = 2',
    ],
  ],
  [
    'a bare 支出 behind a list of the 三公 may be any of them',
    {},
    ['“三公”经费支出9万元，其中：公务接待费3万元，公务用车运行维护费6万元。支出较上年减少1万元。'],
    [
      '2024 three_public actual all = 9',
      '2024 three_public.reception actual all = 3',
      '2024 three_public.vehicle_operation actual all = 6',
    ],
  ],
  [
    'Fujian: the code in front of the name, in brackets, with a dash or bare; no amount is a code',
    {},
    [
      '二、一般公共预算财政拨款支出决算情况说明',
      '（一）2200101（行政运行）18万元，较上年决算数增加1万元，增长5.88%。',
      '1、20103-政府办公厅（室）及相关机构事务9万元。',
      '2、2010301行政运行8万元。',
      '支出2010301元，其中基本支出2010301元。',
      '累计接待30批次、接待总人数250人，公务接待费2万元。',
    ],
    [
      '2024 expenditure actual general_public 2200101 = 18',
      '2023 expenditure actual general_public 2200101 = 17 (derived)',
      '2024 expenditure actual general_public 20103 = 9',
      '2024 expenditure actual general_public 2010301 = 8',
      '2024 expenditure actual general_public = 201.0301',
      '2024 expenditure.basic actual general_public = 201.0301',
      '2024 three_public.reception_batches actual all = 30',
      '2024 three_public.reception_persons actual all = 250',
      '2024 three_public.reception actual all = 2',
    ],
  ],
  [
    'Yunnan: a budget drawn up counts no posts; total income, planned guests, and what the year before is contrasted with',
    { kind: 'budget' },
    [
      '我部门编制2024年部门预算单位共35个。在职人员编制182人，在职实有179人。',
      '2024年部门财务总收入35万元，其中：一般公共预算34万元，国有资本经营收益1万元。',
      '（二）公务接待费',
      '2024年公务接待费预算为10万元，与上年对比减少1万元，国内公务接待批次为85次，共计接待920人次。',
      '共涉及采购项目20个，采购预算总额52万元，其中：政府采购货物预算42万元。',
    ],
    [
      '2024 headcount.authorised actual all = 182',
      '2024 headcount.in_post actual all = 179',
      '2024 revenue original_budget all = 35',
      '2024 revenue original_budget general_public = 34',
      '2024 revenue original_budget state_capital = 1',
      '2024 three_public.reception original_budget all = 10',
      '2023 three_public.reception original_budget all = 11 (derived)',
      '2024 three_public.reception_batches original_budget all = 85',
      '2024 three_public.reception_persons original_budget all = 920',
      '2024 procurement original_budget all = 52',
      '2024 procurement.goods original_budget all = 42',
    ],
  ],
  [
    'guests of another year in a budget were counted',
    { kind: 'budget' },
    ['2023年国内公务接待80批次，900人次。'],
    [
      '2023 three_public.reception_batches actual all = 80',
      '2023 three_public.reception_persons actual all = 900',
    ],
  ],
  [
    'Gansu: items by their bare names behind their class, where it has one of that name',
    {},
    [
      '（五）一般公共预算财政拨款支出决算情况说明',
      '2.社会保障和就业支出117万元，其中：行政运行3万元，主要用于人员经费；城市最低生活保障金支出21万元；示例镇特困人员救助供养支出2万元。',
      '3.教育支出70万元，其中：示例镇小学教育20万元，初中教育支出50万元，比上年增加5万元。',
    ],
    [
      '2024 expenditure actual general_public 208 = 117',
      '2024 expenditure actual general_public 2081901 = 21',
      '2024 expenditure actual general_public 205 = 70',
      '2024 expenditure actual general_public 2050203 = 50',
      '2023 expenditure actual general_public 2050203 = 45 (derived)',
    ],
  ],
];

describe('the forms of provinces', () => {
  it.each(examples)('%s', (_name, told, paragraphs, facts) => {
    expect(narrativeOf(paragraphs, told).facts).toEqual(facts);
  });
});
