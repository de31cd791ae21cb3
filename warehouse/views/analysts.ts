/**
 * Views that answer the questions analysts ask without a join: the derived tables with names beside ids. A figure
 * stands in them as in `observations`, a rate as in `metrics`; nothing is computed here but differences.
 */
import { FIGURE_COLUMNS, METRIC_COLUMNS } from '../derived/bureau-year-columns.ts';
import { ECONOMIC_AMOUNTS, FUNCTIONAL_AMOUNTS } from '../derived/spending.ts';
import { nameOfCode } from './units.ts';

/** Whose and when, as the wide views begin. */
const BUREAU_YEAR = [
  'bureau_id',
  'bureau_name',
  'region_code',
  'region_name',
  'province',
  'tier',
  'office',
  'scope',
  'fiscal_year',
];

/** A selection of the columns of `bureau_year_rows`, rows with nothing in `needed` left out. */
function wide(columns: readonly string[], needed: readonly string[]): string {
  return `
    SELECT ${[...BUREAU_YEAR, ...columns, 'series_break'].join(', ')}
    FROM bureau_year_rows
    WHERE coalesce(${needed.join(', ')}) IS NOT NULL`;
}

const PLACE = 'b.bureau_name, b.region_code, b.region_name, b.province, b.tier, b.office';

function spending(code: 'function_code' | 'economic_code', amounts: readonly { column: string }[]): string {
  const [name, table, classification] =
    code === 'function_code'
      ? ['function_name', 'functional_spending_rows', 'function']
      : ['economic_name', 'economic_spending_rows', 'economic'];
  const codes = code === 'function_code' ? 'function_codes' : 'economic_codes';
  return `
    SELECT s.bureau_id, ${PLACE}, s.scope, s.fiscal_year, s.${code},
      ${nameOfCode(codes, `s.${code}`, 's.fiscal_year')} AS ${name},
      CASE length(s.${code}) WHEN 3 THEN '类' WHEN 5 THEN '款' ELSE '项' END AS level, s.fund,
      ${amounts.map(({ column }) => `s.${column}`).join(', ')},
      (SELECT '科目名称变更：' || c.name_before || ' → ' || c.name_after FROM code_breaks c
        WHERE c.classification = '${classification}' AND c.code = s.${code} AND c.fiscal_year = s.fiscal_year)
        AS series_break
    FROM ${table} s JOIN bureau_rows b ON b.bureau_id = s.bureau_id`;
}

