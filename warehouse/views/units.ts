/** Minor units to units and codes to names, in SQL. */
import { MINOR_PER_UNIT } from '../../transforms/parse/quantity.ts';

/**
 * One division of an exact integer by an exact integer: the double nearest to the decimal that was printed.
 * A multiplication by 0.01 would round twice.
 */
export function inUnits(minor: string, unit: string): string {
  const scales = Object.entries(MINOR_PER_UNIT).map(
    ([name, scale]) => `WHEN '${name}' THEN ${minor} / ${scale}.0`,
  );
  return `CASE ${unit} ${scales.join(' ')} END`;
}

/**
 * The name that a classification code had in the year of the figure; else the one that came next, else the last.
 * Evaluated only where the column is asked for. The year stands in WHERE alone: SQLite of Debian 12 (3.40) does not
 * find a column of the outer query in ORDER BY.
 */
export function nameOfCode(table: 'function_codes' | 'economic_codes', code: string, year: string): string {
  const name = (condition: string, order: string) =>
    `(SELECT c.name_zh FROM ${table} c WHERE c.code = ${code} ${condition} ORDER BY c.position ${order} LIMIT 1)`;
  return `coalesce(
    ${name(`AND c.valid_from <= ${year} AND coalesce(c.valid_to, 9999) >= ${year}`, 'DESC')},
    ${name(`AND c.valid_from > ${year}`, 'ASC')},
    ${name('', 'DESC')})`;
}
