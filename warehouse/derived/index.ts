/**
 * Derived tables are text, like views: one whose text changed is made anew and filled, so that changing one needs
 * no migration. They are filled again after every comparison of bureaus and hold nothing of their own.
 */
import type BetterSqlite3 from 'better-sqlite3';
import { divisionByCode, peerTierOf, populationOf } from '../../sources/division.ts';
import { bureauTypeOf } from '../../transforms/metrics/bureau-type.ts';
import { publishingBureaus } from '../publishing-bureaus.ts';
import { readState, writeState } from '../state.ts';
import { bureauRows, bureauYearRows } from './bureau-years.ts';
import type { DerivedTable } from './derived-table.ts';
import { economicSpendingRows, functionalSpendingRows, projectRows } from './spending.ts';

export const DERIVED_TABLES: readonly DerivedTable[] = [
  bureauYearRows,
  bureauRows,
  functionalSpendingRows,
  economicSpendingRows,
  projectRows,
];

/** The text of all of them, as it was when they were last filled. */
const INSTALLED = 'derived_tables';

/** Makes and fills them where their text is not that of the program. Call it inside a transaction. */
export function installDerived(sqlite: BetterSqlite3.Database): void {
  const wanted = JSON.stringify(DERIVED_TABLES);
  const stored = readState({ sqlite }, INSTALLED);
  if (stored === wanted) return;
  const names = stored === null ? [] : (JSON.parse(stored) as DerivedTable[]).map(({ name }) => name);
  for (const name of names) sqlite.exec(`DROP TABLE IF EXISTS "${name}"`);
  refreshDerived(sqlite);
  writeState({ sqlite }, INSTALLED, wanted);
}

/** Fills all of them from the present observations, findings and metrics. Call it inside a transaction. */
export function refreshDerived(sqlite: BetterSqlite3.Database): void {
  addFunctions(sqlite);
  for (const { name, create } of DERIVED_TABLES) {
    sqlite.exec(`DROP TABLE IF EXISTS "${name}"`);
    sqlite.exec(create);
  }
  const fills = DERIVED_TABLES.map(({ fill }) => sqlite.prepare<{ bureauId: string }>(fill));
  for (const bureauId of publishingBureaus(sqlite)) {
    for (const fill of fills) fill.run({ bureauId });
  }
  for (const { indexes } of DERIVED_TABLES) {
    for (const index of indexes) sqlite.exec(index);
  }
}

type Code = string | null;

/** What the program knows of a place, within SQL, while the tables are filled. */
function addFunctions(sqlite: BetterSqlite3.Database): void {
  const pure = { deterministic: true };
  sqlite.function('region_name', pure, (code: Code, year: number) =>
    code === null ? null : (divisionByCode(code, year)?.name ?? null),
  );
  sqlite.function('province_name', pure, (code: Code) =>
    code === null ? null : (divisionByCode(`${code.slice(0, 2)}0000`)?.name ?? null),
  );
  sqlite.function('region_tier', pure, (code: Code) => (code === null ? null : peerTierOf(code)));
  sqlite.function('office_of', pure, (name: string | null) => (name === null ? null : bureauTypeOf(name)));
  sqlite.function('residents_of', pure, (code: Code, year: number) =>
    code === null ? null : (populationOf(code, year)?.residents ?? null),
  );
}
