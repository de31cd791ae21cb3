/** Findings with the places they point at. */
import type BetterSqlite3 from 'better-sqlite3';
import type { FindingView } from '../../warehouse/schema.ts';
import type { FindingCount, FindingEntry, PlaceEntry, Tables } from './data.ts';
import { keyOf } from './files.ts';
import { pack } from './packed.ts';
import { archiveLink } from './read-documents.ts';

export const FINDING_COLUMNS = [
  'id',
  'bureau',
  'check',
  'severity',
  'scope',
  'year',
  'concept',
  'message',
  'messageEn',
  'unit',
  'expected',
  'printed',
  'difference',
  'locator',
  'document',
  'file',
  'archive',
] as const satisfies readonly (keyof FindingEntry)[];

export const PLACE_COLUMNS = [
  'finding',
  'printed',
  'printedUnit',
  'locator',
  'quote',
  'file',
  'archive',
] as const satisfies readonly (keyof PlaceEntry)[];

type FindingRow = FindingView & { sha256: string | null };
type PlaceRow = Omit<PlaceEntry, 'archive'> & { sha256: string };

const GRAVEST_FIRST = `CASE f.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END`;
const FINDINGS = `
  SELECT f.*, d.sha256 FROM findings f LEFT JOIN document_rows d ON d.document_id = f.document_id`;
const FINDING_ORDER = `ORDER BY ${GRAVEST_FIRST}, f.fiscal_year, f.region_code, f.bureau_id, f.check_name, f.finding_id`;
const PLACES = `
  SELECT p.finding_id AS finding, f.printed, f.printed_unit AS printedUnit, f.locator, f.quote,
    d.source_file AS file, d.sha256
  FROM finding_rows r
  JOIN finding_facts p ON p.finding_id = r.finding_id
  JOIN fact_rows f ON f.fact_id = p.fact_id
  JOIN document_rows d ON d.document_id = f.document_id`;
const PLACE_ORDER = 'ORDER BY p.finding_id, p.position';

export function readFindings(sqlite: BetterSqlite3.Database) {
  const findings = sqlite.prepare<[string], FindingRow>(`${FINDINGS} WHERE f.bureau_id = ? ${FINDING_ORDER}`);
  const places = sqlite.prepare<[string], PlaceRow>(`${PLACES} WHERE r.bureau_id = ? ${PLACE_ORDER}`);
  const ofYear = sqlite.prepare<[number | null], FindingRow>(
    `${FINDINGS} WHERE f.fiscal_year IS ? ${FINDING_ORDER}`,
  );
  const placesOfYear = sqlite.prepare<[number | null], PlaceRow>(
    `${PLACES} WHERE r.fiscal_year IS ? ${PLACE_ORDER}`,
  );
  return {
    ofBureau: (bureauId: string) => ({
      findings: findings.all(bureauId).map(findingEntry),
      places: places.all(bureauId).map(placeEntry),
    }),
    ofYear: (year: number | null): Tables => ({
      findings: pack(FINDING_COLUMNS, ofYear.all(year).map(findingEntry)),
      places: pack(PLACE_COLUMNS, placesOfYear.all(year).map(placeEntry)),
    }),
  };
}

export function readFindingCounts(sqlite: BetterSqlite3.Database): FindingCount[] {
  return sqlite
    .prepare<[], FindingCount>(
      `SELECT fiscal_year AS year, check_name AS "check", severity, count(*) AS count
       FROM finding_rows GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    )
    .all();
}

function findingEntry(row: FindingRow): FindingEntry {
  return {
    id: row.finding_id,
    bureau: keyOf(row.bureau_id),
    check: row.check_name,
    severity: row.severity,
    scope: row.scope,
    year: row.fiscal_year,
    concept: row.concept,
    message: row.message,
    messageEn: row.message_en,
    unit: row.unit,
    expected: row.expected,
    printed: row.printed,
    difference: row.difference,
    locator: row.locator,
    document: row.document_id,
    file: row.source_file,
    archive: linkOf(row.sha256, row.source_file),
  };
}

function placeEntry({ sha256, ...row }: PlaceRow): PlaceEntry {
  return { ...row, archive: linkOf(sha256, row.file) };
}

function linkOf(sha256: string | null, sourceFile: string | null): string | null {
  return sha256 === null || sourceFile === null ? null : archiveLink({ sha256, sourceFile });
}
