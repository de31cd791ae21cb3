/** `duibiao changes`: what the last runs changed in what was published, from what to what, and why. */
import { type ChangeInWords, changeTranslator, stateInWords } from '../../reports/change-words.ts';
import { CHANGE_KIND_WORDS, inLanguage } from '../../reports/words.ts';
import { loadChanges } from '../../warehouse/changes.ts';
import type { ChangeView } from '../../warehouse/schema.ts';
import type { Console } from '../console.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { withPublished } from '../published.ts';
import { type Row, type RowFormat, renderRows } from '../render-rows.ts';

export interface ChangesOptions {
  data?: string;
  /** Number of a run: everything after it. */
  since?: number;
  format: RowFormat;
}

const COLUMNS = {
  run_id: ['运行', 'run'],
  kind: ['种类', 'kind'],
  bureau_name: ['单位', 'bureau'],
  fiscal_year: ['年度', 'year'],
  what: ['对象', 'what'],
  before: ['原来', 'before'],
  after: ['现在', 'after'],
  why: ['原因', 'why'],
} as const;

export async function changesCommand(options: ChangesOptions, console: Console): Promise<ExitStatus> {
  const isTable = options.format === 'table';
  const rows = await withPublished(options.data, ({ sqlite }): Row[] => {
    const changes = loadChanges(sqlite, options.since ?? null);
    if (!isTable) return changes.map((change) => ({ ...change }));
    const translate = changeTranslator(sqlite);
    return changes.map((change) => inWords(change, console, translate));
  });
  const headings = Object.fromEntries(
    Object.entries(COLUMNS).map(([column, [zh, en]]) => [column, console.say(zh, en)]),
  );
  console.out(
    await renderRows(isTable ? Object.keys(COLUMNS) : Object.keys(rows[0] ?? COLUMNS), rows, {
      format: options.format,
      terminalColumns: console.columns,
      headings,
      wraps: true,
    }),
  );
  if (rows.length === 0 && isTable && !console.quiet) {
    console.err(console.say('没有变化。\n', 'Nothing has changed.\n'));
  }
  return EXIT.ok;
}

function inWords(change: ChangeView, { language }: Console, translate: ChangeInWords): Row {
  const state = (id: string | null) => (id === null ? null : stateInWords(id, language));
  return {
    ...change,
    kind: inLanguage(CHANGE_KIND_WORDS[change.kind], language),
    bureau_name: change.bureau_name ?? change.bureau_id,
    before: change.before_value ?? state(change.before),
    after: change.after_value ?? state(change.after),
    ...translate(change, language),
  };
}
