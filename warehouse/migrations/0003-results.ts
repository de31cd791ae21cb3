/** What follows from the facts of a bureau, and from all bureaus together. */
import { oneOf } from '../enumerations.ts';
import { migrationOf } from './migration-sql.ts';

const EXACT = 'BETWEEN -9007199254740991 AND 9007199254740991';

export const results = migrationOf([
  `CREATE TABLE observation_rows (
    -- one row per bureau × scope × fiscal year × concept × phase × fund × function code × economic code × project
    bureau_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL, -- place among the bureau's keys in sorted order
    observation_id TEXT NOT NULL UNIQUE,
    bureau_name TEXT,
    region_code TEXT,
    scope TEXT NOT NULL ${oneOf('scope', 'scope')},
    fiscal_year INTEGER NOT NULL,
    concept TEXT NOT NULL REFERENCES concepts (concept),
    phase TEXT NOT NULL ${oneOf('phase', 'phase')},
    fund TEXT NOT NULL ${oneOf('fund', 'fund')},
    function_code TEXT,
    economic_code TEXT,
    project TEXT,
    unit TEXT NOT NULL ${oneOf('unit', 'unit')},
    value_minor INTEGER NOT NULL CHECK (value_minor ${EXACT}),
    ulp_minor INTEGER NOT NULL CHECK (ulp_minor >= 1),
    basis TEXT NOT NULL ${oneOf('basis', 'basis')},
    status TEXT NOT NULL ${oneOf('status', 'observationStatus')},
    fact_id TEXT NOT NULL REFERENCES fact_rows (fact_id),
    document_id TEXT NOT NULL REFERENCES document_rows (document_id),
    locator TEXT, -- NULL: as in the fact
    quote TEXT, -- NULL: as in the fact
    reason TEXT NOT NULL,
    fact_count INTEGER NOT NULL CHECK (fact_count >= 1),
    PRIMARY KEY (bureau_id, ordinal)
  ) STRICT, WITHOUT ROWID`,

  `CREATE UNIQUE INDEX observation_rows_by_key ON observation_rows (
    concept, fiscal_year, bureau_id, scope, phase, fund,
    coalesce(function_code, ''), coalesce(economic_code, ''), coalesce(project, ''))`,
  'CREATE INDEX observation_rows_by_fact ON observation_rows (fact_id)',

  `CREATE TABLE observation_facts (
    -- one row per observation and fact that supports or contradicts it; the chosen fact is supporting, position 0
    observation_id TEXT NOT NULL REFERENCES observation_rows (observation_id) ON DELETE CASCADE,
    role TEXT NOT NULL ${oneOf('role', 'factRole')},
    position INTEGER NOT NULL,
    fact_id TEXT NOT NULL REFERENCES fact_rows (fact_id),
    PRIMARY KEY (observation_id, role, position)
  ) STRICT, WITHOUT ROWID`,

  'CREATE INDEX observation_facts_by_fact ON observation_facts (fact_id)',

  `CREATE TABLE finding_rows (
    -- one row per published relation that does not hold, or holds only by an explanation
    bureau_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL, -- place among the bureau's findings in sorted order
    finding_id TEXT NOT NULL UNIQUE,
    check_name TEXT NOT NULL,
    severity TEXT NOT NULL ${oneOf('severity', 'severity')},
    bureau_name TEXT,
    region_code TEXT,
    scope TEXT ${oneOf('scope', 'scope')},
    fiscal_year INTEGER,
    document_id TEXT REFERENCES document_rows (document_id),
    concept TEXT REFERENCES concepts (concept),
    message TEXT NOT NULL,
    message_en TEXT NOT NULL,
    unit TEXT ${oneOf('unit', 'unit')},
    expected_minor INTEGER CHECK (expected_minor ${EXACT}),
    printed_minor INTEGER CHECK (printed_minor ${EXACT}),
    difference_minor INTEGER CHECK (difference_minor ${EXACT}),
    locator TEXT NOT NULL,
    PRIMARY KEY (bureau_id, ordinal),
    CHECK (unit IS NOT NULL OR coalesce(expected_minor, printed_minor, difference_minor) IS NULL)
  ) STRICT, WITHOUT ROWID`,

  'CREATE INDEX finding_rows_by_document ON finding_rows (document_id)',

  `CREATE TABLE finding_facts (
    -- one row per finding and fact it points at, the most important first
    finding_id TEXT NOT NULL REFERENCES finding_rows (finding_id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    fact_id TEXT NOT NULL REFERENCES fact_rows (fact_id),
    PRIMARY KEY (finding_id, position)
  ) STRICT, WITHOUT ROWID`,

  'CREATE INDEX finding_facts_by_fact ON finding_facts (fact_id)',

  `CREATE TABLE evaluations (
    -- one row per relation evaluated, those that hold included
    bureau_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL, -- place among the bureau's evaluations in sorted order
    check_name TEXT NOT NULL,
    scope TEXT ${oneOf('scope', 'scope')},
    fiscal_year INTEGER,
    document_id TEXT REFERENCES document_rows (document_id),
    subject TEXT NOT NULL,
    outcome TEXT NOT NULL ${oneOf('outcome', 'outcome')},
    fact_ids TEXT NOT NULL CHECK (json_valid(fact_ids)), -- the facts that take part, the whole first
    PRIMARY KEY (bureau_id, ordinal)
  ) STRICT, WITHOUT ROWID`,

  'CREATE INDEX evaluations_by_document ON evaluations (document_id)',

  `CREATE TABLE metric_rows (
    -- one row per metric × bureau × scope × fiscal year × project
    metric TEXT NOT NULL,
    bureau_id TEXT NOT NULL,
    scope TEXT NOT NULL ${oneOf('scope', 'scope')},
    fiscal_year INTEGER NOT NULL,
    project TEXT NOT NULL, -- '' where the metric is not about one project
    metric_id TEXT NOT NULL, -- unique, by the index metric_rows_by_id
    bureau_name TEXT,
    region_code TEXT,
    value REAL,
    unit TEXT NOT NULL ${oneOf('unit', 'metricUnit')},
    basis TEXT NOT NULL,
    ground TEXT NOT NULL, -- parts of the basis that values compared with one another share
    status TEXT NOT NULL ${oneOf('status', 'metricStatus')},
    numerator REAL,
    denominator REAL,
    peer_group TEXT,
    peer_count INTEGER,
    peer_median REAL,
    rank INTEGER,
    percentile REAL,
    reported_value REAL,
    inputs TEXT NOT NULL CHECK (json_valid(inputs)), -- observation ids, numerator first; see the view metric_inputs
    PRIMARY KEY (metric, bureau_id, scope, fiscal_year, project),
    CHECK ((value IS NOT NULL) = (status = 'ok')),
    CHECK (rank IS NULL OR peer_count >= 5) -- a rank among fewer than five says nothing
  ) STRICT, WITHOUT ROWID`,
]);
