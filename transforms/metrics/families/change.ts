/** Year on year, actual on actual, of the same bureau, scope and fund. */
import type { Metric } from '../metric.ts';
import { changeRate } from '../ratio.ts';
import { realChange } from '../real-change.ts';
import { actual, lastYears } from '../term.ts';

const COMMON_INDICATORS = '财预〔2013〕53号《预算绩效评价共性指标体系框架》';
const PRICES = '国家统计局《国民经济和社会发展统计公报》：居民消费价格指数';
const REAL_TERMS =
  '用全国居民消费价格指数（上年=100）扣除价格因素，不是该单位自己的价格；仅在指数已知的年度计算，指数见口径栏。';
const REAL_TERMS_EN =
  'Deflated by the national consumer price index (last year = 100), not by prices of the bureau; only for years whose index is known: see basis.';

export const change: readonly Metric[] = [
  {
    id: 'expenditure.change',
    family: 'change',
    zh: '本年支出比上年变动',
    en: 'change of expenditure',
    formula: '（本年支出决算 − 上年支出决算）÷ 上年支出决算 × 100',
    formulaEn: '(expenditure A − last year’s A) ÷ last year’s A × 100',
    unit: 'percent',
    direction: 'neither',
    inputs: ['expenditure'],
    references: [COMMON_INDICATORS],
    caveats: '名义变动；机构改革、职能划转年度不可比。',
    caveatsEn: 'Nominal; not comparable across reorganisations and transfers of duties.',
    ranked: true,
    compute: changeRate({
      numerator: actual('expenditure'),
      denominator: lastYears('expenditure'),
      unit: 'percent',
    }),
  },
  {
    id: 'expenditure.change.real',
    family: 'change',
    zh: '本年支出比上年实际变动（扣除价格）',
    en: 'change of expenditure in real terms',
    formula: '（1 + 名义变动）÷ 当年价格指数（上年 = 1）− 1，以 % 计',
    formulaEn: '(1 + nominal change) ÷ price index of the year (last year = 1) − 1, in percent',
    unit: 'percent',
    direction: 'neither',
    inputs: ['expenditure'],
    references: [PRICES],
    caveats: REAL_TERMS,
    caveatsEn: REAL_TERMS_EN,
    ranked: true,
    compute: realChange('expenditure'),
  },
  {
    id: 'agency_running_costs.change',
    family: 'change',
    zh: '机关运行经费比上年变动',
    en: 'change of agency running costs',
    formula: '（本年机关运行经费 − 上年机关运行经费）÷ 上年机关运行经费 × 100',
    formulaEn: '(agency running costs A − last year’s A) ÷ last year’s A × 100',
    unit: 'percent',
    direction: 'more_is_worse',
    inputs: ['agency_running_costs'],
    references: [COMMON_INDICATORS],
    caveats: '事业单位不填机关运行经费，空白不等于零。',
    caveatsEn: 'Public institutions have no agency running costs to print; blank is not zero.',
    ranked: true,
    compute: changeRate({
      numerator: actual('agency_running_costs'),
      denominator: lastYears('agency_running_costs'),
      unit: 'percent',
    }),
  },
  {
    id: 'agency_running_costs.change.real',
    family: 'change',
    zh: '机关运行经费比上年实际变动（扣除价格）',
    en: 'change of agency running costs in real terms',
    formula: '（1 + 名义变动）÷ 当年价格指数（上年 = 1）− 1，以 % 计',
    formulaEn: '(1 + nominal change) ÷ price index of the year (last year = 1) − 1, in percent',
    unit: 'percent',
    direction: 'more_is_worse',
    inputs: ['agency_running_costs'],
    references: [PRICES],
    caveats: REAL_TERMS,
    caveatsEn: REAL_TERMS_EN,
    ranked: true,
    compute: realChange('agency_running_costs'),
  },
];
