/** Every bureau that has an observation, in the order of ids: one look into the key each, not a sweep of all figures. */
import type BetterSqlite3 from 'better-sqlite3';

export function* publishingBureaus(sqlite: BetterSqlite3.Database): Generator<string> {
  const next = sqlite
    .prepare<[string], string | null>('SELECT min(bureau_id) FROM observation_rows WHERE bureau_id > ?')
    .pluck();
  for (let bureau = next.get(''); bureau; bureau = next.get(bureau)) yield bureau;
}
