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
    const given = level === 0 ? { off: 0, counts: [] } : givenOut(above, parts);
    if (given === null) return null;
    let at = 0;
    for (const [index, count] of given.counts.entries()) {
      if (count === 1) goOn(above[index]!, parts[at]!);
      if (count > 1) above[index]!.isLowest = false;
      at += count;
      if (count === 1) parts.splice(--at, 1);
    }
    labels.push(...parts.map((part) => ({ ...part, level, isLowest: true })));
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
  /** Words below each label: none, its own rest, or two and more that it covers. */
  counts: number[];
}

/** The words of the next line given out to the labels above, all of them and in their order, so that labels stand in the middle. */
function givenOut(labels: readonly Part[], parts: readonly Part[], from = 0): Given | null {
  const [label, ...others] = labels;
  if (label === undefined) return from === parts.length ? { off: 0, counts: [] } : null;
  let best: Given | null = null;
  for (let count = 0; from + count <= parts.length; count++) {
    const off = offMiddle(label, parts, from, count);
    const rest = off === null ? null : givenOut(others, parts, from + count);
    if (off === null || rest === null || (best !== null && off + rest.off >= best.off)) continue;
    best = { off: off + rest.off, counts: [count, ...rest.counts] };
  }
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
