/** The rows of the warehouse, portion by portion, into the files of their year. */
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type BetterSqlite3 from 'better-sqlite3';
import { layoutOf } from './descriptor.ts';
import type { Earlier } from './earlier.ts';
import type { Resource, Row } from './resource.ts';
import { csvFile, parquetFile, type TableFile } from './table-file.ts';

/** A file of a resource, as the descriptor lists it. */
export interface WrittenFile {
  resource: Resource;
  format: 'csv' | 'parquet';
  /** Below the dataset folder, with forward slashes. */
  path: string;
  /** null where the file is not of one year; 'none' for rows without a year. */
  year: Year;
  rows: number;
  /** SHA-256; null where the file has to be read for it. */
  sum: string | null;
}

export type Year = number | 'none' | null;

/** What Hive, DuckDB and Spark call the partition of NULL. */
const NO_YEAR = '__HIVE_DEFAULT_PARTITION__';

/** Portions that are read between two looks at signals and signs of life. */
const PORTIONS_AT_A_TIME = 50;

/** The dataset that stands in the folder, and which of its years the warehouse still holds as they were. */
export interface Before {
  there: Earlier | null;
  isUnchanged(resource: Resource, year: Year): boolean;
}

/**
 * What did not change since the dataset `there` is taken over from there. That the rows of a CSV file are the same says the
 * same of its Parquet file: a CSV cannot tell NULL from an empty text, and no column holds both.
 */
export async function writeTable(
  sqlite: BetterSqlite3.Database,
  resource: Resource,
  folder: string,
  { there, isUnchanged }: Before,
): Promise<WrittenFile[]> {
  if (there === null || there.layoutOf(resource.name) !== layoutOf(resource)) {
    return writeRows(sqlite, resource, folder, ['csv', 'parquet']);
  }
  const untouched = takeUntouched(resource, folder, { there, isUnchanged });
  if (untouched.length === 0) return writeWhereDifferent(sqlite, resource, folder, there);
  // Of the other years it is known that they changed.
  const rest = await writeRows(sqlite, resource, folder, ['csv', 'parquet'], yearsOf(untouched));
  return [...untouched, ...rest].sort(byPath);
}

/** Both files of every year that has not changed since, without a look at its rows. */
function takeUntouched(
  resource: Resource,
  folder: string,
  { there, isUnchanged }: { there: Earlier; isUnchanged: Before['isUnchanged'] },
): WrittenFile[] {
  return there.parquetOf(resource.name).flatMap(({ path, rows }) => {
    const year = yearIn(path);
    if (!isUnchanged(resource, year)) return [];
    const files = (['csv', 'parquet'] as const).map((format) => {
      const of = pathOf(resource, format, year);
      return { resource, format, path: of, year, rows, sum: there.sumOf(of) ?? null };
    });
    if (files.some(({ sum }) => sum === null)) return [];
    for (const file of files) there.takeOver(file.path, folder);
    return files;
  });
}

function yearsOf(files: readonly WrittenFile[]): ReadonlySet<Year> {
  return new Set(files.map(({ year }) => year));
}

async function writeWhereDifferent(
  sqlite: BetterSqlite3.Database,
  resource: Resource,
  folder: string,
  earlier: Earlier,
): Promise<WrittenFile[]> {
  const csv = await writeRows(sqlite, resource, folder, ['csv']);
  const changed = csv.filter(({ path, sum }) => earlier.sumOf(path) !== sum);
  for (const { path } of csv.filter((file) => !changed.includes(file))) earlier.takeOver(path, folder);
  const stands = (file: WrittenFile) =>
    earlier.sumOf(file.path) !== undefined &&
    (resource.csvByYear ? !changed.some(({ year }) => year === file.year) : changed.length === 0);
  // Cut otherwise than the CSV files: all of them stand, or none does.
  const parquet = parquetFilesOf(resource, csv, changed.length === 0 ? earlier : null);
  const kept = parquet?.filter(stands) ?? [];
  for (const file of kept) {
    file.sum = earlier.sumOf(file.path)!;
    earlier.takeOver(file.path, folder);
  }
  if (kept.length === parquet?.length) return [...csv, ...kept].sort(byPath);
  const written = await writeRows(sqlite, resource, folder, ['parquet'], yearsOf(kept));
  return [...csv, ...kept, ...written].sort(byPath);
}

