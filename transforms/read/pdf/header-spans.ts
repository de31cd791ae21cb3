/**
 * Which columns the upper labels of a header cover, where no rule shows it: each stands in the middle of its columns, what names
 * these stands below it, and the columns of one level that nothing covers have their labels at one height.
 */
import type { Column } from './borderless-columns.ts';
import { centreX, centreY } from './geometry.ts';
import { type Alignment, atSameHeight, type HeaderForm, isBelow, isLevel } from './header-forms.ts';
import type { Part } from './line-parts.ts';

/** First and last column that a label covers. */
export interface Span {
  label: Part;
  first: number;
  last: number;
}

/** The words of a cell that covers several columns stand this close to its middle (points). */
const OFF_CENTRE = 6;
/** By so much at least (points): cells are not evenly high. */
const NEARER = 2;

interface Spans extends HeaderSpans {
  /** The labels that nothing covers. */
  bare: readonly Part[];
}

export interface HeaderSpans {
  spans: readonly Span[];
  /** How far the labels are off the middle of their columns, all together (points). */
  off: number;
}

/** Null where some upper label covers no columns in this way. */
export function headerSpans(
  { lowest, upper }: HeaderForm,
  columns: readonly Column[],
  alignment: Alignment,
): HeaderSpans | null {
  const middleOf = (first: number, last: number) => (columns[first]!.left + columns[last]!.right) / 2;

  function spansOf(first: number, last: number, labels: readonly Part[]): Spans | null {
    const highest = labels.reduce<Part | null>(
      (best, label) => (best === null || centreY(label.box) < centreY(best.box) ? label : best),
      null,
    );
    if (highest === null) return bareSpans(lowest.slice(first, last + 1), alignment);
    let best: Spans | null = null;
    for (let from = first; from < last; from++) {
      for (let to = from + 1; to <= last; to++) {
        const off = Math.abs(middleOf(from, to) - centreX(highest.box));
        if (off > OFF_CENTRE || (best !== null && best.off <= off)) continue;
        const found = withSpan(highest, from, to, off, first, last, labels);
        if (found && (best === null || found.off < best.off)) best = found;
      }
    }
    return best;
  }

  /** What is as high as a label and the words below it together is between both in the middle, or level with one of them. */
  function standsBeside(bare: Part, label: Part): boolean {
    if (alignment === 'middle') return isBelow(bare, label) && !isNearerTo(bare, label);
    const lowestWord = lowest.reduce((a, b) => (b.box.bottom > a.box.bottom ? b : a));
    return (
      isLevel(bare.box.top, label.box.top, bare) || isLevel(bare.box.bottom, lowestWord.box.bottom, bare)
    );
  }

  /** A label beside two levels stands in the middle of both, lower than one beside three. */
  function isNearerTo(bare: Part, label: Part): boolean {
    const bottom = Math.max(...lowest.map(({ box }) => box.bottom));
    const offMiddle = ({ box }: Part) => Math.abs(centreY(bare.box) - (box.top + bottom) / 2);
    return upper.some((other) => isBelow(other, label) && offMiddle(other) + NEARER < offMiddle(label));
  }

  function withSpan(
    label: Part,
    from: number,
    to: number,
    off: number,
    first: number,
    last: number,
    labels: readonly Part[],
  ): Spans | null {
    const others = labels.filter((other) => other !== label);
    const before = others.filter((other) => centreX(other.box) < columns[from]!.left);
    const behind = others.filter((other) => centreX(other.box) > columns[to]!.right);
    const inside = others.filter((other) => !before.includes(other) && !behind.includes(other));
    const below = [...lowest.slice(from, to + 1), ...inside];
    if (!below.every((other) => isBelow(other, label))) return null;
    const within = spansOf(from, to, inside);
    const beside =
      within && besides(spansOf(first, from - 1, before), spansOf(to + 1, last, behind), alignment);
    if (!within || !beside?.bare.every((other) => standsBeside(other, label))) return null;
    const spans = [{ label, first: from, last: to }, ...within.spans, ...beside.spans];
    return { off: off + within.off + beside.off, spans, bare: beside.bare };
  }

  return spansOf(0, lowest.length - 1, upper);
}

/** Beside a label that covers columns no two others are the same, and all have one height. */
function bareSpans(labels: readonly Part[], alignment: Alignment): Spans | null {
  return isOneHeight(labels, alignment) ? { off: 0, spans: [], bare: labels } : null;
}

function isOneHeight(labels: readonly Part[], alignment: Alignment): boolean {
  return labels.length === 0 || atSameHeight(labels, alignment);
}

function besides(before: Spans | null, behind: Spans | null, alignment: Alignment): Spans | null {
  if (!before || !behind) return null;
  const bare = [...before.bare, ...behind.bare];
  const areOthers = new Set(bare.map(({ text }) => text.replace(/\s/g, ''))).size === bare.length;
  if (!areOthers || !isOneHeight(bare, alignment)) return null;
  return { off: before.off + behind.off, spans: [...before.spans, ...behind.spans], bare };
}
