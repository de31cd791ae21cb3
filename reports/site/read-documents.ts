/** Documents as the site shows them: what became of each, and where its archived bytes may be opened. */
import type BetterSqlite3 from 'better-sqlite3';
import { archivePathOf } from '../../sources/archive.ts';
import type { DocumentView } from '../../warehouse/schema.ts';
import { type InEnglish, reasonTranslator } from '../reason-words.ts';
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
  'reasonEn',
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
  'reasonEn',
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

/** What could not be read and names nobody makes no bureau. */
export const NOBODYS = `(bureau_name IS NULL AND state <> 'extracted')`;

const SELECT = `
  SELECT document_id, source_file, relative_path, url, sha256, media_type, pages, bureau_id, scope, fiscal_year, kind,
    title, published_on, state, state_reason, facts, unclaimed, unclaimed_money, first_seen_at
  FROM documents`;
const ORDER = 'ORDER BY fiscal_year, kind, source_file, document_id';

export function documentEntries(sqlite: BetterSqlite3.Database, inEnglish = reasonTranslator(sqlite)) {
  const ofBureau = sqlite.prepare<[string], DocumentView>(`${SELECT} WHERE bureau_id = ? ${ORDER}`);
  const ofNobody = sqlite.prepare<[], DocumentView>(
    `${SELECT} WHERE bureau_id IS NULL OR ${NOBODYS} ${ORDER}`,
  );
  return {
    ofBureau: (bureauId: string) => ofBureau.all(bureauId).map((row) => entryOf(row, inEnglish)),
    /** Quarantined before anybody could say whose they are. */
    ofNobody: () => ofNobody.all().map((row) => entryOf(row, inEnglish)),
  };
}

function entryOf(row: DocumentView, inEnglish: InEnglish): DocumentEntry {
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
    ...reasonsOf(row.state_reason === null ? [] : [row.state_reason], inEnglish),
    facts: row.facts,
    unclaimed: row.unclaimed,
    unclaimedMoney: row.unclaimed_money,
    firstSeen: row.first_seen_at,
    sha256: row.sha256,
  };
}

const COVERAGE = `
  SELECT iif(${NOBODYS}, NULL, bureau_id) AS bureau, scope, fiscal_year AS year, kind, state,
    json_group_array(DISTINCT state_reason) FILTER (WHERE state_reason IS NOT NULL) AS reasons,
    count(*) AS documents, sum(facts) AS facts, sum(unclaimed) AS unclaimed
  FROM documents
  GROUP BY 1, scope, fiscal_year, kind, state
  ORDER BY 1, scope, fiscal_year, kind, state`;

type CoverageRow = Omit<CoverageEntry, 'reason' | 'reasonEn'> & { reasons: string };

/** In Chinese, and in English where that says something else. */
export function reasonsOf(
  reasons: readonly string[],
  inEnglish: InEnglish,
): Pick<CoverageEntry, 'reason' | 'reasonEn'> {
  if (reasons.length === 0) return { reason: null, reasonEn: null };
  const [reason, reasonEn] = [reasons.join('；'), reasons.map(inEnglish).join('; ')];
  return { reason, reasonEn: reasonEn === reason ? null : reasonEn };
}

/** One row per bureau × scope × year × kind × state, and the documents that nobody is named for. */
export function readCoverage(sqlite: BetterSqlite3.Database): Tables {
  const inEnglish = reasonTranslator(sqlite);
  const rows = sqlite.prepare<[], CoverageRow>(COVERAGE).all();
  const coverage = rows.map(
    ({ reasons, ...row }): CoverageEntry => ({
      ...row,
      bureau: row.bureau === null ? null : keyOf(row.bureau),
      ...reasonsOf(JSON.parse(reasons) as string[], inEnglish),
    }),
  );
  return {
    documents: pack(DOCUMENT_COLUMNS, documentEntries(sqlite, inEnglish).ofNobody()),
    coverage: pack(COVERAGE_COLUMNS, coverage),
  };
}
