/** The rows of the warehouse, portion by portion, into the files of their year. */
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type BetterSqlite3 from 'better-sqlite3';
import type { Resource, Row } from './resource.ts';
import { csvFile, parquetFile, type TableFile } from './table-file.ts';

/** A file of a resource, as the descriptor lists it. */
export interface WrittenFile {
  resource: Resource;
  format: 'csv' | 'parquet';
  /** Below the dataset folder, with forward slashes. */
  path: string;
  /** null where the file is not of one year; 'none' for rows without a year. */
  year: number | 'none' | null;
  rows: number;
}

/** What Hive, DuckDB and Spark call the partition of NULL. */
const NO_YEAR = '__HIVE_DEFAULT_PARTITION__';

/** Portions that are read between two looks at signals and signs of life. */
const PORTIONS_AT_A_TIME = 50;

export async function writeTable(
  sqlite: BetterSqlite3.Database,
  resource: Resource,
  folder: string,
): Promise<WrittenFile[]> {
  const yearAt = resource.fields.findIndex(({ name }) => name === 'fiscal_year');
  const open = new Map<string, WrittenFile & { file: TableFile }>();
  const fileFor = (format: WrittenFile['format'], year: WrittenFile['year']) => {
    const path = pathOf(resource, format, year);
    const known = open.get(path);
    if (known) return known;
    const file = (format === 'csv' ? csvFile : parquetFile)(join(folder, path), resource.fields);
    const made = { resource, format, path, year, rows: 0, file };
    open.set(path, made);
    return made;
  };
  for await (const rows of portionsOf(sqlite, resource)) {
    for (const row of rows) {
      const year = yearAt < 0 ? null : ((row[yearAt] as number | null) ?? 'none');
      for (const target of [
        fileFor('parquet', resource.partitioned ? year : null),
        fileFor('csv', resource.csvByYear ? year : null),
      ]) {
        target.rows += 1;
        target.file.add(row);
      }
    }
  }
  if (!resource.partitioned) fileFor('parquet', null);
  if (!resource.csvByYear) fileFor('csv', null);
  const files = [...open.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const { file } of files) await file.close();
  return files.map(({ file: _, ...written }) => written);
}

function pathOf({ name }: Resource, format: WrittenFile['format'], year: WrittenFile['year']): string {
  if (format === 'csv') return year === null ? `csv/${name}.csv` : `csv/${name}/${name}-${year}.csv`;
  if (year === null) return `${name}/part.parquet`;
  return `${name}/fiscal_year=${year === 'none' ? NO_YEAR : year}/part.parquet`;
}

const PORTIONS = {
  bureau: 'SELECT bureau_id FROM bureau_rows ORDER BY bureau_id',
  document: `SELECT document_id FROM document_rows WHERE state = 'extracted' ORDER BY document_id`,
} as const;

async function* portionsOf(
  sqlite: BetterSqlite3.Database,
  { per, select }: Resource,
): AsyncGenerator<readonly Row[]> {
  const statement = sqlite.prepare<unknown[], Row>(select).raw(true);
  if (per === 'all') {
    yield statement.all();
    return;
  }
  const portions = sqlite.prepare<[], string>(PORTIONS[per]).pluck().all();
  for (const [index, portion] of portions.entries()) {
    if (index % PORTIONS_AT_A_TIME === 0) await setImmediate();
    yield statement.all(portion);
  }
}
