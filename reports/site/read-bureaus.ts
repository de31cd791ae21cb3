/** Every bureau that published something or stands in a finding or metric, and its own figures with their evidence. */
import type BetterSqlite3 from 'better-sqlite3';
import { peerTierOf } from '../../sources/division.ts';
import { bureauTypeOf } from '../../transforms/metrics/bureau-type.ts';
import type { Scope } from '../../transforms/recognise/disclosure.ts';
import type {
  BreakEntry,
  BureauEntry,
  InputEntry,
  ObservationEntry,
  Packed,
  Tables,
  UnclaimedEntry,
  WitnessEntry,
} from './data.ts';
import { keyOf } from './files.ts';
import { pack } from './packed.ts';
import { DOCUMENT_COLUMNS, documentEntries, NOBODYS } from './read-documents.ts';
import { FINDING_COLUMNS, PLACE_COLUMNS, readFindings } from './read-findings.ts';
import { METRIC_COLUMNS, type MetricSource } from './read-metrics.ts';

export type BureauHead = Omit<BureauEntry, 'files' | 'unclaimedFiles'>;

interface HeadRow {
  id: string;
  name: string | null;
  region: string | null;
  scopes: string | null;
  years: string | null;
  figures: number;
  errors: number;
}

/** A bureau that was renamed stands under its last name. */
const HEADS = `
  WITH names AS (
    SELECT bureau_id, bureau_name, region_code, max(fiscal_year) AS last_year FROM (
      SELECT bureau_id, bureau_name, region_code, fiscal_year
      FROM disclosures JOIN document_rows USING (document_id) WHERE NOT ${NOBODYS}
      UNION ALL SELECT bureau_id, bureau_name, region_code, fiscal_year FROM observation_rows
      UNION ALL SELECT bureau_id, bureau_name, region_code, fiscal_year FROM metric_rows
    ) GROUP BY bureau_id, bureau_name, region_code
  ), named AS (
    SELECT bureau_id, bureau_name AS name, region_code AS region FROM (
      SELECT *, row_number() OVER (
        PARTITION BY bureau_id
        ORDER BY bureau_name IS NULL, last_year DESC, bureau_name, region_code IS NULL, region_code) AS place
      FROM names
    ) WHERE place = 1
  ), figures AS (
    SELECT bureau_id, count(*) AS figures, group_concat(DISTINCT fiscal_year) AS years
    FROM observation_rows GROUP BY bureau_id
  ), scopes AS (
    SELECT bureau_id, group_concat(DISTINCT scope) AS scopes FROM (
      SELECT bureau_id, scope FROM observation_rows UNION SELECT bureau_id, scope FROM metric_rows
    ) GROUP BY bureau_id
  ), errors AS (
    SELECT bureau_id, count(*) AS errors FROM finding_rows WHERE severity = 'error' GROUP BY bureau_id
  )
  SELECT n.bureau_id AS id, n.name, n.region, s.scopes, f.years, coalesce(f.figures, 0) AS figures,
    coalesce(e.errors, 0) AS errors
  FROM named n
  LEFT JOIN figures f USING (bureau_id) LEFT JOIN scopes s USING (bureau_id) LEFT JOIN errors e USING (bureau_id)
  ORDER BY n.region IS NULL, n.region, n.name IS NULL, n.name, n.bureau_id`;

export function readBureauHeads(sqlite: BetterSqlite3.Database): BureauHead[] {
  return sqlite
    .prepare<[], HeadRow>(HEADS)
    .all()
    .map((row) => ({
      key: keyOf(row.id),
      id: row.id,
      name: row.name,
      region: row.region,
      tier: row.region === null ? null : peerTierOf(row.region),
      type: row.name === null ? null : bureauTypeOf(row.name),
      scopes: wordsOf(row.scopes).sort() as Scope[],
      years: wordsOf(row.years)
        .map(Number)
        .sort((a, b) => a - b),
      figures: row.figures,
      errors: row.errors,
    }));
}

function wordsOf(joined: string | null): string[] {
  return joined === null ? [] : joined.split(',');
}

const OBSERVATION_COLUMNS = [
  'id',
  'scope',
  'year',
  'concept',
  'phase',
  'fund',
  'functionCode',
  'functionName',
  'economicCode',
  'economicName',
  'project',
  'value',
  'unit',
  'basis',
  'status',
  'reason',
  'factCount',
  'document',
  'locator',
  'quote',
  'printed',
  'printedUnit',
  'rule',
] as const satisfies readonly (keyof ObservationEntry)[];

