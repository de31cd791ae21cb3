/**
 * The main figures and metrics of a bureau and year, side by side. A column is one key of `observations` (its
 * concept, phase and fund as they stand, nothing standing in for anything) or one metric; adding one is one line.
 */
import type { Fund, Phase } from '../../transforms/extract/fact.ts';
import { metricById } from '../../transforms/metrics/index.ts';
import type { Metric } from '../../transforms/metrics/metric.ts';
import { type Concept, type ConceptId, conceptById } from '../../transforms/vocabulary/concept.ts';

export interface FigureColumn {
  column: string;
  concept: Concept;
  phase: Phase;
  fund: Fund;
  /** Chinese name of the column. */
  zh: string;
}

export interface MetricColumn {
  column: string;
  metric: Metric;
}

type Figure = readonly [column: string, concept: ConceptId, phase: Phase, zh: string, fund?: Fund];

const FIGURES: readonly Figure[] = [
  ['revenue_original_budget', 'revenue', 'original_budget', '本年收入年初预算'],
  ['revenue_actual', 'revenue', 'actual', '本年收入决算'],
  ['revenue_fiscal_actual', 'revenue', 'actual', '财政拨款收入决算', 'fiscal'],
  ['expenditure_original_budget', 'expenditure', 'original_budget', '本年支出年初预算'],
  ['expenditure_adjusted_budget', 'expenditure', 'adjusted_budget', '本年支出调整预算'],
  ['expenditure_budget', 'expenditure', 'budget', '本年支出预算（未说明种类）'],
  ['expenditure_actual', 'expenditure', 'actual', '本年支出决算'],
  ['expenditure_fiscal_actual', 'expenditure', 'actual', '财政拨款支出决算', 'fiscal'],
  ['expenditure_general_public_actual', 'expenditure', 'actual', '一般公共预算支出决算', 'general_public'],
  ['basic_actual', 'expenditure.basic', 'actual', '基本支出决算'],
  ['project_actual', 'expenditure.project', 'actual', '项目支出决算'],
  ['personnel_actual', 'expenditure.personnel', 'actual', '人员经费决算'],
  ['operating_actual', 'expenditure.operating', 'actual', '公用经费决算'],
  ['agency_running_costs_actual', 'agency_running_costs', 'actual', '机关运行经费决算'],
  ['balance_opening', 'balance.opening', 'actual', '年初结转和结余'],
  ['balance_closing', 'balance.closing', 'actual', '年末结转和结余'],
  ['three_public_original_budget', 'three_public', 'original_budget', '三公经费年初预算'],
  ['three_public_adjusted_budget', 'three_public', 'adjusted_budget', '三公经费调整预算'],
  ['three_public_budget', 'three_public', 'budget', '三公经费预算（未说明种类）'],
  ['three_public_actual', 'three_public', 'actual', '三公经费决算'],
  ['overseas_actual', 'three_public.overseas', 'actual', '因公出国（境）费用决算'],
  ['vehicles_actual', 'three_public.vehicles', 'actual', '公务用车购置及运行维护费决算'],
  ['vehicle_purchase_actual', 'three_public.vehicle_purchase', 'actual', '公务用车购置费决算'],
  ['vehicle_operation_actual', 'three_public.vehicle_operation', 'actual', '公务用车运行维护费决算'],
  ['reception_actual', 'three_public.reception', 'actual', '公务接待费决算'],
  ['vehicles_held', 'three_public.vehicles_held', 'actual', '公务用车保有量'],
  ['reception_batches', 'three_public.reception_batches', 'actual', '国内公务接待批次'],
  ['reception_persons', 'three_public.reception_persons', 'actual', '国内公务接待人次'],
  ['conference_actual', 'conference', 'actual', '会议费决算'],
  ['training_actual', 'training', 'actual', '培训费决算'],
  ['procurement_actual', 'procurement', 'actual', '政府采购支出'],
  ['procurement_sme_actual', 'procurement.sme', 'actual', '授予中小企业合同金额'],
  ['headcount_authorised', 'headcount.authorised', 'actual', '编制数'],
  ['headcount_in_post', 'headcount.in_post', 'actual', '在职人员'],
  ['insured_persons', 'insured.persons', 'actual', '参保人数'],
  ['asset_total', 'asset', 'actual', '资产总额'],
  ['evaluation_score', 'evaluation.score', 'actual', '绩效自评得分'],
];

const METRIC_COLUMN_IDS: readonly (readonly [column: string, metric: string])[] = [
  ['execution_rate_original', 'execution_rate.original'],
  ['execution_rate_adjusted', 'execution_rate.adjusted'],
  ['execution_rate_unstated', 'execution_rate.unstated'],
  ['budget_adjustment_rate', 'budget_adjustment_rate'],
  ['budget_deviation', 'budget_deviation'],
  ['project_execution_rate', 'project_execution_rate.mean'],
  ['procurement_execution_rate', 'procurement_execution_rate'],
  ['carryover_rate', 'carryover_rate'],
  ['three_public_change', 'three_public.change'],
  ['overseas_change', 'three_public.overseas.change'],
  ['vehicles_change', 'three_public.vehicles.change'],
  ['reception_change', 'three_public.reception.change'],
  ['three_public_trend', 'three_public.trend'],
  ['three_public_control_rate', 'three_public.control_rate'],
  ['three_public_per_staff', 'three_public.per_staff'],
  ['three_public_share_of_operating', 'three_public.share_of_operating'],
  ['reception_per_guest', 'reception.per_guest'],
  ['vehicle_operation_per_vehicle', 'vehicle_operation.per_vehicle'],
  ['expenditure_per_resident', 'expenditure.per_resident'],
  ['administration_per_resident', 'administration.per_resident'],
  ['expenditure_per_insured', 'expenditure.per_insured'],
  ['basic_per_staff', 'basic.per_staff'],
  ['operating_per_staff', 'operating.per_staff'],
  ['personnel_per_staff', 'personnel.per_staff'],
  ['residents_per_staff', 'residents.per_staff'],
  ['basic_share', 'basic_share'],
  ['project_share', 'project_share'],
  ['sme_share', 'sme_share'],
  ['staff_control_rate', 'staff_control_rate'],
  ['expenditure_change', 'expenditure.change'],
  ['expenditure_change_real', 'expenditure.change.real'],
  ['self_evaluation_score', 'self_evaluation_score'],
  ['contradiction_rate', 'contradiction_rate'],
  ['disclosure_completeness', 'disclosure_completeness'],
];

export const FIGURE_COLUMNS: readonly FigureColumn[] = FIGURES.map(
  ([column, concept, phase, zh, fund = 'all']) => ({
    column,
    concept: conceptById(concept),
    phase,
    fund,
    zh,
  }),
);

export const METRIC_COLUMNS: readonly MetricColumn[] = METRIC_COLUMN_IDS.map(([column, id]) => {
  const metric = metricById(id);
  if (metric === null) throw new Error(`no metric ${id} for the column ${column}`);
  return { column, metric };
});
