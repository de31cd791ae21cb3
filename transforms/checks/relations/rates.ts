/** Rates that forms print beside the amounts they are computed from. */
import type { ConceptId } from '../../vocabulary/concept.ts';
import type { RateRelation } from '../relation.ts';

const budgets = (concept: ConceptId): RateRelation['wholes'] => [
  { concept, phase: 'adjusted_budget', decides: true },
  { concept, phase: 'budget', decides: true },
  // Execution is measured against the budget of the whole year: the original one may have been adjusted since.
  { concept, phase: 'original_budget', decides: false },
];

export const RATE_RELATIONS: readonly RateRelation[] = [
  {
    id: 'rate.execution',
    kind: 'rate',
    zh: '预算执行率等于执行数除以预算数',
    en: 'the execution rate is actual over budget',
    why: '绩效自评表：执行率＝全年执行数÷全年预算数。',
    rate: 'rate.execution',
    part: { concept: 'expenditure', phase: 'actual' },
    wholes: budgets('expenditure'),
    projectConcept: 'expenditure.project',
  },
  {
    id: 'rate.staff_control',
    kind: 'rate',
    zh: '财政供养人员控制率等于在职人数除以编制数',
    en: 'the staff control rate is staff in post over authorised posts',
    why: '整体支出绩效评价基础数据表：控制率＝实际在职人数÷编制数。',
    rate: 'rate.staff_control',
    part: { concept: 'headcount.in_post', phase: 'actual' },
    wholes: [{ concept: 'headcount.authorised', phase: 'actual', decides: true }],
  },
  {
    id: 'procurement.execution_rate',
    kind: 'rate',
    zh: '政府采购执行率等于实际采购金额除以采购预算（计划）金额',
    en: 'the procurement execution rate is actual over budgeted procurement',
    why: '部门整体支出绩效评价指标：政府采购执行率＝实际采购金额÷采购计划金额。',
    rate: 'procurement.execution_rate',
    part: { concept: 'procurement', phase: 'actual' },
    wholes: budgets('procurement'),
  },
];
