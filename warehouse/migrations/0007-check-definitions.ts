/** Whoever reads a finding can look up what had to hold, and why. */
import { migrationOf } from './migration-sql.ts';

export const checkDefinitions = migrationOf([
  `CREATE TABLE check_definition_rows (
    -- one row per relation that published figures owe each other
    check_name TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    statement_zh TEXT NOT NULL,
    statement_en TEXT NOT NULL,
    why TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
]);
