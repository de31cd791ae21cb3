/** Who is registered, and which reports they owe. */
import { oneOf } from '../enumerations.ts';
import { migrationOf } from './migration-sql.ts';

export const registryAndExpectedReports = migrationOf([
  `CREATE TABLE registry_rows (
    -- one row per registered bureau
    bureau_id TEXT NOT NULL PRIMARY KEY,
    official_name TEXT NOT NULL,
    other_names TEXT NOT NULL, -- short and former names, joined with 、
    division_code TEXT NOT NULL,
    bureau_type TEXT,
    scope TEXT NOT NULL ${oneOf('scope', 'scope')},
    default_unit TEXT,
    notes TEXT
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE expected_rows (
    -- one row per registered bureau × fiscal year × kind of report that it owes the public by the end of this year
    bureau_id TEXT NOT NULL REFERENCES registry_rows (bureau_id) ON DELETE CASCADE,
    fiscal_year INTEGER NOT NULL,
    kind TEXT NOT NULL ${oneOf('kind', 'expectedKind')},
    due_on TEXT NOT NULL,
    state TEXT NOT NULL ${oneOf('state', 'expectedState')},
    reason TEXT,
    documents INTEGER NOT NULL CHECK (documents >= 0),
    PRIMARY KEY (bureau_id, fiscal_year, kind)
  ) STRICT, WITHOUT ROWID`,
]);
