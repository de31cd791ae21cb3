/** What the comparison of all bureaus is computed from, sorted by key. What is loaded equals what was saved. */
import type { Finding } from '../transforms/checks/finding.ts';
import type { DisclosureCounts, ExecutionPoints, FullMarks } from '../transforms/metrics/metric-input.ts';
import { MINOR_PER_UNIT, type Quantity } from '../transforms/parse/quantity.ts';
import { remembered } from '../transforms/parse/remember.ts';
import type { Location } from '../transforms/read/document.ts';
import type { Observation } from '../transforms/reconcile/observation.ts';
import { conceptById } from '../transforms/vocabulary/concept.ts';
import type { Warehouse } from './connect.ts';
import type { FindingRow, ObservationRow, ScoreItemRow } from './schema.ts';

type LoadedObservation = ObservationRow & {
  source_file: string;
  location: string;
  quote: string;
  supporting: string | null;
  contradicting: string | null;
};

/** A JSON list of the facts in one role, in their order; null where the chosen fact stands alone. */
function factsInRole(role: 'supporting' | 'contradicting'): string {
  return `CASE WHEN o.fact_count > 1 THEN (SELECT json_group_array(w.fact_id ORDER BY w.position)
    FROM observation_facts w WHERE w.observation_id = o.observation_id AND w.role = '${role}') END AS ${role}`;
}

/** All observations, or those of one bureau. */
export function loadObservations({ sqlite }: Warehouse, bureauId: string | null = null): Observation[] {
  return sqlite
    .prepare<[{ bureauId: string | null }], LoadedObservation>(
      `SELECT o.*, d.source_file, f.location, f.quote, ${factsInRole('supporting')}, ${factsInRole('contradicting')}
       FROM observation_rows o
       JOIN document_rows d ON d.document_id = o.document_id
       JOIN fact_rows f ON f.fact_id = o.fact_id
       ${ofBureau('o', bureauId)} ORDER BY o.bureau_id, o.ordinal`,
    )
    .all({ bureauId })
    .map(observationOf);
}

/** A condition that may be either is one that no index answers. */
function ofBureau(table: string, bureauId: string | null): string {
  return bureauId === null ? 'WHERE @bureauId IS NULL' : `WHERE ${table}.bureau_id = @bureauId`;
}

/** In the order of the SELECT below: rows of a million are read by place, which is twice as fast as by name. */
type ComparedRow = [
  ...[observationId: string, key: string, valueMinor: number, ulpMinor: number],
  /** `USUAL` where it is what most have. */
  ...[status: Usually<Observation['status']>, bureauName: Usually<string | null>],
  ...[regionCode: Usually<string | null>, quote: string],
  ...([] | [factId: string, supporting: string | null]),
];

/** Stands for the text that nearly every row repeats: a number costs a tenth of a text to hand over. */
const USUAL = 0;
type Usually<Text> = Text | typeof USUAL;

/** The project stands last and with its bar, for a name may hold anything, and none is not an empty one. */
const COMPARED = `o.observation_id,
  concat(o.scope, '|', o.fiscal_year, '|', o.concept, '|', o.phase, '|', o.fund, '|', o.function_code, '|',
    o.economic_code, '|' || o.project),
  o.value_minor, o.ulp_minor, iif(o.status = 'accepted', ${USUAL}, o.status),
  iif(o.bureau_name IS @bureauName, ${USUAL}, o.bureau_name),
  iif(o.region_code IS @regionCode, ${USUAL}, o.region_code),
  CASE WHEN o.concept = 'evaluation.score'
    THEN (SELECT f.quote FROM fact_rows f WHERE f.fact_id = o.fact_id) ELSE '' END`;

interface Bureau {
  bureauId: string;
  bureauName: string | null;
  regionCode: string | null;
}

/**
 * The observations of one bureau as metrics need them: without document, place, basis, reason and what speaks against
 * it, with the words around scores alone, which say what they are out of, and with its facts only where an error may
 * have touched one. A million quotes and ids that nobody reads are most of a night's time.
 */
export function comparedObservations({
  sqlite,
}: Warehouse): (bureauId: string, hasErrors: boolean) => Observation[] {
  const bureauOf = sqlite.prepare<[string], Bureau>(
    `SELECT bureau_id AS bureauId, bureau_name AS bureauName, region_code AS regionCode
     FROM observation_rows WHERE bureau_id = ? LIMIT 1`,
  );
  const selecting = (columns: string) =>
    sqlite
      .prepare<[Bureau], ComparedRow>(
        `SELECT ${columns} FROM observation_rows o WHERE o.bureau_id = @bureauId ORDER BY o.ordinal`,
      )
      .raw(true);
  const plain = selecting(COMPARED);
  const withFacts = selecting(`${COMPARED}, o.fact_id, ${factsInRole('supporting')}`);
  return (bureauId, hasErrors) => {
    const bureau = bureauOf.get(bureauId);
    if (bureau === undefined) return [];
    return (hasErrors ? withFacts : plain).all(bureau).map((row) => comparedObservation(bureau, row));
  };
}

