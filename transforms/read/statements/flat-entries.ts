/**
 * The body of a flattened statement whose empty cells were dropped: a label, then the figures it has. Line numbers or the
 * words themselves say which side of a 收支总表 an entry is of.
 */
import { normaliseLabel } from '../../parse/label.ts';
import { isName, isUnitLine, opensTable } from '../captions.ts';
import type { FlatCell } from './flat-cells.ts';
import { type FlatHeader, isHeaderWord } from './flat-header.ts';
import { BARE_SUBTOTAL, HAN, isFigure, isValue } from './flat-words.ts';
import { type FlatBody, type FlatRow, type Lane, placeFigures } from './place-figures.ts';

export function entriesBody(
  cells: readonly FlatCell[],
  header: FlatHeader,
  lanes: readonly Lane[],
): FlatBody | null {
  if (lanes.every(({ line }) => line)) return numberedRows(cells, header.body, lanes);
  if (lanes.some(({ line }) => line)) return null;
  return lanes.length === 1 ? oneLane(cells, header.body, lanes[0]!) : twoSides(cells, header, lanes);
}

/** Line numbers run down each side: 1, 2, 3 … and 29, 30, 31 …; a table in which one is missing ends there. */
function numberedRows(cells: readonly FlatCell[], from: number, lanes: readonly Lane[]): FlatBody {
  const rows: FlatRow[] = [];
  let next: readonly (number | null)[] = lanes.map(() => null);
  let at = from;
  for (;;) {
    const row = numberedRow(cells, at, lanes, next);
    if (row === null) break;
    rows.push({ line: cells[at]!.line, cells: row.cells });
    ({ end: at, next } = row);
  }
  return { rows, end: at };
}

function numberedRow(
  cells: readonly FlatCell[],
  from: number,
  lanes: readonly Lane[],
  next: readonly (number | null)[],
): { cells: string[]; end: number; next: readonly (number | null)[] } | null {
  const row: string[] = [];
  const seen = [...next];
  let at = from;
  for (const [index, lane] of lanes.entries()) {
    const label = HAN.test(cells[at]?.text ?? '') ? cells[at++]!.text : '';
    const number = cells[at++]?.text ?? '';
    const expected = seen[index] ?? null;
    if (!/^\d{1,3}$/.test(number)) return null;
    if (expected !== null && !follows(Number(number), expected, label)) return null;
    seen[index] = Number(number) + 1;
    const figures: string[] = [];
    while (figures.length < lane.values && isAmount(cells, at, seen, index)) figures.push(cells[at++]!.text);
    const placed = placeFigures(figures, lane.values, lane.totalFirst);
    if (placed.length > lane.values && index < lanes.length - 1) return null;
    row.push(label, number, ...placed);
  }
  return { cells: row, end: at, next: seen };
}

/** A form may leave out lines, and then prints what the next one is. */
const follows = (number: number, expected: number, label: string): boolean =>
  number === expected || (label !== '' && number > expected && number < expected + LONGEST_GAP);
const LONGEST_GAP = 40;

/** "36" where the other side is at its 36th line is that line and no amount. */
function isAmount(
  cells: readonly FlatCell[],
  at: number,
  seen: readonly (number | null)[],
  lane: number,
): boolean {
  const text = cells[at]?.text ?? '';
  return text !== '' && isValue(text) && text !== String(seen[(lane + 1) % seen.length]);
}

interface Entry {
  line: number;
  label: string;
  figures: readonly string[];
}

/** null where an entry has more figures than columns: then all are of another form. */
function entriesFrom(
  cells: readonly FlatCell[],
  from: number,
  values: number,
): { entries: readonly Entry[]; end: number } | null {
  const entries: Entry[] = [];
  let at = from;
  while (at < cells.length && isLabel(cells[at]!.text)) {
    const { line, text } = cells[at]!;
    const figures: string[] = [];
    while (at + 1 < cells.length && isValue(cells[at + 1]!.text)) figures.push(cells[++at]!.text);
    if (BARE_SUBTOTAL.test(text) || figures.length > values) return null;
    entries.push({ line, label: text, figures });
    at++;
  }
  // Words behind the last figure are no rows: the text goes on there.
  const last = entries.findLastIndex(({ figures }) => figures.some(isFigure));
  return { entries: entries.slice(0, last + 1), end: at - (entries.length - last - 1) };
}

const isLabel = (text: string): boolean =>
  HAN.test(text) &&
  !isHeaderWord(text) &&
  !isUnitLine(text) &&
  !opensTable(text) &&
  !isName(text.replace(AMONG, ''));
/** 二、相关统计数 stands inside a table. */
const AMONG = /^[二三四]、.*(情况|统计数).*$/;

function oneLane(cells: readonly FlatCell[], from: number, lane: Lane): FlatBody | null {
  const found = entriesFrom(cells, from, lane.values);
  if (found === null) return null;
  const rows = found.entries.map(({ line, label, figures }) => ({
    line,
    cells: [label, ...placeFigures(figures, lane.values, lane.totalFirst)],
  }));
  return { rows, end: found.end };
}

/** What only the left or only the right side of a 收支总表 prints. */
const LEFT =
  /收入|^(一般公共预算|政府性基金|国有资本经营)(预算)?(资金|拨款)?$|^(年初|上年).*(结转|结余)|使用非财政拨款结余|弥补收支差额|拨款$|专户/;
const RIGHT =
  /支出|^(年末|年终).*(结转|结余)|结转下年|结余分配|预备费|人员经费|公用经费|工资福利|商品和服务|对个人和家庭/;
const TOTAL = /^(合计|总计)$/;
/** "二、政府性基金预算" "财政拨款" "12.00": the name of one fund, broken in two, must not give its money to all of them. */
const REST_OF_NAME = /^(预算)?(财政)?拨款(收入)?$/;

/** 收入 | 支出 without line numbers: each entry by its words; 总计 is printed on the left first. One that says neither ends the attempt. */
function twoSides(
  cells: readonly FlatCell[],
  { body, sides }: FlatHeader,
  lanes: readonly Lane[],
): FlatBody | null {
  const [left, right] = lanes;
  if (lanes.length !== 2 || sides.join() !== '收入,支出' || left!.values !== 1) return null;
  const found = entriesFrom(cells, body, right!.values);
  if (found === null) return null;
  const rows: FlatRow[] = [];
  let totals = 0;
  for (const [index, { line, label, figures }] of found.entries.entries()) {
    const above = found.entries[index - 1];
    if (REST_OF_NAME.test(label) && above?.figures.length === 0) return null;
    const side = sideOf(label, () => totals++);
    if (side === null || (side === 'left' && figures.length > 1)) return null;
    const placed = placeFigures(figures, right!.values, right!.totalFirst);
    rows.push({ line, cells: side === 'left' ? [label, figures[0] ?? ''] : ['', '', label, ...placed] });
  }
  return { rows, end: found.end };
}

function sideOf(printed: string, countTotal: () => number): 'left' | 'right' | null {
  const label = normaliseLabel(printed);
  if (TOTAL.test(label)) return countTotal() % 2 === 0 ? 'left' : 'right';
  if (RIGHT.test(label)) return 'right';
  return LEFT.test(label) ? 'left' : null;
}
