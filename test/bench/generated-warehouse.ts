/**
 * A warehouse of a whole country, of which the truth is known: every figure follows from bureau, year and concept by a
 * formula, so that a wrong rate, median or view shows at once. Rows go in directly; reading has a bench of its own.
 */
import { DIVISIONS } from '../../sources/division-table.ts';
import { openWarehouse, type Warehouse } from '../../warehouse/connect.ts';

export interface Size {
  bureaus: number;
  years: number;
}

const FIRST_YEAR = 2019;
const OFFICES = ['财政局', '医疗保障局', '教育局'];

interface Figure {
  concept: string;
  phase: string;
  unit: 'CNY' | 'persons' | 'count';
  /** Minor units. */
  minor: number;
  functionCode?: string;
  economicCode?: string;
  project?: string;
}

/** 分 for money, 1/10,000 for the rest. */
const yuan = (amount: number) => Math.round(amount) * 100;
const count = (things: number) => Math.round(things) * 10_000;

/** Actual expenditure of the bureau in yuan; its budget is a tenth of a percent more for every bureau before it, modulo 200. */
export function expenditureOf(bureau: number, year: number): number {
  return 1_000_000 + bureau * 1_000 + year * 50_000;
}

export function executionRateOf(bureau: number): number {
  return 100 / (1 + (bureau % 200) / 1000);
}

function figuresOf(bureau: number, year: number): Figure[] {
  const spent = expenditureOf(bureau, year);
  const budget = spent * (1 + (bureau % 200) / 1000);
  const money = (concept: string, phase: string, amount: number, more: Partial<Figure> = {}): Figure => ({
    concept,
    phase,
    unit: 'CNY',
    minor: yuan(amount),
    ...more,
  });
  const functions = Array.from(
    { length: 18 },
    (_, index) =>
      `2${String(1 + (index % 9)).padStart(2, '0')}${String(1 + (index % 3)).padStart(2, '0')}${String(1 + index).padStart(2, '0')}`,
  );
  const economics = Array.from(
    { length: 14 },
    (_, index) => `30${1 + (index % 3)}${String(1 + index).padStart(2, '0')}`,
  );
  const projects = ['示例项目一', '示例项目二'];
  return [
    money('revenue', 'actual', spent),
    money('expenditure', 'original_budget', budget),
    money('expenditure', 'adjusted_budget', budget),
    money('expenditure', 'actual', spent),
    money('expenditure.basic', 'actual', spent * 0.7),
    money('expenditure.project', 'actual', spent * 0.3),
    money('expenditure.personnel', 'actual', spent * 0.6),
    money('expenditure.operating', 'actual', spent * 0.1),
    money('agency_running_costs', 'actual', spent * 0.1),
    money('balance.closing', 'actual', spent * 0.01),
    ...['original_budget', 'actual'].flatMap((phase) =>
      [1, 0.1, 0.7, 0.2].map((share, index) =>
        money(
          ['three_public', 'three_public.overseas', 'three_public.vehicles', 'three_public.reception'][
            index
          ]!,
          phase,
          spent * 0.02 * share,
        ),
      ),
    ),
    money('procurement', 'actual', spent * 0.05),
    money('procurement', 'original_budget', spent * 0.06),
    { concept: 'headcount.in_post', phase: 'actual', unit: 'persons', minor: count(20 + (bureau % 50)) },
    { concept: 'three_public.vehicles_held', phase: 'actual', unit: 'count', minor: count(1 + (bureau % 5)) },
    { concept: 'three_public.reception_persons', phase: 'actual', unit: 'persons', minor: count(100) },
    ...functions.flatMap((functionCode) => [
      money('expenditure', 'actual', spent / 18, { functionCode }),
      money('expenditure', 'original_budget', budget / 18, { functionCode }),
    ]),
    ...economics.map((economicCode) => money('expenditure.basic', 'actual', spent / 20, { economicCode })),
    ...projects.flatMap((project) => [
      money('expenditure', 'actual', spent * 0.1, { project }),
      money('expenditure', 'adjusted_budget', spent * 0.12, { project }),
    ]),
  ];
}

/** Counties of the country in the order of their codes, each with three offices. */
function bureauOf(index: number): { id: string; name: string; region: string } {
  const counties = countiesInUse();
  const county = counties[Math.floor(index / OFFICES.length) % counties.length]!;
  const office = OFFICES[index % OFFICES.length]!;
  const again = Math.floor(index / (OFFICES.length * counties.length));
  const name = `${county.name}${again === 0 ? '' : `第${again + 1}`}${office}`;
  return { id: `${county.code}-${name}`, name, region: county.code };
}

let known: { code: string; name: string }[] | null = null;
function countiesInUse() {
  known ??= DIVISIONS.filter(({ level, state }) => level === 'county' && state === 'in_use').map(
    ({ code, name }) => ({ code, name }),
  );
  return known;
}

