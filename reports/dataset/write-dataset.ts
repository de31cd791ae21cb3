/**
 * The dataset for programs: Parquet by fiscal year, CSV, descriptor and checksums. The same warehouse gives the same
 * bytes; the folder is replaced whole, with every file of the folder before it whose rows are the same, and left alone
 * where nothing in it would change.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import { openSqlite } from '../../warehouse/connect.ts';
import { revisionsOf } from '../../warehouse/revisions.ts';
import { descriptorOf, readmeOf } from './descriptor.ts';
import { earlierDataset } from './earlier.ts';
import { CHECKSUMS, DESCRIPTOR } from './names.ts';
import type { Resource } from './resource.ts';
import { RESOURCES } from './resources.ts';
import { type WrittenFile, writeTable, type Year } from './write-tables.ts';

export interface DatasetSummary {
  /** False where the folder already held exactly this. */
  changed: boolean;
  files: number;
  rows: number;
  bytes: number;
  pieces: DatasetPieces;
}

/** What the files of a dataset were written from, by this program. */
export interface DatasetPieces {
  /** SHA-256 of the list of checksums: of this dataset and no other. */
  checksums: string;
  /** "facts/2024" → when that year of it had last changed. */
  changedAt: Readonly<Record<string, string>>;
}

/** Years that have not changed since `earlier`, if that is what the folder holds, are taken over unread. Throws `Error` where `folder` holds something that is no dataset: it would be deleted. */
export async function writeDataset(
  warehousePath: string,
  folder: string,
  earlier: DatasetPieces | null = null,
): Promise<DatasetSummary> {
  requireOwnFolder(folder);
  const next = `${folder}.next`;
  const sqlite = openSqlite(warehousePath, { readonly: true });
  try {
    rmSync(next, { recursive: true, force: true });
    mkdirSync(next, { recursive: true });
    const changedAt = revisionsByYear(sqlite);
    const before = earlier?.checksums === digestOf(readChecksums(folder)) ? earlier?.changedAt : {};
    const isUnchanged = ({ piece }: Resource, year: Year) => {
      if (piece === undefined) return false;
      const at = changedAt[`${piece}/${year}`];
      return at !== undefined && at === before?.[`${piece}/${year}`];
    };
    const there = earlierDataset(folder);
    const files: WrittenFile[] = [];
    for (const resource of RESOURCES)
      files.push(...(await writeTable(sqlite, resource, next, { there, isUnchanged })));
    writeFileSync(join(next, DESCRIPTOR), `${JSON.stringify(descriptorOf(files), null, 2)}\n`);
    writeFileSync(join(next, 'README.md'), readmeOf(files));
    const sums = checksumsOf(next, files);
    writeFileSync(join(next, CHECKSUMS), sums.text);
    const changed = readChecksums(folder) !== sums.text;
    if (changed) replaceFolder(next, folder);
    else touch(join(folder, CHECKSUMS));
    const rows = files.filter(({ format }) => format === 'parquet').reduce((sum, file) => sum + file.rows, 0);
    const pieces = { checksums: digestOf(sums.text), changedAt };
    return { changed, files: sums.files, rows, bytes: sums.bytes, pieces };
  } finally {
    sqlite.close();
    rmSync(next, { recursive: true, force: true });
  }
}

/** An empty or missing folder, or one that an earlier run wrote. */
function requireOwnFolder(folder: string): void {
  const aside = `${folder}.old`;
  // A run that was killed between two renames left the old dataset beside its place.
  if (!existsSync(folder) && existsSync(aside)) renameSync(aside, folder);
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory()) throw new Error(`${folder} 不是文件夹，未写入数据集`);
  if (readdirSync(folder).length > 0 && readChecksums(folder) === null) {
    throw new Error(`${folder} 里有别的文件，未写入数据集；请换一个空文件夹`);
  }
}

/** "facts/2024" → when it last changed. */
function revisionsByYear(sqlite: BetterSqlite3.Database): Record<string, string> {
  const pieces = RESOURCES.flatMap(({ piece }) => (piece === undefined ? [] : [piece]));
  return Object.fromEntries(
    pieces.flatMap((piece) =>
      [...revisionsOf(sqlite, piece)].map(([year, changedAt]) => [`${piece}/${year}`, changedAt]),
    ),
  );
}

function digestOf(text: string | null): string {
  return createHash('sha256')
    .update(text ?? '')
    .digest('hex');
}

/** As `sha256sum` prints and checks them, in the order of paths. */
function checksumsOf(
  folder: string,
  written: readonly WrittenFile[],
): { text: string; files: number; bytes: number } {
  const known = new Map(written.map(({ path, sum }) => [path, sum]));
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
  let bytes = 0;
  const lines = paths.map((path) => {
    bytes += statSync(join(folder, path)).size;
    const sum =
      known.get(path) ??
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex');
    return `${sum}  ${path}\n`;
  });
  return { text: lines.join(''), files: paths.length, bytes };
}

function readChecksums(folder: string): string | null {
  const path = join(folder, CHECKSUMS);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

function replaceFolder(next: string, folder: string): void {
  const aside = `${folder}.old`;
  mkdirSync(dirname(folder), { recursive: true });
  rmSync(aside, { recursive: true, force: true });
  if (existsSync(folder)) renameSync(folder, aside);
  renameSync(next, folder);
  rmSync(aside, { recursive: true, force: true });
}

/** What was looked at and found current is as good as newly written. */
function touch(path: string): void {
  const now = new Date();
  utimesSync(path, now, now);
}
