/** A run says what it was for, and what a person should know of it. */
import { oneOf } from '../enumerations.ts';
import { migrationOf } from './migration-sql.ts';

export const actionsOfRuns = migrationOf([
  `ALTER TABLE run_rows ADD COLUMN action TEXT NOT NULL DEFAULT 'nightly' ${oneOf('action', 'runAction')}`,
  'ALTER TABLE run_rows ADD COLUMN note TEXT',
]);
