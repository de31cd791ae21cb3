/**
 * The views that analysts rely on. A view is text, not data: `installViews` replaces those whose text changed,
 * so that changing one needs no migration. Contract columns come first and in the contract's order.
 */
import type BetterSqlite3 from 'better-sqlite3';
import { DICTIONARY } from '../dictionary-entries.ts';
import { analystViews } from './analysts.ts';
import { documentViews } from './documents.ts';
import { expectedViews } from './expected.ts';
import { factViews } from './facts.ts';
import { findingViews } from './findings.ts';
import { metricViews } from './metrics.ts';
import { observationViews } from './observations.ts';
import { qualityViews } from './quality.ts';
import { runViews } from './runs.ts';
import { twinViews } from './twins.ts';

/** Name of the view → its SELECT. */
export const VIEWS: Readonly<Record<string, string>> = {
  ...factViews,
  ...observationViews,
  ...findingViews,
  ...metricViews,
  ...documentViews,
  ...expectedViews,
  ...runViews,
  ...qualityViews,
  ...analystViews,
  ...twinViews(DICTIONARY),
};

export function installViews(sqlite: BetterSqlite3.Database): void {
  const present = new Map(
    sqlite
      .prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_schema WHERE type = 'view'`)
      .all()
      .map(({ name, sql }) => [name, sql]),
  );
  for (const [name, select] of Object.entries(VIEWS)) {
    const wanted = `CREATE VIEW "${name}" AS ${select}`;
    if (present.get(name) !== wanted) sqlite.exec(`DROP VIEW IF EXISTS "${name}"; ${wanted}`);
    present.delete(name);
  }
  for (const name of present.keys()) sqlite.exec(`DROP VIEW "${name}"`);
}
