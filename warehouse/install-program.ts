/** Brings the tables, views and reference data of a warehouse to those of the program. */
import type BetterSqlite3 from 'better-sqlite3';
import { Kysely, Migrator, SqliteDialect } from 'kysely';
import { installDerived } from './derived/index.ts';
import { loadDictionary } from './dictionary.ts';
import { ENUMERATIONS } from './enumerations.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { loadReference } from './reference.ts';
import type { Database } from './schema.ts';
import { readState, writeState } from './state.ts';
import { installViews } from './views/index.ts';

/** In one transaction, so that a kill in the middle of a migration leaves the tables as they were; `last` belongs to it. */
export async function installProgram(sqlite: BetterSqlite3.Database, last: () => void): Promise<void> {
  const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: sqlite }) });
  sqlite.exec('BEGIN IMMEDIATE');
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
    await useEnumerations(sqlite);
    loadReference(sqlite);
    installDerived(sqlite);
    installViews(sqlite);
    loadDictionary(sqlite);
    last();
    sqlite.exec('COMMIT');
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
    throw error;
  }
}

/** CHECK constraints were printed when the tables were made. */
async function useEnumerations(sqlite: BetterSqlite3.Database): Promise<void> {
  const wanted = JSON.stringify(ENUMERATIONS);
  const stored = readState({ sqlite }, 'enumerations');
  if (stored === wanted) return;
  if (stored !== null) {
    const { widenEnumerations } = await import('./widen-enumerations.ts');
    await widenEnumerations(sqlite, JSON.parse(stored));
  }
  writeState({ sqlite }, 'enumerations', wanted);
}
