/** The dataset of the night before: a partition whose rows are the same is taken over as it is, not written again. */
import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CHECKSUMS, DESCRIPTOR } from './names.ts';

export interface Earlier {
  /** SHA-256 of a file of it; undefined where there is none. */
  sumOf(path: string): string | undefined;
  /** What its Parquet files of a table were laid out as. */
  layoutOf(table: string): string | undefined;
  /** Its Parquet files of a table. */
  parquetOf(table: string): readonly { path: string; rows: number }[];
  /** The same file below `folder`, by a second name for its bytes where the file system has them. */
  takeOver(path: string, folder: string): void;
}

/** "3f0a…  csv/documents.csv" */
const LINE = /^([0-9a-f]{64}) {2}(.+)$/u;

/** Null where `folder` holds no whole dataset. */
export function earlierDataset(folder: string): Earlier | null {
  const sums = new Map<string, string>();
  let parquet: readonly { table: string; path: string; rows: number; layout?: string }[] = [];
  try {
    for (const line of readFileSync(join(folder, CHECKSUMS), 'utf8').split('\n')) {
      const [, sum, path] = LINE.exec(line) ?? [];
      if (sum !== undefined && path !== undefined && existsSync(join(folder, path))) sums.set(path, sum);
    }
    const descriptor = JSON.parse(readFileSync(join(folder, DESCRIPTOR), 'utf8')) as {
      parquet?: typeof parquet;
    };
    parquet = descriptor.parquet ?? [];
  } catch {
    return null;
  }
  return {
    sumOf: (path) => sums.get(path),
    layoutOf: (table) => parquet.find((file) => file.table === table)?.layout,
    parquetOf: (table) => parquet.filter((file) => file.table === table),
    takeOver(path, next) {
      const [from, to] = [join(folder, path), join(next, path)];
      mkdirSync(dirname(to), { recursive: true });
      rmSync(to, { force: true });
      try {
        linkSync(from, to);
      } catch {
        copyFileSync(from, to);
      }
    },
  };
}
