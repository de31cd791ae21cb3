/**
 * Words of two cells may touch at the rule between them, and one word may stick out over the rule of its cell.
 * Two complete figures on both sides are two; a piece of a figure never stands alone.
 */
import { centreX, height, width } from './geometry.ts';
import type { Character, Rule } from './page.ts';

/** How far a character may reach over the rule of its cell, as a share of its height. */
const REACH = 0.25;
/** Characters of one piece of text follow each other this closely, as a share of their height. */
const CLOSE = 0.1;
/** Digits of one figure do not cover each other, not even by this share of their height. */
const OVER = 0.02;
/** Both decimals are there, so that a figure ends nowhere else. */
const WHOLE_FIGURE = /^[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d{2}$/;
/** "12,345.67", "-3", "18.60%": complete; ",345.67" and "12,345." are pieces. */
const COMPLETE_FIGURE = /^[-−(（]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{1,4})?[)）]?%?$/;
const FIGURE_PIECE = /^[\d.,，%()（）−-]+$/;

export function partAtRules(run: readonly Character[], verticals: readonly Rule[]): (readonly Character[])[] {
  if (run.length === 1 || verticals.length === 0) return [run];
  const first = run[0]!;
  const y = (first.box.top + first.box.bottom) / 2;
  const crossing = verticals.filter(
    (rule) =>
      rule.position > first.box.left &&
      rule.position < run.at(-1)!.box.right &&
      rule.start <= y &&
      rule.end >= y,
  );
  if (crossing.length === 0) return [run];
  return overprintedFigures(run) ?? partAt(crossing, run);
}

/** Figures too wide for their cells, printed over each other's ends: "17,254.59" at once after "17,254.59". Null where they are not that. */
function overprintedFigures(run: readonly Character[]): Character[][] | null {
  const starts = run.flatMap((next, index) => {
    const last = run[index - 1];
    return last && next.box.left < last.box.right - OVER * height(last.box) ? [index] : [];
  });
  if (starts.length === 0) return null;
  const parts = [0, ...starts].map((start, part) => run.slice(start, starts[part] ?? run.length));
  return parts.every((part) => WHOLE_FIGURE.test(textOf(part))) ? parts : null;
}

function partAt(crossing: readonly Rule[], run: readonly Character[]): Character[][] {
  const cuts = run.flatMap((next, index) => {
    const last = run[index - 1];
    return last && crossing.some((rule) => standsBetween(rule, last, next)) ? [index] : [];
  });
  const parts: Character[][] = [];
  let start = 0;
  for (const [order, cut] of cuts.entries()) {
    const left = run.slice(start, cut);
    const right = run.slice(cut, cuts[order + 1] ?? run.length);
    if (!areTwo(left, right, crossing)) continue;
    parts.push(left);
    start = cut;
  }
  parts.push(run.slice(start));
  return parts;
}

function standsBetween(rule: Rule, last: Character, next: Character): boolean {
  return rule.position > centreX(last.box) && rule.position <= centreX(next.box);
}

function areTwo(left: readonly Character[], right: readonly Character[], rules: readonly Rule[]): boolean {
  const last = left.at(-1)!;
  const next = right[0]!;
  const gap = next.box.left - last.box.right;
  // One piece of text, evenly spaced, was written into one cell.
  if (last.object === next.object && gap < CLOSE * height(last.box)) return false;
  const [before, after] = [textOf(left), textOf(right)];
  if (FIGURE_PIECE.test(before) && FIGURE_PIECE.test(after)) {
    return (COMPLETE_FIGURE.test(before) || isDash(before, last, next)) && COMPLETE_FIGURE.test(after);
  }
  const reach = REACH * Math.min(height(last.box), width(last.box) * 2);
  return rules.some(
    (rule) => rule.position >= last.box.right - reach && rule.position <= next.box.left + reach,
  );
}

/** "-" for nothing, and the code in the next cell; the sign of a figure stands close before it. */
function isDash(text: string, last: Character, next: Character): boolean {
  const gap = next.box.left - last.box.right;
  return /^[-–—−]$/.test(text) && last.object !== next.object && gap >= CLOSE * height(last.box);
}

function textOf(characters: readonly Character[]): string {
  return characters.map((character) => character.text).join('');
}
