/** `duibiao documents`: every document ever seen, and the numbers in them that nobody understood. */

import { numberReasonInEnglish } from '../../reports/number-reasons.ts';
import { placeInWords } from '../../reports/place-words.ts';
import { quarantineEnglish } from '../../reports/reason-words.ts';
import { DOCUMENT_STATE_WORDS, inLanguage, KIND_WORDS } from '../../reports/words.ts';
import type { DocumentState } from '../../warehouse/enumerations.ts';
import type { Console } from '../console.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { withPublished } from '../published.ts';
import { type Row, type RowFormat, renderRows } from '../render-rows.ts';

export interface DocumentsOptions {
  data?: string;
  unclaimed?: boolean;
  state?: DocumentState;
  format: RowFormat;
}

const DOCUMENT_COLUMNS = {
  relative_path: ['文件', 'document'],
  bureau_name: ['单位', 'bureau'],
  fiscal_year: ['年度', 'year'],
  kind: ['种类', 'kind'],
  state: ['状态', 'state'],
  facts: ['数据', 'facts'],
  unclaimed: ['未读懂', 'unclaimed'],
  state_reason: ['原因', 'reason'],
} as const;

const UNCLAIMED_COLUMNS = {
  source_file: ['文件', 'document'],
  locator: ['位置', 'where'],
  text: ['数字', 'number'],
  context: ['上下文', 'context'],
  reason: ['原因', 'reason'],
} as const;

export async function documentsCommand(options: DocumentsOptions, console: Console): Promise<ExitStatus> {
  const columns = options.unclaimed ? UNCLAIMED_COLUMNS : DOCUMENT_COLUMNS;
  const rows = await withPublished(options.data, ({ sqlite }) =>
    options.unclaimed
      ? sqlite
          .prepare<[string | null], Row>(
            `SELECT d.source_file, d.bureau_id, d.fiscal_year, u.medium, u.money, u.text, u.context, u.reason,
              u.locator
             FROM unclaimed_rows u JOIN documents d USING (document_id)
             WHERE d.state = coalesce(?, 'extracted') ORDER BY d.relative_path, u.document_id, u.ordinal`,
          )
          .all(options.state ?? null)
      : sqlite
          .prepare<[{ state: string | null }], Row>(
            `SELECT * FROM documents WHERE @state IS NULL OR state = @state ORDER BY state, relative_path, document_id`,
          )
          .all({ state: options.state ?? null }),
  );
  const shown = options.format === 'table' ? rows.map((row) => inWords(row, console)) : rows;
  const names = options.format === 'table' ? Object.keys(columns) : Object.keys(rows[0] ?? columns);
  const headings = Object.fromEntries(
    Object.entries(columns).map(([column, [zh, en]]) => [column, console.say(zh, en)]),
  );
  console.out(
    await renderRows(names, shown, {
      format: options.format,
      terminalColumns: console.columns,
      headings,
      wraps: true,
    }),
  );
  if (rows.length === 0 && options.format === 'table' && !console.quiet) {
    console.err(console.say('没有。\n', 'None.\n'));
  }
  return EXIT.ok;
}

function inWords(row: Row, { language, say }: Console): Row {
  if (row.state === undefined) {
    const reason = String(row.reason);
    return {
      ...row,
      locator: placeInWords(String(row.locator), language),
      reason: say(reason, numberReasonInEnglish(reason) ?? reason),
    };
  }
  const { state_code: code = null, state_reason: reason = null } = row;
  return {
    ...row,
    state: inLanguage(DOCUMENT_STATE_WORDS[row.state as DocumentState], language),
    kind: row.kind === null ? null : inLanguage(KIND_WORDS[row.kind as keyof typeof KIND_WORDS], language),
    bureau_name: row.bureau_name ?? row.bureau_id ?? null,
    state_reason:
      reason === null
        ? null
        : say(String(reason), quarantineEnglish(code === null ? null : String(code), String(reason))),
  };
}
