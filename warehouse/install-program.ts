/** Brings the tables, views and reference data of a warehouse to those of the program. */
import type BetterSqlite3 from 'better-sqlite3';
import { Kysely, Migrator, SqliteDialect } from 'kysely';
import { installDerived } from './derived/index.ts';
import { loadDictionary } from './dictionary.ts';
import { ENUMERATIONS } from './enumerations.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { loadReference } from './reference.ts';
import type { Database } from './schema.ts';
import { installViews } from './views/index.ts';
import { WarehouseError } from './warehouse-error.ts';

/** In one transaction, so that a kill in the middle of a migration leaves the tables as they were; `last` belongs to it. */
export async function installProgram(sqlite: BetterSqlite3.Database, last: () => void): Promise<void> {
  const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: sqlite }) });
  sqlite.exec('BEGIN IMMEDIATE');
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
    requireSameEnumerations(sqlite);
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

/** CHECK constraints were printed when the tables were made; a list that changed since needs a migration. */
function requireSameEnumerations(sqlite: BetterSqlite3.Database): void {
  const wanted = JSON.stringify(ENUMERATIONS);
  const stored = sqlite
    .prepare<[], string>(`SELECT value FROM warehouse_state WHERE name = 'enumerations'`)
    .pluck()
    .get();
  if (stored === undefined) {
    sqlite.prepare(`INSERT INTO warehouse_state (name, value) VALUES ('enumerations', ?)`).run(wanted);
  } else if (stored !== wanted) {
    throw new WarehouseError(
      'older_schema',
      '数据仓库允许的取值与程序不一致：程序的枚举已变而没有相应的迁移。请用相符的版本，或删除仓库后重新运行。',
    );
  }
}
