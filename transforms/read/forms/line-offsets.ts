/** Where each line begins in the text that the lines make up together, one character between two of them. */
import type { SourceLine } from '../text-lines.ts';

export function offsetsOf(lines: readonly SourceLine[]): number[] {
  let offset = 0;
  return lines.map(({ text }) => {
    const start = offset;
    offset += text.length + 1;
    return start;
  });
}

/** Index of the line that this offset stands on; a long text is asked thousands of times. */
export function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** What stands in place of the lines from `first` to `last`, both indices inclusive. */
export interface LinesInstead {
  first: number;
  last: number;
  lines: readonly SourceLine[];
}

/** The text with all of these replaced; one that begins inside the one before it is left out. */
export function withLinesInstead(
  lines: readonly SourceLine[],
  replaced: Iterable<LinesInstead>,
): readonly SourceLine[] {
  const parts: (readonly SourceLine[])[] = [];
  let from = 0;
  for (const { first, last, lines: instead } of replaced) {
    if (first < from) continue;
    parts.push(lines.slice(from, first), instead);
    from = last + 1;
  }
  return from === 0 ? lines : [...parts.flat(), ...lines.slice(from)];
}
