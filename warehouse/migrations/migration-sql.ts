/** A migration is a list of SQL statements, run in order and only forwards. */
import { type Kysely, type Migration, sql } from 'kysely';

export function migrationOf(statements: readonly string[]): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}