type Key = Pick<
  Observation,
  'scope' | 'fiscalYear' | 'concept' | 'phase' | 'fund' | 'functionCode' | 'economicCode' | 'project' | 'unit'
>;

/** "department|2024|expenditure|actual|all|2080101|" with "|公务用车" behind it for a project. */
const COMPARED_KEY = /^([^|]*)\|(\d+)\|([^|]*)\|([^|]*)\|([^|]*)\|([^|]*)\|([^|]*)(?:\|(.*))?$/su;

/** Bureaus have nearly the same keys, so each is taken apart once. */
const keyIn = remembered((printed): Key => {
  const parts = COMPARED_KEY.exec(printed);
  if (parts === null) throw new Error(`not the key of an observation: ${printed}`);
  const concept = conceptById(parts[3] as Observation['concept']);
  return {
    scope: parts[1] as Observation['scope'],
    fiscalYear: Number(parts[2]),
    concept: concept.id,
    phase: parts[4] as Observation['phase'],
    fund: parts[5] as Observation['fund'],
    functionCode: parts[6] || null,
    economicCode: parts[7] || null,
    project: parts[8] ?? null,
    unit: concept.unit,
  };
});

const NONE: readonly string[] = [];
const NOWHERE: Location = {};

function comparedObservation(bureau: Bureau, row: ComparedRow): Observation {
  const key = keyIn(row[1]);
  const [factId = '', supporting] = [row[8], row[9]];
  return {
    observationId: row[0],
    bureauId: bureau.bureauId,
    bureauName: row[5] === USUAL ? bureau.bureauName : row[5],
    regionCode: row[6] === USUAL ? bureau.regionCode : row[6],
    scope: key.scope,
    fiscalYear: key.fiscalYear,
    concept: key.concept,
    phase: key.phase,
    fund: key.fund,
    functionCode: key.functionCode,
    economicCode: key.economicCode,
    project: key.project,
    unit: key.unit,
    valueMinor: row[2],
    ulpMinor: row[3],
    basis: 'stated',
    status: row[4] === USUAL ? 'accepted' : row[4],
    factId,
    documentId: '',
    sourceFile: '',
    location: NOWHERE,
    quote: row[7],
    reason: '',
    supporting: supporting == null ? (factId === '' ? NONE : [factId]) : (JSON.parse(supporting) as string[]),
    contradicting: NONE,
  };
}

function observationOf(row: LoadedObservation): Observation {
  return {
    observationId: row.observation_id,
    bureauId: row.bureau_id,
    bureauName: row.bureau_name,
    regionCode: row.region_code,
    scope: row.scope,
    fiscalYear: row.fiscal_year,
    concept: row.concept,
    phase: row.phase,
    fund: row.fund,
    functionCode: row.function_code,
    economicCode: row.economic_code,
    project: row.project,
    unit: row.unit,
    valueMinor: row.value_minor,
    ulpMinor: row.ulp_minor,
    basis: row.basis,
    status: row.status,
    factId: row.fact_id,
    documentId: row.document_id,
    sourceFile: row.source_file,
    location: JSON.parse(row.location) as Location,
    quote: row.quote,
    reason: row.reason,
    supporting: row.supporting === null ? [row.fact_id] : (JSON.parse(row.supporting) as string[]),
    contradicting: row.contradicting === null ? [] : (JSON.parse(row.contradicting) as string[]),
  };
}

/** All findings, or those of one bureau. */
export function loadFindings({ sqlite }: Warehouse, bureauId: string | null = null): Finding[] {
  return sqlite
    .prepare<[{ bureauId: string | null }], FindingRow & { source_file: string | null; fact_ids: string }>(
      `SELECT f.*, d.source_file,
        (SELECT json_group_array(w.fact_id ORDER BY w.position) FROM finding_facts w
         WHERE w.finding_id = f.finding_id) AS fact_ids
       FROM finding_rows f LEFT JOIN document_rows d USING (document_id)
       ${ofBureau('f', bureauId)} ORDER BY f.bureau_id, f.ordinal`,
    )
    .all({ bureauId })
    .map(findingOf);
}

/** Error findings alone: what makes an input suspect. */
export function loadErrors({ sqlite }: Warehouse): Finding[] {
  return sqlite
    .prepare<[], FindingRow & { source_file: string | null; fact_ids: string }>(
      `SELECT f.*, NULL AS source_file,
        (SELECT json_group_array(w.fact_id ORDER BY w.position) FROM finding_facts w
         WHERE w.finding_id = f.finding_id) AS fact_ids
       FROM finding_rows f WHERE f.severity = 'error' ORDER BY f.bureau_id, f.ordinal`,
    )
    .all()
    .map(findingOf);
}

