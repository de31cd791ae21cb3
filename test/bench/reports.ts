/**
 * What a country costs after reading: metrics with peers, the workbook of a province, and the questions analysts ask.
 * The truth of the generated warehouse is known, so a wrong figure fails the bench. `npm run bench -- reports`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { computeAll, loadRules } from '../../pipeline/compare-bureaus.ts';
import { writeDataset } from '../../reports/dataset/write-dataset.ts';
import { writeSite } from '../../reports/site/write-site.ts';
import { EVERYTHING } from '../../reports/workbook/read-benchmarks.ts';
import { writeWorkbook } from '../../reports/workbook/write-workbook.ts';
import { openWarehouse, type Warehouse } from '../../warehouse/connect.ts';
import { publishingBureaus } from '../../warehouse/publishing-bureaus.ts';
import { firstViews, largestFileOf } from './first-view.ts';
import { executionRateOf, expenditureOf, generateWarehouse, type Size } from './generated-warehouse.ts';

const NATION: Size = { bureaus: 3000, years: 6 };
const LAST_YEAR = 2024;

interface Question {
  ask: string;
  view: string;
  /** The same answer without derived tables. */
  scan: string;
}

const QUESTIONS: readonly Question[] = [
  {
    ask: 'largest spenders of a year',
    view: `SELECT bureau_name, expenditure_actual FROM bureau_years WHERE fiscal_year = 2024 ORDER BY 2 DESC LIMIT 20`,
    scan: `SELECT bureau_name, value FROM observations WHERE concept || '' = 'expenditure' AND phase = 'actual' AND fund = 'all'
      AND function_code IS NULL AND project IS NULL AND fiscal_year = 2024 ORDER BY 2 DESC LIMIT 20`,
  },
  {
    ask: 'lowest execution rates of a year',
    view: `SELECT bureau_name, execution_rate FROM execution_rates WHERE fiscal_year = 2024 ORDER BY 2 LIMIT 20`,
    scan: `SELECT bureau_name, value FROM metric_rows WHERE metric || '' = 'execution_rate.adjusted' AND fiscal_year = 2024
      ORDER BY 2 LIMIT 20`,
  },
  {
    ask: 'three public expenses of a bureau by name',
    view: `SELECT fiscal_year, three_public_actual, three_public_previous_year FROM three_public_trends
      WHERE bureau_name = (SELECT bureau_name FROM bureau_rows LIMIT 1 OFFSET 700)`,
    scan: `SELECT fiscal_year, value FROM observations WHERE concept || '' = 'three_public' AND phase = 'actual'
      AND bureau_name = (SELECT bureau_name FROM bureau_rows LIMIT 1 OFFSET 700)`,
  },
  {
    ask: 'one functional code over the country',
    view: `SELECT count(*), sum(actual) FROM functional_spending WHERE function_code = '2010101' AND fiscal_year = 2024`,
    scan: `SELECT count(*), sum(value) FROM observations WHERE function_code = '2010101' AND fiscal_year = 2024
      AND phase = 'actual' AND concept || '' = 'expenditure'`,
  },
  {
    ask: 'ranks of a bureau',
    view: `SELECT metric, rank, peer_count FROM peer_table WHERE fiscal_year = 2024
      AND bureau_id = (SELECT bureau_id FROM bureau_rows LIMIT 1 OFFSET 700)`,
    scan: `SELECT metric, rank, peer_count FROM metric_rows WHERE fiscal_year = 2024 AND rank IS NOT NULL
      AND bureau_id || '' = (SELECT bureau_id FROM bureau_rows LIMIT 1 OFFSET 700)`,
  },
  {
    ask: 'medians of the groups of a metric',
    view: `SELECT peer_group, coverage, median_of_ratios FROM peer_groups WHERE metric = 'three_public.per_staff'
      AND fiscal_year = 2024`,
    scan: `SELECT peer_group, count(*), avg(value) FROM metric_rows WHERE metric || '' = 'three_public.per_staff'
      AND fiscal_year = 2024 GROUP BY 1`,
  },
  {
    ask: '人均支出最高的单位',
    view: `SELECT 单位名称, 常住人口人均支出 FROM 人均支出 WHERE 年度 = 2024 ORDER BY 2 DESC LIMIT 20`,
    scan: `SELECT bureau_name, value FROM metric_rows WHERE metric || '' = 'expenditure.per_resident' AND fiscal_year = 2024
      ORDER BY 2 DESC LIMIT 20`,
  },
  {
    ask: 'projects of a bureau',
    view: `SELECT project, execution_rate FROM projects WHERE bureau_name = (SELECT bureau_name FROM bureau_rows LIMIT 1 OFFSET 700)`,
    scan: `SELECT project, value FROM observations WHERE project IS NOT NULL
      AND bureau_name = (SELECT bureau_name FROM bureau_rows LIMIT 1 OFFSET 700)`,
  },
];

async function measured<Answer>(name: string, work: () => Promise<Answer>): Promise<Answer> {
  const began = performance.now();
  const cpu = process.cpuUsage();
  const answer = await work();
  const { user, system } = process.cpuUsage(cpu);
  const seconds = (performance.now() - began) / 1000;
  console.log(`  ${name.padEnd(34)} ${seconds.toFixed(1)} s, CPU ${((user + system) / 1e6).toFixed(1)} s`);
  return answer;
}

