/**
 * The body of a flattened statement without codes: 项目 | 行次 | 金额, once or several times side by side. Where empty cells
 * are printed the rows have one width; where they were dropped, line numbers or the words say which side an entry is of.
 */
import { readNumber } from '../../parse/amount.ts';
import { normaliseLabel } from '../../parse/label.ts';
import { isName, isUnitLine, opensTable } from '../captions.ts';
import type { FlatCell, FlatRun } from './flat-cells.ts';
import { type FlatColumn, type FlatHeader, isHeaderWord } from './flat-header.ts';
import { linedBody } from './flat-lines.ts';
import { overLostColumns, withoutGuess } from './without-guess.ts';

export interface FlatRow {
  line: number;
  cells: readonly string[];
}

/** Rows of a table, its header among them, and the first cell behind it. */
export interface FlatBody {
  rows: readonly FlatRow[];
  end: number;
}

interface Lane {
  line: boolean;
  values: number;
}

const HAN = /\p{Script=Han}/u;
/** A table of one row may be anything. */
const FEWEST_ROWS = 2;

export function lanesBody({ cells, keepsEmpty, printed }: FlatRun, header: FlatHeader): FlatBody | null {
  const lanes = lanesOf(header.columns);
  if (lanes === null) return null;
  if (!keepsEmpty && lanes.length === 1) {
    const lined = linedBody(cells, header, printed);
    if (lined !== null) return lined;
  }
  const found = keepsEmpty ? fold(cells, header.body, lanes) : entries(cells, header, lanes);
  if (
    found === null ||
    found.rows.length < FEWEST_ROWS ||
    !found.rows.some(({ cells: row }) => row.some(isFigure))
  )
    return null;
  const words = headerRows(cells, header, lanes);
  return { rows: [...overLostColumns(words, found.rows), ...found.rows], end: found.end };
}

/** Label, line number perhaps, figures; null where the columns are in another order. */
function lanesOf(columns: readonly FlatColumn[]): Lane[] | null {
  const order = columns
    .map(({ kind }) => (kind === 'label' ? 'l' : kind === 'line' ? 'n' : kind === 'value' ? 'v' : '?'))
    .join('');
  if (!/^(?:ln?v+){1,3}$/.test(order)) return null;
  return (order.match(/ln?v+/g) ?? []).map((lane) => ({
    line: lane.includes('n'),
    values: lane.replace(/[ln]/g, '').length,
  }));
}

const widthOf = ({ line, values }: Lane): number => 1 + (line ? 1 : 0) + values;

function headerRows(
  cells: readonly FlatCell[],
  { start, columns, sides }: FlatHeader,
  lanes: readonly Lane[],
): FlatRow[] {
  const { line } = cells[start]!;
  const own = { line, cells: columns.map(({ text }) => text) };
  if (sides.length !== lanes.length) return [own];
  return [
    {
      line,
      cells: lanes.flatMap((lane, at) => [
        sides[at]!,
        ...Array.from({ length: widthOf(lane) - 1 }, () => ''),
      ]),
    },
    own,
  ];
}

const isFigure = (text: string): boolean => readNumber(text).kind === 'number';
/** What may stand where a figure does: also "", "—", "单位不需填列". */
const isValue = (text: string): boolean => ['number', 'blank', 'dash'].includes(readNumber(text).kind);

function fold(cells: readonly FlatCell[], from: number, lanes: readonly Lane[]): FlatBody | null {
  const width = lanes.reduce((sum, lane) => sum + widthOf(lane), 0);
  const rows: FlatRow[] = [];
  let end = from;
  for (; end + width <= cells.length; end += width) {
    const row = cells.slice(end, end + width);
    if (
      !fitsLanes(
        row.map(({ text }) => text),
        lanes,
      )
    )
      break;
    rows.push({ line: row[0]!.line, cells: row.map(({ text }) => text) });
  }
  return { rows, end };
}

function fitsLanes(row: readonly string[], lanes: readonly Lane[]): boolean {
  let at = 0;
  for (const lane of lanes) {
    const [label, ...rest] = row.slice(at, at + widthOf(lane));
    at += widthOf(lane);
    if (label !== '' && (!HAN.test(label!) || BARE_SUBTOTAL.test(label!))) return false;
    if (lane.line && !/^\d{0,3}$/.test(rest.shift() ?? '')) return false;
    if (!rest.every(isValue)) return false;
  }
  return row.some((text) => text !== '');
}

const BARE_SUBTOTAL = /^小\s*计$/;

/** With dropped empty cells. */
function entries(cells: readonly FlatCell[], header: FlatHeader, lanes: readonly Lane[]): FlatBody | null {
  if (lanes.every(({ line }) => line)) return numberedRows(cells, header.body, lanes);
  if (lanes.some(({ line }) => line)) return null;
  return lanes.length === 1 ? oneLane(cells, header.body, lanes[0]!) : twoSides(cells, header, lanes);
}

/** Line numbers run down each side: 1, 2, 3 … and 29, 30, 31 …; a table in which one is missing is left as it is. */
function numberedRows(cells: readonly FlatCell[], from: number, lanes: readonly Lane[]): FlatBody | null {
  const rows: FlatRow[] = [];
  const next: (number | null)[] = lanes.map(() => null);
  let at = from;
  for (;;) {
    const row = numberedRow(cells, at, lanes, next);
    if (row === null) break;
    rows.push({ line: cells[at]!.line, cells: row.cells });
    at = row.end;
  }
  return { rows, end: at };
}

