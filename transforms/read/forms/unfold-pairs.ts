/**
 * A form that a converter left as one cell a line with nothing between the lines: "计划安排资金", "(万元)", "170".
 * Labels that the form prints side by side, each with a figure right behind it, become one row with tabs again.
 */
import type { SourceLine } from '../text-lines.ts';

/** Labels of the cover tables of evaluation reports that nothing but their own figure can follow. */
const LABEL =
  /^(计划安排资金|实际到位资金|实际支出|结余|人员编制|编制人数|实有人数)\s*(?:[（(]\s*(万元|元|人)\s*[)）])?$/;
const UNIT = /^[（(]\s*(万元|元|人)\s*[)）]$/;
const FIGURE = /^\d[\d,]*(?:\.\d+)?$/;
/** One label with a figure may be a line of a list. */
const FEWEST_PAIRS = 2;

interface Pair {
  cells: readonly [string, string];
  next: number;
}

export function unfoldPairs(lines: readonly SourceLine[]): readonly SourceLine[] {
  const unfolded: SourceLine[] = [];
  for (let index = 0; index < lines.length; ) {
    const pairs = pairsFrom(lines, index);
    if (pairs.length < FEWEST_PAIRS) {
      unfolded.push(lines[index]!);
      index++;
      continue;
    }
    unfolded.push({ text: pairs.flatMap(({ cells }) => cells).join('\t'), number: lines[index]!.number });
    index = pairs.at(-1)!.next;
  }
  return unfolded.length === lines.length ? lines : unfolded;
}

function pairsFrom(lines: readonly SourceLine[], from: number): Pair[] {
  const pairs: Pair[] = [];
  for (let index = from; ; ) {
    const pair = pairAt(lines, pairs.length === 0 ? index : nextPrinted(lines, index));
    if (pair === null) return pairs;
    pairs.push(pair);
    index = pair.next;
  }
}

function pairAt(lines: readonly SourceLine[], index: number): Pair | null {
  const label = LABEL.exec(lines[index]?.text.trim() ?? '');
  if (label === null) return null;
  const behind = nextPrinted(lines, index + 1);
  const unit = label[2] === undefined ? UNIT.exec(lines[behind]?.text.trim() ?? '') : null;
  const at = unit === null ? behind : nextPrinted(lines, behind + 1);
  const figure = lines[at]?.text.trim() ?? '';
  if (!FIGURE.test(figure)) return null;
  const printed = label[2] ?? unit?.[1];
  return { cells: [printed === undefined ? label[1]! : `${label[1]}（${printed}）`, figure], next: at + 1 };
}

/** Blank lines between two lines of one form. */
const WIDEST_GAP = 3;

function nextPrinted(lines: readonly SourceLine[], from: number): number {
  let index = from;
  while (index < from + WIDEST_GAP && lines[index]?.text.trim() === '') index++;
  return index;
}
