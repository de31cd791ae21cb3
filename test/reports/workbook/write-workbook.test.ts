import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getCharts, openXlsx, readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { readBenchmarks } from '../../../reports/workbook/read-benchmarks.ts';
import { renderWorkbook, writeWorkbook } from '../../../reports/workbook/write-workbook.ts';
import { metricById } from '../../../transforms/metrics/index.ts';
import type { Warehouse } from '../../../warehouse/connect.ts';
import { type Entry, errorAbout, observed } from '../../transforms/metrics/invented-books.ts';
import { inventedWarehouse, temporaryFolder } from '../invented-warehouse.ts';

const COUNTIES = ['甲', '乙', '丙', '丁', '戊', '己'];

/** Six finance bureaus over three years; the first in two scopes, the second without 三公 in 2023. */
function books(): Entry[] {
  return COUNTIES.flatMap((county, order) =>
    [2022, 2023, 2024].flatMap((fiscalYear) =>
      (order === 0 ? (['department', 'unit'] as const) : (['department'] as const)).flatMap(
        (scope): Entry[] => {
          const regionCode = `99010${order + 1}`;
          const whose = {
            bureauId: `${regionCode}-财政局`,
            bureauName: `示例${county}县财政局`,
            regionCode,
            scope,
            fiscalYear,
          };
          const spent = 1_234_567.89 + order * 1000 + fiscalYear;
          const entries: Entry[] = [
            { concept: 'expenditure', value: spent },
            { concept: 'expenditure', value: 2_000_000, phase: 'adjusted_budget' },
            { concept: 'three_public', value: 50_000 - order * 1000 },
            { concept: 'headcount.in_post', value: 20 + order },
          ];
          const published = order === 1 && fiscalYear === 2023 ? entries.slice(0, 2) : entries;
          return published.map((entry) => ({
            ...whose,
            location: { page: order + 3, table: 2, row: 5, column: 2 },
            quote: `示例 ‖ ${spent}`,
            ...entry,
          }));
        },
      ),
    ),
  );
}

async function written(warehouse: Warehouse) {
  const path = join(temporaryFolder(), '对标.xlsx');
  await writeWorkbook(warehouse, path);
  const bytes = readFileSync(path);
  return { bytes, workbook: XLSX.read(bytes, { cellStyles: true, cellNF: true }) };
}

type Sheet = XLSX.WorkSheet;
const cellAt = (sheet: Sheet, row: number, column: number): XLSX.CellObject | undefined =>
  sheet[XLSX.utils.encode_cell({ r: row, c: column })];
const rowsOf = (sheet: Sheet) => XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: null });

/** "#'依据'!A12" → [sheet, row from 0]. */
function targetOf(workbook: XLSX.WorkBook, cell: XLSX.CellObject): [Sheet, number] {
  const [, name = '', row = ''] = /^#?'?([^'!]+)'?!A(\d+)$/u.exec(cell.l?.Target ?? '') ?? [];
  return [workbook.Sheets[name]!, Number(row) - 1];
}

