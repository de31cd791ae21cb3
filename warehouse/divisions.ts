/** The tables of divisions and residents as rows, for analysts who join on them. */
import { peerTierOf } from '../sources/division.ts';
import { DIVISION_TABLE } from '../sources/reference/divisions.ts';
import { POPULATION_TABLE } from '../sources/reference/population-2020.ts';
import type { DivisionRow, PopulationRow, Provenance } from './schema.ts';

const DIVISIONS: Provenance = { source: 'GB/T 2260，github.com/yescallop/areacodes', licence: 'CC0-1.0' };
const CENSUS: Provenance & { year: number } = {
  year: 2020,
  source: '第七次全国人口普查，github.com/leiii/census',
  licence: 'MIT',
};

/** From lines "code|name|state|from|until|successors", each under its "#province|prefecture". */
export function divisionRows(): DivisionRow[] {
  const rows: DivisionRow[] = [];
  let province = '';
  let prefecture = '';
  for (const line of DIVISION_TABLE.trim().split('\n')) {
    if (line.startsWith('#')) [province = '', prefecture = ''] = line.slice(1).split('|');
    else rows.push(divisionRow(line, province, prefecture));
  }
  return rows;
}

function divisionRow(line: string, province: string, prefecture: string): DivisionRow {
  const [code = '', name = '', , from = '', until = '', successors = ''] = line.split('|');
  return {
    code,
    valid_from: Number(from),
    valid_until: until === '' ? null : Number(until),
    name_zh: name,
    level: peerTierOf(code),
    province,
    prefecture: prefecture === '' ? null : prefecture,
    successors,
    ...DIVISIONS,
  };
}

/** From lines "code|residents". */
export function populationRows(): PopulationRow[] {
  return POPULATION_TABLE.trim()
    .split('\n')
    .map((line) => {
      const [division_code = '', residents = ''] = line.split('|');
      return { division_code, residents: Number(residents), ...CENSUS };
    });
}
