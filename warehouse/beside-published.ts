/** The working copy beside the warehouse that is published: what a run changed is what differs between the two. */
import { existsSync } from 'node:fs';
import type BetterSqlite3 from 'better-sqlite3';
import type { Warehouse } from './connect.ts';

const COMPARED = [
  'run_rows',
  'document_rows',
  'readings',
  'disclosures',
  'fact_rows',
  'observation_rows',
  'observation_facts',
  'finding_rows',
  'metric_rows',
  'bureau_breaks',
];

/**
 * `compare` runs in one transaction that sees the published tables as `published.…`, empty ones before the first run,
 * and bureaus judged since then as `temp.judged`. It is told whether both have the same columns; call this outside of
 * transactions.
 */
export function besidePublished(
  { sqlite }: Warehouse,
  publishedPath: string,
  compare: (comparable: boolean) => void,
): void {
  const published = existsSync(publishedPath) ? publishedPath : ':memory:';
  sqlite.prepare('ATTACH DATABASE ? AS published').run(published);
  try {
    sqlite.transaction(() => {
      if (published === ':memory:') makeEmptyTables(sqlite);
      const comparable = isComparable(sqlite);
      if (comparable) rememberJudged(sqlite);
      compare(comparable);
    })();
  } finally {
    sqlite.exec('DROP TABLE IF EXISTS temp.judged');
    sqlite.exec('DETACH DATABASE published');
  }
}

/** Before the first run there is nothing: everything is new. */
function makeEmptyTables(sqlite: BetterSqlite3.Database): void {
  for (const table of COMPARED) {
    sqlite.exec(`CREATE TABLE published.${table} AS SELECT * FROM main.${table} WHERE 0`);
  }
}

function isComparable(sqlite: BetterSqlite3.Database): boolean {
  const columns = sqlite
    .prepare<[string, string], string>('SELECT name FROM pragma_table_info(?, ?) ORDER BY name')
    .pluck();
  return COMPARED.every(
    (table) => columns.all(table, 'published').join() === columns.all(table, 'main').join(),
  );
}

/** By this run or by killed ones before it: no figure of another bureau can differ. */
function rememberJudged(sqlite: BetterSqlite3.Database): void {
  sqlite.exec(`
    CREATE TEMP TABLE judged (bureau_id TEXT PRIMARY KEY) WITHOUT ROWID;
    INSERT INTO temp.judged
      SELECT DISTINCT substr(stage, length('judge ') + 1) FROM main.run_stages
      WHERE stage GLOB 'judge *' AND run_id > ${LAST_PUBLISHED_RUN}`);
}

/** A condition. */
export const IN_JUDGED = 'bureau_id IN (SELECT bureau_id FROM temp.judged)';
/** A scalar subquery. */
export const LAST_PUBLISHED_RUN = '(SELECT coalesce(max(run_id), 0) FROM published.run_rows)';
