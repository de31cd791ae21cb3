/**
 * Contradictions planted in clean reports, as official check sheets list them: table against table, text against
 * table, rates, words of direction, arithmetic, units, blanks. `found` is all that may be found, with what is
 * printed, what it should come to (money in yuan), and where.
 */
export interface Planted {
  /** Name of the clean report. */
  report: string;
  changes: readonly (readonly [from: string, to: string])[];
  found: readonly string[];
}

export const PLANTED: readonly Planted[] = [
  {
    report: 'inland-accounts-2023',
    changes: [['2130201\t行政运行\t683.00\t683.00', '2130201\t行政运行\t638.00\t638.00']],
    found: ['error codes.functional_children_sum 6830000 ≠ 6380000 文本第46行 表2 第15行 第4列', 'error codes.functional_children_sum 17273400 ≠ 16823400 文本第46行 表2 第15行 第3列'],
  },
  {
    report: 'inland-accounts-2023',
    changes: [['年末结转和结余\t31.11', '年末结转和结余\t13.11']],
    found: ['error balance.flow 20192800 ≠ 20012800 文本第24行 表1 第9行 第2列', 'error balance.uses_sum 20651800 ≠ 20471800 文本第27行 表1 第12行 第4列'],
  },
  {
    report: 'inland-accounts-2023',
    changes: [['基本支出986.53万元，占48.50%；项目', '基本支出968.53万元，占48.50%；项目'], ['完成年初预算的123.04%', '完成年初预算的132.04%']],
    found: ['error claim.completion 132.04 ≠ 123.04 文本第74行', 'error witnesses.disagree 9685300 ≠ 9865300 文本第63行'],
  },
  {
    report: 'inland-accounts-2023',
    changes: [['完成年初预算的96.62%，决算数小于年初预算数', '完成年初预算的96.62%，决算数大于年初预算数']],
    found: ['error claim.direction – ≠ – 文本第76行'],
  },
  {
    report: 'inland-accounts-2023',
    changes: [['支出决算为18.33万元，完成预算的74.51%', '支出决算为18.83万元，完成预算的74.51%']],
    found: ['error claim.completion 74.51 ≠ 76.54 文本第84行', 'error claim.share 16.2 ≠ 15.77 文本第90行', 'error claim.share 83.8 ≠ 81.57 文本第90行', 'error three_public.parts_sum 188300 ≠ 183300 文本第84行'],
  },
  {
    report: 'inland-accounts-2023',
    changes: [['人均接待费75元', '人均接待费57元'], ['每辆车平均运行维护费2.56万元', '每辆车平均运行维护费2.65万元']],
    found: ['warning average.reception_person 57 ≠ 75 文本第92行', 'warning average.vehicle_running 26500 ≠ 25600 文本第93行'],
  },
  {
    report: 'inland-accounts-2023',
    changes: [['占48.50%；', '占48.50；'], ['比上年决算数增加9.87万元', '比上年决算数减少-9.87万元']],
    found: ['warning text.double_negative – ≠ – 文本第99行', 'warning text.missing_percent_sign – ≠ – 文本第63行'],
  },
  {
    report: 'inland-accounts-2023',
    changes: [['年初预算为0万元，支出决算为3.20万元，决算数大于', '年初预算为0万元，支出决算为3.20万元，完成年初预算的100%，决算数大于']],
    found: ['warning claim.rate_of_nothing 100 ≠ – 文本第75行'],
  },
  {
    report: 'coast-accounts-2024',
    changes: [['2012604\t档案馆\t2,533,413.70', '2012604\t档案馆\t253.34']],
    found: ['error codes.functional_children_sum 10022417.9 ≠ 7489257.54 文本第27行 表2 第5行 第3列', 'error unit.factor_10000 253.34 ≠ 2533400 文本第29行 表2 第7行 第3列'],
  },
  {
    report: 'coast-accounts-2024',
    changes: [['支出决算1,284.53万元，占本年', '支出决算12,845,316.27万元，占本年']],
    found: ['warning claim.change_rate -1.96 ≠ -99.99 文本第63行', 'error unit.factor_10000 128453162700 ≠ 12845316.27 文本第63行'],
  },
  {
    report: 'coast-accounts-2024',
    changes: [['24,816.50\t0.00', '28,416.50\t0.00']],
    found: ['error witnesses.disagree 28416.5 ≠ 24800 文本第48行 表3 第4行 第7列'],
  },
  {
    report: 'coast-accounts-2024',
    changes: [['2.公用经费134.34万元', '2.公用经费143.34万元']],
    found: ['error expenditure.basic_parts_sum 10311902.57 ≠ 10401900 文本第25行 表2 第3行 第4列'],
  },
  {
    report: 'river-budget-2025',
    changes: [['公务用车购置及运行维护费支出13.20万元，占', '公务用车购置及运行维护费支出12.30万元，占']],
    found: ['error witnesses.disagree 123000 ≠ 132000 文本第70行'],
  },
  {
    report: 'river-budget-2025',
    changes: [['各减少87.13万元，减少3.63%', '各增加87.13万元，减少3.63%']],
    found: ['warning claim.change_rate -3.63 ≠ 3.91 文本第51行'],
  },
  {
    report: 'river-budget-2025',
    changes: [['项目支出574.25万元，占24.79%', '项目支出574.25万元，占27.49%']],
    found: ['error claim.share 27.49 ≠ 24.79 文本第66行'],
  },
  {
    report: 'basin-accounts-2023',
    changes: [['基本支出871.34万元，占62%', '基本支出817.34万元，占62%']],
    found: ['error claim.share 62 ≠ 58.29 文本第12行', 'error expenditure.parts_sum 14021000 ≠ 13481000 文本第12行'],
  },
  {
    report: 'basin-accounts-2023',
    changes: [['事业收入60.00万元，占4.32%', '事业收入90.00万元，占4.32%']],
    found: ['error claim.share 4.32 ≠ 6.47 文本第9行', 'error revenue.sources_sum 13902500 ≠ 14202500 文本第9行'],
  },
  {
    report: 'basin-accounts-2023',
    changes: [['人员经费580.22万元', '人员经费508.22万元']],
    found: ['error expenditure.basic_parts_sum 6713400 ≠ 5993400 文本第30行'],
  },
  {
    report: 'basin-accounts-2023',
    changes: [['政府采购服务支出100.00万元', '政府采购服务支出10.00万元'], ['占政府采购支出总额的50%', '占政府采购支出总额的80%']],
    found: ['error claim.share 80 ≠ 50 文本第53行', 'error procurement.parts_sum 1284000 ≠ 384000 文本第53行'],
  },
  {
    report: 'lake-accounts-2022',
    changes: [['项目支出8872.39万元，占25.5%', '项目支出8872.39万元，占52.5%'], ['决算数大于预算数的主要原因是追加', '决算数小于预算数的主要原因是追加']],
    found: ['error claim.direction – ≠ – 文本第21行', 'error claim.share 52.5 ≠ 25.53 文本第12行'],
  },
  {
    report: 'lake-accounts-2022',
    changes: [['人均62.56元', '人均65.26元']],
    found: ['warning average.reception_person 65.26 ≠ 62.56 文本第27行'],
  },
  {
    report: 'delta-accounts-2023',
    changes: [['事业收入702.13万元，占比7.63%', '事业收入720.13万元，占比7.63%']],
    found: ['error claim.share 7.63 ≠ 7.83 文本第14行', 'error revenue.sources_sum 92021900 ≠ 92201900 文本第8行'],
  },
  {
    report: 'plateau-accounts-2022',
    changes: [['30101\t基本工资\t301.66', '30101\t基本工资\t310.66']],
    found: ['error codes.economic_children_sum 9552100 ≠ 9642000 文本第41行 表3 第2行 第3列'],
  },
  {
    report: 'plateau-accounts-2022',
    changes: [['2130305\t水利工程建设\t1,516.41\t\t1,516.41', '2130305\t水利工程建设\t1,516.14\t\t1,516.14']],
    found: ['error codes.functional_children_sum 29329500 ≠ 29326700 文本第29行 表2 第9行 第3列', 'error codes.functional_children_sum 20836500 ≠ 20833700 文本第29行 表2 第9行 第5列'],
  },
  {
    report: 'north-budget-2024',
    changes: [['人员经费231.04万元，公用经费17.40万元', '人员经费213.04万元，公用经费17.40万元'], ['货物类48.50万元', '货物类45.80万元']],
    found: ['error expenditure.basic_parts_sum 2484400 ≠ 2304400 文本第27行'],
  },
  {
    report: 'border-accounts-2024',
    changes: [['平均每辆17.98万元', '平均每辆19.78万元'], ['公务用车运行维护费37.64万元，比上年', '公务用车运行维护费36.74万元，比上年']],
    found: ['warning average.vehicle_purchase 197800 ≠ 179800 文本第9行', 'warning average.vehicle_running 26900 ≠ 26243 文本第9行', 'error three_public.vehicles_sum 736000 ≠ 727000 文本第9行'],
  },
  {
    report: 'hill-accounts-2023',
    changes: [['结余分配\t275.37', '结余分配\t257.37']],
    found: ['error balance.uses_sum 107929200 ≠ 107749200 文本第18行 表1 第13行 第4列'],
  },
  {
    report: 'hill-accounts-2023',
    changes: [['2100403\t妇幼保健机构\t10,447.05\t1,116.35', '2100403\t妇幼保健机构\t10,447.05\t1,161.35']],
    found: ['error codes.functional_children_sum 11163500 ≠ 11613500 文本第26行 表2 第4行 第4列', 'error revenue.sources_sum 104470500 ≠ 104920500 文本第27行 表2 第5行 第3列'],
  },
  {
    report: 'county-self-evaluation-2024',
    changes: [['行政人员31人', '行政人员33人']],
    found: ['error headcount.in_post_parts_sum 83 ≠ 85 文本第4行'],
  },
  {
    report: 'town-accounts-2023',
    changes: [['与上年相比增加85.37万元', '与上年相比增加83.57万元']],
    found: ['warning claim.change_rate 7.08 ≠ 6.92 文本第2行'],
  },
  {
    report: 'project-form-2023',
    changes: [['336公里\t20\t20', '33600公里\t20\t20']],
    found: ['warning score.meaningless_target – ≠ – 文本第13行 表1 第9行 第5列'],
  },
  {
    report: 'project-form-2023',
    changes: [['437.00\t10\t95.00%\t9.5', '437.00\t10\t95.00%\t10']],
    found: ['error score.items_sum 97.5 ≠ 98 文本第19行 表1 第15行 第7列'],
  },
  {
    report: 'insured-accounts-2023',
    changes: [['完成年初预算的109.1%，完成调整预算的99.1%', '完成年初预算的101.9%，完成调整预算的99.1%']],
    found: ['error claim.completion 101.9 ≠ 109.13 文本第8行'],
  },
  {
    report: 'city-accounts-2022',
    changes: [['净资产2,811.78万元', '净资产2,818.71万元'], ['项目支出3,463.23万元，占总支出59.04%', '项目支出3,436.23万元，占总支出59.04%']],
    found: ['error asset.net_difference 28187100 ≠ 28117800 文本第15行', 'error witnesses.disagree 34362300 ≠ 34632300 文本第8行'],
  },
  {
    report: 'million-accounts-2021',
    changes: [['项目支出67,840.76万元，占94.0%', '项目支出67,480.76万元，占94.0%']],
    found: ['error claim.share 94 ≠ 93.53 文本第6行', 'error expenditure.parts_sum 721469800 ≠ 717869800 文本第6行'],
  },
  {
    report: 'small-accounts-2024',
    changes: [['4.61\t\t4.38\t\t4.38\t0.23', '4.61\t\t4.38\t\t4.38\t0.32']],
    found: ['error witnesses.disagree 3200 ≠ 2300 文本第10行 表1 第4行 第12列'],
  },
  {
    report: 'small-accounts-2024',
    changes: [['二、2024年度机关运行', '2024年度政府性基金预算财政拨款支出35.60万元。\n二、2024年度机关运行']],
    found: ['warning table.declared_none 356000 ≠ 0 文本第18行'],
  },
  {
    report: 'small-accounts-2024',
    changes: [['二、2024年度机关运行', '二、示例县××局2024年度机关运行'], ['比2023年减少3.34万元，降低4.45%', '比2023年增加（减少）3.34万元，降低XX%']],
    found: ['warning text.blank_amount – ≠ – 文本第24行', 'warning text.blank_name – ≠ – 文本第24行', 'warning text.undecided_direction – ≠ – 文本第24行'],
  },  {
    report: 'wetland-accounts-2023',
    changes: [['占年初预算的62.00%', '占年初预算的72.00%'], ['8.60万元的88.37%', '8.60万元的83.87%']],
    found: ['error claim.completion 72 ≠ 62 文本第18行', 'error claim.completion 83.87 ≠ 88.37 文本第19行'],
  },
  {
    report: 'wetland-accounts-2023',
    changes: [['10.60万元的83.40%', '10.60万元的84.30%'], ['18批次、146人次', '0批次、0人次'], ['执法执勤用车2辆', '执法执勤用车3辆']],
    found: ['error claim.completion 84.3 ≠ 83.4 文本第16行', 'warning counts.reception 12400 ≠ – 文本第18行', 'warning vehicles.kinds_sum 4 ≠ 5 文本第22行'],
  },
  {
    report: 'wetland-accounts-2023',
    changes: [['购置公务用车0辆', '购置公务用车1辆'], ['，上年支出7.96万元', '，上年支出7.96万元，与上年持平']],
    found: ['warning witnesses.disagree 76000 ≠ 79600 文本第19行', 'error claim.unchanged – ≠ – 文本第19行', 'warning counts.vehicle_purchase 0 ≠ – 文本第19行'],
  },
  {
    report: 'wetland-accounts-2023',
    changes: [['财政拨款收入870.15万元', '财政拨款收入807.15万元'], ['节能环保支出686.13万元', '节能环保支出668.13万元']],
    found: ['error claim.share 79.5 ≠ 77.42 文本第13行', 'error claim.share 95.37 ≠ 88.46 文本第7行'],
  },
];
