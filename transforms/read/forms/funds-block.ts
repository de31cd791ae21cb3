/** The year's money in a form that lost its rules: header words, then row labels with their values, as rows of cells. */

import { type FormToken, isFiller } from './form-tokens.ts';
import type { ColumnRole } from './form-words.ts';
import { isDash, isProven, placeValues } from './place-values.ts';
import { splitFigures } from './split-figures.ts';

export interface FundsRow {
  /** Where its label stands. */
  start: number;
  cells: readonly string[];
  /** Figures of the row that no column could be found for, and the words behind its values. */
  left: readonly string[];
}

export interface FundsBlock {
  /** Index of the first token of the header, and of the first behind the last row. */
  first: number;
  end: number;
  header: FundsRow;
  rows: readonly FundsRow[];
}

interface Header {
  end: number;
  columns: readonly FormToken[];
  /** Row labels that a torn text prints among the header words. */
  waiting: readonly FormToken[];
}

/** Tokens between the first and the last word of a header. */
const LONGEST_HEADER = 40;
const MOST_ROWS = 12;
/** What a reason given in the row may be written with. */
const EXPLAINS: readonly FormToken['kind'][] = ['words', 'figure', 'dash', 'column', 'funds'];
/** A torn text prints the values of several rows behind one another. */
const MOST_VALUES = 18;
/** "| 原因 |", "备注", "偏差原因及改进措施": a header that no figure stands under. */
const LONGEST_OTHER_HEADER = 24;

/** The block whose header begins at this token, null where none does. */
export function fundsBlockAt(tokens: readonly FormToken[], first: number): FundsBlock | null {
  if (tokens[first]?.kind !== 'column' || tokens[first - 1]?.kind === 'column') return null;
  const header = headerAt(tokens, first);
  if (header === null) return null;
  const columns = header.columns.map(({ role }) => role!);
  const { rows, end } = rowsFrom(tokens, header);
  if (!rows.some(({ isTotal }) => isTotal)) return null;
  return {
    first,
    end,
    header: { start: tokens[first]!.start, cells: header.columns.map(({ text }) => text), left: [] },
    rows: rows.map((row) => placed(row, columns)),
  };
}

function headerAt(tokens: readonly FormToken[], first: number): Header | null {
  const columns: FormToken[] = [];
  const waiting: FormToken[] = [];
  let end = first;
  for (let index = first; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (index - first > LONGEST_HEADER) return null;
    if (token.kind === 'column') columns.push(token);
    else if (token.kind === 'total' || token.kind === 'part') waiting.push(token);
    else if (!isFiller(token) && token.kind !== 'field') break;
    if (token.kind === 'column') end = index + 1;
  }
  const inside = waiting.filter(({ start }) => start < tokens[end - 1]!.start);
  return isHeader(columns) ? { end, columns, waiting: inside } : null;
}

/** What was done, against what was planned, with a rate or points: no sentence lists these side by side. */
function isHeader(columns: readonly FormToken[]): boolean {
  const roles = columns.map(({ role }) => role!);
  const has = (...wanted: ColumnRole[]) => wanted.some((role) => roles.includes(role));
  const once = new Set(roles).size === roles.length;
  return (
    once && has('actual') && has('adjusted', 'budget', 'original') && has('rate', 'awarded', 'fullMarks')
  );
}

interface OpenRow {
  label: FormToken;
  isTotal: boolean;
  values: FormToken[];
  /** Behind words of its own ("1.预算执行率=…") a row prints no more values. */
  closed: boolean;
  rest: string;
  /** Its label does not stand in front of its values: they must prove that they are its. */
  torn: boolean;
}

