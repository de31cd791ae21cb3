/** Chinese twins of views: which there are, their SELECT, and their entries in the dictionary. */
import type { Meaning, ViewEntry } from '../dictionary-meanings.ts';
import { COLUMN_NAMES, shownInChinese, TWINS } from './chinese.ts';

type Entries = Readonly<Record<string, ViewEntry>>;

/** "核对结论；没有核对为空" → 核对结论: how the dictionary itself begins to name a column. */
const FIRST_WORDS = /^[^；，：（。]+/u;

function chineseName(column: string, meaning: Meaning): string {
  return COLUMN_NAMES[column] ?? FIRST_WORDS.exec(meaning[1])![0].replaceAll(/[\s“”]/gu, '');
}

/** Twins of those views that the dictionary knows. */
function twins(entries: Entries): [zh: string, view: string, entry: ViewEntry][] {
  return Object.entries(TWINS).flatMap(([zh, view]) => {
    const entry = entries[view];
    return entry === undefined ? [] : [[zh, view, entry] as [string, string, ViewEntry]];
  });
}

/** Name of the twin → its SELECT. */
export function twinViews(entries: Entries): Record<string, string> {
  return Object.fromEntries(
    twins(entries).map(([zh, view, { columns }]) => {
      const selected = Object.entries(columns).map(
        ([column, meaning]) => `${shownInChinese(column)} AS "${chineseName(column, meaning)}"`,
      );
      return [zh, `\n    SELECT ${selected.join(', ')}\n    FROM "${view}"`];
    }),
  );
}

export function twinEntries(entries: Entries): Record<string, ViewEntry> {
  return Object.fromEntries(
    twins(entries).map(([name, view, { zh, en, columns }]) => [
      name,
      {
        zh: `${zh}（同 ${view}）`,
        en: `${en} (the same as ${view}, in Chinese)`,
        columns: Object.fromEntries(
          Object.entries(columns).map(([column, meaning]) => [chineseName(column, meaning), meaning]),
        ),
      },
    ]),
  );
}
