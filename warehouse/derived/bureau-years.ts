/** One row per bureau, scope and year with its main figures and metrics; one row per bureau with its latest name. */
import { MINOR_PER_UNIT } from '../../transforms/parse/quantity.ts';
import { FIGURE_COLUMNS, METRIC_COLUMNS } from './bureau-year-columns.ts';
import type { DerivedTable } from './derived-table.ts';

export const bureauRows: DerivedTable = {
  name: 'bureau_rows',
  create: `CREATE TABLE bureau_rows (
    -- one row per bureau: its name and division in the last year known
    bureau_id TEXT NOT NULL PRIMARY KEY,
    bureau_name TEXT,
    region_code TEXT,
    region_name TEXT,
    province TEXT,
    tier TEXT,
    office TEXT,
    first_year INTEGER NOT NULL,
    last_year INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`,
  indexes: ['CREATE INDEX bureau_rows_by_name ON bureau_rows (bureau_name)'],
  fill: `INSERT INTO bureau_rows
    WITH known AS (
      SELECT bureau_id, fiscal_year, max(bureau_name) AS bureau_name, max(region_code) AS region_code
      FROM bureau_year_rows WHERE bureau_id = @bureauId GROUP BY bureau_id, fiscal_year
    ), ranked AS (
      SELECT bureau_id, bureau_name, region_code,
        row_number() OVER (PARTITION BY bureau_id ORDER BY bureau_name IS NULL, fiscal_year DESC) AS place,
        min(fiscal_year) OVER (PARTITION BY bureau_id) AS first_year,
        max(fiscal_year) OVER (PARTITION BY bureau_id) AS last_year
      FROM known
    )
    SELECT bureau_id, bureau_name, region_code, region_name(region_code, last_year),
      province_name(region_code), region_tier(region_code), office_of(bureau_name), first_year, last_year
    FROM ranked WHERE place = 1`,
};

const figures = FIGURE_COLUMNS.map(({ column, concept, phase, fund }) => {
  const when = `concept = '${concept.id}' AND phase = '${phase}' AND fund = '${fund}'`;
  return `max(value_minor) FILTER (WHERE ${when}) / ${MINOR_PER_UNIT[concept.unit]}.0 AS ${column}`;
});
const metrics = METRIC_COLUMNS.map(
  ({ column, metric }) => `max(value) FILTER (WHERE metric = '${metric.id}') AS ${column}`,
);
const concepts = [...new Set(FIGURE_COLUMNS.map(({ concept }) => `'${concept.id}'`))].join(', ');
const metricIds = METRIC_COLUMNS.map(({ metric }) => `'${metric.id}'`).join(', ');
const columns = [...FIGURE_COLUMNS, ...METRIC_COLUMNS].map(({ column }) => column);

export const bureauYearRows: DerivedTable = {
  name: 'bureau_year_rows',
  create: `CREATE TABLE bureau_year_rows (
    -- one row per bureau × scope × fiscal year: main figures in units, main metrics
    bureau_id TEXT NOT NULL,
    scope TEXT NOT NULL,
    fiscal_year INTEGER NOT NULL,
    bureau_name TEXT,
    region_code TEXT,
    region_name TEXT,
    province TEXT,
    tier TEXT,
    office TEXT,
    residents INTEGER,
    ${columns.map((column) => `${column} REAL`).join(',\n    ')},
    contested INTEGER NOT NULL,
    errors INTEGER NOT NULL,
    series_break TEXT,
    PRIMARY KEY (bureau_id, scope, fiscal_year)
  ) STRICT, WITHOUT ROWID`,
  indexes: [
    'CREATE INDEX bureau_year_rows_by_year ON bureau_year_rows (fiscal_year, scope)',
    'CREATE INDEX bureau_year_rows_by_name ON bureau_year_rows (bureau_name, fiscal_year)',
  ],
  fill: `INSERT INTO bureau_year_rows
    WITH known AS (
      SELECT bureau_id, scope, fiscal_year, max(bureau_name) AS bureau_name, max(region_code) AS region_code,
        sum(status = 'contested') AS contested
      FROM observation_rows WHERE bureau_id = @bureauId GROUP BY bureau_id, scope, fiscal_year
    ), figures AS MATERIALIZED (
      SELECT bureau_id, scope, fiscal_year, ${figures.join(', ')}
      FROM observation_rows
      -- The plus keeps SQLite from the index of keys: the rows of a bureau lie together.
      WHERE bureau_id = @bureauId AND +concept IN (${concepts}) AND function_code IS NULL AND economic_code IS NULL AND project IS NULL
      GROUP BY bureau_id, scope, fiscal_year
    ), compared AS MATERIALIZED (
      SELECT bureau_id, scope, fiscal_year, ${metrics.join(', ')}
      FROM metric_rows WHERE metric IN (${metricIds}) AND bureau_id = @bureauId AND project = ''
      GROUP BY bureau_id, scope, fiscal_year
    ), wrong AS MATERIALIZED (
      SELECT bureau_id, scope, fiscal_year, count(*) AS errors FROM finding_rows
      WHERE bureau_id = @bureauId AND severity = 'error'
      GROUP BY bureau_id, scope, fiscal_year
    )
    SELECT k.bureau_id, k.scope, k.fiscal_year, k.bureau_name, k.region_code,
      region_name(k.region_code, k.fiscal_year), province_name(k.region_code), region_tier(k.region_code),
      office_of(k.bureau_name), residents_of(k.region_code, k.fiscal_year), ${columns.join(', ')},
      k.contested, coalesce(w.errors, 0), b.note
    FROM known k
    LEFT JOIN figures USING (bureau_id, scope, fiscal_year)
    LEFT JOIN compared USING (bureau_id, scope, fiscal_year)
    LEFT JOIN wrong w USING (bureau_id, scope, fiscal_year)
    LEFT JOIN bureau_breaks b USING (bureau_id, scope, fiscal_year)`,
};
