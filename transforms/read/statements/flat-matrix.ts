/**
 * The flattened “三公” table of one row: 合计 | 因公出国 | 公务用车 ‖ 小计 | 购置 | 运行 | 公务接待, once or under 预算数 and 决算数.
 * Its words are known and their figures add up, so that their order says which figure is whose.
 */
import { readNumber } from '../../parse/amount.ts';
import { normaliseLabel } from '../../parse/label.ts';
import type { FlatCell, FlatRun } from './flat-cells.ts';
import { isFigure } from './flat-words.ts';
import type { FlatBody } from './place-figures.ts';

type Part = 'total' | 'overseas' | 'vehicles' | 'subtotal' | 'purchase' | 'operation' | 'reception';
type Word = Part | 'phase' | 'running_costs';

const WORDS: readonly (readonly [Word, RegExp])[] = [
  ['phase', /^(三公经费)?(财政拨款)?(支出)?(年初|全年)?(预算|决算)数$/],
  ['running_costs', /^机关运行经费(预算|决算)?数?$/],
  ['total', /^(合计|总计)$/],
  ['overseas', /^因公出国/],
  ['vehicles', /^公务用车购置(及|和|与)运行/],
  ['subtotal', /^小计$/],
  ['purchase', /^(公务用车)?购置费?$/],
  ['operation', /^(公务用车)?运行(维护)?费?$/],
  ['reception', /^公务接待费/],
];
const VEHICLE_PARTS: readonly Part[] = ['subtotal', 'purchase', 'operation'];
const MOST_WORDS = 40;

interface Column {
  part: Part | 'running_costs';
  /** Header words from the top down. */
  path: readonly [string, string, string];
}

interface Read {
  word: Word;
  text: string;
}

export function matrixBody({ cells, keepsEmpty }: FlatRun, start: number): FlatBody | null {
  const words = wordsFrom(cells, start);
  const columns = words === null ? null : columnsOf(words.read);
  if (words === null || columns === null) return null;
  const from = behindNumbering(cells, words.end, columns.length);
  const figures = cells.slice(from, from + columns.length);
  const next = cells[from + columns.length]?.text ?? '';
  if (
    figures.length < columns.length ||
    !figures.every(({ text }) => isFigure(text) || (keepsEmpty && text === '')) ||
    isFigure(next)
  )
    return null;
  if (!figures.some(({ text }) => isFigure(text)) || !addsUp(columns, figures)) return null;
  const { line } = cells[start]!;
  return {
    rows: [
      ...[0, 1, 2].map((level) => ({ line, cells: columns.map(({ path }) => path[level]!) })),
      { line: figures[0]!.line, cells: figures.map(({ text }) => text) },
    ],
    end: from + columns.length,
  };
}

function wordsFrom(cells: readonly FlatCell[], start: number): { read: Read[]; end: number } | null {
  const read: Read[] = [];
  let at = start;
  for (; at < cells.length && at - start < MOST_WORDS; at++) {
    const { text } = cells[at]!;
    if (text === '') continue;
    const word = WORDS.find(([, form]) => form.test(normaliseLabel(text)))?.[0];
    if (word === undefined) break;
    read.push({ word, text });
  }
  const opens = read[0]?.word === 'phase' || read[0]?.word === 'total';
  return opens && read.some(({ word }) => word === 'overseas') ? { read, end: at } : null;
}

/** 预算数 | 决算数 in front of two lists, or behind one list for each of its parts. */
function columnsOf(words: readonly Read[]): Column[] | null {
  const first = words.findIndex(({ word }) => word === 'total');
  const phases = words.slice(0, first).filter(({ word }) => word === 'phase');
  const parts = words.slice(first).filter(({ word }) => word !== 'phase' && word !== 'running_costs');
  const behind = words.slice(first).filter(({ word }) => word === 'phase');
  const running = words.filter(({ word }) => word === 'running_costs');
  const lists = listsOf(parts);
  if (lists === null || running.length > 1) return null;
  const costs = running.map(({ text }): Column => ({ part: 'running_costs', path: [text, '', ''] }));
  if (behind.length > 0)
    return lists.length === 1 && phases.length === 0 ? interleaved(lists[0]!, behind) : null;
  if (phases.length > 0 && phases.length !== lists.length) return null;
  return [...lists.flatMap((list, index) => under(list, phases[index]?.text ?? '')), ...costs];
}

