/**
 * The values that a column admits stand in its CHECK constraint, printed when its table was made. A vocabulary that has
 * grown since widens them in place: nobody has to read twenty thousand reports again because there is one more kind of
 * remark. The way is the one of sqlite.org/lang_altertable.html, section 7: the text of the table is replaced.
 */
import BetterSqlite3 from 'better-sqlite3';
import { Kysely, Migrator, SqliteDialect } from 'kysely';
import { ENUMERATIONS } from './enumerations.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Database } from './schema.ts';
import { WarehouseError } from './warehouse-error.ts';

// CHECK (kind IN ('empty_table', 'blank_amount'))
const LIST = / IN \('[^)]*'\)/g;

type Lists = Readonly<Record<string, readonly string[]>>;

/** Call it within a transaction. Throws `WarehouseError` (older_schema) where a value is gone: rows may still have it. */
export async function widenEnumerations(sqlite: BetterSqlite3.Database, stored: Lists): Promise<void> {
  const gone = Object.entries(stored).flatMap(([name, values]) => {
    const wanted: readonly string[] = (ENUMERATIONS as Lists)[name] ?? [];
    return values.filter((value) => !wanted.includes(value)).map((value) => `${name}.${value}`);
  });
  if (gone.length > 0) throw differs(gone.join('、'));
  const wanted = await freshTables();
  for (const { name, sql } of tablesOf(sqlite)) {
    const fresh = wanted.get(name);
    if (fresh === undefined || fresh === sql) continue;
    if (sql.replace(LIST, '') !== fresh.replace(LIST, '')) throw differs(name);
    replaceText(sqlite, name, fresh);
  }
}

interface TableText {
  name: string;
  sql: string;
}

function tablesOf(sqlite: BetterSqlite3.Database): TableText[] {
  return sqlite
    .prepare<[], TableText>(`SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql IS NOT NULL`)
    .all();
}

/** The tables as this program would make them today. */
async function freshTables(): Promise<Map<string, string>> {
  const sqlite = new BetterSqlite3(':memory:');
  try {
    const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: sqlite }) });
    const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
    return new Map(tablesOf(sqlite).map(({ name, sql }) => [name, sql]));
  } finally {
    sqlite.close();
  }
}

function replaceText(sqlite: BetterSqlite3.Database, name: string, sql: string): void {
  const version = sqlite.pragma('schema_version', { simple: true }) as number;
  sqlite.unsafeMode(true);
  sqlite.pragma('writable_schema = ON');
  try {
    sqlite.prepare(`UPDATE sqlite_schema SET sql = ? WHERE type = 'table' AND name = ?`).run(sql, name);
    // Statements that were compiled before are compiled again.
    sqlite.pragma(`schema_version = ${version + 1}`);
  } finally {
    sqlite.pragma('writable_schema = OFF');
    sqlite.unsafeMode(false);
  }
}

function differs(what: string): WarehouseError {
  return new WarehouseError(
    'older_schema',
    `数据仓库允许的取值与程序不一致（${what}）：程序的枚举少了取值而没有相应的迁移。请用相符的版本，或用 duibiao rebuild 由归档重建。`,
  );
}
