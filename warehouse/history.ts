/**
 * The warehouses that were published before this one, for the morning on which a night turns out to have been wrong:
 * `history/warehouse-<run>.db`, named after the last run in it. Hard links where the file system has them.
 */
import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';

export interface KeptWarehouse {
  /** The last run in it. */
  run: number;
  path: string;
  bytes: number;
}

// warehouse-12.db
const KEPT = /^warehouse-(\d+)\.db$/;

/** Newest first. */
export function keptWarehouses(folder: string): KeptWarehouse[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const run = KEPT.exec(name)?.[1];
      if (run === undefined) return [];
      const path = join(folder, name);
      return [{ run: Number(run), path, bytes: statSync(path).size }];
    })
    .sort((a, b) => b.run - a.run);
}

/** The warehouse as it was after this run: runs that changed nothing left none of their own. Undefined where none is kept. */
export function warehouseOfRun(folder: string, run: number): KeptWarehouse | undefined {
  return keptWarehouses(folder)
    .filter((kept) => kept.run >= run)
    .at(-1);
}

/** Keeps the warehouse at `path` under its last run, and the newest `keep` of all. */
export function keepInHistory(path: string, run: number, folder: string, keep: number): void {
  mkdirSync(folder, { recursive: true });
  const kept = join(folder, `warehouse-${run}.db`);
  if (!existsSync(kept)) linkOrCopy(path, kept);
  for (const old of keptWarehouses(folder).slice(keep)) rmSync(old.path, { force: true });
}

function linkOrCopy(path: string, kept: string): void {
  try {
    linkSync(path, kept);
  } catch {
    // FAT and some network shares know no links.
    const partial = `${kept}.partial`;
    copyFileSync(path, partial, constants.COPYFILE_FICLONE);
    renameSync(partial, kept);
  }
}