/** The Parquet files for the rows of these; null where that cannot be told without reading the rows. */
function parquetFilesOf(
  resource: Resource,
  csv: readonly WrittenFile[],
  earlier: Earlier | null,
): WrittenFile[] | null {
  const file = (year: Year, rows: number): WrittenFile => {
    const path = pathOf(resource, 'parquet', year);
    return { resource, format: 'parquet', path, year, rows, sum: null };
  };
  if (resource.partitioned === resource.csvByYear) return csv.map(({ year, rows }) => file(year, rows));
  return earlier?.parquetOf(resource.name).map(({ path, rows }) => file(yearIn(path), rows)) ?? null;
}

/** "documents/fiscal_year=2024/part.parquet" */
const YEAR_OF_PATH = /fiscal_year=(\d+)\//u;

function yearIn(path: string): Year {
  const year = YEAR_OF_PATH.exec(path)?.[1];
  if (year !== undefined) return Number(year);
  return path.includes(NO_YEAR) ? 'none' : null;
}

const FILES = { csv: csvFile, parquet: parquetFile } as const;

/** Rows of years in `without` are passed over. */
async function writeRows(
  sqlite: BetterSqlite3.Database,
  resource: Resource,
  folder: string,
  formats: readonly WrittenFile['format'][],
  without: ReadonlySet<Year> = new Set(),
): Promise<WrittenFile[]> {
  const yearAt = resource.fields.findIndex(({ name }) => name === 'fiscal_year');
  const byYear = { csv: resource.csvByYear, parquet: resource.partitioned };
  const open = new Map<string, WrittenFile & { file: TableFile }>();
  const fileFor = (format: WrittenFile['format'], year: Year): WrittenFile & { file: TableFile } => {
    const path = pathOf(resource, format, year);
    const there = open.get(path);
    if (there) return there;
    const file = FILES[format](join(folder, path), resource.fields);
    const made = { resource, format, path, year, rows: 0, sum: null, file };
    open.set(path, made);
    return made;
  };
  for await (const rows of portionsOf(sqlite, resource, without)) {
    for (const row of rows) {
      const year = yearAt < 0 ? null : ((row[yearAt] as number | null) ?? 'none');
      if (without.has(year)) continue;
      for (const format of formats) {
        const target = fileFor(format, byYear[format] ? year : null);
        target.rows += 1;
        target.file.add(row);
      }
    }
  }
  for (const format of formats) if (!byYear[format]) fileFor(format, null);
  const files = [...open.values()].sort(byPath);
  const closed: WrittenFile[] = [];
  for (const { file, ...written } of files) closed.push({ ...written, sum: await file.close() });
  return closed;
}

function byPath(a: WrittenFile, b: WrittenFile): number {
  return a.path < b.path ? -1 : 1;
}

function pathOf({ name }: Resource, format: WrittenFile['format'], year: Year): string {
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
  without: ReadonlySet<Year>,
): AsyncGenerator<readonly Row[]> {
  const statement = sqlite.prepare<unknown[], Row>(select).raw(true);
  if (per === 'all') {
    yield statement.all();
    return;
  }
  const leftOut = JSON.stringify([...without]);
  const portions = sqlite.prepare<[], string>(PORTIONS[per]).pluck().all();
  for (const [index, portion] of portions.entries()) {
    if (index % PORTIONS_AT_A_TIME === 0) await setImmediate();
    yield statement.all(portion, leftOut);
  }
}
