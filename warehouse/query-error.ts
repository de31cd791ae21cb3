/** SQLite's complaint about a question, in Chinese, with the name that was probably meant. */
import type BetterSqlite3 from 'better-sqlite3';
import { explainSqliteError, WarehouseError } from './warehouse-error.ts';

type Explain = (met: string, sql: string, sqlite: BetterSqlite3.Database) => string;

/** What SQLite says → what to tell. Each pattern captures what it stumbled over. */
const EXPLANATIONS: readonly (readonly [pattern: RegExp, explain: Explain])[] = [
  [/no such table: (.+)/, (met, _sql, sqlite) => unknownTable(met, sqlite)],
  [/no such column: (.+)/, unknownColumn],
  [/ambiguous column name: (.+)/, (met) => `列名“${met}”不止一处有。请写成 视图名.${met}。`],
  [/near "(.*)": syntax error/, (met) => `语法错误，在“${met}”附近。`],
  [/unrecognized token: "(.*)/, (met) => `无法识别“${met.replace(/"$/, '')}”。`],
  [/(incomplete input)/, () => '语句不完整：可能少了引号、括号或后半句。'],
  [
    /no such function: (.+)/,
    (met) => `没有函数“${met}”。可用的函数见 https://www.sqlite.org/lang_corefunc.html 。`,
  ],
  [/(more than one statement)/, () => '一次只能执行一条语句。请去掉分号之后的部分。'],
  [/(contains no statements)/, () => '没有 SQL 语句。例如：SELECT * FROM observations LIMIT 10'],
  [/(.*(?:parameter|bind).*)/i, () => '语句中有未给出的参数（? 或 :名称）。请直接写出值。'],
];

export function explainQueryError(error: unknown, sql: string, sqlite: BetterSqlite3.Database): unknown {
  if (error instanceof WarehouseError || !(error instanceof Error)) return error;
  for (const [pattern, explain] of EXPLANATIONS) {
    const met = pattern.exec(error.message)?.[1];
    if (met === undefined) continue;
    return new WarehouseError(
      'bad_query',
      `查询有误：${explain(met, sql, sqlite)}${fullWidthHint(sql)}`,
      error,
    );
  }
  const explained = explainSqliteError(error, sqlite.name);
  if (explained !== error) return explained;
  return new WarehouseError('bad_query', `查询有误：${error.message}`, error);
}

/** ，（）；“”‘’＝ outside quoted text: what a Chinese keyboard puts where SQL wants , ( ) ; " ' =. */
const FULL_WIDTH = /[，（）；“”‘’＝]/;
const QUOTED = /'[^']*'|"[^"]*"/g;

function fullWidthHint(sql: string): string {
  const met = FULL_WIDTH.exec(sql.replace(QUOTED, ''))?.[0];
  return met === undefined ? '' : `语句里有全角标点“${met}”，请改成半角。`;
}

function unknownTable(met: string, sqlite: BetterSqlite3.Database): string {
  const views = namesIn(sqlite, 'view');
  const near = nearest(met, [...views, ...namesIn(sqlite, 'table')]);
  const hint = near.length > 0 ? `是否指 ${near.join('、')}？` : '';
  return `没有表或视图“${met}”。${hint}可查询的视图：${views.join('、')}。`;
}

function unknownColumn(met: string, sql: string, sqlite: BetterSqlite3.Database): string {
  const name = met.split('.').at(-1) ?? met;
  const mentioned = [...namesIn(sqlite, 'view'), ...namesIn(sqlite, 'table')].filter((view) =>
    mentions(sql, view),
  );
  const columns = mentioned.flatMap((view) => columnsOf(sqlite, view));
  const near = nearest(name, columns);
  const hint = near.length > 0 ? `是否指 ${near.join('、')}？` : '';
  const list = mentioned.map((view) => `${view}(${columnsOf(sqlite, view).join(', ')})`).join('；');
  return `没有列“${met}”。${hint}${list === '' ? '' : `可用的列：${list}。`}文字值请用单引号，如 'actual'。`;
}

function mentions(sql: string, name: string): boolean {
  return new RegExp(`\\b${name}\\b`, 'i').test(sql);
}

function namesIn(sqlite: BetterSqlite3.Database, type: 'view' | 'table'): string[] {
  return sqlite
    .prepare<[string], string>(
      `SELECT name FROM sqlite_schema WHERE type = ? AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'kysely_*'
       ORDER BY name`,
    )
    .pluck()
    .all(type);
}

function columnsOf(sqlite: BetterSqlite3.Database, name: string): string[] {
  return sqlite.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(name);
}

// More than a third of the letters wrong is another word, not a slip.
const TOLERATED_SHARE = 1 / 3;

/** At most three names, the most alike first. */
function nearest(met: string, names: readonly string[]): string[] {
  const word = met.toLowerCase();
  return [...new Set(names)]
    .map((name) => ({ name, distance: editDistance(word, name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= Math.max(word.length, name.length) * TOLERATED_SHARE)
    .sort((left, right) => left.distance - right.distance)
    .slice(0, 3)
    .map(({ name }) => name);
}

/** How many letters to insert, drop, replace, or swap with their neighbour (optimal string alignment). */
function editDistance(from: string, to: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = previous[column - 1]! + (from[row - 1] === to[column - 1] ? 0 : 1);
      const swaps = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const swapped = swaps ? before[column - 2]! + 1 : Number.POSITIVE_INFINITY;
      current.push(Math.min(replaced, swapped, previous[column]! + 1, current[column - 1]! + 1));
    }
    before = previous;
    previous = current;
  }
  return previous[to.length]!;
}
