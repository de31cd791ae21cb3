/**
 * What every document of the warehouse was when it was taken in: names, places, and what was said of it outside. With
 * the archive it is all that reading them again takes, whatever becomes of the inbox and of the warehouse.
 */
import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { writeWhole } from '../sources/whole-file.ts';
import { readSqlite } from '../warehouse/connect.ts';
import type { FoundDocument, LostDocument, TonightsInput } from './find-documents.ts';
import { type LoadedCorrections, NO_CORRECTIONS } from './load-corrections.ts';
import type { Night } from './night.ts';

export interface Supersession {
  code: string;
  reason: string;
  by: string | null;
}

type Kept<Document> = Document & { superseded: Supersession | null };

export interface Intake {
  version: 1;
  documents: readonly Kept<FoundDocument>[];
  lost: readonly Kept<LostDocument>[];
  corrections: LoadedCorrections;
}

/** null where there is none. Throws where it is damaged. */
export function loadIntake(path: string): Intake | null {
  if (!existsSync(path)) return null;
  const text = readFileSync(path, 'utf8');
  return JSON.parse(text.slice(text.indexOf('\n') + 1)) as Intake;
}

/** The first line says which state of the warehouse the others belong to: most nights nothing more is read. */
function headOf(path: string): string {
  if (!existsSync(path)) return '';
  const handle = openSync(path, 'r');
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    return head.toString('utf8', 0, readSync(handle, head)).split('\n', 1)[0]!;
  } finally {
    closeSync(handle);
  }
}

const HEAD_BYTES = 100;

/** Written beside the published warehouse whenever that has changed since. */
export function writeIntake(input: TonightsInput, night: Night): void {
  const { intake: path, warehouse } = night.options.data;
  const head = JSON.stringify({ contentChangedAt: night.contentChangedAt });
  if (headOf(path) === head) return;
  const gone = goneDocuments(warehouse, knownBefore(path));
  const stands = <Document>(document: Document) => ({ ...document, superseded: null });
  const intake: Intake = {
    version: 1,
    documents: [...input.documents.map(stands), ...gone.documents],
    lost: [...input.lost.map(stands), ...gone.lost],
    corrections: night.corrections,
  };
  writeWhole(path, `${head}\n${JSON.stringify(intake)}\n`, { durable: true });
}

function knownBefore(path: string): Intake {
  try {
    return loadIntake(path) ?? NOTHING;
  } catch {
    return NOTHING; // Half of it is of no use; the warehouse knows nearly all that it knew.
  }
}

const NOTHING: Intake = { version: 1, documents: [], lost: [], corrections: NO_CORRECTIONS };

interface GoneRow {
  documentId: string;
  sha256: string;
  sourceFile: string;
  relativePath: string;
  url: string | null;
  publishedOn: string | null;
  byteLength: number;
  code: string;
  reason: string;
  by: string | null;
  unreadCode: string | null;
  unreadReason: string | null;
  rules: string | null;
}

/** Documents that no longer stand, as they were known when they did. */
function goneDocuments(warehouse: string, before: Intake): Pick<Intake, 'documents' | 'lost'> {
  const documents = new Map(before.documents.map((document) => [document.raw.documentId, document]));
  const lost = new Map(before.lost.map((document) => [document.documentId, document]));
  const rows = goneRows(warehouse);
  const isUnread = (row: GoneRow) => lost.has(row.documentId) || row.rules?.startsWith('unread-') === true;
  return {
    documents: rows
      .filter((row) => !isUnread(row))
      .map((row) => ({
        ...(documents.get(row.documentId) ?? foundOf(row)),
        superseded: supersessionOf(row),
      })),
    lost: rows
      .filter(isUnread)
      .map((row) => ({ ...(lost.get(row.documentId) ?? lostOf(row)), superseded: supersessionOf(row) })),
  };
}

function goneRows(warehouse: string): GoneRow[] {
  return readSqlite(warehouse, (sqlite) =>
    sqlite
      .prepare<[], GoneRow>(
        `SELECT d.document_id AS documentId, sha256, source_file AS sourceFile, relative_path AS relativePath, url,
          published_on AS publishedOn, bytes AS byteLength, state_code AS code, state_reason AS reason,
          superseded_by AS "by", r.quarantine_code AS unreadCode, r.quarantine_reason AS unreadReason,
          r.rules_version AS rules
         FROM document_rows d LEFT JOIN readings r USING (document_id)
         WHERE state = 'superseded' ORDER BY d.document_id`,
      )
      .all(),
  );
}

function supersessionOf({ code, reason, by }: GoneRow): Supersession {
  return { code, reason, by };
}

function foundOf(row: GoneRow): FoundDocument {
  const { documentId, sha256, sourceFile, relativePath, url, publishedOn, byteLength } = row;
  return {
    raw: { documentId, sha256, sourceFile, relativePath, url, publishedOn, byteLength },
    paths: [relativePath],
    manifestEntry: null,
  };
}

function lostOf(row: GoneRow): LostDocument {
  const { documentId, sha256, sourceFile, relativePath, byteLength, unreadCode, unreadReason } = row;
  return {
    documentId,
    sha256,
    sourceFile,
    relativePath,
    bytes: byteLength,
    code: unreadCode ?? row.code,
    reason: unreadReason ?? row.reason,
    isHidden: false,
  };
}
