/** What documents say: figures, statements about figures, and what became of every other number. */
import { oneOf } from '../enumerations.ts';
import { migrationOf } from './migration-sql.ts';

// Beyond 2^53 a number of JavaScript is no longer every integer, so such a figure must not enter.
const EXACT = 'BETWEEN -9007199254740991 AND 9007199254740991';

const OWNER = `
    bureau_id TEXT NOT NULL,
    bureau_name TEXT,
    region_code TEXT,
    scope TEXT NOT NULL ${oneOf('scope', 'scope')},
    disclosure_kind TEXT NOT NULL ${oneOf('disclosure_kind', 'kind')},
    report_year INTEGER NOT NULL`;

/** Under another name where a later migration makes it anew. */
export const remarkTable = (name: string): string => `CREATE TABLE ${name} (
    -- one row per thing that a document says about itself: an empty table, a blank left in a form, in reading order
    document_id TEXT NOT NULL REFERENCES document_rows (document_id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    ${OWNER},
    kind TEXT NOT NULL ${oneOf('kind', 'remarkKind')},
    fiscal_year INTEGER NOT NULL,
    table_number INTEGER,
    count INTEGER,
    quantity TEXT CHECK (json_valid(quantity)),
    medium TEXT NOT NULL ${oneOf('medium', 'medium')},
    location TEXT NOT NULL CHECK (json_valid(location)),
    locator TEXT NOT NULL,
    quote TEXT NOT NULL,
    PRIMARY KEY (document_id, ordinal)
  ) STRICT, WITHOUT ROWID`;

export const factsAndClaims = migrationOf([
  `CREATE TABLE fact_rows (
    -- one row per figure read in a document, in reading order
    document_id TEXT NOT NULL REFERENCES document_rows (document_id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    fact_id TEXT NOT NULL UNIQUE,
    ${OWNER},
    fiscal_year INTEGER NOT NULL,
    concept TEXT NOT NULL REFERENCES concepts (concept),
    phase TEXT NOT NULL ${oneOf('phase', 'phase')},
    fund TEXT NOT NULL ${oneOf('fund', 'fund')},
    function_code TEXT CHECK (function_code NOT GLOB '*[^0-9]*' AND length(function_code) IN (3, 5, 7)),
    economic_code TEXT CHECK (economic_code NOT GLOB '*[^0-9]*' AND length(economic_code) IN (3, 5)),
    project TEXT CHECK (project <> ''),
    unit TEXT NOT NULL ${oneOf('unit', 'unit')},
    value_minor INTEGER NOT NULL CHECK (value_minor ${EXACT}), -- 分 for CNY, 1/10,000 for every other unit
    ulp_minor INTEGER NOT NULL CHECK (ulp_minor >= 1),
    printed TEXT NOT NULL,
    printed_unit TEXT NOT NULL,
    basis TEXT NOT NULL ${oneOf('basis', 'basis')},
    medium TEXT NOT NULL ${oneOf('medium', 'medium')},
    location TEXT NOT NULL CHECK (json_valid(location)),
    locator TEXT NOT NULL,
    quote TEXT NOT NULL,
    rule TEXT NOT NULL,
    PRIMARY KEY (document_id, ordinal)
  ) STRICT, WITHOUT ROWID`,

  'CREATE INDEX fact_rows_by_bureau ON fact_rows (bureau_id, fiscal_year)',
  'CREATE INDEX fact_rows_by_concept ON fact_rows (concept, fiscal_year)',

  `CREATE TABLE claim_rows (
    -- one row per rate, change or comparison that a document states about figures, in reading order
    document_id TEXT NOT NULL REFERENCES document_rows (document_id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    claim_id TEXT NOT NULL UNIQUE,
    ${OWNER},
    kind TEXT NOT NULL ${oneOf('kind', 'claimKind')},
    subject TEXT NOT NULL CHECK (json_valid(subject)),
    base TEXT NOT NULL CHECK (json_valid(base)),
    unit TEXT ${oneOf('unit', 'unit')},
    value_minor INTEGER CHECK (value_minor ${EXACT}),
    ulp_minor INTEGER CHECK (ulp_minor >= 1),
    printed TEXT,
    printed_unit TEXT,
    direction TEXT ${oneOf('direction', 'direction')},
    location TEXT NOT NULL CHECK (json_valid(location)),
    locator TEXT NOT NULL,
    quote TEXT NOT NULL,
    rule TEXT NOT NULL,
    PRIMARY KEY (document_id, ordinal),
    CHECK ((unit IS NULL) = (value_minor IS NULL))
  ) STRICT, WITHOUT ROWID`,

  'CREATE INDEX claim_rows_by_bureau ON claim_rows (bureau_id)',

  `CREATE TABLE score_items (
    -- one row per line of points that a self-evaluation form awards, in reading order
    document_id TEXT NOT NULL REFERENCES document_rows (document_id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    ${OWNER},
    fiscal_year INTEGER NOT NULL,
    project TEXT,
    form TEXT NOT NULL,
    item TEXT NOT NULL,
    role TEXT NOT NULL ${oneOf('role', 'scoreRole')},
    full_marks TEXT CHECK (json_valid(full_marks)),
    awarded TEXT CHECK (json_valid(awarded)),
    execution_rate_printed TEXT CHECK (json_valid(execution_rate_printed)),
    medium TEXT NOT NULL ${oneOf('medium', 'medium')},
    location TEXT NOT NULL CHECK (json_valid(location)),
    locator TEXT NOT NULL,
    quote TEXT NOT NULL,
    PRIMARY KEY (document_id, ordinal)
  ) STRICT, WITHOUT ROWID`,

  'CREATE INDEX score_items_by_bureau ON score_items (bureau_id)',

  remarkTable('remark_rows'),

  'CREATE INDEX remark_rows_by_bureau ON remark_rows (bureau_id)',

  `CREATE TABLE number_tallies (
    -- one row per document × medium × use × money × reason: how many numbers met that end, with one example
    document_id TEXT NOT NULL REFERENCES document_rows (document_id) ON DELETE CASCADE,
    medium TEXT NOT NULL ${oneOf('medium', 'medium')},
    use TEXT NOT NULL ${oneOf('use', 'use')},
    money INTEGER NOT NULL CHECK (money IN (0, 1)),
    reason TEXT NOT NULL, -- '' for claimed numbers
    numbers INTEGER NOT NULL CHECK (numbers > 0),
    example TEXT NOT NULL,
    PRIMARY KEY (document_id, medium, use, money, reason)
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE unclaimed_rows (
    -- one row per number that no layout or rule could read, in reading order
    document_id TEXT NOT NULL REFERENCES document_rows (document_id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    medium TEXT NOT NULL ${oneOf('medium', 'medium')},
    money INTEGER NOT NULL CHECK (money IN (0, 1)),
    text TEXT NOT NULL,
    context TEXT NOT NULL,
    reason TEXT NOT NULL,
    locator TEXT NOT NULL,
    PRIMARY KEY (document_id, ordinal)
  ) STRICT, WITHOUT ROWID`,
]);
