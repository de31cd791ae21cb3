/** `duibiao changes`: what the last runs changed in what was published, from what to what, and why. */
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
  const rows = await withPublished(options.data, ({ sqlite }) => loadChanges(sqlite, options.since ?? null));
  const isTable = options.format === 'table';
  const headings = Object.fromEntries(
    Object.entries(COLUMNS).map(([column, [zh, en]]) => [column, console.say(zh, en)]),
  );
  const plain = rows.map((row): Row => ({ ...row }));
  console.out(
    await renderRows(
      isTable ? Object.keys(COLUMNS) : Object.keys(plain[0] ?? COLUMNS),
      isTable ? rows.map((row) => inWords(row, console)) : plain,
      { format: options.format, terminalColumns: console.columns, headings },
    ),
  );
  if (rows.length === 0 && isTable && !console.quiet) {
    console.err(console.say('没有变化。\n', 'Nothing has changed.\n'));
  }
  return EXIT.ok;
}

function inWords(row: ChangeView, { language }: Console): Row {
  return {
    ...row,
    kind: inLanguage(CHANGE_KIND_WORDS[row.kind], language),
    bureau_name: row.bureau_name ?? row.bureau_id,
    before: row.before_value ?? row.before,
    after: row.after_value ?? row.after,
  };
}
