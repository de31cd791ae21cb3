/**
 * A form whose text dropped empty cells, or the rest of a cell merged downwards, prints figures under their neighbours'
 * headers: 75% under 分值, an amount where there is no header. Such a line is put where nothing else is possible, or
 * behind all columns, where nobody reads it.
 */
import { normaliseLabel } from '../parse/label.ts';
import { formTokens } from './forms/form-tokens.ts';
import type { ColumnRole } from './forms/form-words.ts';
import { fits, isDash, isProven, isRateOf, numberOf, placeValues } from './forms/place-values.ts';
import type { TextCell } from './text-cell.ts';

type Row = readonly TextCell[];
type Roles = readonly (ColumnRole | null)[];

const FIGURE = /^\d[\d,]*(?:\.\d+)?%?$/;
const TOTAL = /资金总额|总金额|^总额|合计/;
/** What stands beside the columns of a header: an empty cell, 原因, 备注. */
const NO_COLUMN = /^$|原因|备注|说明/;
const MONEY: readonly ColumnRole[] = ['adjusted', 'budget', 'original'];

/** The same rows, their lines of money aligned with the header above them. */
export function withFormLines(rows: readonly TextCell[][]): TextCell[][] {
  let roles: Roles | null = null;
  const keepsEmpty = rows.some(hasGap);
  return rows.map((row) => {
    const header = rolesOf(row);
    if (header !== null) roles = header;
    // Two cells of words are a field, or the header of the indicators; one is a line without money.
    else if (!row.some(isValue) && row.filter(isWords).length > 1) roles = null;
    else if (roles !== null && !isLaidOut(row, roles, keepsEmpty)) return alignedLine(row, roles);
    return [...row];
  });
}

/** What each column of a header prints; null where the row is no header, or has a column that nobody knows among others. */
function rolesOf(row: Row): Roles | null {
  if (row.some(isValue)) return null;
  const roles = row.map(({ text }, column) => (column === 0 ? null : roleOf(text)));
  const known = roles.filter((role) => role !== null);
  const has = (wanted: readonly ColumnRole[]) => wanted.some((role) => known.includes(role));
  const last = roles.findLastIndex((role) => role !== null);
  const first = roles.findIndex((role) => role !== null);
  const whole = roles.every((role, at) =>
    at > first && at < last
      ? role !== null
      : role !== null || at === 0 || NO_COLUMN.test(row[at]!.text.trim()),
  );
  const once = new Set(known).size === known.length;
  return whole && once && has(['actual']) && has(MONEY) ? roles.slice(0, last + 1) : null;
}

function roleOf(text: string): ColumnRole | null {
  const tokens = formTokens(normaliseLabel(text)).filter((token) => token.text.trim() !== '');
  const [only] = tokens;
  return tokens.length === 1 && only?.kind === 'column' ? only.role : null;
}

/** Every figure stands under a header that it can belong to; in a line that ends early the rate is that of its amounts too. */
function isLaidOut(row: Row, roles: Roles, keepsEmpty: boolean): boolean {
  return fitsHeader(row, roles) && (keepsEmpty || !endsEarly(row, roles) || hasOwnRate(row, roles));
}

/** An empty cell in front of a figure: the text prints those that print nothing. */
function hasGap(row: Row): boolean {
  const last = row.findLastIndex(isValue);
  return row.slice(1, Math.max(1, last)).some(({ text }) => text.trim() === '');
}

/** Without an empty cell among its figures: one may have been dropped in front of them. */
function endsEarly(row: Row, roles: Roles): boolean {
  const last = row.findLastIndex(isValue);
  const figures = row.slice(row.findIndex(isValue), last + 1);
  return last < roles.length - 1 && figures.every(({ text }) => text.trim() !== '');
}

function hasOwnRate(row: Row, roles: Roles): boolean {
  const under = (role: ColumnRole) => row[roles.indexOf(role)]?.text.trim() ?? '';
  const budget = MONEY.map(under).find((text) => FIGURE.test(text));
  const [actual, rate] = [under('actual'), under('rate')];
  if (budget === undefined || !FIGURE.test(actual) || !FIGURE.test(rate)) return true;
  return isRateOf(rate, numberOf(actual), numberOf(budget));
}

function fitsHeader(row: Row, roles: Roles): boolean {
  return row.every((cell, column) => {
    if (!isValue(cell) || column >= roles.length) return true;
    const role = roles[column] ?? null;
    return role !== null && fits(cell.text.trim(), role);
  });
}

function alignedLine(row: Row, roles: Roles): TextCell[] {
  const at = row.findIndex(isValue);
  const behind = row.findLastIndex(isValue) + 1;
  const values = row.slice(at, behind).filter(({ text }) => text.trim() !== '');
  const columns = roles.filter((role) => role !== null);
  const first = roles.indexOf(columns[0]!);
  const label = row.slice(0, at).filter(({ text }) => text.trim() !== '');
  const placed = values.every(isValue) ? placedValues(values, columns, !TOTAL.test(labelOf(label))) : null;
  const empty = { text: '', line: row[0]!.line };
  const before = [
    ...Array.from({ length: Math.max(0, first - label.length) }, () => empty),
    ...label.slice(-first),
  ];
  const lost =
    placed === null ? [...columns.map(() => empty), ...values] : placed.map((cell) => cell ?? empty);
  return [...before, ...lost, ...row.slice(behind)];
}

/** null where the values may stand in more than one way. */
function placedValues(
  values: Row,
  columns: readonly ColumnRole[],
  isPart: boolean,
): (TextCell | null)[] | null {
  const placed = placeValues(
    values.map(({ text }) => text.trim()),
    columns,
    isPart,
  );
  const count = placed?.filter((value) => value !== null).length ?? 0;
  const isSure = placed !== null && (values.length === columns.length || isProven(placed, columns));
  if (!isSure || count !== values.length) return null;
  let next = 0;
  return placed.map((value) => (value === null ? null : values[next++]!));
}

const labelOf = (cells: Row): string => normaliseLabel(cells.at(-1)?.text ?? '');
const isWords = ({ text }: TextCell): boolean => /\p{Script=Han}/u.test(text);
const isValue = ({ text }: TextCell): boolean => FIGURE.test(text.trim()) || isDash(text.trim());
