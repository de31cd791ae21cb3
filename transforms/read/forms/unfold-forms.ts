/**
 * A 绩效自评表 that a converter flattened — to one line of labels and values, to one cell a line, to rows whose
 * merged and empty cells are gone — becomes rows with tabs again, as far as its labels and values leave no choice.
 * Everything else of the text stays as it is.
 */
import type { SourceLine } from '../text-lines.ts';
import { fieldsBefore, TARGETS_NAME } from './form-fields.ts';
import { type FormToken, formTokens, isFiller } from './form-tokens.ts';
import { type FundsBlock, type FundsRow, fundsBlockAt } from './funds-block.ts';
import { lineAt, offsetsOf } from './line-offsets.ts';
import { naturePairsAt } from './nature-pairs.ts';
import { targetsBlockAt } from './targets-block.ts';
import { pointsAfter } from './total-points.ts';

/** No form prints its money without these words. */
const MAY_HOLD_FORM = /执行[数金]|绩效\s*目标/;

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
  const numberAt: NumberAt = (offset) => lines[lineAt(starts, offset)]!.number;
  const cuts = cutsIn(text, lines, starts);
  if (cuts.length === 0) return lines;
  const unfolded = cuts.flatMap((cut, index) => [
    ...linesBetween(text, cuts[index - 1]?.end ?? 0, cut.start, numberAt),
    ...linesOfCut(cut, numberAt),
  ]);
  return [...unfolded, ...linesBetween(text, cuts.at(-1)!.end, text.length, numberAt)];
}

type NumberAt = (offset: number) => number;

function linesOfCut({ rows, left, end }: Cut, numberAt: NumberAt): SourceLine[] {
  const words = left.map(({ start, text }) => ({ start, text: text.replace(/[|\s]+/g, ' ').trim() }));
  return [
    ...rows.map(({ start, cells }) => ({ text: cells.join('\t'), number: numberAt(start) })),
    { text: '', number: numberAt(end - 1) },
    ...words
      .filter(({ text }) => !NOTHING_LEFT.test(text))
      .map(({ start, text }) => ({ text, number: numberAt(start) })),
  ];
}

function cutsIn(text: string, lines: readonly SourceLine[], starts: readonly number[]): Cut[] {
  const tokens = formTokens(text);
  const blocks = blocksIn(tokens);
  const cuts: Cut[] = [];
  for (const [index, block] of blocks.entries()) {
    if (isRuled(linesOf(tokens, block, lines, starts))) continue;
    const next = blocks[index + 1];
    const until = next === undefined ? text.length : tokens[next.first]!.start;
    cuts.push(...cutsOf(text, tokens, block, { from: cuts.at(-1)?.end ?? 0, until }));
  }
  return cuts;
}

function blocksIn(tokens: readonly FormToken[]): FundsBlock[] {
  const blocks: FundsBlock[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const block = fundsBlockAt(tokens, index) ?? targetsBlockAt(tokens, index);
    if (block === null) continue;
    blocks.push(block);
    index = block.end - 1;
  }
  return blocks;
}

/** Nothing of the form stands before `from`, where the last form ends, or behind `until`, where the next one has its money. */
function cutsOf(
  text: string,
  tokens: readonly FormToken[],
  block: FundsBlock,
  { from, until }: { from: number; until: number },
): Cut[] {
  const money = tokens[block.end - 1]!.end;
  const byNature = naturePairsAt(text, money);
  const end = byNature?.end ?? money;
  const isTargets = block.header.cells.length === 0;
  const fields = fieldsBefore(text, tokens, block, from, isTargets ? TARGETS_NAME : undefined);
  // Without the name of the form, and of its project, nobody says what a total with one figure is.
  if (
    isTargets &&
    !(fields.isTitled && fields.rows.some(({ cells }) => NAME.test(cells[0]!) && cells[1] !== ''))
  )
    return [];
  const points = isTargets ? null : pointsAfter(text, end, until);
  const form: Cut = {
    start: fields.start,
    end,
    rows: [
      ...fields.rows,
      ...(isTargets
        ? block.rows.map((row, at) => (at === 0 ? labelled(row, fields.fundsLabel) : row))
        : [{ start: block.header.start, cells: [fields.fundsLabel, ...block.header.cells] }, ...block.rows]),
      ...(byNature === null ? [] : [byNature.row]),
      ...(points?.rows ?? []),
    ],
    left: [
      ...fields.left,
      ...block.rows
        .filter(({ left }) => left.length > 0)
        .map(({ start, left }) => ({ start, text: left.join(' ') })),
    ],
  };
  // The row of the total went up to the form; the indicators above it stay where they are.
  return points === null ? [form] : [form, { start: points.start, end: points.end, rows: [], left: [] }];
}

const NAME = /^项目名称$/;
const labelled = (row: FundsRow, label: string): FundsRow => ({
  ...row,
  cells: [label, ...row.cells.slice(1)],
});

/** Lines that the block stands on. */
function linesOf(
  tokens: readonly FormToken[],
  block: FundsBlock,
  lines: readonly SourceLine[],
  starts: readonly number[],
): readonly SourceLine[] {
  const first = lineAt(starts, tokens[block.first]!.start);
  // The spaces and rules behind the last row reach into the line below it.
  const printed = tokens.slice(0, block.end).findLast((token) => !isFiller(token)) ?? tokens[block.first]!;
  const last = lineAt(starts, printed.end - 1);
  return lines.slice(first, last + 1).filter(({ text }) => text.trim() !== '');
}

/** Rows that still stand in columns: with tabs, in HTML, or with as many pipes in every row and one in front. */
function isRuled(lines: readonly SourceLine[]): boolean {
  if (lines.some(({ text }) => /\t|<\/?t[dhr]\b/i.test(text))) return true;
  const widths = new Set(lines.map(({ text }) => text.split('|').length));
  return widths.size === 1 && lines.length > 1 && lines.every(({ text }) => text.trim().startsWith('|'));
}

function linesBetween(text: string, from: number, to: number, numberAt: NumberAt): SourceLine[] {
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
