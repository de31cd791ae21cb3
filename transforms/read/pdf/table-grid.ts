/**
 * From rules to grids: rules that touch belong to one table, their positions are its rows and columns, and
 * where the rule between two slots is missing the slots are one merged cell.
 */
import type { Box } from '../document.ts';
import { cluster } from './geometry.ts';
import { mergeSlots } from './merge-slots.ts';
import { closeOpenSides } from './open-sides.ts';
import type { Rule } from './page.ts';
import { SAME_EDGE } from './rules.ts';
import { touchingRules } from './touching-rules.ts';

/** `row`/`column` from 0. */
export interface RuledCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  box: Box;
}

export interface RuledGrid {
  /** Edges of the columns, one more than columns. */
  xs: readonly number[];
  /** Edges of the rows, one more than rows. */
  ys: readonly number[];
  cells: readonly RuledCell[];
  box: Box;
}

/** More slots than this are squared paper or a trap, not a table of one page. */
const MOST_SLOTS = 60_000;

export interface FoundGrids {
  grids: readonly RuledGrid[];
  /** How many grids had more slots than any table has. */
  oversize: number;
}

/** `rules` already joined. Single frames and lone lines are no grids. */
export function findGrids(rules: readonly Rule[]): FoundGrids {
  const groups = touchingRules(rules).map(closeOpenSides).map(edgesOf);
  const fitting = groups.filter(({ xs, ys }) => (xs.length - 1) * (ys.length - 1) <= MOST_SLOTS);
  const grids = fitting
    .map(gridOf)
    .filter((grid): grid is RuledGrid => grid !== null)
    .sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left);
  return { grids, oversize: groups.length - fitting.length };
}

interface Edges {
  xs: number[];
  ys: number[];
  horizontals: Rule[];
  verticals: Rule[];
}

function edgesOf(rules: readonly Rule[]): Edges {
  const horizontals = rules.filter((rule) => rule.direction === 'horizontal');
  const verticals = rules.filter((rule) => rule.direction === 'vertical');
  const positions = (along: readonly Rule[]) => along.map((rule) => rule.position);
  return {
    xs: cluster(positions(verticals), SAME_EDGE),
    ys: cluster(positions(horizontals), SAME_EDGE),
    horizontals,
    verticals,
  };
}

function gridOf({ xs, ys, horizontals, verticals }: Edges): RuledGrid | null {
  if (xs.length < 2 || ys.length < 2) return null;
  const cells = mergeSlots(xs, ys, verticals, horizontals);
  if (cells.length < 2) return null;
  const box = { left: xs[0]!, top: ys[0]!, right: xs.at(-1)!, bottom: ys.at(-1)! };
  return { xs, ys, cells, box };
}
