import { describe, expect, it } from 'vitest';
import { narrativeOf, type Told } from '../../../support/narrative.ts';

type Example = [name: string, told: Told, paragraphs: string[], facts: string[]];

const finalAccounts: Example[] = [
  [
    'two totals at once, each with the figure of last year',
    {},
    ['2024年度收入、支出总计500.10万元，比上年收入、支出总计各增加20.10万元，增长4.19%。'],
    [
      '2024 revenue.grand_total actual all = 500.1',
      '2024 expenditure.grand_total actual all = 500.1',
      '2023 revenue.grand_total actual all = 480 (derived)',
      '2023 expenditure.grand_total actual all = 480 (derived)',
    ],
  ],
  [
    'the short form 收、支总计 and a named year in front of the subject',
    {},
    ['2024年度财政拨款收、支总计均为80万元。与2023年度相比，财政拨款收、支总计各减少5万元。'],
    [
      '2024 revenue.grand_total actual fiscal = 80',
      '2024 expenditure.grand_total actual fiscal = 80',
      '2023 revenue.grand_total actual fiscal = 85 (derived)',
      '2023 expenditure.grand_total actual fiscal = 85 (derived)',
    ],
  ],
  [
    'an item that 其中 lists and whose figures follow in a sentence of their own',
    {},
    [
      '一般公共预算财政拨款支出决算为520万元。其中：1.一般公共服务支出（类）组织事务（款）其他组织事务支出（项）。年初预算为0万元，支出决算为3.2万元。',
    ],
    [
      '2024 expenditure actual general_public = 520',
      '2024 expenditure original_budget general_public 2013299 = 0',
      '2024 expenditure actual general_public 2013299 = 3.2',
    ],
  ],
  [
    'one thing behind the other, each with its name in front of a colon',
    {},
    ['1.因公出国（境）费：2024年安排预算数0万元。2.公务接待费：2024年安排预算数5.8万元。'],
    ['2024 three_public.overseas budget all = 0', '2024 three_public.reception budget all = 5.8'],
  ],
  [
    'what the receptions cost that are counted behind a heading in the same paragraph',
    {},
    ['（3）公务接待费支出情况。2024年公务接待24批次，210人次，支出2.05万元。'],
    [
      '2024 three_public.reception_batches actual all = 24',
      '2024 three_public.reception_persons actual all = 210',
      '2024 three_public.reception actual all = 2.05',
    ],
  ],
  [
    'the other side behind a list that ends with a balance',
    { kind: 'budget' },
    ['2024年收入预算总额为812万元，包括：财政拨款收入792万元，上年结转20万元。2024年支出预算总额为812万元。'],
    [
      '2024 revenue original_budget all = 812',
      '2024 revenue original_budget fiscal = 792',
      '2024 balance.opening original_budget all = 20',
      '2024 expenditure original_budget all = 812',
    ],
  ],
  [
    'a total whose only part is the year’s own',
    {},
    ['总收入80万元，其中：本年收入80万元，上年结转0万元。'],
    [
      '2024 revenue.grand_total actual all = 80',
      '2024 revenue actual all = 80',
      '2024 balance.opening actual all = 0',
    ],
  ],
  [
    'sources of revenue by their own names',
    {},
    [
      '本年收入合计90万元，其中：一般公共预算财政拨款收入70万元，占77.78%；政府性基金预算财政拨款收入0万元；上级补助收入5万元；事业收入10万元；经营收入2万元；附属单位上缴收入1万元；其他收入2万元。',
    ],
    [
      '2024 revenue actual all = 90',
      '2024 revenue actual general_public = 70',
      '2024 revenue actual government_fund = 0',
      '2024 revenue actual superior_subsidy = 5',
      '2024 revenue actual operating_income = 10',
      '2024 revenue actual business_income = 2',
      '2024 revenue actual affiliate_income = 1',
      '2024 revenue actual other_income = 2',
    ],
  ],
  [
    'parts take the fund of their whole',
    {},
    ['2024年财政拨款支出60万元，其中：基本支出40万元，占66.67%；项目支出20万元，占33.33%。'],
    [
      '2024 expenditure actual fiscal = 60',
      '2024 expenditure.basic actual fiscal = 40',
      '2024 expenditure.project actual fiscal = 20',
    ],
  ],
  [
    'items under a heading of their 类, the subject carried over full stops and purposes',
    {},
    [
      '五、一般公共预算财政拨款支出决算情况说明',
      '2024年度一般公共预算财政拨款支出年初预算为30万元，支出决算为33万元，完成年初预算的110%。其中：',
      '1.卫生健康支出（类）',
      '（1）行政事业单位医疗（款）行政单位医疗（项）。主要用于：单位缴费9万元。年初预算为3万元，支出决算为3.5万元，完成年初预算的116.67%。',
    ],
    [
      '2024 expenditure original_budget general_public = 30',
      '2024 expenditure actual general_public = 33',
      '2024 expenditure original_budget general_public 2101101 = 3',
      '2024 expenditure actual general_public 2101101 = 3.5',
    ],
  ],
  [
    'an item whose name lists what it covers',
    {},
    [
      '节能环保支出（类）环境保护管理事务（款）环境保护法规、规划及标准（项）。年初预算为0万元，支出决算为7.5万元。',
      '教育支出（类）12万元、住房保障支出（类）3万元。',
    ],
    [
      '2024 expenditure original_budget all 2110105 = 0',
      '2024 expenditure actual all 2110105 = 7.5',
      '2024 expenditure actual all 205 = 12',
      '2024 expenditure actual all 221 = 3',
    ],
  ],
  [
    'an item that names its own 类 below a heading of another',
    {},
    [
      '2024年度一般公共预算财政拨款支出决算为33万元。其中：',
      '1.社会保障和就业支出（类）行政事业单位养老支出（款）',
      '城乡社区支出（类）城乡社区公共设施（款）其他城乡社区公共设施支出（项）3.5万元，主要用于：道路养护。',
    ],
    ['2024 expenditure actual general_public = 33', '2024 expenditure actual general_public 2120399 = 3.5'],
  ],
  [
    'classes by name and codes in brackets',
    {},
    [
      '2024年度一般公共预算财政拨款支出主要用于以下方面：教育支出12万元，占40%；住房保障支出（类）18万元，占60%。',
      '教育支出（205）进修及培训（20508）培训支出（2050803）：支出决算为12万元。',
    ],
    [
      '2024 expenditure actual general_public 205 = 12',
      '2024 expenditure actual general_public 221 = 18',
      '2024 expenditure actual all 2050803 = 12',
    ],
  ],
  [
    'a name that carries the one above it, and 其他…支出 by an old name',
    { kind: 'budget' },
    [
      '一般公共服务支出（类）人大事务行政运行（项）支出7万元。',
      '自然资源海洋气象等支出（类）自然资源事务（款）其他国土资源事务支出（项）4万元。',
    ],
    ['2024 expenditure original_budget all 2010101 = 7', '2024 expenditure original_budget all 2200199 = 4'],
  ],
  [
    'economic classes of basic expenditure, amounts in 万',
    { kind: 'self_evaluation' },
    ['1、基本支出具体使用情况：工资福利支出为88.5万；商品和服务支出为11.5万；资本性支出为0.4万。'],
    [
      '2024 expenditure.basic actual all 301 = 88.5',
      '2024 expenditure.basic actual all 302 = 11.5',
      '2024 expenditure.basic actual all 310 = 0.4',
    ],
  ],
  [
    'personnel and operating expenditure with their lists of purposes',
    {},
    [
      '2024年度一般公共预算财政拨款基本支出50万元，其中：人员经费45万元，主要包括：基本工资、津贴补贴；公用经费5万元，主要包括：办公费、印刷费。',
    ],
    [
      '2024 expenditure.basic actual general_public = 50',
      '2024 expenditure.personnel actual all = 45',
      '2024 expenditure.operating actual all = 5',
    ],
  ],
  [
    'balances by word and by point of the year',
    {},
    ['2024年财政拨款年初结转结余1.5万元，2024年末财政拨款结转结余决算数0万元。'],
    ['2024 balance.opening actual fiscal = 1.5', '2024 balance.closing actual fiscal = 0'],
  ],
  [
    'a total with the year’s own as a part is the grand total',
    {},
    ['本部门总收入10万元，其中本年收入9万元，上年结转和结余1万元。'],
    [
      '2024 revenue.grand_total actual all = 10',
      '2024 revenue actual all = 9',
      '2024 balance.opening actual all = 1',
    ],
  ],
  [
    'a fund that only the heading names',
    {},
    ['七、政府性基金预算财政拨款收入支出决算情况说明', '本年收入3万元，本年支出2万元，年末结转和结余1万元。'],
    [
      '2024 revenue actual government_fund = 3',
      '2024 expenditure actual government_fund = 2',
      '2024 balance.closing actual government_fund = 1',
    ],
  ],
];

