/** What the money and the posts consist of. */
import type { Metric } from '../metric.ts';
import { ratio } from '../ratio.ts';
import { stated } from '../reported.ts';
import { shareOfBasic } from '../share-of-basic.ts';
import { actual } from '../term.ts';

const CLASSIFICATION = '《政府收支分类科目》';
const COMMON_INDICATORS = '财预〔2013〕53号《预算绩效评价共性指标体系框架》';
const SMALL_FIRMS = '财库〔2020〕46号《政府采购促进中小企业发展管理办法》';

export const structure: readonly Metric[] = [
  {
    id: 'basic_share',
    family: 'structure',
    zh: '基本支出占比',
    en: 'basic expenditure in expenditure',
    formula: '基本支出决算 ÷ 本年支出决算 × 100',
    formulaEn: 'basic expenditure A ÷ expenditure A × 100',
    unit: 'percent',
    direction: 'neither',
    inputs: ['expenditure.basic', 'expenditure'],
    references: [CLASSIFICATION],
    caveats: '同一资金口径相除，口径见口径栏。',
    caveatsEn: 'Both of one fund: see basis.',
    ranked: true,
    compute: ratio({
      numerator: actual('expenditure.basic'),
      denominator: actual('expenditure'),
      unit: 'percent',
    }),
  },
  {
    id: 'project_share',
    family: 'structure',
    zh: '项目支出占比',
    en: 'project expenditure in expenditure',
    formula: '项目支出决算 ÷ 本年支出决算 × 100',
    formulaEn: 'project expenditure A ÷ expenditure A × 100',
    unit: 'percent',
    direction: 'neither',
    inputs: ['expenditure.project', 'expenditure'],
    references: [CLASSIFICATION],
    caveats: '同一资金口径相除，口径见口径栏。',
    caveatsEn: 'Both of one fund: see basis.',
    ranked: true,
    compute: ratio({
      numerator: actual('expenditure.project'),
      denominator: actual('expenditure'),
      unit: 'percent',
    }),
  },
  {
    id: 'operating_share',
    family: 'structure',
    zh: '公用经费占基本支出比重',
    en: 'operating in basic expenditure',
    formula: '公用经费决算 ÷ 基本支出决算 × 100',
    formulaEn: 'operating expenditure A ÷ basic expenditure A × 100',
    unit: 'percent',
    direction: 'more_is_worse',
    inputs: ['expenditure.operating', 'expenditure.basic'],
    references: [CLASSIFICATION],
    caveats: '分母取与人员经费、公用经费之和相符的基本支出；都不相符则不计算。',
    caveatsEn:
      'The base is the basic expenditure that personnel and operating expenditure add up to; nothing is computed where none does.',
    ranked: true,
    compute: shareOfBasic('expenditure.operating'),
  },
  {
    id: 'personnel_share',
    family: 'structure',
    zh: '人员经费占基本支出比重',
    en: 'personnel in basic expenditure',
    formula: '人员经费决算 ÷ 基本支出决算 × 100',
    formulaEn: 'personnel expenditure A ÷ basic expenditure A × 100',
    unit: 'percent',
    direction: 'neither',
    inputs: ['expenditure.personnel', 'expenditure.basic'],
    references: [CLASSIFICATION],
    caveats: '分母取与人员经费、公用经费之和相符的基本支出；都不相符则不计算。',
    caveatsEn:
      'The base is the basic expenditure that personnel and operating expenditure add up to; nothing is computed where none does.',
    ranked: true,
    compute: shareOfBasic('expenditure.personnel'),
  },
  {
    id: 'sme_share',
    family: 'structure',
    zh: '中小企业采购份额',
    en: 'small and medium enterprises in procurement',
    formula: '授予中小企业合同金额 ÷ 政府采购支出 × 100',
    formulaEn: 'contracts awarded to small and medium enterprises ÷ procurement A × 100',
    unit: 'percent',
    direction: 'more_is_better',
    inputs: ['procurement.sme', 'procurement'],
    references: [SMALL_FIRMS],
    caveats: '合同金额与当年支付的采购支出时点不同，可以超过 100%。',
    caveatsEn: 'Contracts and payments fall into different years, so it can exceed 100%.',
    ranked: true,
    compute: ratio({
      numerator: actual('procurement.sme'),
      denominator: actual('procurement'),
      unit: 'percent',
    }),
  },
  {
    id: 'micro_share',
    family: 'structure',
    zh: '小微企业占中小企业采购份额',
    en: 'small and micro enterprises in contracts to small and medium enterprises',
    formula: '授予小微企业合同金额 ÷ 授予中小企业合同金额 × 100',
    formulaEn:
      'contracts awarded to small and micro enterprises ÷ contracts awarded to small and medium enterprises × 100',
    unit: 'percent',
    direction: 'more_is_better',
    inputs: ['procurement.micro', 'procurement.sme'],
    references: [SMALL_FIRMS],
    caveats: '基数为中小企业合同金额，与公开文件的写法一致，不是采购总额。',
    caveatsEn:
      'The base is what small and medium enterprises were awarded, as the reports print it, not all procurement.',
    ranked: true,
    compute: ratio({
      numerator: actual('procurement.micro'),
      denominator: actual('procurement.sme'),
      unit: 'percent',
    }),
  },
  {
    id: 'staff_control_rate',
    family: 'structure',
    zh: '在职人员控制率',
    en: 'staff in post over authorised posts',
    formula: '在职人员 ÷ 编制数 × 100',
    formulaEn: 'staff in post ÷ authorised posts × 100',
    unit: 'percent',
    direction: 'more_is_worse',
    inputs: ['headcount.in_post', 'headcount.authorised'],
    references: [COMMON_INDICATORS],
    caveats: '超过 100% 为超编；机构个数（“机构编制”）不是人员编制。',
    caveatsEn:
      'Above 100%: more staff than posts. A number of institutions (机构编制) is not a number of posts.',
    ranked: true,
    compute: ratio({
      numerator: actual('headcount.in_post'),
      denominator: actual('headcount.authorised'),
      unit: 'percent',
      reported: stated('rate.staff_control'),
    }),
  },
];
