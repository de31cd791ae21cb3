/**
 * Which column each value of a row stands under, where blank cells were dropped. Only what holds in every
 * arrangement that the values allow is placed: a percentage stands under the rate, the printed rate is actual by
 * budget, full marks are whole and few, nobody is awarded more than the full marks.
 */
import type { ColumnRole } from './form-words.ts';

/**
 * Values by column, null where nothing is known to stand; null as a whole where no arrangement is possible. A row
 * that is a part of another one has no points of its own.
 */
export function placeValues(
  values: readonly string[],
  columns: readonly ColumnRole[],
  isPart = false,
): (string | null)[] | null {
  const possible = arrangements(values, columns).filter(
    (row) => !isPart || columns.every((role, column) => !isPoints(role) || isEmpty(row[column] ?? null)),
  );
  const [first] = possible;
  if (first === undefined) return null;
  return columns.map((_, column) => {
    const value = first[column] ?? null;
    return possible.every((one) => (one[column] ?? null) === value) ? value : null;
  });
}

const isPoints = (role: ColumnRole): boolean => role === 'fullMarks' || role === 'awarded';
const isEmpty = (value: string | null): boolean => value === null || isDash(value);

type Arrangement = readonly (string | null)[];

/** Every way to write the values, in order, under the columns. */
export function arrangements(values: readonly string[], columns: readonly ColumnRole[]): Arrangement[] {
  const found: Arrangement[] = [];
  const write = (column: number, value: number, row: (string | null)[]): void => {
    if (value === values.length) {
      const whole = [...row, ...Array<null>(columns.length - column).fill(null)];
      if (allows(whole, columns)) found.push(whole);
      return;
    }
    if (columns.length - column < values.length - value) return;
    if (fits(values[value]!, columns[column]!)) write(column + 1, value + 1, [...row, values[value]!]);
    write(column + 1, value, [...row, null]);
  };
  if (values.length <= columns.length) write(0, 0, []);
  return found;
}

/** "-", "—", "/": a cell that says that it is empty. */
export const isDash = (value: string): boolean => /^[-—–－/]+$/.test(value);

const MOST_POINTS = 100;
/** Execution is worth ten points in the ministry's form, twenty in some provinces'. */
const MOST_FULL_MARKS = 30;

export function fits(value: string, role: ColumnRole): boolean {
  if (isDash(value)) return true;
  const number = numberOf(value);
  if (value.endsWith('%')) return role === 'rate';
  if (role === 'fullMarks') return number > 0 && number <= MOST_FULL_MARKS && Number.isInteger(number);
  if (role === 'awarded') return number <= MOST_POINTS;
  return true;
}

function allows(row: Arrangement, columns: readonly ColumnRole[]): boolean {
  const under = (role: ColumnRole): string | null => {
    const value = row[columns.indexOf(role)] ?? null;
    return value === null || isDash(value) ? null : value;
  };
  const [full, awarded, rate, actual] = (['fullMarks', 'awarded', 'rate', 'actual'] as const).map(under);
  if (full != null && awarded != null && numberOf(awarded) > numberOf(full)) return false;
  if (rate == null) return true;
  const budget =
    under('adjusted') ?? under('budget') ?? (columns.includes('adjusted') ? null : under('original'));
  return actual != null && budget !== null && isRateOf(rate, numberOf(actual), numberOf(budget));
}

/** Whether the rate, or the points by the form's rule (full marks × rate), show that budget and actual are these. */
export function isProven(row: Arrangement, columns: readonly ColumnRole[]): boolean {
  const under = (role: ColumnRole): number | null => {
    const value = row[columns.indexOf(role)] ?? null;
    return isEmpty(value) ? null : numberOf(value!);
  };
  const [budget, actual] = [under('adjusted') ?? under('budget'), under('actual')];
  if (budget === null || actual === null || budget === 0) return false;
  if (under('rate') !== null) return true;
  const [full, awarded] = [under('fullMarks'), under('awarded')];
  return full !== null && awarded !== null && Math.abs((full * actual) / budget - awarded) <= ROUNDED_POINTS;
}

/** 8.62 of 10 for executing 86.18%. */
const ROUNDED_POINTS = 0.005;

/** Rounded or cut at its last printed digit; "1" and "0.97" are shares of one. */
export function isRateOf(printed: string, actual: number, budget: number): boolean {
  const rate = numberOf(printed);
  const slack = 10 ** -(printed.replace('%', '').split('.')[1]?.length ?? 0) * 1.0001;
  if (budget === 0) return rate === 0 && actual === 0;
  const share = actual / budget;
  if (Math.abs(100 * share - rate) <= slack) return true;
  return !printed.endsWith('%') && rate <= 2 && Math.abs(share - rate) <= Math.min(slack, 0.01);
}

export const numberOf = (value: string): number => Number(value.replace(/[,，%\s]/g, ''));