describe('the workbook', () => {
  it('leads every compared figure to a row that has its value, document, place and quote', async () => {
    const warehouse = await inventedWarehouse(books());
    const { workbook } = await written(warehouse);
    const sheet = workbook.Sheets.指标对比_预算执行!;
    const header = rowsOf(sheet).findIndex((row) => row[0] === '指标');
    let followed = 0;
    for (const [index, row] of rowsOf(sheet).entries()) {
      if (index <= header) continue;
      for (const [column, title] of rowsOf(sheet)[header]!.entries()) {
        if (!String(title).endsWith('数值')) continue;
        const cell = cellAt(sheet, index, column)!;
        if (cell.t !== 'n') continue;
        const [evidence, at] = targetOf(workbook, cell);
        const proof = rowsOf(evidence)[at]!;
        expect(proof.slice(0, 4)).toEqual([row[0], row[1], row[2], Number(String(title).slice(0, 4))]);
        expect(proof[5]).toBe(cell.v);
        expect(proof.slice(15, 21)).toEqual(
          expect.arrayContaining([
            expect.stringMatching(/\.pdf$/u),
            expect.stringMatching(/^第\d页 表2 第5行 第2列$/u),
            expect.stringMatching(/^示例 ‖/u),
          ]),
        );
        followed += 1;
      }
    }
    const figures = warehouse.sqlite
      .prepare<[], { metric: string; status: string }>(`SELECT metric, status FROM metrics`)
      .all()
      .filter((one) => one.status === 'ok' && metricById(one.metric)!.family === 'execution');
    expect(followed).toBe(figures.length);
    expect(followed).toBeGreaterThan(20);
  });

  it('holds the figures of the warehouse: percent as fractions, 万元 with two decimals, ranks with their peers', async () => {
    const warehouse = await inventedWarehouse(books());
    const { workbook } = await written(warehouse);
    const evidence = rowsOf(workbook.Sheets.依据!).slice(3);
    const metrics = readBenchmarks(warehouse.sqlite).metrics;
    expect(evidence.length).toBe(metrics.length);
    for (const [index, metric] of metrics.entries()) {
      const shown = evidence[index]![5] as number | null;
      const scale = metric.unit === 'percent' ? 100 : 1;
      if (metric.value === null) expect(shown).toBeNull();
      else expect(shown! * scale).toBeCloseTo(metric.value, 9);
      expect(evidence[index]![13] ?? null).toBe(metric.rank);
    }
    const details = workbook.Sheets.数据明细!;
    const observations = readBenchmarks(warehouse.sqlite).observations;
    for (const [index, one] of observations.entries()) {
      const cell = cellAt(details, index + 3, 9)!;
      expect(cell.v).toBe(one.unit === 'CNY' ? one.value / 10_000 : one.value);
      if (one.unit === 'CNY') expect(cell.z).toBe('#,##0.00');
    }
    const ranks = workbook.Sheets.指标对比_预算执行!;
    expect(Object.values(ranks).some((cell) => cell.z === '0" / 6"' && cell.w === '1 / 6')).toBe(true);
  });

  it('shows rank, percentile and median of every year, and bars behind values that five or more have', async () => {
    const warehouse = await inventedWarehouse(books());
    const { workbook, bytes } = await written(warehouse);
    const rows = rowsOf(workbook.Sheets.指标对比_预算执行!);
    const header = rows.findIndex((row) => row[0] === '指标');
    const titles = rows[header]!.map((title) => String(title).replace('\n', ''));
    const at = titles.indexOf('2024数值');
    expect(titles.slice(at, at + 4)).toEqual(['2024数值', '2024位次', '2024百分位', '2024同类中位数']);
    const stored = readBenchmarks(warehouse.sqlite).metrics.find(
      (one) => one.metric === 'execution_rate.adjusted' && one.fiscal_year === 2024 && one.rank === 1,
    )!;
    const line = rows.find((row) => row[0] === '预算执行率（调整预算）' && row[1] === stored.bureau_name)!;
    expect(line.slice(at + 1, at + 3)).toEqual([1, stored.percentile]);
    const book = await readXlsx(bytes);
    const sheet = book.sheets.find((one) => one.name === '指标对比_预算执行')!;
    const bars = (sheet.conditionalRules ?? []).filter((rule) => rule.type === 'dataBar');
    expect(bars.length).toBeGreaterThanOrEqual(3);
    const first = rows.findIndex((row) => row[0] === '预算执行率（调整预算）') + 1;
    const last = rows.findLastIndex((row) => row[0] === '预算执行率（调整预算）') + 1;
    const letter = XLSX.utils.encode_col(at);
    expect(bars.map((rule) => rule.range)).toContain(`${letter}${first}:${letter}${last}`);
  });

  it('draws no bars where a value is below zero: the smallest fall would have the longest', async () => {
    const falling = books().map((entry) =>
      entry.concept === 'three_public' && entry.fiscalYear === 2024 ? { ...entry, value: 40_000 } : entry,
    );
    const book = await readXlsx((await written(await inventedWarehouse(falling))).bytes);
    const { rows: lines, conditionalRules = [] } = book.sheets.find(
      ({ name }) => name === '指标对比_三公经费',
    )!;
    const changes = lines.flatMap((line, row) => (line[0] === '“三公”经费比上年变动' ? [row] : []));
    const fell = lines[changes[0]!]!.findIndex((value) => typeof value === 'number' && value < 0);
    expect(changes.length).toBeGreaterThanOrEqual(5);
    expect(fell).toBeGreaterThan(0);
    const bars = conditionalRules.filter((rule) => rule.type === 'dataBar');
    expect(bars.length).toBeGreaterThan(0);
    for (const { range } of bars) expect(Math.min(...numbersIn(lines, range))).toBeGreaterThanOrEqual(0);
  });

  /** The numbers of a column of cells: "F6:F14". */
  function numbersIn(lines: readonly (readonly unknown[])[], range: string): number[] {
    const { s, e } = XLSX.utils.decode_range(range);
    const cells = lines.slice(s.r, e.r + 1).map((line) => line[s.c]);
    return cells.filter((value) => typeof value === 'number');
  }

  it('prints the profile of a bureau on one page', async () => {
    const warehouse = await inventedWarehouse(books());
    const path = join(temporaryFolder(), 'one.xlsx');
    const subject = '990101-财政局';
    const selection = { bureaus: [subject], years: null, metrics: null, subject };
    await writeWorkbook(warehouse, path, { selection });
    const { sheets } = await readXlsx(readFileSync(path));
    const profile = sheets.find((one) => one.name === '单位概况')!;
    expect(profile.pageSetup).toMatchObject({ fitToPage: true, fitToWidth: 1, fitToHeight: 1 });
  });

  it('keeps a department and its unit apart', async () => {
    const { workbook } = await written(await inventedWarehouse(books()));
    const rows = rowsOf(workbook.Sheets.指标对比_预算执行!).filter(
      (row) => row[0] === '预算执行率（调整预算）' && row[1] === '示例甲县财政局',
    );
    expect(rows.map((row) => row[2])).toEqual(['部门', '单位']);
  });

  it('says in the cell why there is no figure', async () => {
    const entries = books();
    const doubted = observed(entries[0]!);
    const finding = { ...errorAbout(doubted.factId), bureauId: doubted.bureauId, documentId: null };
    const { workbook } = await written(await inventedWarehouse(entries, [finding]));
    const execution = rowsOf(workbook.Sheets.指标对比_预算执行!);
    const line = execution.find((row) => row[0] === '预算执行率（调整预算）' && row[2] === '部门')!;
    expect(line).toContain('数据存疑');
    const threePublic = rowsOf(workbook.Sheets.指标对比_三公经费!).filter(
      (row) => row[1] === '示例乙县财政局',
    );
    expect(threePublic.flat()).toEqual(expect.arrayContaining(['—', '缺分母']));
    const legend = rowsOf(workbook.Sheets.封面!).map((row) => row[0]);
    expect(legend).toEqual(
      expect.arrayContaining(['—', '缺分子', '缺分母', '分母为零', '口径不一', '数据存疑']),
    );
  });

  it('leaves a year without a figure empty where a chart reads it', async () => {
    const { bytes, workbook } = await written(await inventedWarehouse(books()));
    const sheet = workbook.Sheets.三公趋势!;
    const row = rowsOf(sheet).findIndex((cells) => cells[0] === '示例乙县财政局');
    expect(cellAt(sheet, row, 3)).toMatchObject({ t: 'n', v: 4.9 });
    expect(cellAt(sheet, row, 4)?.v).toBeUndefined();
    const charts = getCharts(await openXlsx(bytes));
    expect(charts.map((one) => [one.sheetName, one.chart.kinds])).toEqual([
      ['三公趋势', ['line']],
      ['执行率', ['bar']],
    ]);
    const [series] = charts[0]!.chart.series!;
    expect(series!.valuesRef).toMatch(/\$?D\$?\d+:\$?F\$?\d+$/u);
  });

  it('freezes and repeats its headers, filters, and prints on A4 across', async () => {
    const entries = books();
    const about = observed(entries[0]!);
    const finding = { ...errorAbout(about.factId), bureauId: about.bureauId, documentId: null };
    const { bytes } = await written(await inventedWarehouse(entries, [finding]));
    for (const sheet of (await readXlsx(bytes)).sheets.slice(1)) {
      expect(sheet.freezePane?.rows, sheet.name).toBeGreaterThanOrEqual(2);
      expect(sheet.autoFilter?.range, sheet.name).toMatch(/^A\d+:/u);
      expect(sheet.pageSetup, sheet.name).toMatchObject({ paperSize: 'a4', orientation: 'landscape' });
      expect(sheet.pageSetup?.printTitlesRow, sheet.name).toBeTruthy();
    }
  });

  it.each([
    '=HYPERLINK("http://示例","点")',
    '+1+1',
    '-2+3',
    '@SUM(A1)',
    '\t=1+1',
    '#REF!',
    '＝1',
    '<b>&amp;"\u0001示例',
  ])('shows the text %j of a document as text', async (dangerous) => {
    const entry: Entry = {
      concept: 'training',
      value: 5,
      quote: dangerous,
      sourceFile: `${dangerous}.pdf`,
      bureauName: dangerous,
    };
    const { workbook } = await written(await inventedWarehouse([entry]));
    const sheet = workbook.Sheets.数据明细!;
    const cells = [0, 15, 17].map((column) => cellAt(sheet, 3, column)!);
    const clean = dangerous.replace('\u0001', '');
    expect(cells.map((cell) => cell.t)).toEqual(['s', 's', 's']);
    expect(cells.map((cell) => cell.f)).toEqual([undefined, undefined, undefined]);
    expect(cells.map((cell) => cell.v)).toEqual([clean, `${clean}.pdf`, clean]);
    for (const one of Object.values(workbook.Sheets)) {
      expect(Object.values(one).some((cell) => (cell as XLSX.CellObject).f !== undefined)).toBe(false);
    }
  });

  it('says so when there is nothing to compare', async () => {
    const { workbook } = await written(await inventedWarehouse([]));
    expect(workbook.SheetNames).toEqual(['封面', '指标定义']);
    expect(JSON.stringify(rowsOf(workbook.Sheets.封面!))).toContain('数据仓库里还没有可以对比的数字');
  });

  it('is the same for the same warehouse, and speaks English when asked', async () => {
    const data = readBenchmarks((await inventedWarehouse(books())).sqlite);
    const cells = async (language: 'zh' | 'en') => {
      const workbook = XLSX.read(await renderWorkbook(data, language));
      return Object.fromEntries(
        Object.entries(workbook.Sheets).map(([name, sheet]) => [name, rowsOf(sheet)]),
      );
    };
    expect(await cells('zh')).toEqual(await cells('zh'));
    const english = await cells('en');
    expect(Object.keys(english)).toContain('Compare_Execution');
    expect(JSON.stringify(english.Cover)).toContain('Cells without a figure');
  });
});