const OBSERVATIONS = `
  SELECT o.observation_id AS id, o.scope, o.fiscal_year AS year, o.concept, o.phase, o.fund,
    o.function_code AS functionCode, o.function_name AS functionName, o.economic_code AS economicCode,
    o.economic_name AS economicName, o.project, o.value, o.unit, o.basis, o.status, o.reason,
    o.fact_count AS factCount, o.document_id AS document, o.locator, o.quote,
    coalesce(f.printed, '') AS printed, coalesce(f.printed_unit, '') AS printedUnit, coalesce(f.rule, '') AS rule
  FROM observations o
  LEFT JOIN fact_rows f ON f.fact_id = o.fact_id
  WHERE o.bureau_id = ?
  ORDER BY o.scope, o.fiscal_year, o.concept, o.phase, o.fund, o.function_code, o.economic_code, o.project, id`;

const WITNESS_COLUMNS = [
  'observation',
  'role',
  'value',
  'printed',
  'printedUnit',
  'document',
  'locator',
  'quote',
] as const satisfies readonly (keyof WitnessEntry)[];

/** The chosen fact stands with its observation; these are the others. */
const WITNESSES = `
  SELECT w.observation_id AS observation, w.role, f.value, f.printed, f.printed_unit AS printedUnit,
    f.document_id AS document, f.locator, f.quote
  FROM observation_rows o
  JOIN observation_facts w ON w.observation_id = o.observation_id AND w.fact_id <> o.fact_id
  JOIN facts f ON f.fact_id = w.fact_id
  WHERE o.bureau_id = ?
  ORDER BY w.observation_id, w.role, w.position`;

const INPUTS = `
  SELECT metric_id AS metric, observation_id AS observation
  FROM metric_inputs
  WHERE bureau_id = ?
  ORDER BY metric_id, position`;

/** Rows as the file holds them, without an object for each: a country has a million. `select` names `columns` in order. */
function packedReader<Row extends object>(
  sqlite: BetterSqlite3.Database,
  select: string,
  columns: readonly (keyof Row & string)[],
): (bureauId: string) => Packed {
  const statement = sqlite.prepare<[string], unknown[]>(select).raw(true);
  const selected = statement.columns().map(({ name }) => name);
  if (selected.join() !== columns.join())
    throw new Error(`selected ${selected.join()}, wanted ${columns.join()}`);
  return (bureauId) => ({ columns, rows: statement.all(bureauId) });
}

/** Reads one bureau after the other with statements prepared once. */
export function bureauReader(sqlite: BetterSqlite3.Database, metrics: MetricSource) {
  const observations = packedReader<ObservationEntry>(sqlite, OBSERVATIONS, OBSERVATION_COLUMNS);
  const witnesses = packedReader<WitnessEntry>(sqlite, WITNESSES, WITNESS_COLUMNS);
  const inputs = packedReader<InputEntry>(sqlite, INPUTS, ['metric', 'observation']);
  const breaks = sqlite.prepare<[string], BreakEntry>(
    'SELECT scope, fiscal_year AS year, note FROM series_breaks WHERE bureau_id = ? ORDER BY scope, fiscal_year',
  );
  const documents = documentEntries(sqlite);
  const findings = readFindings(sqlite);
  return (bureauId: string): Tables => {
    const found = findings.ofBureau(bureauId);
    return {
      documents: pack(DOCUMENT_COLUMNS, documents.ofBureau(bureauId)),
      metrics: pack(METRIC_COLUMNS, metrics.ofBureau(bureauId)),
      inputs: inputs(bureauId),
      findings: pack(FINDING_COLUMNS, found.findings),
      places: pack(PLACE_COLUMNS, found.places),
      observations: observations(bureauId),
      witnesses: witnesses(bureauId),
      breaks: pack<BreakEntry>(['scope', 'year', 'note'], breaks.all(bureauId)),
    };
  };
}

const UNCLAIMED_COLUMNS = [
  'document',
  'file',
  'year',
  'money',
  'text',
  'context',
  'reason',
  'locator',
] as const satisfies readonly (keyof UnclaimedEntry)[];

const UNCLAIMED = `
  SELECT u.document_id AS document, d.source_file AS file, s.fiscal_year AS year, u.money, u.text, u.context,
    u.reason, u.locator
  FROM disclosures s
  JOIN document_rows d ON d.document_id = s.document_id AND d.state = 'extracted'
  JOIN unclaimed_rows u ON u.document_id = s.document_id
  WHERE s.bureau_id = ?
  ORDER BY u.money DESC, s.fiscal_year, d.source_file, u.document_id, u.ordinal`;

/** The numbers of a bureau's documents that nothing could read; null where there are none. */
export function unclaimedReader(sqlite: BetterSqlite3.Database) {
  const numbers = sqlite.prepare<[string], UnclaimedEntry>(UNCLAIMED);
  return (bureauId: string): Tables | null => {
    const rows = numbers.all(bureauId);
    return rows.length === 0 ? null : { unclaimed: pack(UNCLAIMED_COLUMNS, rows) };
  };
}
