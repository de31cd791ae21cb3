/**
 * The words of a header without rules, level by level: which of them go on in the next line, which stand above others
 * and have no column of their own, and which are the lowest and name one column each.
 */
import { around, centreX, height } from './geometry.ts';
import type { Part } from './line-parts.ts';
import { joinLines, type Line } from './words.ts';

export interface HeaderLabel extends Part {
  /** Line of the header in which it begins, from 0. */
  level: number;
  isLowest: boolean;
}

/** Lines of one label stand closer than this share of the font height. */
const LINE_GAP = 0.6;
/** Lines of one label have their middle in common (points). */
const SAME_MIDDLE = 1.5;

/** In no order; null where a line does not fit below the one before. `partsOf`: what stands apart in a line. */
export function headerLabels(lines: readonly Line[], partsOf: (line: Line) => Part[]): HeaderLabel[] | null {
  const labels: HeaderLabel[] = [];
  for (const [level, line] of lines.entries()) {
    const parts = partsOf(line);
    const above = labels.filter((label) => label.isLowest).sort((a, b) => a.box.left - b.box.left);
    const given = level === 0 ? { off: 0, shares: [] } : givenOut(above, parts);
    if (given === null) return null;
    const rests = new Set<Part>();
    const covered = new Set<Part>();
    for (const { label, from, count } of given.shares) {
      const own = parts.slice(from, from + count);
      if (count === 1) goOn(above[label]!, own[0]!);
      else above[label]!.isLowest = false;
      for (const part of own) (count === 1 ? rests : covered).add(part);
    }
    for (const part of parts.filter((each) => !rests.has(each))) {
      // What no label above covers reaches up to them: it stands in the middle of the height of both lines.
      labels.push({ ...part, level: covered.has(part) ? level : Math.max(0, level - 1), isLowest: true });
    }
  }
  return labels;
}

function goOn(label: HeaderLabel, rest: Part): void {
  label.text = joinLines([label.text, rest.text]);
  label.box = around([label.box, rest.box]);
}

interface Given {
  /** How far the labels are off the middle of the words below them, all together (points). */
  off: number;
  /** Words below a label: its own rest, or two and more that it covers. */
  shares: readonly { label: number; from: number; count: number }[];
}

/** A word below none of the labels is as bad as a label this far off its middle (points): it stands between two lines of labels. */
const STANDS_ALONE = 40;

/**
 * The words of the next line given out to the labels above in their order, so that the labels stand in the middle; null where
 * they cannot be. `known` keeps what was found out for the rest of both, or ten labels would take a thousand ways.
 */
function givenOut(
  labels: readonly Part[],
  parts: readonly Part[],
  label = 0,
  from = 0,
  known = new Map<string, Given | null>(),
): Given | null {
  if (label === labels.length) return { off: STANDS_ALONE * (parts.length - from), shares: [] };
  const key = `${label} ${from}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  let best: Given | null = null;
  const keep = (given: Given | null, off: number, share: Given['shares']) => {
    if (given === null || (best !== null && off + given.off >= best.off)) return;
    best = { off: off + given.off, shares: [...share, ...given.shares] };
  };
  const next = parts[from];
  if (next && next.box.right <= labels[label]!.box.left)
    keep(givenOut(labels, parts, label, from + 1, known), STANDS_ALONE, []);
  for (let count = 0; from + count <= parts.length; count++) {
    const off = offMiddle(labels[label]!, parts, from, count);
    if (off === null) continue;
    keep(
      givenOut(labels, parts, label + 1, from + count, known),
      off,
      count === 0 ? [] : [{ label, from, count }],
    );
  }
  known.set(key, best);
  return best;
}

/** Null where the label cannot stand above these words. */
function offMiddle(label: Part, parts: readonly Part[], from: number, count: number): number | null {
  const middle = centreX(label.box);
  const [first, last] = [parts[from], parts[from + count - 1]];
  if (count === 0) {
    const isClear =
      (last?.box.right ?? -Infinity) <= label.box.left && (first?.box.left ?? Infinity) >= label.box.right;
    return isClear ? 0 : null;
  }
  if (count === 1) return goesOn(label, first!) ? Math.abs(centreX(first!.box) - middle) : null;
  const isAbove = centreX(first!.box) < middle && middle < centreX(last!.box);
  return isAbove ? Math.abs((first!.box.left + last!.box.right) / 2 - middle) : null;
}

function goesOn(label: Part, part: Part): boolean {
  return (
    Math.abs(centreX(label.box) - centreX(part.box)) <= SAME_MIDDLE &&
    part.box.top - label.box.bottom < LINE_GAP * height(part.box)
  );
}
