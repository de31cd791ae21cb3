/**
 * What follows from the facts of one bureau: observations, findings, evaluations. Replaced per bureau in one
 * transaction; forgotten as soon as a fact under them changes, so that no result outlives what it rests on.
 */
import type BetterSqlite3 from 'better-sqlite3';
import type { Evaluation } from '../transforms/checks/evaluation.ts';
import type { Finding } from '../transforms/checks/finding.ts';
import { printKey } from '../transforms/extract/fact.ts';
import type { Observation } from '../transforms/reconcile/observation.ts';
import type { Warehouse } from './connect.ts';
import {
  evaluationRow,
  findingFactRows,
  findingRow,
  observationFactRows,
  observationRow,
} from './result-rows.ts';
import { byText, insertAll, prepared } from './rows.ts';
import { explainSqliteError } from './warehouse-error.ts';

export interface BureauResults {
  observations: readonly Observation[];
  findings: readonly Finding[];
  evaluations: readonly Evaluation[];
}

/** Replaces the results of this bureau. Throws `WarehouseError` (rejected) where two results share a key or point at no fact. */
export function saveBureauResults(warehouse: Warehouse, bureauId: string, results: BureauResults): void {
  const { sqlite } = warehouse;
  const observations = sortedBy(results.observations, (each) => `${each.scope}|${printKey(each)}`);
  const findings = sortedBy(results.findings, findingOrder);
  const evaluations = sortedBy(results.evaluations, (each) => JSON.stringify(evaluationRow('', each, 0)));
  try {
    sqlite.transaction(() => {
      forgetResults(sqlite, bureauId);
      insertAll(
        sqlite,
        'observation_rows',
        observations.map((each, at) => observationRow(bureauId, each, at)),
      );
      insertAll(sqlite, 'observation_facts', observations.flatMap(observationFactRows));
      insertAll(
        sqlite,
        'finding_rows',
        findings.map((each, at) => findingRow(bureauId, each, at)),
      );
      insertAll(sqlite, 'finding_facts', findings.flatMap(findingFactRows));
      insertAll(
        sqlite,
        'evaluations',
        evaluations.map((each, at) => evaluationRow(bureauId, each, at)),
      );
      prepared(sqlite, 'DELETE FROM stale_bureaus WHERE bureau_id = ?').run(bureauId);
    })();
  } catch (error) {
    throw explainSqliteError(error, `${warehouse.path}（${bureauId}）`);
  }
}

function sortedBy<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, key: keyOf(item) }))
    .sort((left, right) => byText(left.key, right.key))
    .map(({ item }) => item);
}

function findingOrder(finding: Finding): string {
  return [finding.scope, finding.fiscalYear, finding.check, finding.findingId].join('|');
}

/** Bureaus whose results are to be computed again: sorted, and kept over a killed run. */
export function staleBureaus({ sqlite }: Warehouse): string[] {
  return sqlite.prepare<[], string>('SELECT bureau_id FROM stale_bureaus ORDER BY bureau_id').pluck().all();
}

/** After a change of checks, reconciliation or corrections: every bureau is to be computed again. */
export function markAllStale({ sqlite }: Warehouse): void {
  sqlite
    .prepare(
      `INSERT OR IGNORE INTO stale_bureaus (bureau_id)
       SELECT bureau_id FROM disclosures UNION SELECT bureau_id FROM fact_rows UNION SELECT bureau_id FROM observation_rows`,
    )
    .run();
}

export function markStale(sqlite: BetterSqlite3.Database, bureauIds: Iterable<string>): void {
  const mark = prepared(sqlite, 'INSERT OR IGNORE INTO stale_bureaus (bureau_id) VALUES (?)');
  for (const bureauId of new Set(bureauIds)) mark.run(bureauId);
}

function forgetResults(sqlite: BetterSqlite3.Database, bureauId: string): void {
  for (const table of ['observation_rows', 'finding_rows', 'evaluations']) {
    prepared(sqlite, `DELETE FROM ${table} WHERE bureau_id = ?`).run(bureauId);
  }
}

/** Bureaus that own a figure of the document, or whose results point at one. */
const BUREAUS_RESTING_ON = `
  SELECT bureau_id FROM fact_rows WHERE document_id = @id
  UNION SELECT bureau_id FROM claim_rows WHERE document_id = @id
  UNION SELECT bureau_id FROM disclosures WHERE document_id = @id
  UNION SELECT bureau_id FROM finding_rows WHERE document_id = @id
  UNION SELECT o.bureau_id FROM fact_rows f JOIN observation_facts w USING (fact_id)
    JOIN observation_rows o USING (observation_id) WHERE f.document_id = @id
  UNION SELECT r.bureau_id FROM fact_rows f JOIN finding_facts w USING (fact_id)
    JOIN finding_rows r USING (finding_id) WHERE f.document_id = @id`;

/** Forgets every result that rests on this document and marks its bureaus stale. */
export function forgetResultsOf(sqlite: BetterSqlite3.Database, documentId: string): void {
  const bureauIds = prepared(sqlite, BUREAUS_RESTING_ON).pluck().all({ id: documentId }) as string[];
  for (const bureauId of bureauIds) forgetResults(sqlite, bureauId);
  markStale(sqlite, bureauIds);
}
