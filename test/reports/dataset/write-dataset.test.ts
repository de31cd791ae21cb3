import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printCell, printLine, unescapeText } from '../../../reports/dataset/csv.ts';
import { RESOURCES } from '../../../reports/dataset/resources.ts';
import { writeDataset } from '../../../reports/dataset/write-dataset.ts';
import { NIGHT_MILLISECONDS, type SamplesNight, samplesNight } from '../../support/samples-night.ts';
import { readPackage, readTable, validatePackage } from './table-schema.ts';

let night: SamplesNight;
let dataset: string;
beforeAll(async () => {
  night = await samplesNight();
  dataset = join(night.place.data, 'out', 'dataset');
}, NIGHT_MILLISECONDS);
afterAll(() => night?.place.remove());

type Row = Record<string, string | number | null>;

/** What the warehouse says, asked without the exporter. */
function stored(view: string, columns: readonly string[]): Row[] {
  const sqlite = new BetterSqlite3(night.warehouse, { readonly: true });
  try {
    return sqlite
      .prepare<[], Row>(`SELECT ${columns.map((one) => `"${one}"`).join(', ')} FROM ${view}`)
      .all();
  } finally {
    sqlite.close();
  }
}

function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .sort();
}

async function partOf(path: string): Promise<Record<string, unknown>[]> {
  return parquetReadObjects({ file: await asyncBufferFromFile(path) });
}

const asLines = (rows: readonly Row[]) => rows.map((row) => JSON.stringify(row)).sort();

/** The views that the partitioned resources repeat row by row. */
const REPEATED = ['observations', 'facts', 'metrics', 'findings', 'documents'];

