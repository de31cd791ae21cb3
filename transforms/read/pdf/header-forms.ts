/**
 * The words of a header without rules: which of them are lines of one label, and which labels name one column each while the
 * others stand above several. Words alone do not settle it ("基本支出" right above "人员经费" may be one label), so every
 * form that the words allow is told, the likeliest first; the columns below decide.
 */
import type { Box } from '../document.ts';
import { around, centreX, centreY, extent, height, overlapX } from './geometry.ts';
import { isFigure, type Part } from './line-parts.ts';
import type { Rule } from './page.ts';
import { isParted } from './ruled-rows.ts';
import { joinLines } from './words.ts';

export interface HeaderForm {
  /** From left to right, none above another. */
  lowest: readonly Part[];
  upper: readonly Part[];
}

/** With two columns the middle of a label says little. */
const FEWEST_COLUMNS = 3;
/** Lines of one label stand closer than this share of the font height. */
const LINE_GAP = 0.6;
/** Lines of one label have their middle in common (points). */
const SAME_MIDDLE = 1.5;
/** Labels at one height are not further off it than this share of the font height. */
const SAME_HEIGHT = 0.25;
/** "决算数1,650,110.7": a row was taken for a header. */
const AMOUNT = /\d,\d{3}|\d\.\d/;
/** The likeliest ways to join words. */
const FEW_WAYS = 5;
/** More ways to give out the lower labels to the highest are no knowledge of any. */
const MOST_LOWER = 12;
const MOST_SETS = 60;

/** `across`: rules that part the rows; what none of them parts is one label, then. */
export function headerForms(
  words: readonly Part[],
  alignment: Alignment,
  across: readonly Rule[] = [],
): HeaderForm[] {
  const ways = across.length > 0 ? [unparted(words, across), ...waysToJoin(words)] : waysToJoin(words);
  const labels = ways.map((joins) => joined(words, joins));
  const forms =
    alignment === 'middle'
      ? labels.flatMap((way) => formsOf(way, setsAbove))
      : labels
          .slice(0, FEW_WAYS)
          .flatMap((way) => [...formsOf(way, setsAbove), ...formsOf(way, setsAmongHighest)]);
  return forms
    .filter(({ lowest }) => lowest.length >= FEWEST_COLUMNS && !overlaps(lowest))
    .filter(({ lowest }) => !lowest.some(({ text }) => isFigure(text) || AMOUNT.test(text)));
}

/** What cells of several lines and of one have in common: the middle of their words, as in most tables, or else their top or bottom. */
export type Alignment = 'middle' | 'top or bottom';

export function atSameHeight(labels: readonly Part[], alignment: Alignment): boolean {
  return HEIGHTS[alignment].some((heightOf) => {
    const [least, most] = extent(labels.map(({ box }) => heightOf(box)));
    return most - least <= Math.max(...labels.map(sameHeight));
  });
}

const HEIGHTS: Readonly<Record<Alignment, readonly ((box: Box) => number)[]>> = {
  middle: [centreY],
  'top or bottom': [({ top }) => top, ({ bottom }) => bottom],
};

export function isBelow(lower: Part, upper: Part): boolean {
  return centreY(lower.box) - centreY(upper.box) > sameHeight(upper);
}

export function isLevel(a: number, b: number, label: Part): boolean {
  return Math.abs(a - b) <= sameHeight(label);
}

/** The height of one line, whatever the lines of the label. */
const sameHeight = ({ box }: Part): number => SAME_HEIGHT * Math.min(height(box), 16);

/** Indexes of a word and of the word right above it. */
interface Join {
  word: number;
  above: number;
}

/** All that could be one label are; all but one; all but those between the same two lines; none. */
function waysToJoin(words: readonly Part[]): Join[][] {
  const all = words.flatMap((part, word): Join[] => {
    const above = words.findLastIndex((other, index) => index < word && goesOn(other, part));
    return above < 0 ? [] : [{ word, above }];
  });
  if (all.length === 0) return [[]];
  const butOne = all.map((left) => all.filter((join) => join !== left));
  const butLines = all.map((left) =>
    all.filter(
      ({ word, above }) =>
        !atSameHeight([words[word]!, words[left.word]!], 'middle') ||
        !atSameHeight([words[above]!, words[left.above]!], 'middle'),
    ),
  );
  const ways = [all, ...butOne, ...butLines, []];
  return [...new Map(ways.map((way) => [way.map(({ word }) => word).join(), way])).values()];
}

