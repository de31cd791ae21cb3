/**
 * A 绩效自评表 that a converter flattened — to one line of labels and values, to one cell a line, to rows whose
 * merged and empty cells are gone — becomes rows with tabs again, as far as its labels and values leave no choice.
 * Everything else of the text stays as it is.
 */
import type { SourceLine } from '../text-lines.ts';
import { fieldsBefore } from './form-fields.ts';
import { type FormToken, formTokens } from './form-tokens.ts';
import { type FundsBlock, fundsBlockAt } from './funds-block.ts';
import { pointsAfter } from './total-points.ts';

/** No form prints its money without these words. */
const MAY_HOLD_FORM = /执行[数金]/;

/** "(万元)": a unit that went into the header. */
const NOTHING_LEFT = /^[\s万元():：（）]*$/;

interface Cut {
  start: number;
  end: number;
  /** Rows in place of what is cut, and the words among them that are no part of a row. */
  rows: readonly { start: number; cells: readonly string[] }[];
  left: readonly { start: number; text: string }[];
}

export function unfoldForms(lines: readonly SourceLine[]): readonly SourceLine[] {
  const text = lines.map((line) => line.text).join('\n');
  if (!MAY_HOLD_FORM.test(text)) return lines;
  const starts = offsetsOf(lines);
  const numberAt = (offset: number): number => lines[lineAt(starts, offset)]!.number;
  const cuts = cutsIn(text, lines, starts);
  if (cuts.length === 0) return lines;
  const unfolded: SourceLine[] = [];
  let from = 0;
  for (const cut of cuts) {
    unfolded.push(...linesBetween(text, from, cut.start, numberAt));
    const rows = cut.rows.map(({ start, cells }) => ({ text: cells.join('\t'), number: numberAt(start) }));
    unfolded.push(...rows, { text: '', number: numberAt(cut.end - 1) });
    unfolded.push(
      ...cut.left.flatMap(({ start, text: words }) => {
        const tidy = words.replace(/[|\s]+/g, ' ').trim();
        return NOTHING_LEFT.test(tidy) ? [] : [{ text: tidy, number: numberAt(start) }];
      }),
    );
    from = cut.end;
  }
  return [...unfolded, ...linesBetween(text, from, text.length, numberAt)];
}

function cutsIn(text: string, lines: readonly SourceLine[], starts: readonly number[]): Cut[] {
  const tokens = formTokens(text);
  const cuts: Cut[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const block = fundsBlockAt(tokens, index);
    if (block === null) continue;
    index = block.end - 1;
    if (!isRuled(linesOf(tokens, block, lines, starts)))
      cuts.push(cutOf(text, tokens, block, cuts.at(-1)?.end ?? 0));
  }
  return cuts;
}

function cutOf(text: string, tokens: readonly FormToken[], block: FundsBlock, from: number): Cut {
  const end = tokens[block.end - 1]!.end;
  const fields = fieldsBefore(text, tokens, block, from);
  const points = pointsAfter(text, end);
  return {
    start: fields.start,
    end,
    rows: [
      ...fields.rows,
      { start: block.header.start, cells: [fields.fundsLabel, ...block.header.cells] },
      ...block.rows,
      ...points,
    ],
    left: [
      ...fields.left,
      ...block.rows
        .filter(({ left }) => left.length > 0)
        .map(({ start, left }) => ({ start, text: left.join(' ') })),
    ],
  };
}

/** Lines that the block stands on. */
function linesOf(
  tokens: readonly FormToken[],
  block: FundsBlock,
  lines: readonly SourceLine[],
  starts: readonly number[],
): readonly SourceLine[] {
  const first = lineAt(starts, tokens[block.first]!.start);
  const last = lineAt(starts, tokens[block.end - 1]!.end - 1);
  return lines.slice(first, last + 1).filter(({ text }) => text.trim() !== '');
}

/** Rows that still stand in columns: with tabs, in HTML, or with as many pipes in every row and one in front. */
function isRuled(lines: readonly SourceLine[]): boolean {
  if (lines.some(({ text }) => /\t|<\/?t[dhr]\b/i.test(text))) return true;
  const widths = new Set(lines.map(({ text }) => text.split('|').length));
  return widths.size === 1 && lines.length > 1 && lines.every(({ text }) => text.trim().startsWith('|'));
}

/** Index of the line that this offset stands on; a long text is asked thousands of times. */
function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function offsetsOf(lines: readonly SourceLine[]): number[] {
  let offset = 0;
  return lines.map(({ text }) => {
    const start = offset;
    offset += text.length + 1;
    return start;
  });
}

function linesBetween(
  text: string,
  from: number,
  to: number,
  numberAt: (offset: number) => number,
): SourceLine[] {
  let offset = from;
  return text
    .slice(from, to)
    .split('\n')
    .map((line) => {
      const one = { text: line, number: numberAt(offset) };
      offset += line.length + 1;
      return one;
    });
}
