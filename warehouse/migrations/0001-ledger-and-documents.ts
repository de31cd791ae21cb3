/** Runs, documents, and the reference tables that figures refer to. */
import { oneOf } from '../enumerations.ts';
import { migrationOf } from './migration-sql.ts';

export const ledgerAndDocuments = migrationOf([
  `CREATE TABLE run_rows (
    -- one row per run of the pipeline, killed ones included
    run_id INTEGER PRIMARY KEY,
    started_at TEXT NOT NULL,
    finished_at TEXT,
    state TEXT NOT NULL ${oneOf('state', 'runState')},
    documents_seen INTEGER NOT NULL DEFAULT 0,
    documents_read INTEGER NOT NULL DEFAULT 0,
    documents_failed INTEGER NOT NULL DEFAULT 0,
    facts INTEGER NOT NULL DEFAULT 0,
    observations INTEGER NOT NULL DEFAULT 0,
    findings INTEGER NOT NULL DEFAULT 0
  ) STRICT`,

  `CREATE TABLE run_stages (
    -- one row per run × stage × document ('' where a stage is not about one document); nothing for what was unchanged
    run_id INTEGER NOT NULL REFERENCES run_rows (run_id) ON DELETE CASCADE,
    stage TEXT NOT NULL,
    document_id TEXT NOT NULL,
    state TEXT NOT NULL ${oneOf('state', 'stageState')},
    attempts INTEGER NOT NULL CHECK (attempts >= 0),
    duration_ms INTEGER NOT NULL CHECK (duration_ms >= 0),
    error TEXT,
    PRIMARY KEY (run_id, stage, document_id)
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE warehouse_state (
    -- one row per named value that the pipeline remembers from run to run
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE document_rows (
    -- one row per document ever seen: the same bytes are the same document
    document_id TEXT NOT NULL PRIMARY KEY,
    sha256 TEXT NOT NULL,
    source_file TEXT NOT NULL,
    relative_path TEXT NOT NULL,
    url TEXT,
    published_on TEXT,
    media_type TEXT NOT NULL,
    bytes INTEGER NOT NULL CHECK (bytes >= 0),
    pages INTEGER CHECK (pages >= 0),
    state TEXT NOT NULL ${oneOf('state', 'documentState')},
    state_code TEXT,
    state_reason TEXT,
    superseded_by TEXT,
    CHECK (state = 'extracted' OR (state_code IS NOT NULL AND state_reason IS NOT NULL))
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE sightings (
    -- one row per document: when it was first and last in the input; apart, so that document_rows stays still
    document_id TEXT NOT NULL PRIMARY KEY REFERENCES document_rows (document_id) ON DELETE CASCADE,
    first_seen_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE disclosures (
    -- one row per document that could be opened: whose it is, of which scope, year and kind, and why we think so
    document_id TEXT NOT NULL PRIMARY KEY REFERENCES document_rows (document_id) ON DELETE CASCADE,
    bureau_id TEXT NOT NULL,
    bureau_name TEXT,
    region_code TEXT,
    scope TEXT NOT NULL ${oneOf('scope', 'scope')},
    fiscal_year INTEGER,
    kind TEXT NOT NULL ${oneOf('kind', 'kind')},
    title TEXT,
    evidence TEXT NOT NULL CHECK (json_valid(evidence))
  ) STRICT, WITHOUT ROWID`,

  'CREATE INDEX disclosures_by_bureau ON disclosures (bureau_id, fiscal_year)',

  `CREATE TABLE readings (
    -- one row per document: the rules that read it and how much they found; the figures are in fact_rows and claim_rows
    document_id TEXT NOT NULL PRIMARY KEY REFERENCES document_rows (document_id) ON DELETE CASCADE,
    rules_version TEXT NOT NULL,
    quarantine_code TEXT,
    quarantine_reason TEXT,
    facts INTEGER NOT NULL,
    claims INTEGER NOT NULL,
    tables_present INTEGER, -- standard tables found in it; NULL where nobody counted
    tables_expected INTEGER, -- standard tables that this kind of report has
    notes TEXT NOT NULL CHECK (json_valid(notes))
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE stale_bureaus (
    -- one row per bureau whose facts changed since its observations, findings and evaluations were computed
    bureau_id TEXT NOT NULL PRIMARY KEY
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE concepts (
    -- one row per concept of the vocabulary
    concept TEXT NOT NULL PRIMARY KEY,
    unit TEXT NOT NULL ${oneOf('unit', 'unit')},
    dimensions TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    source TEXT NOT NULL,
    licence TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE divisions (
    -- one row per administrative division code (GB/T 2260) and name, from the year it came into use
    code TEXT NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_until INTEGER, -- year in which it was changed or abolished; NULL while in use
    name_zh TEXT NOT NULL,
    level TEXT NOT NULL,
    province TEXT NOT NULL,
    prefecture TEXT,
    successors TEXT NOT NULL, -- joined with ";"; a year in brackets: took a part in that year
    source TEXT NOT NULL,
    licence TEXT NOT NULL,
    PRIMARY KEY (code, valid_from, name_zh)
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE population (
    -- one row per division and census
    division_code TEXT NOT NULL,
    year INTEGER NOT NULL,
    residents INTEGER NOT NULL CHECK (residents >= 0),
    source TEXT NOT NULL,
    licence TEXT NOT NULL,
    PRIMARY KEY (division_code, year)
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE function_codes (
    -- one row per functional classification code and name
    code TEXT NOT NULL,
    position INTEGER NOT NULL, -- place in the list; of two names of one time the later is the official one
    valid_from INTEGER NOT NULL,
    valid_to INTEGER, -- last year of this name; NULL while in use
    name_zh TEXT NOT NULL,
    source TEXT NOT NULL,
    licence TEXT NOT NULL,
    PRIMARY KEY (code, position)
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE economic_codes (
    -- one row per economic classification code and name (many changed in 2018)
    code TEXT NOT NULL,
    position INTEGER NOT NULL, -- place in the list; of two names of one time the later is the official one
    valid_from INTEGER NOT NULL,
    valid_to INTEGER, -- last year of this name; NULL while in use
    name_zh TEXT NOT NULL,
    source TEXT NOT NULL,
    licence TEXT NOT NULL,
    PRIMARY KEY (code, position)
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE metric_definition_rows (
    -- one row per metric
    metric TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL,
    family TEXT NOT NULL,
    family_zh TEXT NOT NULL,
    family_en TEXT NOT NULL,
    unit TEXT NOT NULL ${oneOf('unit', 'metricUnit')},
    direction TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    formula TEXT NOT NULL,
    caveats TEXT NOT NULL,
    reference TEXT NOT NULL,
    inputs TEXT NOT NULL, -- concepts joined with ", "
    ranked INTEGER NOT NULL CHECK (ranked IN (0, 1))
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE dictionary (
    -- one row per column of a view ('' for the view itself)
    view TEXT NOT NULL,
    "column" TEXT NOT NULL,
    position INTEGER NOT NULL,
    unit TEXT,
    zh TEXT NOT NULL,
    en TEXT NOT NULL,
    PRIMARY KEY (view, "column")
  ) STRICT, WITHOUT ROWID`,
]);
