/** `duibiao findings`: published relations that do not hold, the gravest first. */

import { placeInWords } from '../../reports/place-words.ts';
import { inLanguage, SEVERITY_WORDS } from '../../reports/words.ts';
import type { Severity } from '../../transforms/checks/finding.ts';
import type { Console } from '../console.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { findBureau } from '../find-bureau.ts';
import { withPublished } from '../published.ts';
import { type Row, type RowFormat, renderRows } from '../render-rows.ts';

export interface FindingsOptions {
  data?: string;
  bureau?: string;
  severity?: Severity;
  propose?: boolean;
  format: RowFormat;
}

const COLUMNS = {
  severity: ['等级', 'severity'],
  bureau_name: ['单位', 'bureau'],
  fiscal_year: ['年度', 'year'],
  check: ['本应', 'what should hold'],
  message: ['说明', 'message'],
  locator: ['位置', 'where'],
} as const;

const GRAVEST_FIRST = `CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END`;

export async function findingsCommand(options: FindingsOptions, console: Console): Promise<ExitStatus> {
  if (options.propose) return proposeCorrections(options, console);
  const rows = await withPublished(options.data, (warehouse) => {
    const bureau = options.bureau === undefined ? null : findBureau(warehouse, options.bureau).bureauId;
    return warehouse.sqlite
      .prepare<[{ bureau: string | null; severity: string | null }], Row>(
        `SELECT * FROM findings
         WHERE (@bureau IS NULL OR bureau_id = @bureau) AND (@severity IS NULL OR severity = @severity)
         ORDER BY ${GRAVEST_FIRST}, bureau_id, fiscal_year, check_name, finding_id`,
      )
      .all({ bureau, severity: options.severity ?? null });
  });
  const isTable = options.format === 'table';
  const headings = Object.fromEntries(
    Object.entries(COLUMNS).map(([column, [zh, en]]) => [column, console.say(zh, en)]),
  );
  console.out(
    await renderRows(
      isTable ? Object.keys(COLUMNS) : Object.keys(rows[0] ?? COLUMNS),
      isTable ? rows.map((row) => inWords(row, console)) : rows,
      { format: options.format, terminalColumns: console.columns, headings, wraps: true },
    ),
  );
  return EXIT.ok;
}

/** Rows for corrections.csv. Nothing is applied: a person reads them, completes them, and signs them. */
async function proposeCorrections(options: FindingsOptions, console: Console): Promise<ExitStatus> {
  const [{ proposedCorrections }, { CORRECTION_COLUMNS }, { writeCsv }] = await Promise.all([
    import('../review/proposals.ts'),
    import('../../sources/corrections.ts'),
    import('../review/csv.ts'),
  ]);
  const rows = await withPublished(options.data, (warehouse) => {
    const bureau = options.bureau === undefined ? null : findBureau(warehouse, options.bureau).bureauId;
    return proposedCorrections(warehouse, bureau);
  });
  console.out(writeCsv(CORRECTION_COLUMNS, rows));
  return EXIT.ok;
}

function inWords(row: Row, { language }: Console): Row {
  return {
    ...row,
    severity: inLanguage(SEVERITY_WORDS[row.severity as Severity], language),
    bureau_name: row.bureau_name ?? row.bureau_id ?? null,
    locator: [row.source_file, placeInWords(String(row.locator ?? ''), language)].filter(Boolean).join(' '),
    check: (language === 'en' ? row.check_en : row.check_zh) ?? row.check_name ?? null,
    message: (language === 'en' ? row.message_en : row.message) ?? null,
  };
}
