/**
 * The body of a flattened statement without codes: 项目 | 行次 | 金额, once or several times side by side. Where empty cells
 * are printed the rows have one width.
 */
import type { FlatCell, FlatRun } from './flat-cells.ts';
import { entriesBody } from './flat-entries.ts';
import type { FlatColumn, FlatHeader } from './flat-header.ts';
import { linedBody } from './flat-lines.ts';
import { BARE_SUBTOTAL, HAN, isFigure, isValue } from './flat-words.ts';
import { type FlatBody, type FlatRow, isTotalColumn, type Lane, overLostColumns } from './place-figures.ts';

/** A table of one row may be anything. */
const FEWEST_ROWS = 2;

export function lanesBody({ cells, keepsEmpty, printed }: FlatRun, header: FlatHeader): FlatBody | null {
  const lanes = lanesOf(header.columns);
  if (lanes === null) return null;
  if (!keepsEmpty && lanes.length === 1) {
    const lined = linedBody(cells, header, printed);
    if (lined !== null) return lined;
  }
  const found = keepsEmpty ? fold(cells, header.body, lanes) : entriesBody(cells, header, lanes);
  if (found === null || found.rows.length < FEWEST_ROWS) return null;
  if (!found.rows.some(({ cells: row }) => row.some(isFigure))) return null;
  const words = headerRows(cells, header, lanes);
  return { rows: [...overLostColumns(words, found.rows), ...found.rows], end: found.end };
}

/** Label, line number perhaps, figures; null where the columns are in another order. */
function lanesOf(columns: readonly FlatColumn[]): Lane[] | null {
  const order = columns.map(({ kind }) => ({ code: '?', label: 'l', line: 'n', value: 'v' })[kind]).join('');
  if (!/^(?:ln?v+){1,3}$/.test(order)) return null;
  return [...order.matchAll(/ln?v+/g)].map(([lane], index, all) => {
    const start = all.slice(0, index).reduce((sum, [before]) => sum + before.length, 0);
    const line = lane.includes('n');
    const first = columns[start + (line ? 2 : 1)]!.text;
    return { line, values: lane.replace(/[ln]/g, '').length, totalFirst: isTotalColumn(first) };
  });
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
  const covers = (lane: Lane) => Array.from({ length: widthOf(lane) - 1 }, () => '');
  return [{ line, cells: lanes.flatMap((lane, at) => [sides[at]!, ...covers(lane)]) }, own];
}

function fold(cells: readonly FlatCell[], from: number, lanes: readonly Lane[]): FlatBody {
  const width = lanes.reduce((sum, lane) => sum + widthOf(lane), 0);
  const rows: FlatRow[] = [];
  let end = from;
  for (; end + width <= cells.length; end += width) {
    const row = cells.slice(end, end + width).map(({ text }) => text);
    if (!fitsLanes(row, lanes)) break;
    rows.push({ line: cells[end]!.line, cells: row });
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
