/**
 * When each piece of what the outputs show last changed: all of a bureau, a year of a table. Found by comparing the
 * working copy with the published file, as changes are; outputs then write the pieces of another revision and leave the rest.
 */
import type BetterSqlite3 from 'better-sqlite3';
import { besidePublished, IN_JUDGED, LAST_PUBLISHED_RUN } from './beside-published.ts';
import type { Warehouse } from './connect.ts';
import type { Piece } from './enumerations.ts';

/** Key (a bureau_id; a fiscal year for the other pieces) → when it last changed; what is not in it may have changed at any time. */
export function revisionsOf(sqlite: BetterSqlite3.Database, piece: Piece): ReadonlyMap<string, string> {
  return new Map(
    sqlite
      .prepare<[Piece], [string, string]>('SELECT key, changed_at FROM revision_rows WHERE piece = ?')
      .raw(true)
      .all(piece),
  );
}

/** Notes `changedAt` for everything that differs from the warehouse at `publishedPath`; for all where that cannot be told. */
export function recordRevisions(warehouse: Warehouse, changedAt: string, publishedPath: string): void {
  const { sqlite } = warehouse;
  besidePublished(warehouse, publishedPath, (comparable) => {
    if (comparable) noteDifferences(sqlite, changedAt);
    else sqlite.exec('DELETE FROM revision_rows');
    for (const [piece, keys] of Object.entries(EVERYTHING)) {
      note(sqlite, 'INSERT OR IGNORE', piece as Piece, keys, changedAt);
    }
  });
}

const EVERYTHING: Readonly<Record<Piece, string>> = {
  bureau: `SELECT bureau_id FROM main.bureau_rows UNION SELECT bureau_id FROM main.disclosures
    UNION SELECT bureau_id FROM main.metric_rows`,
  observations: 'SELECT DISTINCT fiscal_year FROM main.observation_rows',
  facts: 'SELECT DISTINCT fiscal_year FROM main.fact_rows',
  metrics: 'SELECT DISTINCT fiscal_year FROM main.metric_rows',
};

function noteDifferences(sqlite: BetterSqlite3.Database, changedAt: string): void {
  const different = differenceOf(sqlite);
  sqlite.exec(`
    CREATE TEMP TABLE moved_metrics AS ${different('metric_rows', ['metric', 'bureau_id', 'scope', 'fiscal_year', 'project'])};
    CREATE TEMP TABLE moved_documents AS
      SELECT document_id FROM main.run_stages WHERE document_id <> '' AND run_id > ${LAST_PUBLISHED_RUN}
      UNION ${different('document_rows', ['document_id'])}
      UNION ${different('disclosures', ['document_id'])}
      UNION ${different('readings', ['document_id'])};`);
  for (const [piece, keys] of Object.entries(MOVED)) {
    note(sqlite, 'INSERT OR REPLACE', piece as Piece, keys, changedAt);
  }
  const breaks = different('bureau_breaks', ['bureau_id', 'scope', 'fiscal_year']);
  note(sqlite, 'INSERT OR REPLACE', 'bureau', `SELECT bureau_id FROM (${breaks})`, changedAt);
  sqlite.exec('DROP TABLE temp.moved_metrics; DROP TABLE temp.moved_documents');
}

function note(
  sqlite: BetterSqlite3.Database,
  insert: string,
  piece: Piece,
  keys: string,
  changedAt: string,
): void {
  sqlite
    .prepare<[Piece, string]>(
      `${insert} INTO main.revision_rows (piece, key, changed_at)
       SELECT DISTINCT ?, CAST(x.key AS TEXT), ? FROM (SELECT NULL AS key WHERE 0 UNION ALL ${keys}) x WHERE x.key IS NOT NULL`,
    )
    .run(piece, changedAt);
}

/** SELECT of the keys of rows that only one of the two has, or that are not the same in both. */
function differenceOf(sqlite: BetterSqlite3.Database) {
  const columnsOf = sqlite
    .prepare<[string], string>('SELECT name FROM pragma_table_info(?) ORDER BY cid')
    .pluck();
  return (table: string, key: readonly string[]): string => {
    const of = (row: string, columns: readonly string[]) =>
      columns.map((column) => `${row}.${column}`).join(', ');
    const rest = columnsOf.all(table).filter((column) => !key.includes(column));
    const same = key.map((column) => `o.${column} = n.${column}`).join(' AND ');
    return `SELECT ${of('n', key)} FROM main.${table} n LEFT JOIN published.${table} o ON ${same}
        WHERE o.${key[0]} IS NULL OR (${of('n', rest)}) IS NOT (${of('o', rest)})
      UNION SELECT ${of('o', key)} FROM published.${table} o
        WHERE NOT EXISTS (SELECT 1 FROM main.${table} n WHERE ${same})`;
  };
}

const IN_MOVED = 'document_id IN (SELECT document_id FROM temp.moved_documents)';

/** Whatever the dataset shows of an observation. */
const SHOWN = (row: string) =>
  `${row}.bureau_name, ${row}.region_code, ${row}.value_minor, ${row}.ulp_minor, ${row}.unit, ${row}.basis, ${row}.status,
   ${row}.fact_count, ${row}.fact_id, ${row}.document_id, ${row}.reason`;
const IS_USED = (schema: string) =>
  `EXISTS (SELECT 1 FROM ${schema}.observation_facts u WHERE u.fact_id = f.fact_id)`;

/** Keys of what a run may have changed, judging by the bureaus it judged, the documents it touched and the metrics that moved. */
const MOVED: Readonly<Record<Piece, string>> = {
  bureau: `SELECT bureau_id FROM temp.judged
    UNION SELECT bureau_id FROM temp.moved_metrics
    UNION SELECT bureau_id FROM main.disclosures WHERE ${IN_MOVED}
    UNION SELECT bureau_id FROM published.disclosures WHERE ${IN_MOVED}
    UNION SELECT bureau_id FROM main.fact_rows WHERE ${IN_MOVED}
    UNION SELECT bureau_id FROM published.fact_rows WHERE ${IN_MOVED}`,
  metrics: 'SELECT DISTINCT fiscal_year FROM temp.moved_metrics',
  observations: `SELECT n.fiscal_year FROM main.observation_rows n
      LEFT JOIN published.observation_rows o ON o.observation_id = n.observation_id
      WHERE n.${IN_JUDGED} AND (o.observation_id IS NULL OR (${SHOWN('n')}) IS NOT (${SHOWN('o')}))
    UNION SELECT o.fiscal_year FROM published.observation_rows o
      WHERE o.${IN_JUDGED}
        AND NOT EXISTS (SELECT 1 FROM main.observation_rows n WHERE n.observation_id = o.observation_id)
    UNION SELECT n.fiscal_year FROM main.fact_rows f JOIN main.observation_rows n ON n.fact_id = f.fact_id
      WHERE f.${IN_MOVED}`,
  // A derived fact is shown where an observation rests on it.
  facts: `SELECT fiscal_year FROM main.fact_rows WHERE ${IN_MOVED}
    UNION SELECT fiscal_year FROM published.fact_rows WHERE ${IN_MOVED}
    UNION SELECT f.fiscal_year FROM main.fact_rows f
      WHERE f.${IN_JUDGED} AND f.basis <> 'stated' AND ${IS_USED('main')} <> ${IS_USED('published')}`,
};
