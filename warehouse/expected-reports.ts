/**
 * Which reports registered bureaus owe the public, and which of them are there: the denominator of every figure of
 * coverage. A bureau that published nothing has no document, so only the registry can show that it is missing.
 */
import { dueDate, namesOf, type RegisteredBureau } from '../sources/bureau.ts';
import { chinaDay } from '../sources/china-time.ts';
import { expectedYears } from '../sources/expected-years.ts';
import { groupBy } from '../transforms/metrics/group.ts';
import type { Warehouse } from './connect.ts';
import type { ExpectedState } from './expected-states.ts';
import { replaceAll } from './rows.ts';
import type { ExpectedRow, RegistryRow } from './schema.ts';

/** A document of a bureau, whatever became of it. */
export interface DocumentOfBureau {
  documentId: string;
  bureauId: string;
  fiscalYear: number;
  kind: string;
  /** null where it could not be opened. */
  scope: string | null;
  state: 'extracted' | 'quarantined' | 'superseded';
  stateCode: string | null;
  stateReason: string | null;
}

/** What is known of documents beside the warehouse. */
export interface KnownOutside {
  /** Documents that could not be opened, where manifest or page say whose they are. */
  unopened: readonly Pick<DocumentOfBureau, 'documentId' | 'bureauId' | 'fiscalYear' | 'kind'>[];
  /** Document → when its last address was found gone (ISO 8601). */
  withdrawn: ReadonlyMap<string, string>;
}

/** Computes and saves; true where anything is another than before. `now` decides what is missing and what is only due: the day ends at midnight in China. */
export function saveExpectedReports(
  { sqlite }: Warehouse,
  bureaus: readonly RegisteredBureau[],
  outside: KnownOutside,
  now: Date,
): boolean {
  const documents = [...loadDocuments(sqlite), ...loadUnopened(sqlite, outside)];
  const rows = expectedReports(bureaus, documents, outside.withdrawn, now);
  return sqlite.transaction(() => {
    // Where these change, the rows that refer to them go with them.
    const hasOtherBureaus = replaceAll(sqlite, 'registry_rows', bureaus.map(registryRow));
    return replaceAll(sqlite, 'expected_rows', rows) || hasOtherBureaus;
  })();
}

/** One row per bureau × fiscal year × kind that is owed by the end of the present year, in that order. */
export function expectedReports(
  bureaus: readonly RegisteredBureau[],
  documents: readonly DocumentOfBureau[],
  withdrawn: KnownOutside['withdrawn'],
  now: Date,
): ExpectedRow[] {
  const byKey = groupBy(documents, ({ bureauId, fiscalYear, kind }) => keyOf(bureauId, fiscalYear, kind));
  const today = chinaDay(now);
  return bureaus.flatMap((bureau) =>
    bureau.expects.flatMap((expectation) =>
      expectedYears(expectation, now).map((year): ExpectedRow => {
        const own = (byKey.get(keyOf(bureau.id, year, expectation.kind)) ?? []).filter(
          ({ scope }) => scope === null || scope === bureau.scope,
        );
        const due = dueDate(expectation, year);
        return {
          bureau_id: bureau.id,
          fiscal_year: year,
          kind: expectation.kind,
          due_on: due,
          ...standing(own, withdrawn, due < today),
          documents: own.filter(({ state }) => state !== 'superseded').length,
        };
      }),
    ),
  );
}

function keyOf(bureauId: string, year: number, kind: string): string {
  return `${bureauId}|${year}|${kind}`;
}

function standing(
  documents: readonly DocumentOfBureau[],
  withdrawn: KnownOutside['withdrawn'],
  isOverdue: boolean,
): { state: ExpectedState; reason: string | null } {
  const read = documents.filter(({ state }) => state === 'extracted');
  if (read.some(({ documentId }) => !withdrawn.has(documentId))) return { state: 'present', reason: null };
  const [gone] = read;
  if (gone !== undefined) {
    const day = withdrawn.get(gone.documentId)!.slice(0, 10);
    return { state: 'withdrawn', reason: `网站已撤下（${day} 发现），归档原件和数据仍在` };
  }
  const unread = documents.find(({ state }) => state === 'quarantined');
  if (unread !== undefined) return { state: 'quarantined', reason: unread.stateReason };
  const absent = documents.find(({ stateCode }) => stateCode === 'absent');
  if (absent !== undefined) return { state: 'withdrawn', reason: absent.stateReason };
  return { state: isOverdue ? 'missing' : 'due', reason: null };
}

function loadDocuments(sqlite: Warehouse['sqlite']): DocumentOfBureau[] {
  return sqlite
    .prepare<[], DocumentOfBureau>(
      `SELECT d.document_id AS documentId, s.bureau_id AS bureauId, s.fiscal_year AS fiscalYear, s.kind, s.scope,
        d.state, d.state_code AS stateCode, d.state_reason AS stateReason
       FROM document_rows d JOIN disclosures s USING (document_id)
       WHERE s.fiscal_year IS NOT NULL ORDER BY d.document_id`,
    )
    .all();
}

/** Those of the documents that nobody could open which are quarantined tonight. */
function loadUnopened(sqlite: Warehouse['sqlite'], { unopened }: KnownOutside): DocumentOfBureau[] {
  const find = sqlite.prepare<[string], Pick<DocumentOfBureau, 'state' | 'stateCode' | 'stateReason'>>(
    `SELECT state, state_code AS stateCode, state_reason AS stateReason
     FROM document_rows LEFT JOIN disclosures s USING (document_id)
     WHERE document_id = ? AND state = 'quarantined' AND (s.document_id IS NULL OR s.fiscal_year IS NULL)`,
  );
  return unopened.flatMap((document) => {
    const row = find.get(document.documentId);
    return row === undefined ? [] : [{ ...document, ...row, scope: null }];
  });
}

function registryRow(bureau: RegisteredBureau): RegistryRow {
  return {
    bureau_id: bureau.id,
    official_name: bureau.names.official,
    other_names: namesOf(bureau).slice(1).join('、'),
    division_code: bureau.division,
    bureau_type: bureau.type ?? null,
    scope: bureau.scope,
    default_unit: bureau.defaultUnit ?? null,
    notes: bureau.notes ?? null,
  };
}
