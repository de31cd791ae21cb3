/** `duibiao diagnose DOCUMENT|BUREAU`: everything that is known about why it is as it is. */

import { quarantineEnglish } from '../../reports/reason-words.ts';
import type { Warehouse } from '../../warehouse/connect.ts';
import type { Console } from '../console.ts';
import { type Answer, ask, BUREAU_QUESTIONS, DOCUMENT_QUESTIONS, documentsNamed } from '../diagnose.ts';
import { COLUMN_WORDS, valueInWords } from '../diagnose-words.ts';
import { EXIT, type ExitStatus, Trouble } from '../exit-status.ts';
import { findBureau, printBureau } from '../find-bureau.ts';
import { withPublished } from '../published.ts';
import { renderRows } from '../render-rows.ts';

interface Diagnosis {
  title: string;
  answers: readonly Answer[];
}

export async function diagnoseCommand(
  wanted: string,
  options: { data?: string },
  console: Console,
): Promise<ExitStatus> {
  const { title, answers } = await withPublished(options.data, (warehouse) => diagnose(warehouse, wanted));
  console.out(`${title}\n`);
  const reasons = reasonsIn(answers);
  for (const { zh, en, rows: asked } of answers) {
    console.out(`\n${console.say(zh, en)}\n`);
    const rows = asked.map((row) => inWords(row, reasons, console));
    const [first] = rows;
    const names = Object.keys(first ?? {});
    const headings = Object.fromEntries(names.map((name) => [name, heading(name, console)]));
    console.out(
      rows.length === 1 && first !== undefined
        ? printOne(first, headings)
        : await renderRows(names, rows, {
            format: 'table',
            terminalColumns: console.columns,
            headings,
            wraps: true,
          }),
    );
  }
  return EXIT.ok;
}

function heading(column: string, { say }: Console): string {
  return say(...(COLUMN_WORDS[column] ?? ([column, column] as const)));
}

/** Reasons of quarantines by their words: the ledger repeats them without their codes. */
function reasonsIn(answers: readonly Answer[]): Map<unknown, string> {
  const rows = answers.flatMap((answer) => answer.rows).filter((row) => typeof row.state_code === 'string');
  return new Map(rows.map((row) => [row.state_reason, String(row.state_code)]));
}

function inWords(
  { message_en: messageEn, ...row }: Answer['rows'][number],
  reasons: ReadonlyMap<unknown, string>,
  { say }: Console,
): Answer['rows'][number] {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      if (column === 'message' && typeof messageEn === 'string')
        return [column, say(String(value), messageEn)];
      if (typeof value !== 'string') return [column, value];
      const code = reasons.get(value);
      return [
        column,
        say(
          ...(code === undefined
            ? valueInWords(column, value)
            : ([value, quarantineEnglish(code, value)] as const)),
        ),
      ];
    }),
  );
}

/** A document where one goes by that name, else a bureau. Throws a `Trouble` where several documents, or nobody, do. */
function diagnose(warehouse: Warehouse, wanted: string): Diagnosis {
  const documents = documentsNamed(warehouse.sqlite, wanted);
  const paths = new Set(documents.map(({ path }) => path));
  const [document] = documents;
  if (document !== undefined && paths.size === 1) {
    return { title: document.path, answers: ask(warehouse.sqlite, DOCUMENT_QUESTIONS, document.id) };
  }
  try {
    const bureau = findBureau(warehouse, wanted);
    return { title: printBureau(bureau), answers: ask(warehouse.sqlite, BUREAU_QUESTIONS, bureau.bureauId) };
  } catch (error) {
    if (documents.length === 0) throw nobody(wanted, error);
    throw ambiguous(wanted, [...paths]);
  }
}

function nobody(wanted: string, error: unknown): unknown {
  if (!(error instanceof Trouble)) return error;
  return new Trouble(
    `没有文件叫“${wanted}”，也不是单位：${error.message}`,
    `No document is called "${wanted}", and no bureau: ${error.english}`,
    error.status,
  );
}

function ambiguous(wanted: string, paths: readonly string[]): Trouble {
  return new Trouble(
    `“${wanted}”对应几份文件，请写完整路径或文件编号：${paths.join('；')}`,
    `"${wanted}" fits several documents, write the whole path or id: ${paths.join('; ')}`,
    EXIT.usage,
  );
}

/** One column a line: a single row is not worth a table as wide as it is. */
function printOne(row: Answer['rows'][number], headings: Readonly<Record<string, string>>): string {
  return Object.entries(row)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `  ${headings[name]}: ${value}\n`)
    .join('');
}
