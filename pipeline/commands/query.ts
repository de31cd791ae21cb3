/** `duibiao query`: any question in SQL, read-only. */
import type { Console } from '../console.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { publishedPaths } from '../published.ts';
import { type RowFormat, renderLines, type Value } from '../render-rows.ts';

export interface QueryCommandOptions {
  data?: string;
  format: RowFormat;
}

// A table on a screen that is longer than this is not read; CSV and JSON are never cut.
const SHOWN_ROWS = 1_000;

export async function queryCommand(
  sql: string,
  options: QueryCommandOptions,
  console: Console,
): Promise<ExitStatus> {
  const paths = await publishedPaths(options.data);
  const { runReadOnlyQuery } = await import('../../warehouse/query.ts');
  const isTable = options.format === 'table';
  const answer = runReadOnlyQuery(paths.warehouse, sql, isTable ? { maxRows: SHOWN_ROWS } : {});
  console.out(
    await renderLines(answer.columns, answer.rows as Value[][], {
      format: options.format,
      terminalColumns: console.columns,
    }),
  );
  if (isTable && !console.quiet)
    console.err(`${printCount(answer.rows.length, answer.truncated, console)}\n`);
  return EXIT.ok;
}

function printCount(rows: number, truncated: boolean, { say }: Console): string {
  return truncated
    ? say(
        `只显示前 ${rows} 行；全部结果请用 --format csv`,
        `Only the first ${rows} rows; --format csv gives all`,
      )
    : say(`${rows} 行`, `${rows} rows`);
}
