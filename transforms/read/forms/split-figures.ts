/**
 * "202010100.00%10": the cells of a row printed without anything between them. The rate says where one ends and
 * the next begins: it is actual by budget. Where it leaves two readings of an amount, there is none.
 */
import type { ColumnRole } from './form-words.ts';
import { arrangements, numberOf } from './place-values.ts';

/** A figure as forms print it: no leading zero, thousands by commas or not, and behind the second decimal no zero at the end. */
const FIGURE = /^(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(?:\d{1,2}|\d{2,5}[1-9]))?$/;
/** Digits in front of the percent sign; more are no row of one form. */
const LONGEST_RUN = 48;

const MONEY: readonly ColumnRole[] = ['original', 'adjusted', 'budget', 'actual'];

/** Values by column, null for columns that stay open; null where the run has no reading, or two for one amount. */
export function splitFigures(run: string, columns: readonly ColumnRole[]): (string | null)[] | null {
  const [before, after = '', more] = run.split('%');
  const rateAt = columns.indexOf('rate');
  if (before === undefined || more !== undefined || rateAt < 0 || before.length > LONGEST_RUN) return null;
  const points = pointsBehind(after, columns.length - rateAt - 1);
  const all = cuts(before, rateAt + 1).flatMap((values) =>
    points.flatMap((behind) => {
      const row = [...values.slice(0, -1), `${values.at(-1)}%`, ...behind];
      return arrangements(row, columns).filter((one) => one[rateAt] === `${values.at(-1)}%`);
    }),
  );
  // Behind every "…100%" one can see "… 0 0%": nothing done of anything proves nothing.
  const executed = all.filter((one) => numberOf(one[rateAt]!) > 0);
  const possible = executed.length > 0 ? executed : all;
  const byRule = possible.filter((one) => followsRule(one, columns));
  const allowed = byRule.length > 0 ? byRule : possible.filter((one) => isAwardedInFull(one, columns));
  const whole = allowed.filter((one) => isWhollySpent(one, columns));
  const readings = whole.length > 0 ? whole : allowed;
  const [first] = readings;
  if (first === undefined) return null;
  const agreed = columns.map((_, column) =>
    readings.every((one) => one[column] === first[column]) ? first[column]! : null,
  );
  const open = columns.some((role, column) => MONEY.includes(role) && agreed[column] !== first[column]);
  return open ? null : agreed;
}

/**
 * "756.04756.0410100%": where all of it was spent, the amount is printed twice, digit for digit. Two amounts that only round to
 * 100%, and together make up the same digits, are no other reading of it.
 */
function isWhollySpent(row: readonly (string | null)[], columns: readonly ColumnRole[]): boolean {
  const under = (role: ColumnRole) => row[columns.indexOf(role)] ?? null;
  const budget = under('adjusted') ?? under('budget');
  return budget !== null && budget === under('actual') && numberOf(under('rate')!) === 100;
}

/** "8.53", or "108.53": what stands behind the rate, as the points of one column or of two. */
function pointsBehind(digits: string, columns: number): string[][] {
  if (digits === '') return [[]];
  const one = columns > 0 && FIGURE.test(digits) ? [[digits]] : [];
  const two = columns < 2 ? [] : cuts(digits, 2).filter(({ length }) => length === 2);
  return [...one, ...two];
}

/** Execution is worth 5, 10, 15 or 20 points; 17 are digits of an amount. */
const MARKS_STEP = 5;

/** Points for execution are full marks × rate; a cut that awards more is a wrong cut. */
function followsRule(row: readonly (string | null)[], columns: readonly ColumnRole[]): boolean {
  const under = (role: ColumnRole) => row[columns.indexOf(role)] ?? null;
  const [full, awarded, rate] = [under('fullMarks'), under('awarded'), under('rate')!];
  if (full !== null && numberOf(full) % MARKS_STEP !== 0) return false;
  if (awarded === null) return true;
  // Points without the marks they are out of: digits of the marks were taken for an amount's.
  if (full === null) return !columns.includes('fullMarks');
  return numberOf(awarded) <= Math.ceil(numberOf(full) * Math.min(1, numberOf(rate) / 100));
}

/** "1085%10": some offices award all points from some rate on, whatever the rule says. */
function isAwardedInFull(row: readonly (string | null)[], columns: readonly ColumnRole[]): boolean {
  const full = row[columns.indexOf('fullMarks')] ?? null;
  return full === '10' && full === row[columns.indexOf('awarded')];
}

/** All ways to cut the digits into two to `most` figures, the last of them the rate. */
function cuts(digits: string, most: number): string[][] {
  const found: string[][] = [];
  const cut = (from: number, parts: readonly string[]): void => {
    for (let to = from + 1; to <= digits.length && parts.length < most; to++) {
      const part = digits.slice(from, to);
      if (!FIGURE.test(part)) continue;
      if (to < digits.length) cut(to, [...parts, part]);
      else if (parts.length > 0) found.push([...parts, part]);
    }
  };
  cut(0, []);
  return found;
}

/** "10096.5": full marks and what was awarded of them; null where the digits can be cut in two ways. */
export function splitPoints(digits: string): [string, string] | null {
  const found = [1, 2, 3].flatMap((at): [string, string][] => {
    const [full, awarded] = [digits.slice(0, at), digits.slice(at)];
    if (!FIGURE.test(full) || !FIGURE.test(awarded)) return [];
    const isTotal = Number(full) >= 80 && Number(full) <= 100;
    return isTotal && Number(awarded) <= Number(full) ? [[full, awarded]] : [];
  });
  return found.length === 1 ? found[0]! : null;
}