function findingOf(row: FindingRow & { source_file: string | null; fact_ids: string }): Finding {
  return {
    findingId: row.finding_id,
    check: row.check_name,
    severity: row.severity,
    bureauId: row.bureau_id,
    bureauName: row.bureau_name,
    regionCode: row.region_code,
    scope: row.scope,
    fiscalYear: row.fiscal_year,
    documentId: row.document_id,
    sourceFile: row.source_file,
    concept: row.concept,
    message: row.message,
    messageEn: row.message_en,
    unit: row.unit,
    expectedMinor: row.expected_minor,
    printedMinor: row.printed_minor,
    differenceMinor: row.difference_minor,
    locator: row.locator,
    factIds: JSON.parse(row.fact_ids) as string[],
  };
}

/** How every standing document was read and how its relations fared; counts that nobody took are 0. */
export function loadDisclosureCounts({ sqlite }: Warehouse): DisclosureCounts[] {
  return sqlite
    .prepare<[], DisclosureCounts>(
      `SELECT d.document_id AS documentId, s.bureau_id AS bureauId, s.scope, s.fiscal_year AS fiscalYear,
        (SELECT count(*) FROM evaluations e WHERE e.document_id = d.document_id AND e.outcome <> 'not_evaluable')
          AS relationsEvaluated,
        coalesce(r.tables_present, 0) AS tablesPresent, coalesce(r.tables_expected, 0) AS tablesExpected,
        (SELECT coalesce(sum(t.numbers), 0) FROM number_tallies t
          WHERE t.document_id = d.document_id AND t.medium = 'table') AS numbersInTables,
        (SELECT coalesce(sum(t.numbers), 0) FROM number_tallies t
          WHERE t.document_id = d.document_id AND t.medium = 'table' AND t.use = 'unclaimed') AS unclaimedInTables
       FROM document_rows d JOIN disclosures s USING (document_id) JOIN readings r USING (document_id)
       WHERE d.state = 'extracted' AND s.fiscal_year IS NOT NULL ORDER BY d.document_id`,
    )
    .all();
}

/** The points that forms award for executing the budget, where both the marks and the award are printed. */
export function loadExecutionPoints({ sqlite }: Warehouse): ExecutionPoints[] {
  return sqlite
    .prepare<[], ScoreItemRow & { awarded: string; full_marks: string }>(
      `SELECT i.* FROM score_items i JOIN document_rows d USING (document_id)
       WHERE i.role = 'execution' AND i.awarded IS NOT NULL AND i.full_marks IS NOT NULL AND d.state = 'extracted'
       ORDER BY i.document_id, i.ordinal`,
    )
    .all()
    .map((row) => ({
      bureauId: row.bureau_id,
      scope: row.scope,
      fiscalYear: row.fiscal_year,
      project: row.project,
      awarded: pointsIn(row.awarded),
      available: pointsIn(row.full_marks),
    }));
}

/**
 * What self-evaluation forms are out of: printed beside the total, else the full marks of all lines. That all lines
 * were read shows where what they were awarded comes to the total.
 */
export function loadFullMarks({ sqlite }: Warehouse): FullMarks[] {
  return sqlite
    .prepare<[], ScoreItemRow & { full_marks: string }>(
      `WITH lines AS (
         SELECT document_id, form, fiscal_year, coalesce(project, '') AS project,
           json_set(max(full_marks), '$.valueMinor', sum(json_extract(full_marks, '$.valueMinor'))) AS full_marks,
           sum(json_extract(awarded, '$.valueMinor')) AS awarded
         FROM score_items WHERE role IN ('item', 'execution')
         GROUP BY 1, 2, 3, 4
         HAVING count(*) > 1 AND count(*) = count(full_marks) AND count(*) = count(awarded))
       SELECT i.document_id, i.ordinal, i.bureau_id, i.scope, i.fiscal_year, i.project, i.awarded,
         coalesce(i.full_marks, l.full_marks) AS full_marks
       FROM score_items i JOIN document_rows d USING (document_id)
       LEFT JOIN lines l ON l.document_id = i.document_id AND l.form = i.form AND l.fiscal_year = i.fiscal_year
         AND l.project = coalesce(i.project, '') AND l.awarded = json_extract(i.awarded, '$.valueMinor')
       WHERE i.role = 'total' AND coalesce(i.full_marks, l.full_marks) IS NOT NULL AND d.state = 'extracted'
       ORDER BY i.document_id, i.ordinal`,
    )
    .all()
    .map((row) => ({
      bureauId: row.bureau_id,
      scope: row.scope,
      fiscalYear: row.fiscal_year,
      project: row.project,
      marks: pointsIn(row.full_marks),
      awarded: row.awarded === null ? null : pointsIn(row.awarded),
    }));
}

function pointsIn(json: string): number {
  const { valueMinor, unit } = JSON.parse(json) as Quantity;
  return valueMinor / MINOR_PER_UNIT[unit];
}
