/** Opens the warehouse: one SQLite file, its tables brought up to date, its errors in words. */
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { Kysely, Migrator, SqliteDialect } from 'kysely';
import { installDerived } from './derived/index.ts';
import { loadDictionary } from './dictionary.ts';
import { ENUMERATIONS } from './enumerations.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { loadReference } from './reference.ts';
import type { Database } from './schema.ts';
import { installViews } from './views/index.ts';
import { explainSqliteError, WarehouseError } from './warehouse-error.ts';

/** An open warehouse. `sqlite` for bulk work in transactions, `db` for queries with types; both are one connection. */
export interface Warehouse {
  readonly path: string;
  readonly sqlite: BetterSqlite3.Database;
  readonly db: Kysely<Database>;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Neither creates nor migrates; every write is refused. */
  readonly?: boolean;
}

// Long enough for another process to finish one transaction, short enough to be noticed.
const BUSY_TIMEOUT_MS = 5_000;

/**
 * Opens (and unless `readonly` creates and migrates) the warehouse at `path`.
 * Throws `WarehouseError` with a Chinese message: not_found, no_permission, damaged, newer_schema, older_schema, busy.
 */
export async function openWarehouse(path: string, options: OpenOptions = {}): Promise<Warehouse> {
  const readonly = options.readonly ?? false;
  const sqlite = openSqlite(path, { readonly });
  try {
    if (readonly) requireCurrentSchema(sqlite, path);
    else configureForWriting(sqlite);
    const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: sqlite }) });
    if (!readonly) await bringUpToDate(sqlite, db);
    return { path, sqlite, db, close: () => db.destroy() };
  } catch (error) {
    sqlite.close();
    throw explainSqliteError(error, path);
  }
}

/** The bare connection, after the file has been found sound and its schema known. Neither migrates nor changes modes. */
export function openSqlite(path: string, { readonly }: { readonly: boolean }): BetterSqlite3.Database {
  requireIntactFile(path, readonly);
  let sqlite: BetterSqlite3.Database | null = null;
  try {
    sqlite = new BetterSqlite3(path, { readonly, fileMustExist: readonly, timeout: BUSY_TIMEOUT_MS });
    sqlite.pragma('foreign_keys = ON');
    if (readonly) sqlite.pragma('query_only = ON');
    requireKnownSchema(sqlite, path);
    return sqlite;
  } catch (error) {
    sqlite?.close();
    throw explainSqliteError(error, path);
  }
}

function configureForWriting(sqlite: BetterSqlite3.Database): void {
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = NORMAL');
}

const SQLITE_HEADER = 'SQLite format 3\0';

/** SQLite notices a foreign or cut off file only when it touches the missing page; this says so at once. */
export function requireIntactFile(path: string, readonly: boolean): void {
  if (path === ':memory:') return;
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) {
    if (readonly)
      throw new WarehouseError('not_found', `找不到数据仓库 ${path}。请先运行一次 nightly，或检查路径。`);
    if (existsSync(dirname(path))) return;
    throw new WarehouseError(
      'not_found',
      `文件夹 ${dirname(path)} 不存在。请先建立它，或检查数据仓库的路径。`,
    );
  }
  if (!stat.isFile()) throw new WarehouseError('not_found', `${path} 不是文件。请给出数据仓库文件的路径。`);
  if (stat.size === 0 && !readonly) return;
  const header = readHeader(path);
  if (header.toString('latin1', 0, 16) !== SQLITE_HEADER) {
    throw new WarehouseError(
      'damaged',
      `${path} 不是 SQLite 数据库，或已加密、损坏。请检查路径，或用备份恢复。`,
    );
  }
  if (stat.size < sizeInHeader(header)) {
    throw new WarehouseError('damaged', `数据仓库 ${path} 不完整（文件被截断）。请用备份恢复后重新运行。`);
  }
}

function readHeader(path: string): Buffer {
  const header = Buffer.alloc(100);
  try {
    const file = openSync(path, 'r');
    readSync(file, header, 0, 100, 0);
    closeSync(file);
  } catch (error) {
    throw new WarehouseError('no_permission', `无法读取数据仓库 ${path}。请检查文件权限。`, error);
  }
  return header;
}

/** Bytes that the file should have; 0 where the header's count does not count (sqlite.org/fileformat2.html, 1.3.7). */
function sizeInHeader(header: Buffer): number {
  const valid = header.readUInt32BE(24) === header.readUInt32BE(92);
  const inWal = header.readUInt8(18) === 2;
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  return valid && !inWal ? header.readUInt32BE(28) * pageSize : 0;
}

/** A warehouse that a newer program made may hold what this one would misread. */
function requireKnownSchema(sqlite: BetterSqlite3.Database, path: string): void {
  const unknown = appliedMigrations(sqlite, path).filter((name) => !(name in MIGRATIONS));
  if (unknown.length === 0) return;
  throw new WarehouseError(
    'newer_schema',
    `数据仓库 ${path} 由更新版本的对标建立（${unknown.join('、')}）。请升级程序后再打开，不要用旧版本写入。`,
  );
}

/** A reader cannot migrate. */
function requireCurrentSchema(sqlite: BetterSqlite3.Database, path: string): void {
  const applied = appliedMigrations(sqlite, path);
  const missing = Object.keys(MIGRATIONS).filter((name) => !applied.includes(name));
  if (missing.length === 0) return;
  throw new WarehouseError(
    'older_schema',
    `数据仓库 ${path} 的表结构较旧（缺 ${missing.join('、')}）。请先运行一次 nightly 完成升级。`,
  );
}

function appliedMigrations(sqlite: BetterSqlite3.Database, path: string): string[] {
  const tables = sqlite
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
    .pluck()
    .all();
  if (tables.length === 0) return [];
  if (!tables.includes('kysely_migration')) {
    throw new WarehouseError('damaged', `${path} 是别的程序的数据库，不是对标的数据仓库。请换一个路径。`);
  }
  return sqlite.prepare<[], string>('SELECT name FROM kysely_migration').pluck().all();
}

/** In one transaction, so that a kill in the middle of a migration leaves the tables as they were. */
async function bringUpToDate(sqlite: BetterSqlite3.Database, db: Kysely<Database>): Promise<void> {
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
