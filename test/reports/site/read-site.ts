/** A written site as its own page reads it: the index, and rows of a table over the files that hold it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import type { Packed, SiteIndex, Tables } from '../../../reports/site/data.ts';

export type Row = Record<string, unknown>;

export function unpacked(packed: Packed | undefined): Row[] {
  if (packed === undefined) return [];
  return packed.rows.map((row) =>
    Object.fromEntries(packed.columns.map((column, place) => [column, row[place]])),
  );
}

const INDEX = /<script type="application\/json" id="index">(.*?)<\/script>/su;

export function readIndexOf(folder: string): SiteIndex {
  return JSON.parse(INDEX.exec(readFileSync(join(folder, 'index.html'), 'utf8'))![1]!) as SiteIndex;
}

/** Runs the file as the page would: with nothing but a receiver. */
export function readTables(folder: string, files: readonly string[]): Tables[] {
  return files.map((file) => {
    const received: [string, Tables][] = [];
    runInNewContext(readFileSync(join(folder, 'data', file), 'utf8'), {
      duibiao: (name: string, tables: Tables) => received.push([name, tables]),
    });
    if (received.length !== 1 || received[0]![0] !== file) throw new Error(`${file} says it is another file`);
    return received[0]![1];
  });
}

export function rowsIn(folder: string, files: readonly string[], table: string): Row[] {
  return readTables(folder, files).flatMap((tables) => unpacked(tables[table]));
}

export function dataFiles(folder: string): string[] {
  return readdirSync(join(folder, 'data')).sort();
}
