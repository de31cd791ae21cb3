import { describe, expect, it } from 'vitest';
import { divisionChanges } from '../../../sources/division.ts';
import { CPI_PREVIOUS_YEAR_100, deflatorOf } from '../../../sources/reference/deflator.ts';
import {
  bureauBreaks,
  codeBreaks,
  type KnownYear,
  knownYearsOf,
} from '../../../transforms/metrics/series-breaks.ts';
import { parseCodeTable } from '../../../transforms/vocabulary/code-table.ts';
import { ECONOMIC_CODE_TABLE } from '../../../transforms/vocabulary/economic-code-table.ts';
import { observed } from './invented-books.ts';

const known = (fiscalYear: number, changes: Partial<KnownYear> = {}): KnownYear => ({
  bureauId: 'a',
  scope: 'department',
  fiscalYear,
  bureauName: '示例县文化局',
  regionCode: '990101',
  ...changes,
});

describe('a series of a bureau', () => {
  it('goes on while name and division stay', () => {
    expect(bureauBreaks([known(2022), known(2023), known(2024)], () => [])).toEqual([]);
  });

  it('breaks in the first known year of another name or code, whatever the order of the rows', () => {
    const renamed = { bureauName: '示例县文化和旅游局' };
    const years = [known(2024, renamed), known(2020), known(2022, renamed)];
    expect(bureauBreaks(years, () => [])).toEqual([
      {
        bureauId: 'a',
        scope: 'department',
        fiscalYear: 2022,
        note: '单位名称变更：示例县文化局 → 示例县文化和旅游局',
      },
    ]);
    expect(bureauBreaks([known(2023), known(2024, { regionCode: '990102' })], () => [])[0]!.note).toContain(
      '990101 → 990102',
    );
  });

  it('breaks where the division under the same code became another territory', () => {
    const merged = () => [{ year: 2021, note: '样板县（990109）并入' }];
    expect(bureauBreaks([known(2020), known(2022)], merged)).toMatchObject([
      { fiscalYear: 2022, note: '2021年区划变更：样板县（990109）并入' },
    ]);
    expect(bureauBreaks([known(2021), known(2022)], merged)).toEqual([]);
  });

  it('never mixes scopes, and an unknown name is no other name', () => {
    expect(bureauBreaks([known(2022), known(2023, { scope: 'unit', bureauName: '别名' })], () => [])).toEqual(
      [],
    );
    expect(bureauBreaks([known(2022), known(2023, { bureauName: null })], () => [])).toEqual([]);
  });

  it('knows the districts that were merged and those that gave a part away', () => {
    // 上城区 took in the old 上城区 and 江干区 in 2021; 余杭区 gave a part to 临平区.
    expect(divisionChanges('330110').map(({ year }) => year)).toContain(2021);
  });
});

it('a code that took another meaning breaks when it lost the old one', () => {
  const breaks = codeBreaks(parseCodeTable(ECONOMIC_CODE_TABLE));
  expect(breaks).toContainEqual({
    code: '30311',
    fiscalYear: 2018,
    nameBefore: '住房公积金',
    nameAfter: '代缴社会保险费',
  });
});

it('prices are known for settled years only, and stay near one', () => {
  expect(deflatorOf(2019)).toEqual({ index: 1.029, series: 'cpi' });
  expect(deflatorOf(1999)).toBeNull();
  for (const index of Object.values(CPI_PREVIOUS_YEAR_100)) expect(Math.abs(index - 100)).toBeLessThan(6);
});

describe('the known years of a bureau', () => {
  const figure = (fiscalYear: number, changes: Partial<KnownYear> = {}) =>
    observed({ concept: 'expenditure', value: 1, fiscalYear, ...changes });

  it('are those of its observations, each scope and year once, in order', () => {
    const figures = [figure(2024), figure(2023), figure(2024), figure(2022, { scope: 'unit' })];
    const years = knownYearsOf(figures).map(({ scope, fiscalYear }) => `${scope} ${fiscalYear}`);
    expect(years).toEqual(['department 2023', 'department 2024', 'unit 2022']);
  });

  it('bear the name that some figure has, and one and the same of two, whichever comes first', () => {
    const nameless = figure(2024, { bureauName: null, regionCode: null });
    const [one, other] = [figure(2024, { bureauName: '示例甲局' }), figure(2024, { bureauName: '示例乙局' })];
    expect(knownYearsOf([nameless])[0]).toMatchObject({ bureauName: null, regionCode: null });
    expect(knownYearsOf([nameless, one, other, nameless])).toEqual(knownYearsOf([other, one]));
    expect(knownYearsOf([one, nameless])[0]).toMatchObject({ bureauName: '示例甲局', regionCode: '990101' });
  });
});