/** The best of three: what the query needs, not what the machine was doing. */
function timeOf(warehouse: Warehouse, sql: string): number {
  const statement = warehouse.sqlite.prepare(sql);
  if (statement.all().length === 0) throw new Error(`no rows: ${sql}`);
  const times = [1, 2, 3].map(() => {
    const began = performance.now();
    statement.all();
    return performance.now() - began;
  });
  return Math.min(...times);
}

function requireTruth({ sqlite }: Warehouse): void {
  const figures = sqlite
    .prepare<[number], { n: number; spent: number; rate: number; bureau: number }>(
      `SELECT CAST(substr(document_id, 3, instr(substr(document_id, 3), '-') - 1) AS INTEGER) AS bureau,
        y.expenditure_actual AS spent, y.execution_rate_adjusted AS rate
       FROM bureau_year_rows y JOIN disclosures d USING (bureau_id, fiscal_year) WHERE fiscal_year = ?`,
    )
    .all(LAST_YEAR);
  if (figures.length !== NATION.bureaus) throw new Error(`${figures.length} of ${NATION.bureaus} bureaus`);
  const wrong = figures.filter(
    ({ bureau, spent, rate }) =>
      !(Math.abs(spent - expenditureOf(bureau, NATION.years - 1)) <= 0.5) ||
      !(Math.abs(rate - executionRateOf(bureau)) <= 0.001),
  );
  if (wrong.length > 0) throw new Error(`${wrong.length} wrong figures, such as ${JSON.stringify(wrong[0])}`);
}

interface Province {
  province: string;
  /** How many. */
  bureaus: number;
}

/** One as others are, and the largest. */
function provincesOf({ sqlite }: Warehouse): Record<'median' | 'largest', Province> {
  const provinces = sqlite
    .prepare<[], Province>(
      'SELECT province, count(*) AS bureaus FROM bureau_rows GROUP BY province ORDER BY bureaus, province',
    )
    .all();
  return { median: provinces[provinces.length >> 1]!, largest: provinces.at(-1)! };
}

async function workbookOf(
  warehouse: Warehouse,
  { which, province, bureaus: count, path }: Province & { which: string; path: string },
): Promise<void> {
  const bureaus = warehouse.sqlite
    .prepare<[string], string>('SELECT bureau_id FROM bureau_rows WHERE province = ? ORDER BY bureau_id')
    .pluck()
    .all(province);
  await measured(`workbook, ${which} province (${count})`, () =>
    writeWorkbook(warehouse, path, { selection: { ...EVERYTHING, bureaus } }),
  );
  console.log(`  ${'its size'.padEnd(34)} ${(statSync(path).size / 1e6).toFixed(1)} MB`);
}

async function reportsOfANation(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-reports-'));
  try {
    const path = join(folder, 'warehouse.db');
    console.log(`${NATION.bureaus} bureaus × ${NATION.years} years`);
    runItself('generate', path);
    const warehouse = await openWarehouse(path);
    const rules = await loadRules();
    await measured('metrics, peers, derived tables', () =>
      computeAll(warehouse, [...publishingBureaus(warehouse.sqlite)], rules, () => {}),
    );
    console.log(
      `  ${'peak memory so far'.padEnd(34)} ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
    );
    requireTruth(warehouse);
    for (const { ask, view, scan } of QUESTIONS) {
      const [fast, slow] = [timeOf(warehouse, view), timeOf(warehouse, scan)];
      console.log(
        `  ${ask.padEnd(34)} ${fast.toFixed(1)} ms, plain scan ${slow.toFixed(0)} ms: ${(slow / fast).toFixed(0)}×`,
      );
    }
    for (const [which, { province, bureaus }] of Object.entries(provincesOf(warehouse)))
      await workbookOf(warehouse, { which, province, bureaus, path: join(folder, `${which}.xlsx`) });
    await warehouse.close();
    const site = join(folder, 'site');
    await measured(`site of ${NATION.bureaus} bureaus`, () => writeSite(path, site));
    console.log(`  ${'its largest file'.padEnd(34)} ${(largestFileOf(site) / 1e6).toFixed(1)} MB`);
    const views = await firstViews(site);
    if (views.length === 0) console.log('  first views: no Chromium on PATH, skipped');
    for (const { view, seconds } of views)
      console.log(`  ${`first view ${view}`.padEnd(34)} ${seconds.toFixed(2)} s`);
    await measured('dataset', () => writeDataset(path, join(folder, 'dataset')));
    console.log(`  ${'peak memory'.padEnd(34)} ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What other work leaves in memory is not counted. */
function runItself(...words: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), ...words], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`the bench of reports ended with ${status}`);
}

async function generate(path: string): Promise<void> {
  const made = await measured('generated', () => generateWarehouse(path, NATION));
  await made.close();
}

export function benchReports(): void {
  runItself();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , task, path = ''] = process.argv;
  await (task === 'generate' ? generate(path) : reportsOfANation());
}
