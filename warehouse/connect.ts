/**
 * Opens the warehouse: one SQLite file, its tables brought up to date, its errors in words. What it takes to bring
 * one up to date is loaded only where there is something to do: most nights there is not.
 */
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { Kysely } from 'kysely';
import { MIGRATION_NAMES, type MigrationName } from './migrations/names.ts';
import type { Database } from './schema.ts';
import { forgetState, readState, writeState } from './state.ts';
import { explainSqliteError, WarehouseError } from './warehouse-error.ts';

/** An open warehouse. `sqlite` for bulk work in transactions, `db` for queries with types; both are one connection. */
export interface Warehouse {
  readonly path: string;
  readonly sqlite: BetterSqlite3.Database;
  /** Loaded at its first use. */
  readonly db: Kysely<Database>;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Neither creates nor migrates; every write is refused. */
  readonly?: boolean;
  /**
   * A digest of the text of the program. Where the warehouse was last brought up to date by the same text there is
   * nothing to compare; without a digest everything is compared.
   */
  program?: string;
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
    if (!readonly) await bringUpToDate(sqlite, options.program ?? null);
    return opened(path, sqlite);
  } catch (error) {
    sqlite.close();
    throw explainSqliteError(error, path);
  }
}

/** Kysely is a tenth of a second of loading that most commands have no use for. */
function opened(path: string, sqlite: BetterSqlite3.Database): Warehouse {
  let typed: Kysely<Database> | null = null;
  const load = () => {
    const kysely = createRequire(import.meta.url)('kysely') as typeof import('kysely');
    return new kysely.Kysely<Database>({ dialect: new kysely.SqliteDialect({ database: sqlite }) });
  };
  return {
    path,
    sqlite,
    get db() {
      typed ??= load();
      return typed;
    },
    async close() {
      await typed?.destroy();
      if (sqlite.open) sqlite.close();
    },
  };
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

/** Asks the warehouse at `path` and closes it again. Throws what opening and asking throw. */
export function readSqlite<Answer>(path: string, ask: (sqlite: BetterSqlite3.Database) => Answer): Answer {
  const sqlite = openSqlite(path, { readonly: true });
  try {
    return ask(sqlite);
  } finally {
    sqlite.close();
  }
}

function configureForWriting(sqlite: BetterSqlite3.Database): void {
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = NORMAL');
  // Every 4 MB would be the default; each time the disk is waited for, and pages that change again are written again.
  sqlite.pragma('wal_autocheckpoint = 16384');
  sqlite.pragma('cache_size = -65536');
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
      `${path} 不是 SQLite 数据库，或已加密、损坏。路径没错的话，运行 duibiao rollback 回到上一次的结果，或 duibiao rebuild 由归档重建。`,
    );
  }
  if (stat.size < sizeInHeader(header)) {
    throw new WarehouseError(
      'damaged',
      `数据仓库 ${path} 不完整（文件被截断）。运行 duibiao rollback 回到上一次的结果，或 duibiao rebuild 由归档重建。`,
    );
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
  const unknown = appliedMigrations(sqlite, path).filter(
    (name) => !MIGRATION_NAMES.includes(name as MigrationName),
  );
  if (unknown.length === 0) return;
  throw new WarehouseError(
    'newer_schema',
    `数据仓库 ${path} 由更新版本的对标建立（${unknown.join('、')}）。请升级程序后再打开，不要用旧版本写入。`,
  );
}

/** A reader cannot migrate. */
function requireCurrentSchema(sqlite: BetterSqlite3.Database, path: string): void {
  const applied = appliedMigrations(sqlite, path);
  const missing = MIGRATION_NAMES.filter((name) => !applied.includes(name));
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

/** Which text of the program last compared everything that opening puts into the warehouse. */
const INSTALLED_BY = 'installed_by';

async function bringUpToDate(sqlite: BetterSqlite3.Database, program: string | null): Promise<void> {
  if (program !== null && installedBy(sqlite) === program) return;
  const { installProgram } = await import('./install-program.ts');
  await installProgram(sqlite, () => {
    if (program === null) forgetState({ sqlite }, INSTALLED_BY);
    else writeState({ sqlite }, INSTALLED_BY, program);
  });
}

function installedBy(sqlite: BetterSqlite3.Database): string | null {
  const isThere = sqlite
    .prepare<[], number>(`SELECT count(*) FROM sqlite_schema WHERE name = 'warehouse_state'`)
    .pluck();
  return isThere.get() === 0 ? null : readState({ sqlite }, INSTALLED_BY);
}
