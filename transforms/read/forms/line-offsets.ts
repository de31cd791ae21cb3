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
