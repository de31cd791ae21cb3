/** A county that became a district: its bureau is one bureau, its series goes on under one id, and the break is shown. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runCommand } from '../support/console.ts';
import { inventedAccounts } from '../support/invented-reports.ts';
import { ask, makePlace, type Place, runNight } from '../support/run-night.ts';

const ID = '110228-财政局';
const COUNTY = '北京市密云县财政局';
const DISTRICT = '北京市密云区财政局';
/** GB/T 2260: 110228 密云县 until 2015, then 110118 密云区. The figures are invented. */
const REGISTRY = `bureaus:
  - id: ${ID}
    names:
      official: ${DISTRICT}
      former: [{ name: ${COUNTY}, until: 2015-11-13 }]
    division: "110118"
    expects: [{ kind: 部门决算, due: 次年09-30, from: 2013, until: 2017 }]
`;
const NAME_IN: Readonly<Record<number, string>> = {
  2013: COUNTY,
  2014: COUNTY,
  2015: DISTRICT,
  2016: DISTRICT,
};

let place: Place;
beforeEach(async () => {
  place = makePlace();
  const registry = join(place.folder, '登记');
  mkdirSync(registry);
  writeFileSync(join(registry, '北京市.yml'), REGISTRY);
  for (const [year, name] of Object.entries(NAME_IN))
    place.put(
      `${year}.txt`,
      inventedAccounts(name, Number(year), { basic: 100 + Number(year) - 2000, project: 20 }),
    );
  await runNight(place, {}, { registry: { folder: registry, withSamples: false } });
});
afterEach(() => place.remove());

it('keeps one series under one id, each year with the name and the code of its time', () => {
  expect(
    ask(
      place.data,
      `SELECT fiscal_year AS year, bureau_id AS id, bureau_name AS name, region_code AS code FROM documents ORDER BY 1`,
    ),
  ).toEqual([
    { year: 2013, id: ID, name: COUNTY, code: '110228' },
    { year: 2014, id: ID, name: COUNTY, code: '110228' },
    { year: 2015, id: ID, name: DISTRICT, code: '110118' },
    { year: 2016, id: ID, name: DISTRICT, code: '110118' },
  ]);
  const states = ask(place.data, 'SELECT DISTINCT state FROM expected_reports WHERE fiscal_year < 2017');
  expect(states).toEqual([{ state: 'present' }]);
});

it('says what broke and when, and grows nothing across the break', () => {
  const breaks = ask<{ year: number; note: string }>(
    place.data,
    'SELECT fiscal_year AS year, note FROM bureau_breaks',
  );
  expect(breaks.map(({ year }) => year)).toEqual([2015]);
  expect(breaks[0]!.note).toContain('区划代码变更：110228 → 110118');
  expect(breaks[0]!.note).toContain('密云县（110228）并入');
  expect(
    ask(
      place.data,
      `SELECT fiscal_year AS year, status FROM metrics WHERE metric = 'expenditure.change' ORDER BY 1`,
    ),
  ).toEqual([
    { year: 2013, status: 'missing_denominator' },
    { year: 2014, status: 'ok' },
    { year: 2015, status: 'scope_mismatch' },
    { year: 2016, status: 'ok' },
  ]);
});

it('shows the break on the page of the bureau, and the bureau once in the status', async () => {
  const folder = join(place.data, 'out', 'site', 'data');
  const pages = readdirSync(folder).filter((name) => name.startsWith('bureau-'));
  expect(pages).toHaveLength(1);
  expect(readFileSync(join(folder, pages[0]!), 'utf8')).toContain('区划代码变更：110228 → 110118');
  const { out } = await runCommand(['status', '--data', place.data]);
  expect(out).toContain(DISTRICT);
  expect(out).not.toContain(COUNTY);
});
