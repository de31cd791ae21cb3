/**
 * The body of a flattened statement by codes: 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出, or three lists of
 * 科目编码 | 科目名称 | 决算数 side by side. A row begins at its code.
 */
import { normaliseLabel } from '../../parse/label.ts';
import type { FlatCell } from './flat-cells.ts';
import type { FlatColumn, FlatHeader } from './flat-header.ts';
import { HAN, isValue } from './flat-words.ts';
import {
  type FlatBody,
  type FlatRow,
  isTotalColumn,
  overLostColumns,
  placeFigures,
} from './place-figures.ts';

const CODE = /^[2-5]\d{2}(?:\d{2}){0,2}$/;
const TOTAL = /^(?:本年)?(?:支出|收入)?(?:合计|总计)$|^(?:人员|公用)经费合计$/;
/** A list of one or two codes is printed in any text. */
const FEWEST_ROWS = 3;

export function codesBody(
  cells: readonly FlatCell[],
  header: FlatHeader,
  keepsEmpty: boolean,
): FlatBody | null {
  const lists = header.columns.filter(({ text }) => CODE_WORD.test(normaliseLabel(text))).length > 1;
  const read = rowsFrom(cells, header.body, lists);
  const found = widthsOf(read.rows);
  if (read.rows.length < FEWEST_ROWS || found.widest === 0) return null;
  const values = valueHeaders(header.columns, found.widest);
  const width = values?.[0]?.length ?? 0;
  if (values === null || (header.numbered !== null && header.numbered !== width)) return null;
  if (keepsEmpty && !lists && (found.narrowest !== width || found.widest !== width)) return null;
  const { line } = cells[header.start]!;
  const names = (['code', 'label'] as const).map((kind) => wordOf(header.columns, kind));
  const totalFirst = isTotalColumn(values.at(-1)![0]!);
  const rows = read.rows.map(({ line: at, cells: [code, name, ...figures] }) => ({
    line: at,
    cells: [code!, name!, ...placeFigures(figures, width, totalFirst)],
  }));
  const words = values.map((row, level) => ({ line, cells: [...(level === 0 ? names : ['', '']), ...row] }));
  return { rows: [...overLostColumns(words, rows), ...rows], end: read.end };
}

/** 科目编码, 部门预算经济分类科目编码: the longest, not one level of it. */
const wordOf = (columns: readonly FlatColumn[], kind: 'code' | 'label'): string =>
  columns
    .filter((column) => column.kind === kind && column.text !== '项目')
    .reduce(
      (longest, { text }) => (text.length > longest.length ? text : longest),
      kind === 'label' ? '科目名称' : '',
    );

function widthsOf(rows: readonly FlatRow[]): { narrowest: number; widest: number } {
  const widths = rows.map(({ cells }) => cells.length - 2);
  return {
    narrowest: widths.reduce((least, width) => Math.min(least, width), Number.POSITIVE_INFINITY),
    widest: widths.reduce((most, width) => Math.max(most, width), 0),
  };
}

/** "2010101" "行政运行" "12.00" "12.00", "合计" "90.00" "80.00" "10.00"; each as far as figures follow. */
function rowsFrom(cells: readonly FlatCell[], from: number, lists: boolean): FlatBody {
  const rows: FlatRow[] = [];
  let at = from;
  for (;;) {
    while (lists && cells[at]?.text === '') at++;
    const code = codeAt(cells, at);
    const label = cells[at + (code?.length ?? 0)];
    if (label === undefined || (code === null && !TOTAL.test(normaliseLabel(label.text)))) break;
    const name = code === null ? [label.text] : wrappedName(cells, at + code.length);
    const first = at + (code?.length ?? 0) + name.length;
    let end = first;
    while (end < cells.length && isValue(cells[end]!.text) && codeAt(cells, end) === null) {
      // Beside lists that are longer a list ends in empty cells.
      if (lists && cells[end]!.text === '') break;
      end++;
    }
    const names =
      code === null ? [label.text, ''] : [code.filter((level) => level !== '').join(' '), name.join('')];
    rows.push({
      line: cells[at]!.line,
      cells: [...names, ...cells.slice(first, end).map(({ text }) => text)],
    });
    at = end;
  }
  return { rows, end: at };
}

/** "机关事业单位基本养老保" "险缴费支出" "245.30": a name that goes on in the next cell has its figures behind that. */
function wrappedName(cells: readonly FlatCell[], at: number): readonly string[] {
  const [name, rest, behind] = [cells[at]!.text, cells[at + 1]?.text ?? '', cells[at + 2]?.text ?? ''];
  const goesOn = /^\p{Script=Han}{1,16}$/u.test(rest) && !TOTAL.test(rest);
  return goesOn && name.length >= SHORTEST_WRAPPED && AMOUNT.test(behind) ? [name, rest] : [name];
}
/** Shorter names fit into their cell. */
const SHORTEST_WRAPPED = 8;
const AMOUNT = /^-?[\d,]+\.\d{2}$/;

/** "2010101", or its levels in cells of their own: "201" "01" "01"; a name stands behind it. */
function codeAt(cells: readonly FlatCell[], at: number): readonly string[] | null {
  if (!CODE.test(cells[at]?.text ?? '')) return null;
  const levels = [cells[at]!.text];
  while (levels.length < 3 && LEVEL.test(cells[at + levels.length]?.text ?? '无'))
    levels.push(cells[at + levels.length]!.text);
  return HAN.test(cells[at + levels.length]?.text ?? '') ? levels : null;
}
/** Not 类, 款, 项: as many as lists stand side by side. */
const CODE_WORD = /(编码|代码)$/;
const LEVEL = /^(?:\d{2})?$/;

/**
 * Header words as one row, or as two: 本年支出 over 小计 | 基本支出 | 项目支出, of which the upper row was printed in front of
 * 科目编码. null where they are fewer than the figures, or their order is open.
 */
function valueHeaders(columns: readonly FlatColumn[], widest: number): readonly (readonly string[])[] | null {
  const code = columns.findIndex(({ kind }) => kind === 'code');
  const textsOf = (some: readonly FlatColumn[]) =>
    some.filter(({ kind }) => kind === 'value').map(({ text }) => text);
  const [upper, lower] = [textsOf(columns.slice(0, code)), textsOf(columns.slice(code))];
  const all = [...upper, ...lower];
  if (widest === 1 && new Set(all.map(normaliseLabel)).size === 1) return [[all[0]!]];
  if (upper.length === 0 || lower.length === 0) return all.length < widest ? null : [all];
  if (upper.length === 1) return lower.length < widest ? null : [lower.map(() => upper[0]!), lower];
  const last = normaliseLabel(lower.at(-1)!);
  const covers = upper.findIndex((text) =>
    COVERS.some(([over, under]) => over.test(normaliseLabel(text)) && under.test(last)),
  );
  if (covers === -1 || upper.length - 1 + lower.length < widest) return null;
  const spread = upper.flatMap((text, at) => (at === covers ? lower.map(() => text) : [text]));
  return [spread, upper.flatMap((_, at) => (at === covers ? lower : ['']))];
}

/** What stands over what in the official forms. */
const COVERS: readonly (readonly [RegExp, RegExp])[] = [
  [/^本年支出$/, /^项目支出$/],
  [/^事业收入$/, /^教育收费$/],
];
