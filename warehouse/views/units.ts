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
 * The name that a classification code had in the year of the figure; where it was unknown then, the nearest one.
 * Evaluated only where the column is asked for.
 */
export function nameOfCode(table: 'function_codes' | 'economic_codes', code: string, year: string): string {
  return `(SELECT c.name_zh FROM ${table} c WHERE c.code = ${code}
    ORDER BY max(c.valid_from - ${year}, ${year} - coalesce(c.valid_to, 9999), 0), c.position DESC LIMIT 1)`;
}
