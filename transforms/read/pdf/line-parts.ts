/** What stands apart within a line: the cells of a row, where no rule shows them. */
import type { Box } from '../document.ts';
import { around, height } from './geometry.ts';
import { type Line, lineOf, lineText, type Run } from './words.ts';

export interface Part {
  text: string;
  box: Box;
}

/** From this many font heights on, a gap parts columns. */
const COLUMN_GAP = 0.9;
/** "1,234.50", "0.00", "-3.2%", "201", "—": what stands in a cell of amounts or codes. */
const FIGURE = /^[-−(（]?\d[\d,，.]*[)）]?%?$|^[—–-]+$/;
/** From this many font heights on, a gap parts words. */
const WORD_GAP = 0.35;
/** An amount with its decimals: two in a row are two cells, however close. */
const AMOUNT = /^[-−(（]?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d+[)）]?%?$/;

export function isFigure(text: string): boolean {
  return FIGURE.test(text.replace(/\s/g, ''));
}

/** Parts with a wide gap between them, or between two amounts any gap. */
export function wideParts(line: Line): Part[] {
  return partsBy(line, (last, next) => AMOUNT.test(last.text) && AMOUNT.test(next.text));
}

/** The same, where the line is known to be a row: whatever the file places by itself. */
export function fineParts(line: Line): Part[] {
  return line.runs.map((run) => ({ text: run.text, box: run.box }));
}

/** Parts of one column within one line, as they read. */
export function joinParts(parts: readonly Part[]): string {
  return parts.reduce((text, part, index) => {
    const gap = index === 0 ? 0 : part.box.left - parts[index - 1]!.box.right;
    return text + (gap > WORD_GAP * height(part.box) ? ' ' : '') + part.text;
  }, '');
}

function partsBy(line: Line, standApart: (last: Run, next: Run) => boolean): Part[] {
  const parts: Run[][] = [];
  for (const run of line.runs) {
    const last = parts.at(-1)?.at(-1);
    const close = last !== undefined && run.box.left - last.box.right < COLUMN_GAP * height(run.box);
    if (close && !standApart(last, run)) parts.at(-1)!.push(run);
    else parts.push([run]);
  }
  return parts.map((runs) => ({ text: lineText(lineOf(runs)), box: around(runs.map((run) => run.box)) }));
}
