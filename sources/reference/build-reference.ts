/**
 * Where the two tables beside this file come from, and how to make them again:
 *
 *   npx tsx sources/reference/build-reference.ts divisions.csv population.csv
 *
 * divisions.ts — administrative divisions of county level and above, GB/T 2260, 1981–2024.
 *   From github.com/yescallop/areacodes, licence CC0-1.0.
 *   Columns 代码, 一级行政区, 二级行政区, 名称, 级别, 状态, 启用时间, 变更/弃用时间, 新代码. A successor with a year in
 *   brackets took a part of the division in that year; one without took it over when it was abolished.
 * population-2020.ts — residents on 1 November 2020.
 *   From the yearbook of the Seventh National Population Census, as compiled in github.com/leiii/census, licence MIT.
 *   Columns division_code, resident_population (province, prefecture, county, urban and rural are left out).
 *   Rows without a GB/T 2260 code (development zones) are left out: no bureau has one as its region.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

type Row = Readonly<Record<string, string>>;

const STATES: Readonly<Record<string, string>> = { 在用: 'in_use', 变更: 'changed', 弃用: 'abolished' };

const [divisionsFile, populationFile] = process.argv.slice(2);
if (divisionsFile === undefined || populationFile === undefined) {
  throw new Error('build-reference needs two files: divisions.csv population.csv');
}
const divisions = readRows(divisionsFile);
const codes = new Set(divisions.map((row) => row.代码));
const population = readRows(populationFile).filter((row) => codes.has(row.division_code));

writeTable(
  'divisions.ts',
  'DIVISION_TABLE',
  [
    'Administrative divisions, GB/T 2260, 1981–2024. Made by build-reference.ts from github.com/yescallop/areacodes (CC0-1.0).',
    'A line "#province|prefecture" holds for the lines below it: code|name|state|from|until|successors.',
  ],
  divisionLines(divisions),
);
writeTable(
  'population-2020.ts',
  'POPULATION_TABLE',
  [
    'Residents on 1 November 2020: code|residents. Made by build-reference.ts from the yearbook of the Seventh National',
    'Population Census as compiled in github.com/leiii/census (MIT).',
  ],
  population.map((row) => `${row.division_code}|${row.resident_population}`),
);

function readRows(file: string): Row[] {
  return parse(readFileSync(file), { columns: true, bom: true, skip_empty_lines: true });
}

function divisionLines(rows: readonly Row[]): string[] {
  let parents = '';
  return rows.flatMap((row) => {
    const above = `#${row.一级行政区}|${row.二级行政区 === '直辖' ? '' : row.二级行政区}`;
    const line = divisionLine(row);
    if (above === parents) return [line];
    parents = above;
    return [above, line];
  });
}

function divisionLine(row: Row): string {
  const state = STATES[row.状态 ?? ''];
  if (state === undefined) throw new Error(`unknown state “${row.状态}” of division ${row.代码}`);
  const { 代码: code, 名称: name, 启用时间: from, '变更/弃用时间': until, 新代码: successors } = row;
  return [code, name, state[0], from, until, successors].join('|').replace(/\|+$/, '');
}

function writeTable(file: string, name: string, head: readonly string[], lines: readonly string[]): void {
  const text = [
    '/**',
    ...head.map((line) => ` * ${line}`),
    ' */',
    `export const ${name} = \``,
    ...lines,
    '`;',
    '',
  ];
  writeFileSync(join(import.meta.dirname, file), text.join('\n'));
}
