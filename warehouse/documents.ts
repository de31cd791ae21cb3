/** Documents and what was read in them. A document's rows are replaced together or not at all. */

import type { NumberUse } from '../transforms/extract/fact.ts';
import type { RemarkOfBureau } from '../transforms/extract/remark.ts';
import type { ScoreItemOfBureau } from '../transforms/extract/score-item.ts';
import type { OwnedClaim, Witness } from '../transforms/extract/witness.ts';
import type { ReadingNote } from '../transforms/read/document.ts';
import type { Disclosure } from '../transforms/recognise/disclosure.ts';
import type { Warehouse } from './connect.ts';
import type { DocumentState } from './enumerations.ts';
import { claimRow, factRow, remarkRow, scoreItemRow } from './fact-rows.ts';
import { disclosureRow, documentRow, tallyRows, unclaimedRows } from './reading-rows.ts';
import { forgetResultsOf, markStale } from './results.ts';
import { insertAll, prepared } from './rows.ts';
import { explainSqliteError } from './warehouse-error.ts';

/** The file as obtained. `bytes` is its size; `pages` null where the format has none. */
export interface DocumentRecord {
  documentId: string;
  sha256: string;
  sourceFile: string;
  /** Path below the inbox with `/` between folders. */
  relativePath: string;
  url: string | null;
  publishedOn: string | null;
  mediaType: string;
  bytes: number;
  pages: number | null;
}

/** Why nothing could be taken from a document: a code for programs, Chinese words for people. */
export interface Quarantine {
  code: string;
  reason: string;
}

/** All that one document × rules version yields. Quarantined: `quarantine` is set, and facts and claims are empty. */
export interface Reading {
  document: DocumentRecord;
  /** null where the document could not even be opened. */
  disclosure: Disclosure | null;
  quarantine: Quarantine | null;
  facts: readonly Witness[];
  claims: readonly OwnedClaim[];
  numbers: readonly NumberUse[];
  /** Points of self-evaluation forms; none where left out. */
  scoreItems?: readonly ScoreItemOfBureau[];
  /** What the document says about itself; none where left out. */
  remarks?: readonly RemarkOfBureau[];
  /** How many of the standard tables of its kind the document has; not known where left out. */
  standardTables?: { present: number; expected: number };
  notes: readonly ReadingNote[];
  rulesVersion: string;
  /** ISO 8601 time of the run. */
  seenAt: string;
}

export interface SeenDocument {
  documentId: string;
  /** null where the document was never read. */
  rulesVersion: string | null;
  state: DocumentState;
  stateCode: string | null;
  bureauId: string | null;
  sourceFile: string;
  relativePath: string;
}

/**
 * Replaces everything known of this document in one transaction, and marks the bureaus whose results rested on it,
 * or will, as stale. Throws `WarehouseError` (rejected) where a row does not fit the tables.
 */
export function saveReading(warehouse: Warehouse, reading: Reading): void {
  const { sqlite } = warehouse;
  try {
    sqlite.transaction(() => {
      const { documentId } = reading.document;
      forgetResultsOf(sqlite, documentId);
      clearDocument(warehouse, documentId);
      saveDocumentRow(warehouse, reading);
      insertAll(sqlite, 'fact_rows', reading.facts.map(factRow));
      insertAll(sqlite, 'claim_rows', reading.claims.map(claimRow));
      insertAll(sqlite, 'score_items', (reading.scoreItems ?? []).map(scoreItemRow));
      insertAll(sqlite, 'remark_rows', (reading.remarks ?? []).map(remarkRow));
      insertAll(sqlite, 'number_tallies', tallyRows(documentId, reading.numbers));
      insertAll(sqlite, 'unclaimed_rows', unclaimedRows(documentId, reading.numbers));
      if (reading.quarantine === null) markStale(sqlite, ownersIn(reading));
    })();
  } catch (error) {
    throw explainSqliteError(error, `${warehouse.path}（${reading.document.sourceFile}）`);
  }
}

const CONTENT_TABLES = [
  'fact_rows',
  'claim_rows',
  'score_items',
  'remark_rows',
  'number_tallies',
  'unclaimed_rows',
  'readings',
  'disclosures',
];

function clearDocument({ sqlite }: Warehouse, documentId: string): void {
  for (const table of CONTENT_TABLES) {
    prepared(sqlite, `DELETE FROM ${table} WHERE document_id = ?`).run(documentId);
  }
}