function rowsFrom(tokens: readonly FormToken[], header: Header): { rows: OpenRow[]; end: number } {
  const first = header.waiting[0] ?? labelBehind(tokens, header.end);
  const rows: OpenRow[] = first === null ? [] : [{ ...open(first), torn: true }];
  let end = header.end;
  for (let index = header.end; index < tokens.length && rows.length <= MOST_ROWS; index++) {
    const token = tokens[index]!;
    const row = rows.at(-1);
    if (token.kind === 'total' || token.kind === 'part') rows.push(open(token));
    else if (row?.closed && EXPLAINS.includes(token.kind)) row.rest += token.text;
    else if (row !== undefined && mayBeCut(tokens, index)) row.rest += ` ${token.text}`;
    else if (token.kind === 'figure' || token.kind === 'dash') {
      if (row === undefined) break;
      if (row.values.length < MOST_VALUES) row.values.push(token);
      else row.rest += ` ${token.text}`;
    } else if (token.kind === 'words' && row !== undefined) {
      row.closed = !isFiller(token);
      if (row.closed) row.rest += token.text;
    } else if (token.kind !== 'words' || token.text.trim().length > LONGEST_OTHER_HEADER) break;
    end = index + 1;
  }
  return { rows, end };
}

/** "361.50 190.": a text that was cut somewhere ends inside a figure as well as behind one. */
function mayBeCut(tokens: readonly FormToken[], index: number): boolean {
  const { kind, text } = tokens[index]!;
  return (
    kind === 'figure' &&
    !text.includes('%') &&
    tokens.slice(index + 1).every((behind) => behind.kind === 'words' && /^[\s.,]*$/.test(behind.text))
  );
}

/** "… 得分 250000.00 215457.60 10 8.62 … 年度资金总额": values right behind the header, the label of the row farther down. */
function labelBehind(tokens: readonly FormToken[], from: number): FormToken | null {
  let next = from;
  while (next < tokens.length && isFiller(tokens[next]!)) next++;
  if (tokens[next]?.kind !== 'figure') return null;
  for (const token of tokens.slice(next, next + LABEL_REACH)) {
    if (token.kind === 'total') return token;
    if (token.kind === 'name' || token.kind === 'end') return null;
  }
  return null;
}

/** How many tokens behind its values the label of a row may stand. */
const LABEL_REACH = 60;

const open = (label: FormToken): OpenRow => ({
  label,
  isTotal: label.kind === 'total',
  values: [],
  closed: false,
  rest: '',
  torn: false,
});

function placed({ label, isTotal, values, rest, torn }: OpenRow, columns: readonly ColumnRole[]): FundsRow {
  const printed = values.map(({ text }) => text);
  const cells = isRun(values)
    ? splitFigures(printed.join(''), columns)
    : longestFit(printed, columns, !isTotal, torn);
  const known = (cells ?? []).filter((cell) => cell !== null);
  const left = isRun(values) && cells !== null ? [] : without(printed, known);
  return {
    start: label.start,
    cells: [label.text.replace(/[\s|]+/g, ''), ...columns.map((_, column) => cells?.[column] ?? '')],
    left: [...left.filter((value) => !isDash(value)), ...(rest.trim() === '' ? [] : [rest.trim()])],
  };
}

/** A torn text goes on with the next row's values; the longest row that can be one is taken, if it proves itself. */
function longestFit(
  values: readonly string[],
  columns: readonly ColumnRole[],
  isPart: boolean,
  mustProve: boolean,
): (string | null)[] | null {
  if (values.length <= columns.length && !mustProve) return placeValues(values, columns, isPart);
  for (let length = Math.min(columns.length, values.length); length >= LEAST_PROVEN; length--) {
    const cells = placeValues(values.slice(0, length), columns);
    if (cells !== null && isProven(cells, columns)) return cells;
  }
  return null;
}

/** Budget, actual and rate. */
const LEAST_PROVEN = 3;

function without(printed: readonly string[], taken: readonly string[]): string[] {
  const rest = [...taken];
  return printed.filter((value) => {
    const at = rest.indexOf(value);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

/** Digits without anything between the cells: "40004000100%". */
function isRun(values: readonly FormToken[]): boolean {
  const [only] = values;
  return values.length === 1 && /\d.*%/.test(only!.text) && /\d{5,}|\..*\.|%\d/.test(only!.text);
}
