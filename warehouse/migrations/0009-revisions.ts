/** Outputs that know when each piece of them last changed need not be written whole. */
import { oneOf } from '../enumerations.ts';
import { migrationOf } from './migration-sql.ts';

export const revisions = migrationOf([
  `CREATE TABLE revision_rows (
    -- one row per piece of what is shown: all of a bureau, or a year of observations, facts or metric values
    piece TEXT NOT NULL ${oneOf('piece', 'piece')},
    key TEXT NOT NULL, -- a bureau_id, or a fiscal year
    changed_at TEXT NOT NULL, -- start of the run that changed it last
    PRIMARY KEY (piece, key)
  ) STRICT, WITHOUT ROWID`,
]);
