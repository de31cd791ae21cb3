/**
 * Statements that a copy of a web page left as one cell a line, or as rows with single spaces, become rows with tabs
 * again, as far as the header of an official form says where a row ends. Everything else of the text stays as it is.
 */
import { isCaption } from '../captions.ts';
import type { SourceLine } from '../text-lines.ts';
import { type FlatCell, type FlatRun, flatRunAt } from './flat-cells.ts';
import { codesBody } from './flat-codes.ts';
import { flatHeaderAt } from './flat-header.ts';
import { lanesBody } from './flat-lanes.ts';
import { matrixBody } from './flat-matrix.ts';
import type { FlatBody } from './place-figures.ts';
import { movesEmptyCells } from './ragged-rows.ts';

/** No statement is without the name of its first column, or the first part of 三公. */
const MAY_HOLD_STATEMENT = /项\s*目|科\s*目|收\s*入|因公出国/;

export function unfoldStatements(lines: readonly SourceLine[]): readonly SourceLine[] {
  if (!lines.some(({ text }) => MAY_HOLD_STATEMENT.test(text))) return lines;
  const movesEmpty = movesEmptyCells(lines);
  const unfolded: SourceLine[] = [];
  for (let index = 0; index < lines.length; ) {
    const run = flatRunAt(lines, index, movesEmpty);
    const statement = run === null ? null : linesOfRun(run);
    for (const line of statement ?? lines.slice(index, (run?.last ?? index) + 1)) unfolded.push(line);
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
    const torn = tornHeader(cells.slice(from, index));
    for (const line of plainLines(cells.slice(from, index - torn.length), run))
      for (const part of withCaptionsApart(line, run)) lines.push(part);
    if (torn.length > 0)
      lines.push({ text: `${torn.map(({ text }) => text).join('｜')}\t`, number: torn[0]!.line });
    for (const row of body.rows) lines.push({ text: row.cells.join('\t'), number: row.line });
    lines.push({ text: '', number: cells[body.end - 1]!.line });
    from = body.end;
    index = body.end - 1;
  }
  // Rows whose cells left their columns are no table, even where nothing says what they are.
  return from === 0 && !run.isRagged ? null : [...lines, ...plainLines(cells.slice(from), run)];
}

/** Longest word of a header: "部门预算支出经济分类科目". */
const LONGEST_WORD = 14;
const MOST_WORDS = 8;

/** "部门预算经济分类科目" "编码" between the captions and the known words of a header: what its lines were broken into. */
function tornHeader(before: readonly FlatCell[]): readonly FlatCell[] {
  const last = before.findLastIndex(
    ({ text }) => text.length > LONGEST_WORD || isCaption(text) || !/^[\p{Script=Han}（）()“”]+$/u.test(text),
  );
  const words = before.slice(last + 1);
  const isBelowCaption = last >= 0 && isCaption(before[last]!.text);
  return isBelowCaption && words.length <= MOST_WORDS ? words : [];
}

function bodyAt(run: FlatRun, index: number): FlatBody | null {
  const header = flatHeaderAt(run.cells, index);
  if (header === null) return matrixBody(run, index);
  const hasCodes = header.columns.some(({ kind }) => kind === 'code');
  return hasCodes ? codesBody(run.cells, header, run.keepsEmpty) : lanesBody(run, header);
}

/** Around the tables a copy without pipes keeps its lines, or what is left of them; one with pipes has a cell a line. */
function plainLines(cells: readonly FlatCell[], { printed }: FlatRun): SourceLine[] {
  const lines: SourceLine[] = [];
  for (let from = 0, to = 0; from < cells.length; from = to) {
    const { line, text, start } = cells[from]!;
    const whole = printed.get(line);
    to = from + 1;
    while (whole !== undefined && cells[to]?.line === line) to++;
    if (text !== '')
      lines.push({ text: whole === undefined ? text : rest(whole, start, cells[to - 1]!.end), number: line });
  }
  return lines;
}

/** The line as printed, unless a table took a part of it. */
const rest = (line: string, start: number, end: number): string =>
  line.slice(0, start).trim() === '' && line.slice(end).trim() === '' ? line : line.slice(start, end);

/** "示例局2020年部门预算 表1 部门收支总表 单位:万元" in front of a table on the same line: its captions are lines of their own. */
function withCaptionsApart({ text, number }: SourceLine, { printed }: FlatRun): SourceLine[] {
  if ((printed.get(number) ?? text) === text) return [{ text, number }];
  const words = text.trim().split(/\s+/);
  const first = words.findLastIndex((word) => !isCaption(word)) + 1;
  if (first === words.length || isCaption(text.trim())) return [{ text, number }];
  const before = first === 0 ? [] : [words.slice(0, first).join(' ')];
  return [...before, ...words.slice(first)].map((line) => ({ text: line, number }));
}