const under = (list: readonly Column[], phase: string): Column[] =>
  list.map(({ part, path }) => ({ part, path: [phase, path[0], path[1]] }));

function interleaved(list: readonly Column[], phases: readonly Read[]): Column[] | null {
  if (phases.length !== 2 * list.length || phases.some(({ text }, at) => text !== phases[at % 2]!.text))
    return null;
  return list.flatMap(({ part, path }) =>
    [0, 1].map((at): Column => ({ part, path: [path[0], path[1], phases[at]!.text] })),
  );
}

/** Each list begins with its 合计; the parts of the vehicles stand in it, or below all lists. */
function listsOf(parts: readonly Read[]): Column[][] | null {
  const upper: Read[][] = [];
  const lower: Read[] = [];
  for (const one of parts) {
    if (one.word === 'total') upper.push([one]);
    else if (
      VEHICLE_PARTS.includes(one.word as Part) &&
      upper.some((list) => list.some(({ word }) => word === 'vehicles'))
    )
      lower.push(one);
    else upper.at(-1)?.push(one);
  }
  if (lower.length > 0 && lower.length !== upper.length * VEHICLE_PARTS.length) return null;
  const lists = upper.map((list, index) => columnsOfList(list, lower.slice(3 * index, 3 * index + 3)));
  return lists.every(isComplete) ? lists : null;
}

function columnsOfList(list: readonly Read[], lower: readonly Read[]): Column[] {
  return list.flatMap(({ word, text }): Column[] =>
    word === 'vehicles' && lower.length > 0
      ? lower.map((below) => ({ part: below.word as Part, path: [text, below.text, ''] }))
      : [{ part: word as Part, path: [text, '', ''] }],
  );
}

const isComplete = (list: readonly Column[]): boolean =>
  list
    .map(({ part }) => part)
    .sort()
    .join() === 'operation,overseas,purchase,reception,subtotal,total';

/** 1 2 3 … below the words. */
function behindNumbering(cells: readonly FlatCell[], from: number, width: number): number {
  let at = from;
  while (/^栏\s*次$/.test(cells[at]?.text ?? '') || cells[at]?.text === '') at++;
  const isNumbering = Array.from(
    { length: width },
    (_, index) => cells[at + index]?.text === String(index + 1),
  );
  return isNumbering.every(Boolean) ? at + width : from;
}

/** 小计 is purchase and operation, 合计 the three parts: a list whose order was misread does not add up. */
function addsUp(columns: readonly Column[], figures: readonly FlatCell[]): boolean {
  const phases = new Set(columns.filter(({ part }) => part !== 'running_costs').map(phaseOf));
  return [...phases].every((phase) => {
    const value = (part: Part): number => {
      const at = columns.findIndex((column) => column.part === part && phaseOf(column) === phase);
      const reading = readNumber(figures[at]?.text ?? '');
      return reading.kind === 'number' ? Number(reading.value) : 0;
    };
    const vehicles = value('purchase') + value('operation');
    const total = value('overseas') + value('subtotal') + value('reception');
    return isNear(vehicles, value('subtotal')) && isNear(total, value('total'));
  });
}

const phaseOf = ({ path }: Column): string =>
  path.find((text) => WORDS[0]![1].test(normaliseLabel(text))) ?? '';
/** Two figures rounded to the cent. */
const isNear = (a: number, b: number): boolean => Math.abs(a - b) < 0.025;
