/** What the last run with news changed, and how much every run changed: the page for the morning after. */
import type BetterSqlite3 from 'better-sqlite3';
import type { Unit } from '../../transforms/parse/quantity.ts';
import { loadChangeCounts, loadChanges } from '../../warehouse/changes.ts';
import { changeTranslator } from '../change-words.ts';
import type { ChangeCountEntry, ChangeEntry, Packed, Tables } from './data.ts';
import { keyOf } from './files.ts';
import { pack } from './packed.ts';

/** A change of rules moves everything; the rest of a kind is counted here and listed by `duibiao changes`. */
const MOST_OF_A_KIND = 2_000;
/** Runs whose counts are shown. */
const RUNS_SHOWN = 30;

const CHANGE_COLUMNS = [
  'kind',
  'key',
  'bureau',
  'name',
  'year',
  'what',
  'whatEn',
  'before',
  'after',
  'beforeValue',
  'afterValue',
  'unit',
  'why',
  'whyEn',
] as const satisfies readonly (keyof ChangeEntry)[];

const COUNT_COLUMNS = ['run', 'at', 'kind', 'count'] as const satisfies readonly (keyof ChangeCountEntry)[];

export function readChanges(sqlite: BetterSqlite3.Database): Tables {
  const inWords = changeTranslator(sqlite);
  const listed = new Map<string, number>();
  const changes = loadChanges(sqlite).flatMap((row): ChangeEntry[] => {
    const before = listed.get(row.kind) ?? 0;
    listed.set(row.kind, before + 1);
    if (before >= MOST_OF_A_KIND) return [];
    const { what, why } = inWords(row, 'zh');
    const english = inWords(row, 'en');
    return [
      {
        kind: row.kind,
        key: row.key,
        bureau: row.bureau_id === null ? null : keyOf(row.bureau_id),
        name: row.bureau_name,
        year: row.fiscal_year,
        what,
        whatEn: english.what === what ? null : english.what,
        before: row.before,
        after: row.after,
        beforeValue: row.before_value,
        afterValue: row.after_value,
        unit: row.unit as Unit | null,
        why,
        whyEn: english.why === why ? null : english.why,
      },
    ];
  });
  return { changes: pack(CHANGE_COLUMNS, changes) };
}

/** Newest run first. */
export function readChangeCounts(sqlite: BetterSqlite3.Database): Packed {
  const counts = loadChangeCounts(sqlite);
  const runs = new Set([...new Set(counts.map(({ runId }) => runId))].slice(0, RUNS_SHOWN));
  return pack(
    COUNT_COLUMNS,
    counts
      .filter(({ runId }) => runs.has(runId))
      .map(({ runId, runAt, kind, count }): ChangeCountEntry => ({ run: runId, at: runAt, kind, count })),
  );
}
