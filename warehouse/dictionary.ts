/** The dictionary travels inside the warehouse: an analyst asks it in SQL what a column means. */
import type BetterSqlite3 from 'better-sqlite3';
import { DICTIONARY } from './dictionary-entries.ts';
import { replaceAll } from './rows.ts';
import type { DictionaryRow } from './schema.ts';

/** Rows of the table `dictionary`: each view (column '') and its columns, in the order in which the view gives them. */
export function dictionaryRows(columnsOf: (view: string) => readonly string[]): DictionaryRow[] {
  return Object.entries(DICTIONARY).flatMap(([view, { zh, en, columns }]) => {
    const order = columnsOf(view);
    return [
      { view, column: '', position: 0, unit: null, zh, en },
      ...Object.entries(columns).map(([column, [unit, columnZh, columnEn]]) => ({
        view,
        column,
        position: order.indexOf(column) + 1,
        unit,
        zh: columnZh,
        en: columnEn,
      })),
    ];
  });
}

export function loadDictionary(sqlite: BetterSqlite3.Database): void {
  replaceAll(
    sqlite,
    'dictionary',
    dictionaryRows((view) => viewColumns(sqlite, view)),
  );
}

/** Column names of a table or view, in order; empty where there is none of that name. */
export function viewColumns(sqlite: BetterSqlite3.Database, name: string): string[] {
  return sqlite.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(name);
}