/** Each word with the one right above it, unless a rule parts them. */
function unparted(words: readonly Part[], across: readonly Rule[]): Join[] {
  return words.flatMap((part, word): Join[] => {
    const above = words.findLastIndex(
      (other, index) =>
        index < word &&
        overlapX(other.box, part.box) > 0 &&
        isBelow(part, other) &&
        part.box.top - other.box.bottom < height(part.box),
    );
    return above < 0 || isParted(words[above]!.box, part.box, across) ? [] : [{ word, above }];
  });
}

/** Right below, in the middle, as the next line of a label is. */
export function goesOn(above: Part, part: Part): boolean {
  const gap = part.box.top - above.box.bottom;
  const isNext = gap < LINE_GAP * height(part.box) && isBelow(part, above);
  return isNext && gap > -LINE_GAP * height(part.box) && hasSameMiddle(above, part);
}

function hasSameMiddle(a: Part, b: Part): boolean {
  return Math.abs(centreX(a.box) - centreX(b.box)) <= SAME_MIDDLE;
}

function joined(words: readonly Part[], joins: readonly Join[]): Part[] {
  const labels = words.map((part) => ({ ...part }));
  const whole = labels.map((label) => label);
  for (const { word, above } of joins) {
    const label = whole[above]!;
    label.text = joinLines([label.text, labels[word]!.text]);
    label.box = around([label.box, labels[word]!.box]);
    whole[word] = label;
  }
  return [...new Set(whole)];
}

type SetsAside = (labels: readonly Part[]) => Part[][];

/** A label with words below it stands above columns; others that are higher than some may do so between theirs. */
function formsOf(labels: readonly Part[], setsAside: SetsAside): HeaderForm[] {
  const isUpper = (label: Part) =>
    labels.some((other) => isBelow(other, label) && overlapX(other.box, label.box) > 0);
  const upper = labels.filter(isUpper);
  const others = labels.filter((label) => !isUpper(label));
  return setsAside(others).map((aside) => ({
    upper: [...upper, ...aside],
    lowest: others.filter((label) => !aside.includes(label)).sort((a, b) => a.box.left - b.box.left),
  }));
}

/** None, and all labels above some height. */
function setsAbove(labels: readonly Part[]): Part[][] {
  const sets = labels.map((label) => labels.filter((other) => isBelow(label, other)));
  return [...new Map(sets.map((set) => [set.length, set])).values()].sort((a, b) => a.length - b.length);
}

/** Where labels stand at the top of their cells, those with columns below are no higher than the others: each is between the lower ones that it covers. */
function setsAmongHighest(labels: readonly Part[]): Part[][] {
  const highest = labels.filter((label) => !labels.some((other) => isBelow(label, other)));
  const lower = labels.filter((label) => !highest.includes(label)).sort((a, b) => a.box.left - b.box.left);
  if (lower.length < 2 || lower.length > MOST_LOWER) return [];
  const setsFrom = (from: number): Part[][] => {
    if (from === lower.length) return [[]];
    const sets: Part[][] = [];
    for (let last = from + 1; last < lower.length; last++) {
      const [left, right] = [centreX(lower[from]!.box), centreX(lower[last]!.box)];
      const between = highest.filter(({ box }) => centreX(box) > left && centreX(box) < right);
      if (between.length === 0) continue;
      const rest = setsFrom(last + 1);
      sets.push(...between.flatMap((label) => rest.map((set) => [label, ...set])));
    }
    return sets;
  };
  return setsFrom(0).slice(0, MOST_SETS);
}

function overlaps(labels: readonly Part[]): boolean {
  return labels.some((label, index) => index > 0 && labels[index - 1]!.box.right > label.box.left);
}
