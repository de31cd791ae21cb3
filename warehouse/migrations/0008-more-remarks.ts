/** Documents say more about themselves: the list of what a remark can be is part of its table, which is made anew. */
import { remarkTable } from './0002-facts-and-claims.ts';
import { migrationOf } from './migration-sql.ts';

export const moreRemarks = migrationOf([
  remarkTable('remark_rows_made_anew'),
  'INSERT INTO remark_rows_made_anew SELECT * FROM remark_rows',
  'DROP TABLE remark_rows',
  'ALTER TABLE remark_rows_made_anew RENAME TO remark_rows',
  'CREATE INDEX remark_rows_by_bureau ON remark_rows (bureau_id)',
]);
