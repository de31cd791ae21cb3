/**
 * The site: one page and its data files, opened from disk, made from the warehouse alone.
 * Every number in it leads to the words it was printed with.
 */
import type BetterSqlite3 from 'better-sqlite3';
import { openSqlite, type Warehouse } from '../../warehouse/connect.ts';
import { revisionsOf } from '../../warehouse/revisions.ts';
import type { Language } from '../words.ts';
import { loadBrowserFiles } from './browser-files.ts';
import type { BureauEntry, GroupEntry, MetricEntry, MetricRowEntry, YearFiles } from './data.ts';
import { SiteFiles } from './files.ts';
import { LARGEST_FILE, pack } from './packed.ts';
import { renderPage } from './page.ts';
import { type BureauHead, bureauReader, readBureauHeads, unclaimedReader } from './read-bureaus.ts';
import { readChangeCounts, readChanges } from './read-changes.ts';
import { readCoverage } from './read-documents.ts';
import { readExpected } from './read-expected.ts';
import { readFindingCounts, readFindings } from './read-findings.ts';
import { BUREAU_COLUMNS, FINDING_COUNT_COLUMNS, readIndex } from './read-index.ts';
import {
  cellsOf,
  definitionEntry,
  groupReader,
  type MetricSource,
  metricSource,
  metricTables,
  readDefinitions,
} from './read-metrics.ts';

export interface SiteOptions {
  /** What a reader sees first; the page switches. */
  language?: Language;
  /** What the site in the folder was written from, by this program. */
  earlier?: SitePieces | undefined;
}

/** Bureau → when it last changed before its files were written, and their names. */
export type SitePieces = Readonly<Record<string, BureauPiece>>;

type BureauPiece = Pick<BureauEntry, 'files' | 'unclaimedFiles'> & { changedAt: string | null };

/**
 * Writes `index.html` and `data/*.js` below `outFolder` from a warehouse (open, or by its path).
 * Same warehouse, same files: a file that would say the same is not touched, one that nothing names is removed, and
 * the files of a bureau that did not change since `earlier` are neither computed nor read. Resolves to what is `earlier` next time.
 * Links to archived documents assume the archive at `../../archive/` from there.
 * Throws what opening the warehouse and writing files throw.
 */
export async function writeSite(
  warehouse: Pick<Warehouse, 'sqlite'> | string,
  outFolder: string,
  { language = 'zh', earlier = {} }: SiteOptions = {},
): Promise<SitePieces> {
  const browser = await loadBrowserFiles();
  const isPath = typeof warehouse === 'string';
  const sqlite = isPath ? openSqlite(warehouse, { readonly: true }) : warehouse.sqlite;
  try {
    const files = new SiteFiles(outFolder);
    const source = metricSource(sqlite);
    const heads = readBureauHeads(sqlite);
    const bureaus = putBureaus({ sqlite, files, source, heads, earlier });
    const index = {
      ...readIndex(sqlite, language),
      ...putFindings(sqlite, files),
      bureaus: pack(
        BUREAU_COLUMNS,
        heads.map((head): BureauEntry => ({ ...head, ...bureaus[head.id]! })),
      ),
      metrics: putMetrics(sqlite, files, source),
      coverage: files.putTables('coverage', readCoverage(sqlite)),
      expected: files.putTables('expected', readExpected(sqlite)),
      changes: files.putTables('changes', readChanges(sqlite)),
      changeCounts: readChangeCounts(sqlite),
    };
    files.putPage(renderPage(index, browser));
    files.removeOthers();
    return bureaus;
  } finally {
    if (isPath) sqlite.close();
  }
}

interface Work {
  sqlite: BetterSqlite3.Database;
  files: SiteFiles;
  source: MetricSource;
  heads: readonly BureauHead[];
  earlier: SitePieces;
}

/** Each bureau's own files: written, or left as they are where nothing of it changed. */
function putBureaus({ sqlite, files, source, heads, earlier }: Work): Record<string, BureauPiece> {
  const read = bureauReader(sqlite, source);
  const readUnclaimed = unclaimedReader(sqlite);
  const revisions = revisionsOf(sqlite, 'bureau');
  const pieces: Record<string, BureauPiece> = Object.create(null);
  for (const { key, id } of heads) {
    const changedAt = revisions.get(id) ?? null;
    const before = Object.hasOwn(earlier, id) ? earlier[id] : undefined;
    const stands = before !== undefined && changedAt !== null && before.changedAt === changedAt;
    if (stands && files.keep([...before.files, ...before.unclaimedFiles])) {
      pieces[id] = before;
      continue;
    }
    const unclaimed = readUnclaimed(id);
    pieces[id] = {
      changedAt,
      files: files.putTables(`bureau-${key}`, read(id)),
      unclaimedFiles: unclaimed === null ? [] : files.putTables(`unclaimed-${key}`, unclaimed),
    };
  }
  return pieces;
}

function putMetrics(sqlite: BetterSqlite3.Database, files: SiteFiles, source: MetricSource): MetricEntry[] {
  const groupsOf = groupReader(sqlite);
  return readDefinitions(sqlite).map((definition) => {
    const rows = source.ofMetric(definition.metric);
    return {
      ...definitionEntry(definition),
      files: putMetricRows(files, definition.metric, rows, groupsOf(definition.metric)),
      cells: cellsOf(rows),
    };
  });
}

/** Rows whose JSON is about this long; all years of a metric in one file as long as they fit into a quarter of one. */
const ROW_LENGTH = 200;

function putMetricRows(
  files: SiteFiles,
  metric: string,
  rows: readonly MetricRowEntry[],
  groups: readonly GroupEntry[],
): YearFiles[] {
  if (rows.length === 0) return [];
  const years = [...new Set(rows.map((row) => row.year))];
  const isSmall = rows.length * ROW_LENGTH < LARGEST_FILE / 4;
  const stretches = isSmall ? [years] : years.map((year) => [year]);
  return stretches.map((stretch) => ({
    years: stretch,
    files: files.putTables(
      isSmall ? `metric-${metric}` : `metric-${metric}-${stretch[0]}`,
      metricTables(rows, groups, stretch),
    ),
  }));
}

function putFindings(sqlite: BetterSqlite3.Database, files: SiteFiles) {
  const counts = readFindingCounts(sqlite);
  const read = readFindings(sqlite);
  const years = [...new Set(counts.map((one) => one.year))];
  return {
    findingCounts: pack(FINDING_COUNT_COLUMNS, counts),
    findings: years.map((year) => ({
      years: [year],
      files: files.putTables(`findings-${year ?? 'undated'}`, read.ofYear(year)),
    })),
  };
}
