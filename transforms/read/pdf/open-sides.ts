/**
 * Many official tables leave their outer sides open, and a table cut by a page break often has no rule at the cut.
 * Where rules run on beyond the outermost rule that crosses them, the missing side is drawn.
 */
import { extent } from './geometry.ts';
import type { Rule } from './page.ts';

/** Rules that reach less far than this beyond the last crossing are only badly drawn corners (points). */
const RUNS_ON = 8;
/** Open ends this close stand under each other. */
const SAME_END = 4;

export function closeOpenSides(rules: readonly Rule[]): Rule[] {
  const horizontals = rules.filter((rule) => rule.direction === 'horizontal');
  const verticals = rules.filter((rule) => rule.direction === 'vertical');
  if (horizontals.length === 0 || verticals.length === 0) return [...rules];
  const sides = [
    ...missingSides(horizontals, verticals, 'vertical'),
    ...missingSides(verticals, horizontals, 'horizontal'),
  ];
  return [...rules, ...sides];
}

/** The sides of `direction` that at least two parallel rules run on to. */
function missingSides(along: readonly Rule[], across: readonly Rule[], direction: Rule['direction']): Rule[] {
  const [first, last] = extent(across.map((rule) => rule.position));
  const [start] = extent(along.map((rule) => rule.start));
  const [, end] = extent(along.map((rule) => rule.end));
  const before = along.filter((rule) => rule.start - start <= SAME_END);
  const behind = along.filter((rule) => end - rule.end <= SAME_END);
  return [
    ...(first - start > RUNS_ON ? side(before, start, direction) : []),
    ...(end - last > RUNS_ON ? side(behind, end, direction) : []),
  ];
}

function side(open: readonly Rule[], position: number, direction: Rule['direction']): Rule[] {
  if (open.length < 2) return [];
  const [start, end] = extent(open.map((rule) => rule.position));
  return [{ direction, position, start, end }];
}