describe('a warehouse that is too much for one workbook', () => {
  const sheetNames = (path: string) => XLSX.read(readFileSync(path)).SheetNames;

  it('gives a directory of the workbooks to ask for', async () => {
    const warehouse = await inventedWarehouse(books());
    const path = join(temporaryFolder(), 'country.xlsx');
    await writeWorkbook(warehouse, path, { mostValues: 10 });
    expect(sheetNames(path)).toEqual(['目录']);
    const rows = XLSX.utils.sheet_to_json<unknown[]>(XLSX.read(readFileSync(path)).Sheets.目录!, {
      header: 1,
    });
    const [{ values }] = warehouse.sqlite
      .prepare<[], { values: number }>('SELECT count(*) AS "values" FROM metric_rows')
      .all() as [{ values: number }];
    expect(rows.at(-1)!.slice(1, 4)).toEqual([6, '2022–2024', values]);
    expect(String(rows[1])).toContain('duibiao report --bureau');
  });

  it('keeps the latest years of a part that is too much', async () => {
    const warehouse = await inventedWarehouse(books());
    const path = join(temporaryFolder(), 'part.xlsx');
    const bureaus = COUNTIES.map((_, order) => `99010${order + 1}-财政局`);
    const selection = { bureaus, years: null, metrics: null, subject: null };
    await writeWorkbook(warehouse, path, { selection, mostValues: 10 });
    const rows = XLSX.utils.sheet_to_json<unknown[]>(XLSX.read(readFileSync(path)).Sheets.依据!, {
      header: 1,
    });
    expect(new Set(rows.slice(3).map((row) => row[3]))).toEqual(new Set([2024]));
  });
});