function saveDocumentRow(warehouse: Warehouse, reading: Reading): void {
  const { sqlite } = warehouse;
  const row = documentRow(reading);
  const columns = Object.keys(row);
  // Naming the key here would make SQLite look for rows that refer to it, in tables that no index helps with.
  const updates = columns
    .filter((column) => column !== 'document_id')
    .map((column) => `${column} = excluded.${column}`)
    .join(', ');
  prepared(
    sqlite,
    `INSERT INTO document_rows (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})
     ON CONFLICT (document_id) DO UPDATE SET ${updates}`,
  ).run(row);
  noteSeen(warehouse, [row.document_id], reading.seenAt);
  insertAll(sqlite, 'readings', [
    {
      document_id: row.document_id,
      rules_version: reading.rulesVersion,
      quarantine_code: reading.quarantine?.code ?? null,
      quarantine_reason: reading.quarantine?.reason ?? null,
      facts: reading.facts.length,
      claims: reading.claims.length,
      tables_present: reading.standardTables?.present ?? null,
      tables_expected: reading.standardTables?.expected ?? null,
      notes: JSON.stringify(reading.notes),
    },
  ]);
  if (reading.disclosure !== null) {
    insertAll(sqlite, 'disclosures', [disclosureRow(row.document_id, reading.disclosure)]);
  }
}

function ownersIn({ disclosure, facts, claims }: Reading): string[] {
  return [
    ...(disclosure ? [disclosure.bureauId] : []),
    ...[...facts, ...claims].map((each) => each.bureauId),
  ];
}

/** Every document ever seen: what the night needs to know before it reads anything. */
export function seenDocuments({ sqlite }: Warehouse): Map<string, SeenDocument> {
  const rows = sqlite
    .prepare<[], SeenDocument>(
      `SELECT d.document_id AS documentId, r.rules_version AS rulesVersion, d.state, d.state_code AS stateCode,
        s.bureau_id AS bureauId, d.source_file AS sourceFile, d.relative_path AS relativePath
       FROM document_rows d LEFT JOIN readings r USING (document_id) LEFT JOIN disclosures s USING (document_id)
       ORDER BY d.document_id`,
    )
    .all();
  return new Map(rows.map((row) => [row.documentId, row]));
}

/** Notes that these documents are in tonight's input. Content stays as it is; only `last_seen_at` moves. */
export function noteSeen({ sqlite }: Warehouse, documentIds: Iterable<string>, seenAt: string): void {
  const note = prepared(
    sqlite,
    `INSERT INTO sightings (document_id, first_seen_at, last_seen_at) VALUES (?, ?, ?)
     ON CONFLICT (document_id) DO UPDATE SET last_seen_at = max(last_seen_at, excluded.last_seen_at)`,
  );
  sqlite.transaction(() => {
    for (const documentId of documentIds) note.run(documentId, seenAt, seenAt);
  })();
}

export interface Supersession {
  documentId: string;
  /** `replaced`: newer bytes at the same place. `absent`: no longer in the input. */
  code: string;
  /** Chinese. */
  reason: string;
  /** The document that took its place, or null. */
  by: string | null;
}

/** Takes a document out of the facts. Its reading is kept, so that `restore` needs no reading. */
export function supersede({ sqlite }: Warehouse, { documentId, code, reason, by }: Supersession): void {
  sqlite.transaction(() => {
    forgetResultsOf(sqlite, documentId);
    sqlite
      .prepare(
        `UPDATE document_rows SET state = 'superseded', state_code = ?, state_reason = ?, superseded_by = ?
         WHERE document_id = ?`,
      )
      .run(code, reason, by, documentId);
  })();
}

/** A superseded document is in the input again and its reading is of the present rules: it stands as it was read. */
export function restore({ sqlite }: Warehouse, documentId: string): void {
  sqlite.transaction(() => {
    sqlite
      .prepare(
        `UPDATE document_rows SET superseded_by = NULL,
          state = iif(r.quarantine_code IS NULL, 'extracted', 'quarantined'),
          state_code = r.quarantine_code, state_reason = r.quarantine_reason
         FROM readings r
         WHERE r.document_id = document_rows.document_id AND document_rows.document_id = ?
          AND document_rows.state = 'superseded'`,
      )
      .run(documentId);
    forgetResultsOf(sqlite, documentId);
  })();
}
