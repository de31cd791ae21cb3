/**
 * A night is published whole or not at all. The run writes into `warehouse.db.next`, a copy of the present
 * warehouse; publishing is one rename. A kill at any moment leaves the old file or the new one, never a mixture.
 * The published file is complete in itself (rollback journal, no -wal beside it), so that readers can open it
 * in a folder where they may not write. A killed run's copy is continued by the next one.
 */
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { openSqlite, openWarehouse, requireIntactFile, type Warehouse } from './connect.ts';
import { keepInHistory } from './history.ts';
import { forgetState, readState, writeState } from './state.ts';
import { explainSqliteError, WarehouseError } from './warehouse-error.ts';

/** What the copy of a night that was not fit to be published is called: kept for a person to look at. */
export function rejectedPath(path: string): string {
  return path.replace(/(?:\.db)?$/, '.rejected.db');
}

export interface OpenCopyOptions {
  /** As for `openWarehouse`. */
  program?: string;
  /** `continue`: from the published warehouse, or from where a killed or rejected night stopped. `empty`: from nothing. A path: from that file. */
  from?: 'continue' | 'empty' | { file: string };
  /** Folder of earlier warehouses, and how many of them are kept. */
  history?: { folder: string; keep: number };
}

export interface WorkingCopy {
  readonly warehouse: Warehouse;
  /** True where a killed run's copy goes on: documents it has read need no reading, see `staleBureaus`. */
  readonly resumed: boolean;
  /**
   * Makes the copy the warehouse. Afterwards `warehouse` is closed. `check: false` where nothing but the ledger was
   * written to it: reading every page takes a second for each gigabyte.
   */
  publish(options?: { check?: boolean }): Promise<void>;
  /** Closes the copy and keeps it as `rejectedPath`: published is what was. The next run goes on from it. */
  reject(): Promise<void>;
  /** Closes the copy without publishing. `keep` leaves it for the next run to go on with. */
  abandon(options?: { keep?: boolean }): Promise<void>;
}

/** State that ties a copy to the published warehouse it was taken from: the number of its last run. */
const BASE_RUN = 'base_run';

/**
 * Opens a working copy for the warehouse at `path` (which need not exist yet).
 * Throws `WarehouseError`: busy while another run holds one, and everything that `openWarehouse` throws.
 */
export async function openWorkingCopy(path: string, options: OpenCopyOptions = {}): Promise<WorkingCopy> {
  const next = `${path}.next`;
  // A file without a byte in it is what a power cut left, and no warehouse that is yet to be made.
  requireIntactFile(path, existsSync(path));
  const lock = lockAgainstOtherRuns(path);
  try {
    const lastRun = settle(path);
    const resumed = takeCopy(path, lastRun, options.from ?? 'continue');
    const { program } = options;
    const warehouse = await openWarehouse(next, program === undefined ? {} : { program });
    writeState(warehouse, BASE_RUN, String(lastRun));
    return {
      warehouse,
      resumed,
      publish: ({ check = true } = {}) => publish(warehouse, path, lock, { check, history: options.history }),
      reject: async () => {
        leaveWal(warehouse.sqlite, next);
        await warehouse.close();
        renameSync(next, rejectedPath(path));
        lock.close();
      },
      abandon: async ({ keep = false } = {}) => {
        await warehouse.close();
        if (!keep) removeDatabase(next);
        lock.close();
      },
    };
  } catch (error) {
    lock.close();
    throw explainSqliteError(error, path);
  }
}

/** A lock that the system itself releases when its process dies: an open transaction on an empty database. */
function lockAgainstOtherRuns(path: string): BetterSqlite3.Database {
  let lock: BetterSqlite3.Database | null = null;
  try {
    lock = new BetterSqlite3(`${path}.lock`, { timeout: 0 });
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    throw explainSqliteError(error, path);
  }
}

/** Folds a write-ahead log that somebody left into the file, and returns the number of its last run (0: no file). */
function settle(path: string): number {
  if (!existsSync(path)) return 0;
  const sqlite = openSqlite(path, { readonly: false });
  try {
    leaveWal(sqlite, path);
    return sqlite.prepare<[], number>('SELECT coalesce(max(run_id), 0) FROM run_rows').pluck().get() ?? 0;
  } finally {
    sqlite.close();
  }
}

function leaveWal(sqlite: BetterSqlite3.Database, path: string): void {
  sqlite.pragma('wal_checkpoint(TRUNCATE)');
  const mode = sqlite.pragma('journal_mode = DELETE', { simple: true });
  if (mode !== 'delete') {
    throw new WarehouseError('busy', `数据仓库 ${path} 正被别的程序以 WAL 方式打开。请关闭它后重试。`);
  }
}

/** Puts a copy at `….next`; true where work that was begun goes on in it. */
function takeCopy(path: string, lastRun: number, from: NonNullable<OpenCopyOptions['from']>): boolean {
  const next = `${path}.next`;
  if (from === 'empty') {
    removeDatabase(next);
    return false;
  }
  if (from !== 'continue') {
    makeCopy(from.file, next);
    return false;
  }
  if (isContinuable(next, lastRun)) return true;
  removeDatabase(next);
  const rejected = rejectedPath(path);
  if (isContinuable(rejected, lastRun)) {
    renameSync(rejected, next);
    return true;
  }
  makeCopy(path, next);
  return false;
}

/** A copy left by a killed run goes on if it is sound and was taken from the warehouse as it is now. */
function isContinuable(next: string, lastRun: number): boolean {
  if (!existsSync(next)) return false;
  try {
    const sqlite = openSqlite(next, { readonly: false });
    try {
      return readState({ sqlite }, BASE_RUN) === String(lastRun) && isSound(sqlite);
    } finally {
      sqlite.close();
    }
  } catch {
    return false; // Whatever is wrong with a leftover copy, the answer is a new copy.
  }
}

function isSound(sqlite: BetterSqlite3.Database): boolean {
  return sqlite.pragma('quick_check(1)', { simple: true }) === 'ok';
}

/** By way of `.partial`, so that a half copied file never bears the name of a copy. */
function makeCopy(path: string, next: string): void {
  removeDatabase(next);
  if (!existsSync(path)) return;
  const partial = `${next}.partial`;
  removeDatabase(partial);
  copyFileSync(path, partial, constants.COPYFILE_FICLONE);
  renameSync(partial, next);
}

async function publish(
  warehouse: Warehouse,
  path: string,
  lock: BetterSqlite3.Database,
  { check, history }: { check: boolean; history: OpenCopyOptions['history'] },
): Promise<void> {
  const { sqlite, path: next } = warehouse;
  try {
    forgetState(warehouse, BASE_RUN);
    leaveWal(sqlite, next);
    if (check && !isSound(sqlite))
      throw new WarehouseError(
        'damaged',
        `${next} 未通过完整性检查，未发布；原有数据仓库不变。下一次仍如此的话，运行 duibiao doctor，按它说的恢复。`,
      );
    await warehouse.close();
    sync(next);
    // A log beside the old file would be replayed into the new one.
    const lastRun = settle(path);
    // A night that wrote nothing but its ledger makes no other warehouse.
    if (check && history !== undefined && lastRun > 0)
      keepInHistory(path, lastRun, history.folder, history.keep);
    renameSync(next, path);
    sync(dirname(path));
    removeDatabase(rejectedPath(path));
  } catch (error) {
    throw explainSqliteError(error, path);
  } finally {
    if (sqlite.open) await warehouse.close();
    lock.close();
  }
}

function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function removeDatabase(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
}