/** Makes the warehouse at `path`; one document a bureau and year. */
export async function generateWarehouse(path: string, { bureaus, years }: Size): Promise<Warehouse> {
  const warehouse = await openWarehouse(path);
  const { sqlite } = warehouse;
  sqlite.pragma('synchronous = OFF');
  sqlite.pragma('foreign_keys = OFF');
  const insert = statements(sqlite);
  sqlite.transaction(() => {
    for (let index = 0; index < bureaus; index += 1) {
      let ordinal = 0;
      for (let year = 0; year < years; year += 1) ordinal += putReport(insert, index, year, ordinal);
    }
  })();
  sqlite.pragma('foreign_keys = ON');
  return warehouse;
}

type Values = Record<string, string | number | null>;
type Insert = Record<keyof typeof INSERTED, { run(values: Values): unknown }>;

/** What is the same in every row stands in the row itself. */
const INSERTED = {
  document_rows: `document_id = @documentId, sha256 = '${'0'.repeat(64)}', source_file = @file,
    relative_path = @region || '/' || @documentId || '.pdf', media_type = 'application/pdf', bytes = 1000, pages = 30,
    state = 'extracted'`,
  sightings: `document_id = @documentId, first_seen_at = '2025-01-01', last_seen_at = '2025-01-01'`,
  disclosures: `document_id = @documentId, bureau_id = @id, bureau_name = @name, region_code = @region,
    scope = 'department', fiscal_year = @fiscalYear, kind = 'final_accounts', title = '部门决算', evidence = '[]'`,
  readings: `document_id = @documentId, rules_version = 'x', facts = @figures, claims = 0, notes = '[]'`,
  fact_rows: `document_id = @documentId, ordinal = @at, fact_id = @factId, bureau_id = @id, bureau_name = @name,
    region_code = @region, scope = 'department', disclosure_kind = 'final_accounts', report_year = @fiscalYear,
    fiscal_year = @fiscalYear, concept = @concept, phase = @phase, fund = 'all', function_code = @functionCode,
    economic_code = @economicCode, project = @project, unit = @unit, value_minor = @minor, ulp_minor = 1,
    printed = @printed, printed_unit = '元', basis = 'stated', medium = 'table', location = '{}', locator = @place,
    quote = @quote, rule = 'generated'`,
  observation_rows: `bureau_id = @id, ordinal = @ordinal, observation_id = 'o' || @factId, bureau_name = @name,
    region_code = @region, scope = 'department', fiscal_year = @fiscalYear, concept = @concept, phase = @phase,
    fund = 'all', function_code = @functionCode, economic_code = @economicCode, project = @project, unit = @unit,
    value_minor = @minor, ulp_minor = 1, basis = 'stated', status = 'accepted', fact_id = @factId,
    document_id = @documentId, reason = '唯一来源', fact_count = 1`,
  observation_facts: `observation_id = 'o' || @factId, role = 'supporting', position = 0, fact_id = @factId`,
} as const;

/** "a = @x, b = 1" → INSERT INTO table (a, b) VALUES (@x, 1). */
function statements(sqlite: Warehouse['sqlite']): Insert {
  const prepared = Object.entries(INSERTED).map(([table, row]) => {
    const pairs = row.split(/,\s+/u).map((pair) => pair.split(' = ') as [string, string]);
    const [columns, values] = [0, 1].map((side) => pairs.map((pair) => pair[side]).join(', '));
    return [table, sqlite.prepare(`INSERT INTO ${table} (${columns}) VALUES (${values})`)];
  });
  return Object.fromEntries(prepared) as Insert;
}

/** The report of one bureau and year with its figures; returns how many they are. */
function putReport(insert: Insert, index: number, year: number, firstOrdinal: number): number {
  const bureau = bureauOf(index);
  const fiscalYear = FIRST_YEAR + year;
  const figures = figuresOf(index, year);
  const report = { ...bureau, fiscalYear, documentId: `d-${index}-${year}` };
  const file = `${bureau.name}${fiscalYear}年度部门决算.pdf`;
  insert.document_rows.run({ ...report, file });
  insert.sightings.run(report);
  insert.disclosures.run(report);
  insert.readings.run({ ...report, figures: figures.length });
  for (const [
    at,
    { functionCode = null, economicCode = null, project = null, ...one },
  ] of figures.entries()) {
    const row = {
      ...{ ...report, ...one, functionCode, economicCode, project, at, ordinal: firstOrdinal + at },
      factId: `${report.documentId}-${at}`,
      printed: String(one.minor / 100),
      place: `第${1 + (at % 20)}页 表${1 + (at % 9)} 第${at}行 第2列`,
      quote: `支出决算表 ‖ 决算数 ‖ ${one.concept} ‖ ${one.minor}`,
    };
    insert.fact_rows.run(row);
    insert.observation_rows.run(row);
    insert.observation_facts.run(row);
  }
  return figures.length;
}
