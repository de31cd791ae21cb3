/**
 * Statements that a copy of a web page left as one cell a line, or as rows with single spaces, become rows with tabs
 * again, as far as the header of an official form says where a row ends. Everything else of the text stays as it is.
 */
import type { SourceLine } from '../text-lines.ts';
import { type FlatCell, type FlatRun, flatRunAt } from './flat-cells.ts';
import { codesBody } from './flat-codes.ts';
import { flatHeaderAt } from './flat-header.ts';
import { type FlatBody, lanesBody } from './flat-lanes.ts';
import { matrixBody } from './flat-matrix.ts';

/** No statement is without the name of its first column, or the first part of 三公. */
const MAY_HOLD_STATEMENT = /项\s*目|科\s*目|收\s*入|因公出国/;

export function unfoldStatements(lines: readonly SourceLine[]): readonly SourceLine[] {
  if (!lines.some(({ text }) => MAY_HOLD_STATEMENT.test(text))) return lines;
  const unfolded: SourceLine[] = [];
  for (let index = 0; index < lines.length; ) {
    const run = flatRunAt(lines, index);
    const statement = run === null ? null : linesOfRun(run);
    unfolded.push(...(statement ?? lines.slice(index, (run?.last ?? index) + 1)));
    index = (run?.last ?? index) + 1;
  }
  return unfolded;
}

/** null where the run holds no statement. */
function linesOfRun(run: FlatRun): SourceLine[] | null {
  const { cells } = run;
  const lines: SourceLine[] = [];
  let from = 0;
  for (let index = 0; index < cells.length; index++) {
    const body = bodyAt(run, index);
    if (body === null) continue;
    lines.push(...plainLines(cells.slice(from, index), run));
    for (const row of body.rows) lines.push({ text: row.cells.join('\t'), number: row.line });
    lines.push({ text: '', number: cells[body.end - 1]!.line });
    from = body.end;
    index = body.end - 1;
  }
  return from === 0 ? null : [...lines, ...plainLines(cells.slice(from), run)];
}

function bodyAt(run: FlatRun, index: number): FlatBody | null {
  const header = flatHeaderAt(run.cells, index);
  if (header === null) return matrixBody(run.cells, index);
  const hasCodes = header.columns.some(({ kind }) => kind === 'code');
  return hasCodes ? codesBody(run.cells, header, run.keepsEmpty) : lanesBody(run, header);
}

/** Around the tables a copy without pipes keeps its lines; one with pipes has a cell a line. */
function plainLines(cells: readonly FlatCell[], { printed }: FlatRun): SourceLine[] {
  const lines = cells.map(({ text, line }) => ({ text: printed.get(line) ?? text, number: line }));
  return lines.filter(
    ({ text, number }, index) => text !== '' && !(printed.has(number) && lines[index - 1]?.number === number),
  );
}