function numberedRow(
  cells: readonly FlatCell[],
  from: number,
  lanes: readonly Lane[],
  next: (number | null)[],
): { cells: string[]; end: number } | null {
  const row: string[] = [];
  const seen = [...next];
  let at = from;
  for (const [lane, { values }] of lanes.entries()) {
    const label = HAN.test(cells[at]?.text ?? '') ? cells[at++]!.text : '';
    const number = cells[at]?.text ?? '';
    const expected = seen[lane] ?? null;
    if (!/^\d{1,3}$/.test(number) || (expected !== null && !follows(Number(number), expected, label)))
      return null;
    at++;
    seen[lane] = Number(number) + 1;
    const figures: string[] = [];
    while (figures.length < values && isFigure(cells[at]?.text ?? '') && !isNextNumber(cells, at, seen, lane))
      figures.push(cells[at++]!.text);
    if (figures.length > 1 && figures.length < values && lane < lanes.length - 1) return null;
    row.push(label, number, ...withLost(figures, values));
  }
  seen.forEach((value, lane) => {
    next[lane] = value;
  });
  return { cells: row, end: at };
}

/** 合计 | 一般公共预算 | 政府性基金预算: of figures that lost empty cells only the first, the total, has a known column. */
function withLost(figures: readonly string[], values: number): readonly string[] {
  const { cells } = withoutGuess({ line: 0, cells: ['', '', ...figures] }, values);
  return [...cells.slice(2), ...Array.from({ length: Math.max(0, values - cells.length + 2) }, () => '')];
}

/** A form may leave out lines, and then prints what the next one is. */
const follows = (number: number, expected: number, label: string): boolean =>
  number === expected || (label !== '' && number > expected && number < expected + LONGEST_GAP);
const LONGEST_GAP = 40;

/** "36" where the other side is at its 36th line, with nothing but figures behind it, is the line and no amount. */
function isNextNumber(
  cells: readonly FlatCell[],
  at: number,
  seen: readonly (number | null)[],
  lane: number,
): boolean {
  const expected = seen[(lane + 1) % seen.length];
  return expected !== null && cells[at]!.text === String(expected);
}

/** 项目 | 预算数: a label without figures behind it has none; several figures need a cell each. */
function oneLane(cells: readonly FlatCell[], from: number, { values }: Lane): FlatBody | null {
  const rows: FlatRow[] = [];
  let at = from;
  while (at < cells.length && isLabel(cells[at]!.text)) {
    const { line, text } = cells[at]!;
    const figures: string[] = [];
    while (isValue(cells[at + 1 + figures.length]?.text ?? '无数'))
      figures.push(cells[at + 1 + figures.length]!.text);
    // 政府性基金 | 小计: labels in two columns, of which the first covers several rows.
    if (BARE_SUBTOTAL.test(text)) return null;
    // More figures than columns: they are of another form, and what was read so far may be too.
    if (figures.length > values) return null;
    rows.push({ line, cells: [text, ...figures, ...(figures.length === 0 ? [''] : [])] });
    at += 1 + figures.length;
  }
  return { rows: withoutTail(rows), end: at - (rows.length - withoutTail(rows).length) };
}

const isLabel = (text: string): boolean =>
  HAN.test(text) &&
  !isHeaderWord(text) &&
  !isUnitLine(text) &&
  !opensTable(text) &&
  !isName(text.replace(AMONG, ''));
/** 二、相关统计数 stands inside a table. */
const AMONG = /^[二三四]、.*(情况|统计数).*$/;

/** Words behind the last figure are no rows: the text goes on there. */
function withoutTail(rows: readonly FlatRow[]): readonly FlatRow[] {
  return rows.slice(0, rows.findLastIndex(({ cells }) => cells.slice(1).some(isFigure)) + 1);
}

/** What only the left or only the right side of a 收支总表 prints. */
const LEFT =
  /收入|^(一般公共预算|政府性基金|国有资本经营)(预算)?(资金|拨款)?$|^(年初|上年).*(结转|结余)|使用非财政拨款结余|弥补收支差额|拨款$|专户/;
const RIGHT =
  /支出|^(年末|年终).*(结转|结余)|结转下年|结余分配|预备费|人员经费|公用经费|工资福利|商品和服务|对个人和家庭/;
const TOTAL = /^(合计|总计)$/;

/** 收入 | 支出 without line numbers: each entry by its words; 总计 is printed on the left first. One that says neither ends the attempt. */
function twoSides(
  cells: readonly FlatCell[],
  { body, sides }: FlatHeader,
  lanes: readonly Lane[],
): FlatBody | null {
  const [left, right] = lanes;
  if (lanes.length !== 2 || sides.join() !== '收入,支出' || left!.values !== 1) return null;
  const entriesRead = oneLane(cells, body, right!);
  if (entriesRead === null) return null;
  const rows: FlatRow[] = [];
  let totals = 0;
  for (const { line, cells: entry } of entriesRead.rows) {
    const label = normaliseLabel(entry[0]!);
    const isLeft = TOTAL.test(label) ? totals++ % 2 === 0 : LEFT.test(label) && !RIGHT.test(label);
    if (!isLeft && !TOTAL.test(label) && !RIGHT.test(label)) return null;
    if (isLeft && entry.length > 2) return null;
    rows.push({
      line,
      cells: isLeft ? entry : ['', '', entry[0]!, ...withLost(entry.slice(1), right!.values)],
    });
  }
  return { rows, end: entriesRead.end };
}
