/**
 * Tables with rules between their rows and none between their columns: what no rule parts is one cell, in the header too.
 */
import type { Box } from '../document.ts';
import { centreX, centreY } from './geometry.ts';
import type { Rule } from './page.ts';

/** Words stand on a rule, or hang from it, by no more than this (points). */
const TOUCH = 2;

/** Whether a rule lies below `upper` and above the middle of `lower`. */
export function isParted(upper: Box, lower: Box, across: readonly Rule[]): boolean {
  const middle = centreX(lower);
  return across.some(
    ({ position, start, end }) =>
      position > centreY(upper) &&
      position < centreY(lower) &&
      position > upper.bottom - TOUCH &&
      start <= middle &&
      middle <= end,
  );
}

/** The horizontal rules of a table that has one between any two of its rows; none where it has not. */
export function rulesOfRows(rows: readonly Box[], rules: readonly Rule[]): readonly Rule[] {
  const across = rules.filter(({ direction }) => direction === 'horizontal');
  const areParted = rows.slice(1).every((row, index) => isParted(rows[index]!, row, across));
  return rows.length >= FEWEST_ROWS && areParted ? across : [];
}

/** One row has no rule between it and the next. */
const FEWEST_ROWS = 2;