const threePublic: Example[] = [
  [
    'behind a list of parts the rate says whether the whole or its last part fell',
    {},
    [
      '2024年“三公”经费支出10万元，其中：公务接待费3万元，公务用车运行维护费7万元，比上年减少2万元，下降16.67%。',
    ],
    [
      '2024 three_public actual all = 10',
      '2024 three_public.reception actual all = 3',
      '2024 three_public.vehicle_operation actual all = 7',
      '2023 three_public actual all = 12 (derived)',
    ],
  ],
  [
    'a part that is named fell, although the rate behind it was copied from the whole',
    {},
    [
      '2024年“三公”经费支出10万元，其中：公务接待费3万元，公务用车运行维护费7万元。',
      '“三公”经费支出比2023年减少2万元，下降16.67%，其中：公务用车运行维护费支出减少2万元，下降16.67%。',
    ],
    [
      '2024 three_public actual all = 10',
      '2024 three_public.reception actual all = 3',
      '2024 three_public.vehicle_operation actual all = 7',
      '2023 three_public actual all = 12 (derived)',
      '2023 three_public.vehicle_operation actual all = 9 (derived)',
    ],
  ],
  [
    'budget and actual of the total and its parts, zeros included',
    { threePublicBudgetPhase: 'adjusted_budget' },
    [
      '2024年度“三公”经费支出预算为6万元，支出决算为5万元，其中：因公出国（境）费用预算0万元，支出决算为0万元；公务用车购置及运行维护费预算4万元，支出决算为3.5万元；公务接待费预算2万元，支出决算为1.5万元。',
    ],
    [
      '2024 three_public adjusted_budget all = 6',
      '2024 three_public actual all = 5',
      '2024 three_public.overseas adjusted_budget all = 0',
      '2024 three_public.overseas actual all = 0',
      '2024 three_public.vehicles adjusted_budget all = 4',
      '2024 three_public.vehicles actual all = 3.5',
      '2024 three_public.reception adjusted_budget all = 2',
      '2024 three_public.reception actual all = 1.5',
    ],
  ],
  [
    'counts told apart by their units, foreign guests left out',
    {},
    [
      '七、“三公”经费支出决算情况说明',
      '因公出国（境）费支出2万元。全年安排因公出国（境）团组1个、累计3人次。',
      '公务用车购置支出0万元，购置公务用车0辆；公务用车保有量为2辆。',
      '公务接待费支出0.6万元，主要用于接待上级单位调研，国内公务接待8批次、64人次，其中：接待外宾1批次、2人次。',
    ],
    [
      '2024 three_public.overseas actual all = 2',
      '2024 three_public.overseas_groups actual all = 1',
      '2024 three_public.overseas_persons actual all = 3',
      '2024 three_public.vehicle_purchase actual all = 0',
      '2024 three_public.vehicles_purchased actual all = 0',
      '2024 three_public.vehicles_held actual all = 2',
      '2024 three_public.reception actual all = 0.6',
      '2024 three_public.reception_batches actual all = 8',
      '2024 three_public.reception_persons actual all = 64',
    ],
  ],
  [
    'the comparison of the whole reaches its parts; 持平 is last year’s figure',
    {},
    [
      '“三公”经费支出决算3万元，其中：因公出国（境）费支出决算0万元，公务接待费支出决算3万元。',
      '“三公”经费支出决算数比2023年度减少1万元，其中：因公出国（境）费支出与上一年度持平；公务接待费支出决算减少1万元，下降25%。',
    ],
    [
      '2024 three_public actual all = 3',
      '2024 three_public.overseas actual all = 0',
      '2024 three_public.reception actual all = 3',
      '2023 three_public actual all = 4 (derived)',
      '2023 three_public.overseas actual all = 0 (derived)',
      '2023 three_public.reception actual all = 4 (derived)',
    ],
  ],
  [
    'parts in brackets, behind which the whole goes on',
    {},
    [
      '公务用车购置及运行维护费支出6万元（其中：公务用车购置费0万元，公务用车运行维护费6万元），比上年减少1万元。',
    ],
    [
      '2024 three_public.vehicles actual all = 6',
      '2024 three_public.vehicle_purchase actual all = 0',
      '2024 three_public.vehicle_operation actual all = 6',
      '2023 three_public.vehicles actual all = 7 (derived)',
    ],
  ],
  [
    'an explicit statement of none',
    { kind: 'self_evaluation' },
    ['严格审批；2024年度无因公出国（境）支出。', '2024年，本部门未发生公务接待费支出。'],
    ['2024 three_public.overseas actual all = 0', '2024 three_public.reception actual all = 0'],
  ],
];

