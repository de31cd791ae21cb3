/** What a bureau says of its own performance, and how far its reports can be read and agree with themselves. */
import { contradictionRate, countedShare } from '../counted.ts';
import type { Metric } from '../metric.ts';
import { scoreGap, selfEvaluationScore } from '../score.ts';

const PROJECT_EVALUATION = '财预〔2020〕10号《项目支出绩效评价管理办法》';
const DISCLOSURE_RULES = '财预〔2016〕143号《地方预决算公开操作规程》';

export const honesty: readonly Metric[] = [
  {
    id: 'self_evaluation_score',
    family: 'honesty',
    zh: '绩效自评得分（百分制）',
    en: 'self-evaluation score',
    formula: '自评得分 ÷ 满分 × 100',
    formulaEn: 'points ÷ full marks × 100',
    unit: 'points',
    direction: 'more_is_better',
    inputs: ['evaluation.score'],
    references: [PROJECT_EVALUATION],
    caveats: '自评打分，普遍偏高；表格满分有 90、95、100 之分，原文未载明满分时不换算，原得分见“报告自述”。',
    caveatsEn:
      'Bureaus score themselves, mostly high. Forms have 90, 95 or 100 points; where the full marks are not printed nothing is converted and the points stand as reported.',
    ranked: true,
    compute: selfEvaluationScore,
  },
  {
    id: 'score_gap',
    family: 'honesty',
    zh: '执行得分虚高',
    en: 'points awarded for execution beyond execution',
    formula: '（执行率得分 ÷ 执行率满分 − min(1，A ÷ B1)）× 100',
    formulaEn: '(points for execution ÷ points available − min(1, A ÷ B1)) × 100',
    unit: 'percent',
    direction: 'more_is_worse',
    inputs: ['expenditure', 'expenditure.project'],
    references: [PROJECT_EVALUATION],
    caveats: '单位为百分点；执行率很低仍得满分时数值大。没有 B1 时用自评表所印预算，见口径栏。',
    caveatsEn:
      'In percentage points; large where full points went to little execution. Without B1 the budget that the form prints is used: see basis.',
    ranked: false,
    compute: scoreGap,
  },
  {
    id: 'contradiction_rate',
    family: 'honesty',
    zh: '自相矛盾率',
    en: 'relations that do not hold',
    formula: '校验不成立的关系数 ÷ 已校验的关系数 × 100',
    formulaEn: 'relations that do not hold ÷ relations checked × 100',
    unit: 'percent',
    direction: 'more_is_worse',
    inputs: [],
    references: [DISCLOSURE_RULES],
    caveats: '公开越详细，可校验的关系越多；四舍五入造成的差异不计入。',
    caveatsEn:
      'The more a bureau publishes, the more can be checked; differences from rounding do not count.',
    ranked: true,
    compute: contradictionRate,
  },
  {
    id: 'disclosure_completeness',
    family: 'honesty',
    zh: '公开完整度',
    en: 'standard tables present',
    formula: '已公开的规定表数 ÷ 该类公开应有的表数 × 100',
    formulaEn: 'standard tables present ÷ tables that this kind of report should have × 100',
    unit: 'percent',
    direction: 'more_is_better',
    inputs: [],
    references: [DISCLOSURE_RULES],
    caveats: '各省规定的表数不同，以该类公开的通用表为准。',
    caveatsEn: 'Provinces prescribe different numbers of tables; the common ones of the kind are expected.',
    ranked: true,
    compute: countedShare('tablesPresent', 'tablesExpected'),
  },
  {
    id: 'unclaimed_share',
    family: 'honesty',
    zh: '未识读数字占比',
    en: 'numbers in tables that were not read',
    formula: '未识读的表内数字 ÷ 表内数字总数 × 100',
    formulaEn: 'numbers in tables that were not read ÷ numbers in tables × 100',
    unit: 'percent',
    direction: 'more_is_worse',
    inputs: [],
    references: [DISCLOSURE_RULES],
    caveats: '衡量的是本数据集的识读程度，不是该单位的公开质量。',
    caveatsEn: 'Says how well this dataset reads the documents, not how well the bureau publishes.',
    ranked: false,
    compute: countedShare('unclaimedInTables', 'numbersInTables'),
  },
];