export const analystViews = {
  bureau_years: `
    SELECT ${[...BUREAU_YEAR, 'residents', ...[...FIGURE_COLUMNS, ...METRIC_COLUMNS].map(({ column }) => column), 'contested', 'errors', 'series_break'].join(', ')}
    FROM bureau_year_rows`,

  three_public_trends: `
    SELECT ${BUREAU_YEAR.map((column) => `t.${column}`).join(', ')},
      t.three_public_original_budget, t.three_public_adjusted_budget, t.three_public_budget,
      t.three_public_actual, t.overseas_actual, t.vehicles_actual, t.vehicle_purchase_actual,
      t.vehicle_operation_actual, t.reception_actual, p.three_public_actual AS three_public_previous_year,
      t.three_public_change, t.overseas_change, t.vehicles_change, t.reception_change, t.three_public_trend,
      t.three_public_control_rate, t.three_public_per_staff, t.series_break
    FROM bureau_year_rows t
    LEFT JOIN bureau_year_rows p
      ON p.bureau_id = t.bureau_id AND p.scope = t.scope AND p.fiscal_year = t.fiscal_year - 1
    WHERE coalesce(t.three_public_actual, t.three_public_original_budget, t.three_public_adjusted_budget,
      t.three_public_budget, t.overseas_actual, t.vehicles_actual, t.reception_actual) IS NOT NULL`,

  execution_rates: `
    SELECT ${BUREAU_YEAR.join(', ')}, expenditure_original_budget, expenditure_adjusted_budget, expenditure_budget,
      expenditure_actual,
      coalesce(execution_rate_adjusted, execution_rate_unstated, execution_rate_original) AS execution_rate,
      CASE WHEN execution_rate_adjusted IS NOT NULL THEN 'adjusted_budget'
        WHEN execution_rate_unstated IS NOT NULL THEN 'budget'
        WHEN execution_rate_original IS NOT NULL THEN 'original_budget' END AS budget_used,
      execution_rate_original, execution_rate_adjusted, execution_rate_unstated, budget_adjustment_rate,
      budget_deviation, project_execution_rate, procurement_execution_rate, carryover_rate, series_break
    FROM bureau_year_rows
    WHERE coalesce(expenditure_original_budget, expenditure_adjusted_budget, expenditure_budget,
      expenditure_actual, execution_rate_original, execution_rate_adjusted, execution_rate_unstated) IS NOT NULL`,

  per_head: wide(
    [
      'residents',
      'headcount_in_post',
      'insured_persons',
      'expenditure_actual',
      'basic_actual',
      'personnel_actual',
      'operating_actual',
      'expenditure_per_resident',
      'administration_per_resident',
      'expenditure_per_insured',
      'basic_per_staff',
      'personnel_per_staff',
      'operating_per_staff',
      'three_public_per_staff',
      'residents_per_staff',
    ],
    [
      'expenditure_per_resident',
      'administration_per_resident',
      'expenditure_per_insured',
      'basic_per_staff',
      'personnel_per_staff',
      'operating_per_staff',
      'three_public_per_staff',
      'residents_per_staff',
    ],
  ),

  peer_table: `
    SELECT m.metric, d.name_zh AS metric_name_zh, d.name_en AS metric_name_en, d.family, d.direction,
      m.bureau_id, m.bureau_name, m.region_code, m.scope, m.fiscal_year, m.value, m.unit, m.rank, m.peer_count,
      m.percentile, m.peer_median, m.value - m.peer_median AS above_median, m.peer_group, g.members AS group_members,
      g.coverage AS group_coverage, g.ratio_of_sums AS group_ratio_of_sums,
      g.median_of_ratios AS group_median_of_ratios, m.reported_value, m.basis
    FROM metric_rows m
    JOIN metric_definition_rows d ON d.metric = m.metric
    LEFT JOIN peer_group_rows g ON g.metric = m.metric AND g.fiscal_year = m.fiscal_year AND g.scope = m.scope
      AND g.peer_group = m.peer_group AND g.ground = m.ground
    WHERE m.peer_group IS NOT NULL`,

  peer_groups: `
    SELECT g.metric, d.name_zh AS metric_name_zh, d.name_en AS metric_name_en, g.scope, g.fiscal_year, g.peer_group,
      g.ground, g.unit, g.members, g.with_value, g.coverage, g.numerator_sum, g.denominator_sum, g.ratio_of_sums,
      g.median_of_ratios
    FROM peer_group_rows g JOIN metric_definition_rows d ON d.metric = g.metric`,

  projects: `
    SELECT p.bureau_id, ${PLACE}, p.scope, p.fiscal_year, p.project, p.fund, p.original_budget, p.adjusted_budget,
      p.budget, p.actual, r.value AS execution_rate, r.status AS execution_rate_status, p.reported_execution_rate,
      p.score, s.value AS self_evaluation_score, h.value AS score_gap
    FROM project_rows p
    JOIN bureau_rows b ON b.bureau_id = p.bureau_id
    LEFT JOIN metric_rows r ON r.metric = 'project_execution_rate' AND r.bureau_id = p.bureau_id
      AND r.scope = p.scope AND r.fiscal_year = p.fiscal_year AND r.project = p.project
    LEFT JOIN metric_rows s ON s.metric = 'self_evaluation_score' AND s.bureau_id = p.bureau_id
      AND s.scope = p.scope AND s.fiscal_year = p.fiscal_year AND s.project = p.project
    LEFT JOIN metric_rows h ON h.metric = 'score_gap' AND h.bureau_id = p.bureau_id
      AND h.scope = p.scope AND h.fiscal_year = p.fiscal_year AND h.project = p.project`,

  functional_spending: spending('function_code', FUNCTIONAL_AMOUNTS),

  economic_spending: spending('economic_code', ECONOMIC_AMOUNTS),

  series_breaks: `
    SELECT 'bureau' AS kind, s.bureau_id, b.bureau_name, s.scope, NULL AS code, s.fiscal_year, s.note
    FROM bureau_breaks s LEFT JOIN bureau_rows b ON b.bureau_id = s.bureau_id
    UNION ALL
    SELECT classification || '_code', NULL, NULL, NULL, code, fiscal_year, name_before || ' → ' || name_after
    FROM code_breaks`,

  changes: `
    SELECT c.run_id, r.started_at AS run_at, c.kind, c."key", c.bureau_id, c.bureau_name, c.fiscal_year, c.what,
      c.before, c.after, c.before_value, c.after_value, c.unit, c.why, c.ordinal
    FROM change_rows c JOIN run_rows r ON r.run_id = c.run_id`,
} as const;
