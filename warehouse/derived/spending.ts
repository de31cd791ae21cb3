/**
 * Spending by classification code and by project with the phases side by side. Analysts ask for a code over all
 * bureaus and for all codes of a bureau; grouping a million observations for each question would take seconds.
 */
import type { ConceptId } from '../../transforms/vocabulary/concept.ts';
import type { DerivedTable } from './derived-table.ts';

interface Amount {
  column: string;
  concept: ConceptId;
  phase: string;
}

const amountsOf = (prefix: string, concept: ConceptId): Amount[] =>
  ['original_budget', 'adjusted_budget', 'budget', 'actual'].map((phase) => ({
    column: `${prefix}${phase}`,
    concept,
    phase,
  }));

export const FUNCTIONAL_AMOUNTS: readonly Amount[] = [
  ...amountsOf('', 'expenditure'),
  ...amountsOf('basic_', 'expenditure.basic'),
  ...amountsOf('project_', 'expenditure.project'),
];
export const ECONOMIC_AMOUNTS: readonly Amount[] = [
  ...amountsOf('', 'expenditure.basic'),
  ...amountsOf('agency_running_', 'agency_running_costs'),
];

function sums(amounts: readonly Amount[]): string {
  return amounts
    .map(
      ({ column, concept, phase }) =>
        `max(value_minor) FILTER (WHERE concept = '${concept}' AND phase = '${phase}') / 100.0 AS ${column}`,
    )
    .join(', ');
}

function conceptsOf(amounts: readonly Amount[]): string {
  return [...new Set(amounts.map(({ concept }) => `'${concept}'`))].join(', ');
}

function byCode(
  name: string,
  code: 'function_code' | 'economic_code',
  other: 'function_code' | 'economic_code',
  amounts: readonly Amount[],
): DerivedTable {
  return {
    name,
    create: `CREATE TABLE ${name} (
    -- one row per bureau × scope × fiscal year × ${code} × fund, with the amounts of each phase in yuan
    bureau_id TEXT NOT NULL,
    scope TEXT NOT NULL,
    fiscal_year INTEGER NOT NULL,
    ${code} TEXT NOT NULL,
    fund TEXT NOT NULL,
    ${amounts.map(({ column }) => `${column} REAL`).join(',\n    ')},
    PRIMARY KEY (bureau_id, scope, fiscal_year, ${code}, fund)
  ) STRICT, WITHOUT ROWID`,
    indexes: [`CREATE INDEX ${name}_by_code ON ${name} (${code}, fiscal_year)`],
    fill: `INSERT INTO ${name}
    SELECT bureau_id, scope, fiscal_year, ${code}, fund, ${sums(amounts)}
    FROM observation_rows
    WHERE bureau_id = @bureauId AND ${code} IS NOT NULL AND ${other} IS NULL AND project IS NULL AND +concept IN (${conceptsOf(amounts)})
    GROUP BY bureau_id, scope, fiscal_year, ${code}, fund`,
  };
}

export const functionalSpendingRows = byCode(
  'functional_spending_rows',
  'function_code',
  'economic_code',
  FUNCTIONAL_AMOUNTS,
);

export const economicSpendingRows = byCode(
  'economic_spending_rows',
  'economic_code',
  'function_code',
  ECONOMIC_AMOUNTS,
);

/** Forms print a project's money as 年度资金总额 or as 项目支出; both mean the project's own money. */
const projectPhases = ['original_budget', 'adjusted_budget', 'budget', 'actual'];
const projectMoney = projectPhases.map(
  (phase) => `coalesce(
      max(CASE WHEN concept = 'expenditure' AND phase = '${phase}' THEN value_minor END),
      max(CASE WHEN concept = 'expenditure.project' AND phase = '${phase}' THEN value_minor END)) / 100.0`,
);

export const projectRows: DerivedTable = {
  name: 'project_rows',
  create: `CREATE TABLE project_rows (
    -- one row per bureau × scope × fiscal year × project × fund, with the amounts of each phase in yuan
    bureau_id TEXT NOT NULL,
    scope TEXT NOT NULL,
    fiscal_year INTEGER NOT NULL,
    project TEXT NOT NULL,
    fund TEXT NOT NULL,
    ${projectPhases.map((phase) => `${phase} REAL`).join(',\n    ')},
    score REAL,
    reported_execution_rate REAL,
    PRIMARY KEY (bureau_id, scope, fiscal_year, project, fund)
  ) STRICT, WITHOUT ROWID`,
  indexes: ['CREATE INDEX project_rows_by_year ON project_rows (fiscal_year)'],
  fill: `INSERT INTO project_rows
    SELECT bureau_id, scope, fiscal_year, project, fund, ${projectMoney.join(', ')},
      max(CASE WHEN concept = 'evaluation.score' THEN value_minor END) / 10000.0,
      max(CASE WHEN concept = 'rate.execution' THEN value_minor END) / 10000.0
    FROM observation_rows
    WHERE bureau_id = @bureauId AND project IS NOT NULL AND function_code IS NULL AND economic_code IS NULL
      AND +concept IN ('expenditure', 'expenditure.project', 'evaluation.score', 'rate.execution')
    GROUP BY bureau_id, scope, fiscal_year, project, fund`,
};
