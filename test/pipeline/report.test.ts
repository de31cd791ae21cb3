import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { type ReportOptions, readMetrics, readYears, reportCommand } from '../../pipeline/commands/report.ts';
import { listeningConsole, runCommand, type Said } from '../support/console.ts';
import { NIGHT_MILLISECONDS, type SamplesNight, samplesNight } from '../support/samples-night.ts';

let night: SamplesNight;
beforeAll(async () => {
  night = await samplesNight();
}, NIGHT_MILLISECONDS);
afterAll(() => night?.place.remove());

const report = (options: ReportOptions, said: Said = { out: '', err: '' }) =>
  reportCommand({ data: night.place.data, ...options }, listeningConsole(said));

type Sheet = (string | number | undefined)[][];

function sheetsOf(path: string): Record<string, Sheet> {
  const book = XLSX.read(readFileSync(path));
  return Object.fromEntries(
    book.SheetNames.map((name) => [
      name,
      XLSX.utils.sheet_to_json<Sheet[number]>(book.Sheets[name]!, { header: 1 }),
    ]),
  );
}

const bureausIn = (sheet: Sheet | undefined) =>
  new Set(
    (sheet ?? [])
      .slice(3)
      .map((row) => row[0])
      .filter((name) => name !== undefined),
  );

describe('duibiao report', () => {
  it('writes one bureau with a profile of its figures, metrics and ranks', async () => {
    const out = join(night.place.folder, 'one.xlsx');
    await report({ bureau: '乙县医疗保障局', out });
    const sheets = sheetsOf(out);
    expect(Object.keys(sheets).slice(0, 3)).toEqual(['封面', '单位概况', '概览']);
    const profile = sheets.单位概况!;
    expect(String(profile[0]![0])).toContain('乙县医疗保障局');
    const kinds = new Set(profile.map((row) => row[0]));
    expect(kinds).toContain('数字');
    expect(kinds).toContain('指标');
    expect([...bureausIn(sheets.数据明细)]).toHaveLength(1);
  });

  it('takes the peers that the bureau was ranked among, and keeps to years and metrics', async () => {
    const out = join(night.place.folder, 'peers.xlsx');
    await report({ bureau: '乙县医疗保障局', peers: 'auto', years: '2025', metrics: 'three_public', out });
    const sheets = sheetsOf(out);
    expect(bureausIn(sheets.数据明细).size).toBeGreaterThanOrEqual(5);
    expect(new Set(sheets.依据!.slice(3).map((row) => row[3]))).toEqual(new Set([2025]));
    // Figures of other years stand there where a change against them is shown.
    expect(new Set(sheets.数据明细!.slice(3).map((row) => row[2]))).toContain(2024);
    expect(sheets.指标对比_三公经费!.flat()).not.toContain('2024');
    expect(Object.keys(sheets).filter((name) => name.startsWith('指标对比'))).toEqual(['指标对比_三公经费']);
  });

  it('writes a province with all its bureaus and no profile', async () => {
    const out = join(night.place.folder, 'province.xlsx');
    const said = { out: '', err: '' };
    await report({ province: '示例省', out }, said);
    const sheets = sheetsOf(out);
    expect(Object.keys(sheets)).not.toContain('单位概况');
    expect(bureausIn(sheets.数据明细).size).toBeGreaterThan(5);
    expect(said.out).toContain('示例省');
  });

  it.each([
    [{}, '--bureau'],
    [{ bureau: '乙县医疗保障局', province: '示例省' }, '--bureau'],
    [{ province: '别的省' }, '没有省份'],
  ])('says what it lacks: %j', async (options, words) => {
    await expect(report(options)).rejects.toThrow(words);
  });

  it('says what it cannot read', async () => {
    expect(readYears('2022-2024,2019')).toEqual([2022, 2023, 2024, 2019]);
    expect(() => readYears('去年')).toThrow('看不懂年度');
    expect(readMetrics('basic_share，本年支出比上年变动')).toEqual(['basic_share', 'expenditure.change']);
    expect(() => readMetrics('没有的指标')).toThrow('没有指标');
  });
});

it('duibiao dataset writes where it is told and says what it wrote', async () => {
  const out = join(night.place.folder, 'exported');
  mkdirSync(out);
  const write = ['dataset', '--data', night.place.data, '--out', out];
  expect((await runCommand(write)).out).toMatch(/已写入：.+（\d+ 个文件，\d+ 行/u);
  expect(existsSync(join(out, 'datapackage.json'))).toBe(true);
  expect((await runCommand(write)).out).toContain('没有变化');
});

it('duibiao changes lists what the last run with news brought', async () => {
  const { out } = await runCommand(['changes', '--data', night.place.data, '--format', 'csv']);
  expect(out).toContain('document_new');
});
