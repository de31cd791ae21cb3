/** Money per person served and per person employed. */
import type { Metric } from '../metric.ts';
import { administrationPerResident, perResident, residentsPer } from '../per-resident.ts';
import { ratio, ratioToPublished } from '../ratio.ts';
import { actual } from '../term.ts';

const CENSUS = '常住人口：人口普查公报（年份见口径栏）';
const CLASSIFICATION = '《政府收支分类科目》';
const COMMON_INDICATORS = '财预〔2013〕53号《预算绩效评价共性指标体系框架》';
const STAFF_CAVEAT = '在职人员为年末数，不含离退休、遗属和编外人员。';
const STAFF_CAVEAT_EN =
  'Staff in post at the end of the year, without retired, surviving dependants and staff outside the establishment.';

export const perHead: readonly Metric[] = [
  {
    id: 'expenditure.per_resident',
    family: 'per_head',
    zh: '常住人口人均支出',
    en: 'expenditure per resident',
    formula: '本年支出决算 ÷ 所在行政区常住人口',
    formulaEn: 'expenditure A ÷ resident population of the division',
    unit: 'CNY',
    direction: 'neither',
    inputs: ['expenditure'],
    references: [CENSUS],
    caveats: '人口年份与财政年度不同，见口径栏；医保部门含转拨基金的款项时宜看下一项。',
    caveatsEn:
      'The population is of another year than the money: see basis. For medical security bureaus that pass on money to funds, the next metric is the better one.',
    ranked: true,
    compute: perResident(actual('expenditure'), 'CNY'),
  },
  {
    id: 'administration.per_resident',
    family: 'per_head',
    zh: '常住人口人均自身支出（扣除转拨款）',
    en: 'own expenditure per resident, without pass-through',
    formula: '（本年支出决算 − 21012 财政对基本医疗保险基金的补助 − 21013 医疗救助）÷ 常住人口',
    formulaEn:
      '(expenditure A − 21012 subsidies to basic medical insurance funds − 21013 medical assistance) ÷ resident population',
    unit: 'CNY',
    direction: 'neither',
    inputs: ['expenditure'],
    references: [CENSUS, CLASSIFICATION],
    caveats: '未公开功能科目、或科目合计与总额不符时，转拨款未知，不计算。',
    caveatsEn:
      'Where functional codes are not published, or do not add up to the total, what is passed on is not known and nothing is computed.',
    ranked: true,
    compute: administrationPerResident,
  },
  {
    id: 'expenditure.per_insured',
    family: 'per_head',
    zh: '参保人均支出',
    en: 'expenditure per insured person',
    formula: '本年支出决算 ÷ 参保人数',
    formulaEn: 'expenditure A ÷ insured persons',
    unit: 'CNY',
    direction: 'neither',
    inputs: ['expenditure', 'insured.persons'],
    references: [CLASSIFICATION],
    caveats: '参保人数以报告所称口径为准（职工、居民或合计）。',
    caveatsEn: 'Insured persons as the report means them: employees, residents or both.',
    ranked: true,
    compute: ratioToPublished({
      numerator: actual('expenditure'),
      denominator: actual('insured.persons'),
      unit: 'CNY',
    }),
  },
  {
    id: 'basic.per_staff',
    family: 'per_head',
    zh: '在职人员人均基本支出',
    en: 'basic expenditure per staff in post',
    formula: '基本支出决算 ÷ 在职人员',
    formulaEn: 'basic expenditure A ÷ staff in post',
    unit: 'CNY',
    direction: 'neither',
    inputs: ['expenditure.basic', 'headcount.in_post'],
    references: [COMMON_INDICATORS],
    caveats: STAFF_CAVEAT,
    caveatsEn: STAFF_CAVEAT_EN,
    ranked: true,
    compute: ratio({
      numerator: actual('expenditure.basic'),
      denominator: actual('headcount.in_post'),
      unit: 'CNY',
    }),
  },
  {
    id: 'operating.per_staff',
    family: 'per_head',
    zh: '在职人员人均公用经费',
    en: 'operating expenditure per staff in post',
    formula: '公用经费决算 ÷ 在职人员',
    formulaEn: 'operating expenditure A ÷ staff in post',
    unit: 'CNY',
    direction: 'more_is_worse',
    inputs: ['expenditure.operating', 'headcount.in_post'],
    references: [COMMON_INDICATORS],
    caveats: STAFF_CAVEAT,
    caveatsEn: STAFF_CAVEAT_EN,
    ranked: true,
    compute: ratio({
      numerator: actual('expenditure.operating'),
      denominator: actual('headcount.in_post'),
      unit: 'CNY',
    }),
  },
  {
    id: 'personnel.per_staff',
    family: 'per_head',
    zh: '在职人员人均人员经费',
    en: 'personnel expenditure per staff in post',
    formula: '人员经费决算 ÷ 在职人员',
    formulaEn: 'personnel expenditure A ÷ staff in post',
    unit: 'CNY',
    direction: 'neither',
    inputs: ['expenditure.personnel', 'headcount.in_post'],
    references: [COMMON_INDICATORS],
    caveats: '分子含离退休费和抚恤金，退休人员多的单位偏高；不是人均工资。',
    caveatsEn:
      'Includes pensions and bereavement payments, so bureaus with many retired staff are high; it is not a wage.',
    ranked: true,
    compute: ratio({
      numerator: actual('expenditure.personnel'),
      denominator: actual('headcount.in_post'),
      unit: 'CNY',
    }),
  },
  {
    id: 'residents.per_staff',
    family: 'per_head',
    zh: '每名在职人员服务常住人口',
    en: 'residents per staff in post',
    formula: '所在行政区常住人口 ÷ 在职人员',
    formulaEn: 'resident population of the division ÷ staff in post',
    unit: 'persons',
    direction: 'neither',
    inputs: ['headcount.in_post'],
    references: [CENSUS],
    caveats: '派出机构、乡镇街道的人员是否计入，各地公开口径不一。',
    caveatsEn: 'Whether staff of branch offices and townships are counted differs from place to place.',
    ranked: true,
    compute: residentsPer(actual('headcount.in_post')),
  },
];