describe('the dataset of a night', () => {
  it.each(REPEATED)(
    '%s: Parquet holds every value of the warehouse, in the folder of its year',
    async (name) => {
      const columns = RESOURCES.find((one) => one.name === name)!.fields.map((field) => field.name);
      const rows: Row[] = [];
      for (const path of filesBelow(join(dataset, name), '.parquet')) {
        const part = await partOf(join(dataset, name, path));
        const year = /^fiscal_year=(\d+)/u.exec(path)?.[1];
        for (const one of part) {
          expect(String(one.fiscal_year ?? '')).toBe(year ?? '');
          rows.push(
            Object.fromEntries(
              columns.map((column) => [
                column,
                typeof one[column] === 'bigint'
                  ? Number(one[column])
                  : ((one[column] ?? null) as string | number | null),
              ]),
            ),
          );
        }
      }
      expect(rows.length).toBeGreaterThan(0);
      expect(asLines(rows)).toEqual(asLines(stored(name, columns)));
    },
  );

  it.each(REPEATED)('%s: CSV holds the same values once texts are taken out of their escape', (name) => {
    const resource = RESOURCES.find((one) => one.name === name)!;
    const columns = resource.fields.map((field) => field.name);
    const tables = readPackage(dataset).resources.filter(
      (one) => one.name === name || /^(.+)-(?:\d{4}|none)$/u.exec(one.name)?.[1] === name,
    );
    const rows = tables.flatMap(({ path }) =>
      readTable(dataset, path).rows.map((cells) =>
        Object.fromEntries(
          cells.map((cell, at): [string, string | number | null] => {
            const field = resource.fields[at]!;
            if (cell === '') return [field.name, null];
            return [field.name, field.type === 'string' ? unescapeText(cell) : Number(cell)];
          }),
        ),
      ),
    );
    const emptyAsNull = stored(name, columns).map((row) =>
      Object.fromEntries(Object.entries(row).map(([column, value]) => [column, value === '' ? null : value])),
    );
    expect(asLines(rows)).toEqual(asLines(emptyAsNull));
  });

  it('conforms to its descriptor: types, required, lists, keys, references', () => {
    expect(validatePackage(dataset)).toEqual([]);
    expect(readPackage(dataset).resources.length).toBeGreaterThan(10);
  });

  it('the check would notice a wrong type, a lost reference and a doubled key', () => {
    const broken = join(night.place.folder, 'broken');
    execFileSync('cp', ['-r', dataset, broken]);
    const path = join(broken, 'csv', 'findings.csv');
    const [header = '', first = '', ...rest] = readFileSync(path, 'utf8').split('\r\n');
    writeFileSync(path, [header, first, first, ...rest].join('\r\n'));
    const documents = join(broken, 'csv', 'documents.csv');
    writeFileSync(documents, readFileSync(documents, 'utf8').split('\r\n').slice(0, 2).join('\r\n'));
    const errors = validatePackage(broken).join('\n');
    expect(errors).toContain('the primary key is not unique');
    expect(errors).toContain('is not in documents');
  });

  it('the checksums are those of the files', () => {
    const { status, stdout } = spawnSync('sha256sum', ['-c', 'SHA256SUMS', '--quiet'], { cwd: dataset });
    expect({ status, out: String(stdout) }).toEqual({ status: 0, out: '' });
    const listed = readFileSync(join(dataset, 'SHA256SUMS'), 'utf8').trim().split('\n').length;
    expect(listed).toBe(
      filesBelow(dataset, '').filter((path) => statSync(join(dataset, path)).isFile()).length - 1,
    );
  });

  it('the same warehouse gives the same bytes, and an unchanged folder is left alone', async () => {
    const other = join(night.place.folder, 'again');
    expect(await writeDataset(night.warehouse, other)).toMatchObject({ changed: true });
    expect(readFileSync(join(other, 'SHA256SUMS'), 'utf8')).toBe(
      readFileSync(join(dataset, 'SHA256SUMS'), 'utf8'),
    );
    const inode = statSync(join(other, 'README.md')).ino;
    expect(await writeDataset(night.warehouse, other)).toMatchObject({ changed: false });
    expect(statSync(join(other, 'README.md')).ino).toBe(inode);
  });

  it.each(RESOURCES.map(({ name }) => name))(
    '%s: no column holds both NULL and empty text, which its CSV could not tell apart',
    async (name) => {
      const parts = filesBelow(join(dataset, name), '.parquet').map((path) =>
        partOf(join(dataset, name, path)),
      );
      const rows = (await Promise.all(parts)).flat();
      expect(rows.length).toBeGreaterThan(0);
      const holds = (column: string, value: unknown) => rows.some((row) => (row[column] ?? null) === value);
      expect(Object.keys(rows[0]!).filter((column) => holds(column, null) && holds(column, ''))).toEqual([]);
    },
  );

  it('writes only the partitions whose rows changed, and the same bytes as if it had written all', async () => {
    const partly = join(night.place.folder, 'partly');
    const anew = join(night.place.folder, 'anew');
    const changed = join(night.place.folder, 'changed.db');
    await writeDataset(night.warehouse, partly);
    const inodes = (folder: string) =>
      new Map(
        filesBelow(folder, '')
          .filter((path) => statSync(join(folder, path)).isFile())
          .map((path) => [path, statSync(join(folder, path)).ino]),
      );
    const before = inodes(partly);
    writeFileSync(changed, readFileSync(night.warehouse));
    const sqlite = new BetterSqlite3(changed);
    sqlite.exec(`UPDATE observation_rows SET reason = reason || '。' WHERE observation_id =
      (SELECT observation_id FROM observation_rows WHERE fiscal_year = 2024 ORDER BY 1 LIMIT 1)`);
    sqlite.close();
    expect(await writeDataset(changed, partly)).toMatchObject({ changed: true });
    await writeDataset(changed, anew);
    const touched = [...inodes(partly)]
      .filter(([path, inode]) => before.get(path) !== inode)
      .map(([path]) => path);
    expect(touched.sort()).toEqual([
      'README.md',
      'SHA256SUMS',
      'csv/observations/observations-2024.csv',
      'datapackage.json',
      'observations/fiscal_year=2024/part.parquet',
    ]);
    for (const path of inodes(anew).keys()) {
      expect(readFileSync(join(partly, path)).equals(readFileSync(join(anew, path)))).toBe(true);
    }
  });

  it('never deletes a folder that is no dataset, and puts back what a killed run left aside', async () => {
    const foreign = join(night.place.folder, 'foreign');
    mkdirSync(foreign);
    writeFileSync(join(foreign, 'mine.txt'), 'x');
    await expect(writeDataset(night.warehouse, foreign)).rejects.toThrow('别的文件');
    expect(readFileSync(join(foreign, 'mine.txt'), 'utf8')).toBe('x');
    const killed = join(night.place.folder, 'killed');
    execFileSync('cp', ['-r', dataset, `${killed}.old`]);
    expect(await writeDataset(night.warehouse, killed)).toMatchObject({ changed: false });
    rmSync(killed, { recursive: true });
  });
});

describe('a cell of CSV', () => {
  it.each([
    ['=HYPERLINK("http://示例")', `"'=HYPERLINK(""http://示例"")"`],
    ['+1', "'+1"],
    ['-5', "'-5"],
    ['@sum', "'@sum"],
    ['＝1', "'＝1"],
    ["'x", "''x"],
    ['甲,乙', '"甲,乙"'],
    ['一般公共服务支出', '一般公共服务支出'],
  ])('%s is harmless', (value, printed) => {
    expect(printCell(value)).toBe(printed);
  });

  it('numbers are as they are, a negative one included', () => {
    expect(printLine([-5, 0, 1234.5, null])).toBe('-5,0,1234.5,\r\n');
  });

  it('any text comes back, and none begins like a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const [[cell = '']] = parse(printLine([text, 'x'])) as [string[]];
        expect(unescapeText(cell)).toBe(text);
        expect(cell).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]/u);
      }),
    );
  });
});