const budgets: Example[] = [
  [
    'the fund of an income source says nothing about the expenditure; 其他支出 after functional classes is one of them',
    { kind: 'budget' },
    [
      '2024年收支总预算90万元。收入包括：一般公共预算当年拨款收入80万元、其他收入10万元；支出包括：教育支出70万元、住房保障支出15万元、其他支出5万元。',
    ],
    [
      '2024 revenue.grand_total original_budget all = 90',
      '2024 expenditure.grand_total original_budget all = 90',
      '2024 revenue original_budget general_public = 80',
      '2024 revenue original_budget other_income = 10',
      '2024 expenditure original_budget all 205 = 70',
      '2024 expenditure original_budget all 221 = 15',
      '2024 expenditure original_budget all 229 = 5',
    ],
  ],
  [
    '当年拨款 without 收入 is what the items below it spend; codes stand in front of 类, 款 and 项',
    { kind: 'budget' },
    [
      '五、一般公共预算当年拨款情况',
      '2024年一般公共预算当年拨款80万元，比2023年预算数增加5万元。',
      '1.教育支出（205类）普通教育（20502款）小学教育（2050202项）2024年预算数为30万元。',
    ],
    [
      '2024 expenditure original_budget general_public = 80',
      '2023 expenditure original_budget general_public = 75 (derived)',
      '2024 expenditure original_budget general_public 2050202 = 30',
    ],
  ],
  [
    'the date of a stock holds until the paragraph ends',
    { kind: 'budget' },
    ['截至2023年12月31日，共有车辆3辆。单位价值100万元以上设备1台（套）。'],
    ['2023 asset.vehicles actual all = 3', '2023 asset.equipment_over_1m actual all = 1'],
  ],
  [
    'both sides of a budget and the sources below their totals',
    { kind: 'budget' },
    [
      '一、收支预算总体情况说明',
      '示例市示例局2024年度收入、支出预算总计70万元，与上年相比收、支预算总计各增加10万元。其中：',
      '（一）收入预算总计70万元。包括：',
      '1．财政拨款收入预算总计65万元。',
      '（1）一般公共预算收入预算65万元，与上年相比增加5万元。',
      '（2）政府性基金收入预算0万元，与上年相比增加（减少）0万元，增长（减少）0%。',
      '2．上年结转资金预算数为5万元。',
      '（二）支出预算总计70万元。包括：',
      '1．教育（类）支出70万元，主要用于培训20万元。与上年相比增加8万元。',
      '2．结转下年资金预算数为0万元。',
    ],
    [
      '2024 revenue.grand_total original_budget all = 70',
      '2024 expenditure.grand_total original_budget all = 70',
      '2023 revenue.grand_total original_budget all = 60 (derived)',
      '2023 expenditure.grand_total original_budget all = 60 (derived)',
      '2024 revenue.grand_total original_budget all = 70',
      '2024 revenue original_budget fiscal = 65',
      '2024 revenue original_budget general_public = 65',
      '2023 revenue original_budget general_public = 60 (derived)',
      '2024 revenue original_budget government_fund = 0',
      '2023 revenue original_budget government_fund = 0 (derived)',
      '2024 balance.opening original_budget all = 5',
      '2024 expenditure.grand_total original_budget all = 70',
      '2024 expenditure original_budget all 205 = 70',
      '2023 expenditure original_budget all 205 = 62 (derived)',
      '2024 balance.closing original_budget all = 0',
    ],
  ],
  [
    'last year’s execution in a budget is an actual',
    { kind: 'budget' },
    [
      '财政拨款支出主要内容如下：',
      '1. “教育支出（类）普通教育（款）小学教育（项）”40万元，主要用于小学教育。2023年当年预算执行数为50万元，2024年预算安排40万元，比2023年预算执行数减少20%。',
      '2. “住房保障支出-住房改革支出-购房补贴”科目6万元，主要用于购房补贴。',
    ],
    [
      '2024 expenditure original_budget fiscal 2050202 = 40',
      '2023 expenditure actual fiscal 2050202 = 50',
      '2024 expenditure original_budget fiscal 2050202 = 40',
      '2024 expenditure original_budget fiscal 2210203 = 6',
    ],
  ],
  [
    '预留 for small firms is a budget, and assets belong to the year of their date',
    { kind: 'budget' },
    [
      '三、政府采购预算情况',
      '2024年本部门政府采购预算40万元，其中：政府采购货物预算10万元、政府采购工程预算0万元、政府采购服务预算30万元。',
      '2024年本部门面向中小企业预留政府采购项目预算金额20万元，其中，预留给小型和微型企业的政府采购项目预算为15万元。',
      '五、国有资产占有使用情况',
      '截至2023年8月31日，示例市示例局共有车辆4辆，其中：其他用车4辆；单价100万元（含）以上设备（不含车辆）1台（套）。',
      '2024年部门预算安排购置车辆1辆；部门预算安排购置单价100万元（含）以上设备（不含车辆）2台（套）。',
    ],
    [
      '2024 procurement original_budget all = 40',
      '2024 procurement.goods original_budget all = 10',
      '2024 procurement.works original_budget all = 0',
      '2024 procurement.services original_budget all = 30',
      '2024 procurement.sme original_budget all = 20',
      '2024 procurement.micro original_budget all = 15',
      '2023 asset.vehicles actual all = 4',
      '2023 asset.equipment_over_1m actual all = 1',
      '2024 three_public.vehicles_purchased original_budget all = 1',
    ],
  ],
  [
    'conference and training expenses with the funds of 三公, and a total below last year’s',
    { kind: 'budget' },
    [
      '九、“三公”经费、会议费、培训费支出预算情况说明',
      '示例市示例局2024年度一般公共预算拨款安排的会议费预算支出9万元，本年数小于上年预算数3万元，原因是调减3万元。',
      '示例市示例局2024年度一般公共预算拨款安排的培训费预算支出3万元，比上年预算增加3万元。',
      '公务用车购置为0，与上年持平。',
    ],
    [
      '2024 conference original_budget all = 9',
      '2023 conference original_budget all = 12 (derived)',
      '2024 training original_budget all = 3',
      '2023 training original_budget all = 0 (derived)',
      '2024 three_public.vehicle_purchase original_budget all = 0',
      '2023 three_public.vehicle_purchase original_budget all = 0 (derived)',
    ],
  ],
];

