/** What the page knows before any data file is loaded: counts, names of places and concepts, and as of when. */
import type BetterSqlite3 from 'better-sqlite3';
import { divisionByCode } from '../../sources/division.ts';
import type { Severity } from '../../transforms/checks/finding.ts';
import { CHECKS } from '../../transforms/checks/index.ts';
import { FAMILIES } from '../../transforms/metrics/metric.ts';
import type { DocumentState } from '../../warehouse/enumerations.ts';
import type { ConceptRow, DivisionRow, RunRow } from '../../warehouse/schema.ts';
import { provinceName } from '../province-name.ts';
import type { Language, Word } from '../words.ts';
import type { BureauEntry, Counts, FindingCount, SiteIndex } from './data.ts';

export const BUREAU_COLUMNS = [
  'key',
  'id',
  'name',
  'region',
  'tier',
  'type',
  'scopes',
  'years',
  'figures',
  'errors',
  'files',
  'unclaimedFiles',
] as const satisfies readonly (keyof BureauEntry)[];

export const FINDING_COUNT_COLUMNS = [
  'year',
  'check',
  'severity',
  'count',
] as const satisfies readonly (keyof FindingCount)[];

type IndexHead = Omit<
  SiteIndex,
  'bureaus' | 'metrics' | 'findings' | 'findingCounts' | 'coverage' | 'expected' | 'changes' | 'changeCounts'
>;

export function readIndex(sqlite: BetterSqlite3.Database, language: Language): IndexHead {
  const run = sqlite
    .prepare<[], RunRow>(`SELECT * FROM runs ORDER BY state = 'finished' DESC, run_id DESC LIMIT 1`)
    .get();
  return {
    language,
    asOf: run === undefined ? null : (run.finished_at ?? run.started_at),
    runId: run?.run_id ?? null,
    runState: run?.state ?? null,
    counts: readCounts(sqlite),
    years: sqlite
      .prepare<[], number>('SELECT DISTINCT fiscal_year FROM observation_rows ORDER BY 1')
      .pluck()
      .all(),
    ...readPlaces(sqlite),
    families: FAMILIES.map(({ id, zh, en }) => ({ id, name: [zh, en] })),
    concepts: readConcepts(sqlite),
    checks: checkNames(),
    populationSource: sqlite
      .prepare<[], string>('SELECT DISTINCT source FROM population ORDER BY 1')
      .pluck()
      .all()
      .join('；'),
  };
}

function readCounts(sqlite: BetterSqlite3.Database): Counts {
  const one = (sql: string) => sqlite.prepare<[], number>(sql).pluck().get()!;
  const by = <Name extends string>(names: readonly Name[], table: string, column: string) => {
    const known = new Map(
      sqlite
        .prepare<[], { name: Name; count: number }>(
          `SELECT ${column} AS name, count(*) AS count FROM ${table} GROUP BY 1`,
        )
        .all()
        .map(({ name, count }) => [name, count]),
    );
    return Object.fromEntries(names.map((name) => [name, known.get(name) ?? 0])) as Record<Name, number>;
  };
  return {
    documents: by<DocumentState>(['extracted', 'quarantined', 'superseded'], 'document_rows', 'state'),
    findings: by<Severity>(['error', 'warning', 'note'], 'finding_rows', 'severity'),
    observations: one('SELECT count(*) FROM observation_rows'),
    contested: one(`SELECT count(*) FROM observation_rows WHERE status = 'contested'`),
    metrics: one('SELECT count(*) FROM metric_rows'),
    metricsOk: one(`SELECT count(*) FROM metric_rows WHERE status = 'ok'`),
    bureausInError: one(`SELECT count(DISTINCT bureau_id) FROM finding_rows WHERE severity = 'error'`),
    bureaus: one('SELECT count(DISTINCT bureau_id) FROM observation_rows'),
    unidentified: one('SELECT count(DISTINCT bureau_id) FROM observation_rows WHERE bureau_name IS NULL'),
    unclaimed: one(`SELECT coalesce(sum(unclaimed), 0) FROM documents WHERE state = 'extracted'`),
    unclaimedMoney: one(`SELECT coalesce(sum(unclaimed_money), 0) FROM documents WHERE state = 'extracted'`),
  };
}

function readPlaces(sqlite: BetterSqlite3.Database): Pick<SiteIndex, 'provinces' | 'regions'> {
  const used = new Set(
    sqlite
      .prepare<[], string>(
        `SELECT region_code FROM observation_rows WHERE region_code IS NOT NULL
         UNION SELECT region_code FROM disclosures WHERE region_code IS NOT NULL`,
      )
      .pluck()
      .all(),
  );
  // The name in use, else the last.
  const divisions = new Map(
    sqlite
      .prepare<[], DivisionRow>(
        'SELECT * FROM divisions ORDER BY code, coalesce(valid_until, 9999), valid_from',
      )
      .all()
      .map((row) => [row.code, row]),
  );
  const provinces = [...used].map((code) => code.slice(0, 2)).sort();
  return {
    provinces: Object.fromEntries(provinces.map((code) => [code, provinceName(code) ?? code])),
    regions: Object.fromEntries([...used].sort().map((code) => [code, placeName(code, divisions.get(code))])),
  };
}

/** "青海省海东市互助土族自治县"; the invented places of the samples stand in no table; the code where nobody knows it. */
function placeName(code: string, row: DivisionRow | undefined): string {
  const invented = divisionByCode(code);
  const [province, prefecture, name] =
    row === undefined
      ? [invented?.province, invented?.prefecture, invented?.name]
      : [row.province, row.prefecture, row.name_zh];
  return [...new Set([province, prefecture, name])].filter((part) => part).join('') || code;
}

function readConcepts(sqlite: BetterSqlite3.Database): Record<string, Word> {
  const rows = sqlite.prepare<[], ConceptRow>('SELECT * FROM concepts ORDER BY concept').all();
  return Object.fromEntries(rows.map((row) => [row.concept, [row.name_zh, row.name_en]]));
}

function checkNames(): Record<string, Word> {
  return Object.fromEntries(
    CHECKS.flatMap((check) => check.relations.map(({ id, zh, en }) => [id, [zh, en]])),
  );
}
