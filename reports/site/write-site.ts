/**
 * The site: one page and its data files, opened from disk, made from the warehouse alone.
 * Every number in it leads to the words it was printed with.
 */
import type BetterSqlite3 from 'better-sqlite3';
import { openSqlite, type Warehouse } from '../../warehouse/connect.ts';
import type { Language } from '../words.ts';
import { loadBrowserFiles } from './browser-files.ts';
import type { BureauEntry, GroupEntry, MetricEntry, MetricRowEntry, YearFiles } from './data.ts';
import { SiteFiles } from './files.ts';
import { LARGEST_FILE, pack } from './packed.ts';
import { renderPage } from './page.ts';
import { bureauReader, readBureauHeads, unclaimedReader } from './read-bureaus.ts';
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
}

/**
 * Writes `index.html` and `data/*.js` below `outFolder` from a warehouse (open, or by its path).
 * Same warehouse, same files: a file that would say the same is not touched, one that nothing names is removed.
 * Links to archived documents assume the archive at `../../archive/` from there.
 * Throws what opening the warehouse and writing files throw.
 */
export async function writeSite(
  warehouse: Pick<Warehouse, 'sqlite'> | string,
  outFolder: string,
  { language = 'zh' }: SiteOptions = {},
): Promise<void> {
  const browser = await loadBrowserFiles();
  const isPath = typeof warehouse === 'string';
  const sqlite = isPath ? openSqlite(warehouse, { readonly: true }) : warehouse.sqlite;
  try {
    const files = new SiteFiles(outFolder);
    const index = {
      ...readIndex(sqlite, language),
      ...putFindings(sqlite, files),
      ...putBureausAndMetrics(sqlite, files),
      coverage: files.putTables('coverage', readCoverage(sqlite)),
      expected: files.putTables('expected', readExpected(sqlite)),
      changes: files.putTables('changes', readChanges(sqlite)),
      changeCounts: readChangeCounts(sqlite),
    };
    files.putPage(renderPage(index, browser));
    files.removeOthers();
  } finally {
    if (isPath) sqlite.close();
  }
}

function putBureausAndMetrics(sqlite: BetterSqlite3.Database, files: SiteFiles) {
  const source = metricSource(sqlite);
  try {
    return { bureaus: putBureaus(sqlite, files, source), metrics: putMetrics(sqlite, files, source) };
  } finally {
    source.close();
  }
}

function putBureaus(sqlite: BetterSqlite3.Database, files: SiteFiles, source: MetricSource) {
  const heads = readBureauHeads(sqlite);
  const read = bureauReader(sqlite, source);
  const readUnclaimed = unclaimedReader(sqlite);
  const written = new Map<string, Pick<BureauEntry, 'files' | 'unclaimedFiles'>>();
  // By bytes, as SQLite orders ids.
  const byId = heads.toSorted((a, b) => Buffer.compare(Buffer.from(a.id), Buffer.from(b.id)));
  for (const { key, id } of byId) {
    const unclaimed = readUnclaimed(id);
    written.set(key, {
      files: files.putTables(`bureau-${key}`, read(id)),
      unclaimedFiles: unclaimed === null ? [] : files.putTables(`unclaimed-${key}`, unclaimed),
    });
  }
  return pack(
    BUREAU_COLUMNS,
    heads.map((head): BureauEntry => ({ ...head, ...written.get(head.key)! })),
  );
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
