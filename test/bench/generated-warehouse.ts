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
const DOCUMENT_COLUMNS = 13;

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
  const values = (length: number) => Array(length).fill('?').join(', ');
  const document = sqlite.prepare(`INSERT INTO document_rows VALUES (${values(DOCUMENT_COLUMNS)})`);
  const sighting = sqlite.prepare(`INSERT INTO sightings VALUES (?, '2025-01-01', '2025-01-01')`);
  const disclosure = sqlite.prepare(
    `INSERT INTO disclosures VALUES (?, ?, ?, ?, 'department', ?, 'final_accounts', '部门决算', '[]')`,
  );
  const reading = sqlite.prepare(
    `INSERT INTO readings (document_id, rules_version, facts, claims, notes) VALUES (?, 'x', ?, 0, '[]')`,
  );
  const fact = sqlite.prepare(
    `INSERT INTO fact_rows (document_id, ordinal, fact_id, bureau_id, bureau_name, region_code, scope, disclosure_kind,
       report_year, fiscal_year, concept, phase, fund, function_code, economic_code, project, unit, value_minor,
       ulp_minor, printed, printed_unit, basis, medium, location, locator, quote, rule)
     VALUES (?, ?, ?, ?, ?, ?, 'department', 'final_accounts', ?, ?, ?, ?, 'all', ?, ?, ?, ?, ?, 1, ?, '元', 'stated',
       'table', '{}', ?, ?, 'generated')`,
  );
  const observation = sqlite.prepare(
    `INSERT INTO observation_rows (bureau_id, ordinal, observation_id, bureau_name, region_code, scope, fiscal_year,
       concept, phase, fund, function_code, economic_code, project, unit, value_minor, ulp_minor, basis, status,
       fact_id, document_id, reason, fact_count)
     VALUES (?, ?, ?, ?, ?, 'department', ?, ?, ?, 'all', ?, ?, ?, ?, ?, 1, 'stated', 'accepted', ?, ?, '唯一来源', 1)`,
  );
  const support = sqlite.prepare(`INSERT INTO observation_facts VALUES (?, 'supporting', 0, ?)`);
  sqlite.transaction(() => {
    for (let index = 0; index < bureaus; index += 1) {
      const { id, name, region } = bureauOf(index);
      let ordinal = 0;
      for (let year = 0; year < years; year += 1) {
        const fiscalYear = FIRST_YEAR + year;
        const documentId = `d-${index}-${year}`;
        const figures = figuresOf(index, year);
        document.run(
          documentId,
          '0'.repeat(64),
          `${name}${fiscalYear}年度部门决算.pdf`,
          `${region}/${documentId}.pdf`,
          null,
          null,
          'application/pdf',
          1000,
          30,
          'extracted',
          null,
          null,
          null,
        );
        sighting.run(documentId);
        disclosure.run(documentId, id, name, region, fiscalYear);
        reading.run(documentId, figures.length);
        for (const [at, one] of figures.entries()) {
          const factId = `${documentId}-${at}`;
          const codes = [one.functionCode ?? null, one.economicCode ?? null, one.project ?? null];
          const place = `第${1 + (at % 20)}页 表${1 + (at % 9)} 第${at}行 第2列`;
          fact.run(
            documentId,
            at,
            factId,
            id,
            name,
            region,
            fiscalYear,
            fiscalYear,
            one.concept,
            one.phase,
            ...codes,
            one.unit,
            one.minor,
            String(one.minor / 100),
            place,
            `支出决算表 ‖ 决算数 ‖ ${one.concept} ‖ ${one.minor}`,
          );
          observation.run(
            id,
            ordinal,
            `o${factId}`,
            name,
            region,
            fiscalYear,
            one.concept,
            one.phase,
            ...codes,
            one.unit,
            one.minor,
            factId,
            documentId,
          );
          support.run(`o${factId}`, factId);
          ordinal += 1;
        }
      }
    }
  })();
  sqlite.pragma('foreign_keys = ON');
  return warehouse;
}
