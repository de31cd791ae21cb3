/** Documents as the site shows them: what became of each, and where its archived bytes may be opened. */
import type BetterSqlite3 from 'better-sqlite3';
import { archivePathOf } from '../../sources/archive.ts';
import type { DocumentView } from '../../warehouse/schema.ts';
import type { CoverageEntry, DocumentEntry, Tables } from './data.ts';
import { keyOf } from './files.ts';
import { pack } from './packed.ts';

export const DOCUMENT_COLUMNS = [
  'id',
  'bureau',
  'file',
  'path',
  'archive',
  'archiveText',
  'url',
  'media',
  'pages',
  'kind',
  'scope',
  'year',
  'title',
  'publishedOn',
  'state',
  'reason',
  'facts',
  'unclaimed',
  'unclaimedMoney',
  'firstSeen',
  'sha256',
] as const satisfies readonly (keyof DocumentEntry)[];

const COVERAGE_COLUMNS = [
  'bureau',
  'scope',
  'year',
  'kind',
  'state',
  'reason',
  'documents',
  'facts',
  'unclaimed',
] as const satisfies readonly (keyof CoverageEntry)[];

/** From `out/site/` to the archive beside `out/`. */
const ARCHIVE = '../../archive/';

/** What a browser shows or saves without running anything that stands in it. */
const SAFE_TO_OPEN = /\.(?:pdf|docx?|xlsx?|txt|csv)$/;

/** A page that was archived as HTML would run its scripts when opened from disk: its path is shown, not linked. */
export function archiveLink(document: { sha256: string; sourceFile: string }): string | null {
  const path = archivePathOf(document);
  return SAFE_TO_OPEN.test(path) ? ARCHIVE + path : null;
}

const SELECT = `
  SELECT document_id, source_file, relative_path, url, sha256, media_type, pages, bureau_id, scope, fiscal_year, kind,
    title, published_on, state, state_reason, facts, unclaimed, unclaimed_money, first_seen_at
  FROM documents`;
const ORDER = 'ORDER BY fiscal_year, kind, source_file, document_id';

export function documentEntries(sqlite: BetterSqlite3.Database) {
  const ofBureau = sqlite.prepare<[string], DocumentView>(`${SELECT} WHERE bureau_id = ? ${ORDER}`);
  const ofNobody = sqlite.prepare<[], DocumentView>(`${SELECT} WHERE bureau_id IS NULL ${ORDER}`);
  return {
    ofBureau: (bureauId: string) => ofBureau.all(bureauId).map(entryOf),
    /** Quarantined before anybody could say whose they are. */
    ofNobody: () => ofNobody.all().map(entryOf),
  };
}

function entryOf(row: DocumentView): DocumentEntry {
  const names = { sha256: row.sha256, sourceFile: row.source_file };
  return {
    id: row.document_id,
    bureau: row.bureau_id === null ? null : keyOf(row.bureau_id),
    file: row.source_file,
    path: row.relative_path,
    archive: archiveLink(names),
    archiveText: `archive/${archivePathOf(names)}`,
    url: row.url,
    media: row.media_type,
    pages: row.pages,
    kind: row.kind,
    scope: row.scope,
    year: row.fiscal_year,
    title: row.title,
    publishedOn: row.published_on,
    state: row.state,
    reason: row.state_reason,
    facts: row.facts,
    unclaimed: row.unclaimed,
    unclaimedMoney: row.unclaimed_money,
    firstSeen: row.first_seen_at,
    sha256: row.sha256,
  };
}

const COVERAGE = `
  SELECT bureau_id AS bureau, scope, fiscal_year AS year, kind, state,
    nullif(group_concat(DISTINCT state_reason), '') AS reason,
    count(*) AS documents, sum(facts) AS facts, sum(unclaimed) AS unclaimed
  FROM documents
  GROUP BY bureau_id, scope, fiscal_year, kind, state
  ORDER BY bureau_id, scope, fiscal_year, kind, state`;

/** One row per bureau × scope × year × kind × state, and the documents that nobody is named for. */
export function readCoverage(sqlite: BetterSqlite3.Database): Tables {
  const rows = sqlite.prepare<[], CoverageEntry>(COVERAGE).all();
  const coverage = rows.map((row) => ({ ...row, bureau: row.bureau === null ? null : keyOf(row.bureau) }));
  return {
    documents: pack(DOCUMENT_COLUMNS, documentEntries(sqlite).ofNobody()),
    coverage: pack(COVERAGE_COLUMNS, coverage),
  };
}
