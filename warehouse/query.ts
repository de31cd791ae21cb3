/** Questions in SQL from people and programs: one statement, read only, errors that say what to do. */
import type BetterSqlite3 from 'better-sqlite3';
import { openSqlite } from './connect.ts';
import { explainQueryError } from './query-error.ts';
import { WarehouseError } from './warehouse-error.ts';

export interface QueryResult {
  columns: string[];
  /** Values in the order of `columns`. */
  rows: unknown[][];
  /** True where there are more rows than `maxRows`. */
  truncated: boolean;
}

export interface QueryOptions {
  /** Default: all. */
  maxRows?: number;
}

/**
 * Runs one SELECT (or WITH, VALUES, EXPLAIN, or a PRAGMA that only describes) on the warehouse at `path`.
 * Throws `WarehouseError`: refused for anything that writes, bad_query for SQL that SQLite does not accept.
 */
export function runReadOnlyQuery(path: string, sql: string, options: QueryOptions = {}): QueryResult {
  requireReading(sql);
  const sqlite = openSqlite(path, { readonly: true });
  try {
    const statement = prepare(sqlite, sql);
    return collect(statement, options.maxRows ?? Number.POSITIVE_INFINITY);
  } catch (error) {
    throw explainQueryError(error, sql, sqlite);
  } finally {
    sqlite.close();
  }
}

/** `-- words` to the end of the line, or between slash-star and star-slash, before the first word of the SQL. */
const LEADING_COMMENTS = /^(?:\s|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)+/;
/** "SELECT", "with", "PRAGMA table_info". */
const FIRST_WORDS = /^([a-z]+)(?:\s+([a-z_]+))?/i;
const READING_STATEMENTS = ['SELECT', 'WITH', 'VALUES', 'EXPLAIN'];
const DESCRIBING_PRAGMAS = [
  'table_info',
  'table_xinfo',
  'table_list',
  'index_list',
  'index_info',
  'foreign_key_list',
];

const READ_ONLY = '这里只能查询，不能修改。请改用以 SELECT 或 WITH 开头的一条语句';
const HOW_TO_CHANGE =
  '要更正数字，请添加一条更正（correction）后重新运行；要自行加工，请把数据仓库复制一份再改。';

function requireReading(sql: string): void {
  const [, first = '', second = ''] = FIRST_WORDS.exec(sql.replace(LEADING_COMMENTS, '')) ?? [];
  const word = first.toUpperCase();
  if (word === '')
    throw new WarehouseError('bad_query', '没有 SQL 语句。例如：SELECT * FROM observations LIMIT 10');
  if (READING_STATEMENTS.includes(word)) return;
  if (word === 'PRAGMA' && DESCRIBING_PRAGMAS.includes(second.toLowerCase())) return;
  if (KNOWN_WRITES.includes(word)) {
    throw new WarehouseError('refused', `${READ_ONLY}（收到的是 ${word}）。${HOW_TO_CHANGE}`);
  }
  throw new WarehouseError(
    'bad_query',
    `看不懂以“${first}”开头的语句。请用以 SELECT 或 WITH 开头的一条语句。`,
  );
}

const KNOWN_WRITES = (
  'INSERT UPDATE DELETE REPLACE CREATE DROP ALTER ATTACH DETACH PRAGMA VACUUM REINDEX ANALYZE ' +
  'BEGIN COMMIT END ROLLBACK SAVEPOINT RELEASE'
).split(' ');

/** WITH … DELETE begins like a question; SQLite itself knows whether a statement writes. */
function prepare(sqlite: BetterSqlite3.Database, sql: string): BetterSqlite3.Statement<[], unknown[]> {
  const statement = sqlite.prepare<[], unknown[]>(sql);
  if (!statement.readonly || !statement.reader)
    throw new WarehouseError('refused', `${READ_ONLY}。${HOW_TO_CHANGE}`);
  return statement;
}

function collect(statement: BetterSqlite3.Statement<[], unknown[]>, maxRows: number): QueryResult {
  const columns = statement.columns().map(({ name }) => name);
  const rows: unknown[][] = [];
  for (const row of statement.raw(true).iterate()) {
    if (rows.length >= maxRows) return { columns, rows, truncated: true };
    rows.push(row as unknown[]);
  }
  return { columns, rows, truncated: false };
}
