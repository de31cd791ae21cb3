/** Outputs written piece by piece, night after night, are those that would be written at once. */
import { readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { nightlyOptions } from '../../pipeline/options.ts';
import { rollback } from '../../pipeline/rollback.ts';
import { writeDataset } from '../../reports/dataset/write-dataset.ts';
import { keyOf } from '../../reports/site/files.ts';
import { writeSite } from '../../reports/site/write-site.ts';
import { inventedAccounts } from '../support/invented-reports.ts';
import { ask, makePlace, type Place, quietRun, runNight } from '../support/run-night.ts';

/** Six counties of one province: their finance bureaus are peers of one another. */
const COUNTIES = ['130121', '130123', '130125', '130126', '130127', '130128'];
const YEARS = [2022, 2023, 2024];

let place: Place;
beforeEach(() => {
  place = makePlace();
});
afterEach(() => place.remove());

const nameOf = (county: number) => `示例${'甲乙丙丁戊己'[county]}县财政局`;

function put(county: number, year: number, basic: number, file = `${county}/${year}.txt`): void {
  place.put(file, inventedAccounts(nameOf(county), year, { basic, project: 20 }));
}

function putAll(): void {
  const lines = COUNTIES.flatMap((code, county) => {
    for (const year of YEARS) put(county, year, 100 + county * 10 + year - 2020);
    return YEARS.map((year) => `${county}/${year}.txt,${nameOf(county)},${code}`);
  });
  place.put('manifest.csv', `file,bureau,region_code\n${lines.join('\n')}\n`);
}

function filesBelow(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    paths
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path, readFileSync(join(folder, path), 'latin1')]),
  );
}

const out = (name: string) => join(place.data, 'out', name);

let written = 0;
async function expectAsWrittenAtOnce(): Promise<void> {
  const fresh = join(place.folder, `fresh-${written++}`);
  const warehouse = join(place.data, 'warehouse.db');
  await writeSite(warehouse, join(fresh, 'site'));
  await writeDataset(warehouse, join(fresh, 'dataset'));
  expect(filesBelow(out('site'))).toEqual(filesBelow(join(fresh, 'site')));
  expect(filesBelow(out('dataset'))).toEqual(filesBelow(join(fresh, 'dataset')));
}

const EDITS: readonly (readonly [what: string, edit: () => void])[] = [
  ['a figure changes', () => put(0, 2024, 333)],
  ['a report is new, of another year', () => put(1, 2021, 90)],
  ['a report goes', () => rmSync(join(place.inbox, '2', '2022.txt'))],
  [
    'a report is called otherwise',
    () => renameSync(join(place.inbox, '3', '2023.txt'), join(place.inbox, '3', '决算.txt')),
  ],
  ['a bureau goes', () => rmSync(join(place.inbox, '5'), { recursive: true })],
  ['a second edition of a report comes', () => put(4, 2024, 150, '4/again.txt')],
  ['a bureau is new', () => put(5, 2024, 170)],
  ['a page that cannot be read comes', () => place.put('scan.pdf', '%PDF-1.4 nothing')],
];

it('night after night, whatever changes', async () => {
  putAll();
  await runNight(place);
  await expectAsWrittenAtOnce();
  for (const [what, edit] of EDITS) {
    edit();
    const { failures } = await runNight(place, {}, { accept: true });
    expect(failures, what).toEqual([]);
    await expectAsWrittenAtOnce();
  }
  expect(ask(place.data, `SELECT 1 FROM changes WHERE kind = 'rank_changed'`).length).toBeGreaterThan(0);
});

it('after an earlier warehouse was put back, and after the nights that follow', async () => {
  putAll();
  await runNight(place);
  put(0, 2024, 333);
  await runNight(place);
  await rollback(nightlyOptions({ inbox: place.inbox, data: place.data }), null, quietRun());
  await expectAsWrittenAtOnce();
  put(1, 2024, 444);
  await runNight(place, {}, { accept: true });
  await expectAsWrittenAtOnce();
});

/** Long ago, which no writing makes it. */
const LONG_AGO = 1_000_000_000;

function ageEverything(folder: string): void {
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    utimesSync(join(folder, path), LONG_AGO, LONG_AGO);
}

const isOld = (path: string) => statSync(path).mtimeMs === LONG_AGO * 1000;

it('and what did not change is not written', async () => {
  putAll();
  place.put('7/2020.txt', inventedAccounts('样板市审计局', 2020, { basic: 70, project: 7 }));
  await runNight(place);
  ageEverything(out('site'));
  ageEverything(out('dataset'));
  put(0, 2024, 333);
  await runNight(place);
  const fileOf = (bureau: string) =>
    out(
      join(
        'site',
        'data',
        `bureau-${keyOf(
          ask<{ id: string }>(
            place.data,
            `SELECT bureau_id AS id FROM observations WHERE bureau_name = '${bureau}'`,
          )[0]!.id,
        )}.js`,
      ),
    );
  expect(isOld(fileOf('样板市审计局'))).toBe(true);
  expect(isOld(fileOf(nameOf(0)))).toBe(false);
  expect(isOld(out('dataset/csv/observations/observations-2020.csv'))).toBe(true);
  expect(isOld(out('dataset/observations/fiscal_year=2020/part.parquet'))).toBe(true);
  expect(isOld(out('dataset/csv/observations/observations-2024.csv'))).toBe(false);
});

it('a file that somebody deleted is written again with the next change', async () => {
  putAll();
  await runNight(place);
  for (const name of readdirSync(out('site/data')).filter((name) => name.startsWith('bureau-')))
    rmSync(join(out('site/data'), name));
  rmSync(out('dataset/csv/facts/facts-2022.csv'));
  put(0, 2024, 333);
  await runNight(place);
  await expectAsWrittenAtOnce();
});
