/** `duibiao diagnose DOCUMENT|BUREAU`: everything that is known about why it is as it is. */
import type { Warehouse } from '../../warehouse/connect.ts';
import type { Console } from '../console.ts';
import { type Answer, ask, BUREAU_QUESTIONS, DOCUMENT_QUESTIONS, documentsNamed } from '../diagnose.ts';
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
  for (const { zh, en, rows } of answers) {
    console.out(`\n${console.say(zh, en)}\n`);
    const [first] = rows;
    console.out(
      rows.length === 1 && first !== undefined
        ? printOne(first)
        : await renderRows(Object.keys(first ?? {}), rows, {
            format: 'table',
            terminalColumns: console.columns,
          }),
    );
  }
  return EXIT.ok;
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
    if (documents.length === 0) throw error;
    throw ambiguous(wanted, [...paths]);
  }
}

function ambiguous(wanted: string, paths: readonly string[]): Trouble {
  return new Trouble(
    `“${wanted}”对应几份文件，请写完整路径或文件编号：${paths.join('；')}`,
    `"${wanted}" fits several documents, write the whole path or id: ${paths.join('; ')}`,
    EXIT.usage,
  );
}

/** One column a line: a single row is not worth a table as wide as it is. */
function printOne(row: Answer['rows'][number]): string {
  return Object.entries(row)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `  ${name}: ${value}\n`)
    .join('');
}
