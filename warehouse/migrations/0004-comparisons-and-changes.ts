/** What bureaus come to together, where series break, and what each run changed. */
import { oneOf } from '../enumerations.ts';
import { METRIC_INDEXES } from '../metric-indexes.ts';
import { migrationOf } from './migration-sql.ts';

export const comparisonsAndChanges = migrationOf([
  `CREATE TABLE peer_group_rows (
    -- one row per metric × scope × fiscal year × peer group × ground
    metric TEXT NOT NULL,
    scope TEXT NOT NULL ${oneOf('scope', 'scope')},
    fiscal_year INTEGER NOT NULL,
    peer_group TEXT NOT NULL,
    ground TEXT NOT NULL, -- parts of the basis that its values share; '' where there are none
    unit TEXT NOT NULL ${oneOf('unit', 'metricUnit')},
    members INTEGER NOT NULL CHECK (members >= 5),
    with_value INTEGER NOT NULL CHECK (with_value BETWEEN 1 AND members),
    coverage REAL NOT NULL,
    numerator_sum REAL,
    denominator_sum REAL,
    ratio_of_sums REAL,
    median_of_ratios REAL,
    PRIMARY KEY (metric, fiscal_year, scope, peer_group, ground),
    CHECK (coverage >= 80 OR coalesce(numerator_sum, denominator_sum, ratio_of_sums, median_of_ratios) IS NULL)
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE bureau_breaks (
    -- one row per bureau × scope × fiscal year in which its series starts anew
    bureau_id TEXT NOT NULL,
    scope TEXT NOT NULL ${oneOf('scope', 'scope')},
    fiscal_year INTEGER NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (bureau_id, scope, fiscal_year)
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE code_breaks (
    -- one row per classification × code × fiscal year from which the code no longer means what it did
    classification TEXT NOT NULL ${oneOf('classification', 'classification')},
    code TEXT NOT NULL,
    fiscal_year INTEGER NOT NULL,
    name_before TEXT NOT NULL,
    name_after TEXT NOT NULL,
    PRIMARY KEY (classification, code, fiscal_year)
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE deflators (
    -- one row per series of prices and fiscal year
    series TEXT NOT NULL,
    fiscal_year INTEGER NOT NULL,
    previous_year_100 REAL NOT NULL,
    name_zh TEXT NOT NULL,
    source TEXT NOT NULL,
    licence TEXT NOT NULL,
    PRIMARY KEY (series, fiscal_year)
  ) STRICT, WITHOUT ROWID`,

  ...METRIC_INDEXES.map(({ create }) => create),

  `CREATE TABLE change_rows (
    -- one row per run and thing that it changed in what was published before
    run_id INTEGER NOT NULL REFERENCES run_rows (run_id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL ${oneOf('kind', 'changeKind')},
    "key" TEXT NOT NULL, -- document_id, observation_id, metric_id or finding_id
    bureau_id TEXT,
    bureau_name TEXT,
    fiscal_year INTEGER,
    what TEXT NOT NULL,
    before TEXT,
    after TEXT,
    before_value REAL,
    after_value REAL,
    unit TEXT,
    why TEXT NOT NULL,
    PRIMARY KEY (run_id, ordinal)
  ) STRICT, WITHOUT ROWID`,

  'CREATE INDEX change_rows_by_bureau ON change_rows (bureau_id, run_id)',
]);