const selfEvaluations: Example[] = [
  [
    'staff as a stock, not as a change, and posts not as institutions',
    { kind: 'self_evaluation' },
    [
      '（三）人员情况。本单位编制12名，机构编制2个，在职人员11人，其中公务员6人、参公人员3人、事业人员2人，离退休人员合计4人，年末遗属人员0人。2024年新增在职人员2人，年末6名公务员。',
    ],
    [
      '2024 headcount.authorised actual all = 12',
      '2024 headcount.in_post actual all = 11',
      '2024 headcount.civil_servants actual all = 6',
      '2024 headcount.civil_service_managed actual all = 3',
      '2024 headcount.institution actual all = 2',
      '2024 headcount.retired actual all = 4',
      '2024 headcount.survivors actual all = 0',
      '2024 headcount.civil_servants actual all = 6',
    ],
  ],
  [
    'budget sentences, the other side after a semicolon, and rates as stated',
    { kind: 'self_evaluation' },
    [
      '2024年年初预算安排收入97万元，其中一般公共财政拨款97万元；2024年年初预算安排支出97万元，其中：基本支出70万元，项目支出27万元。',
      '2024年决算总收入110万元，较预算增加13万元，总支出110万元。',
      '2024年度实际支出110万元，财政下达预算数110万元，支出完成率为100%。',
      '2024年实际采购金额合计数9万元，采购计划金额合计数10万元，政府采购执行率为90%。',
      '结转结余率为0。',
    ],
    [
      '2024 revenue original_budget all = 97',
      '2024 revenue original_budget general_public = 97',
      '2024 expenditure original_budget all = 97',
      '2024 expenditure.basic original_budget all = 70',
      '2024 expenditure.project original_budget all = 27',
      '2024 revenue actual all = 110',
      '2024 expenditure actual all = 110',
      '2024 expenditure actual all = 110',
      '2024 expenditure adjusted_budget all = 110',
      '2024 rate.execution actual all = 100',
      '2024 procurement actual all = 9',
      '2024 procurement budget all = 10',
      '2024 procurement.execution_rate actual all = 90',
      '2024 rate.carryover actual all = 0',
    ],
  ],
  [
    'a dated budget of the body itself, and a rate behind a reason',
    { kind: 'self_evaluation' },
    [
      '一是编制质量方面，根据《关于批复2024年预算的通知》（示财〔2024〕8号），本单位2024年全年预算执行数40万元、调整预算数50万元。',
      '因为据实支付有所增加，2024年我单位一般公共预算资金执行率为91.5%。',
    ],
    [
      '2024 expenditure actual all = 40',
      '2024 expenditure adjusted_budget all = 50',
      '2024 rate.execution actual general_public = 91.5',
    ],
  ],
  [
    'assets and insured persons of the year they speak of',
    { kind: 'self_evaluation' },
    [
      '2024年年末资产总额60万元，负债总额0万元，净资产60万元。固定资产原值34万元，累计折旧22万元，固定资产净值12万元。',
      '我市完成2024年度城乡居民医保参保人数4500人，参保率为97.5%。截止2025年1月9日，2025年度城乡居民医保集中参保人数4400人，参保率96%。',
    ],
    [
      '2024 asset actual all = 60',
      '2024 asset.liabilities actual all = 0',
      '2024 asset.net actual all = 60',
      '2024 asset.fixed_original actual all = 34',
      '2024 asset.fixed_depreciation actual all = 22',
      '2024 asset.fixed_net actual all = 12',
      '2024 insured.persons actual all = 4500',
      '2024 insured.rate actual all = 97.5',
      '2025 insured.persons actual all = 4400',
      '2025 insured.rate actual all = 96',
    ],
  ],
  [
    'projects by the name in brackets of their account, or by the heading that runs in',
    {},
    [
      '1. 行政单位医疗（示例医疗补助）项目绩效自评情况：',
      '根据年初设定的绩效目标，项目自评得分98分。项目全年预算数为20万元，调剂到乡镇1万元，实际支出18万元，结转2万元，完成年度预算的90%。',
      '示例平台建设项目绩效自评综述：根据年初设定的绩效目标，示例平台建设项目绩效自评得分为96.5分。全年预算数为12万元，执行数为11万元，完成预算的91.67%。绩效目标完成情况：采购设备5台，金额3万元。',
    ],
    [
      '2024 evaluation.score actual all 示例医疗补助 = 98',
      '2024 expenditure.project adjusted_budget all 示例医疗补助 = 20',
      '2024 expenditure.project actual all 示例医疗补助 = 18',
      '2024 evaluation.score actual all 示例平台建设 = 96.5',
      '2024 expenditure.project adjusted_budget all 示例平台建设 = 12',
      '2024 expenditure.project actual all 示例平台建设 = 11',
    ],
  ],
  [
    'the score, not the full marks it is out of',
    { kind: 'self_evaluation' },
    ['按照评价指标体系，绩效评价总分100分，示例局2024年部门整体支出绩效自评得分93.2分。'],
    ['2024 evaluation.score actual all = 93.2'],
  ],
];

const examples = [...finalAccounts, ...threePublic, ...budgets, ...selfEvaluations];

describe('sentences become facts', () => {
  it.each(examples)('%s', (_name, told, paragraphs, facts) => {
    expect(narrativeOf(paragraphs, told).facts).toEqual(facts);
  });

  it('keeps the figure as printed, its place and the sentence around it', () => {
    const { facts } = narrativeOf(['本年支出合计1, 234. 50万元。']).raw;
    expect(facts).toMatchObject([
      {
        printed: '1, 234. 50',
        printedUnit: '万元',
        valueMinor: 1_234_500_000 / 1,
        ulpMinor: 10_000,
        medium: 'prose',
        location: { line: 1 },
        quote: '本年支出合计1, 234. 50万元。',
        rule: 'narrative/totals',
      },
    ]);
  });

  it('derives last year as exactly as both roundings together allow, and prints the sum', () => {
    const [, derived] = narrativeOf(['机关运行经费支出30.25万元，比2023年增加1.2万元。']).raw.facts;
    expect(derived).toMatchObject({ valueMinor: 29_050_000, ulpMinor: 110_000, printed: '30.25 − 1.2' });
  });
});
