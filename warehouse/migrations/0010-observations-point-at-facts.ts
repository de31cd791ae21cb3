/** Where an observation was printed, and in what words, is told by its chosen fact; the columns for others were never filled. */
import { type Kysely, type Migration, sql } from 'kysely';

export const observationsPointAtFacts: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    // No column can be dropped under a view; the program installs its views anew.
    const { rows } = await sql<{ name: string }>`SELECT name FROM sqlite_schema WHERE type = 'view'`.execute(
      db,
    );
    for (const { name } of rows) await sql`DROP VIEW ${sql.table(name)}`.execute(db);
    for (const column of ['locator', 'quote'])
      await sql`ALTER TABLE observation_rows DROP COLUMN ${sql.ref(column)}`.execute(db);
  },
};
