/**
 * The body of a flattened statement by codes: 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出, or three lists of
 * 科目编码 | 科目名称 | 决算数 side by side. A row begins at its code.
 */
import { readNumber } from '../../parse/amount.ts';
import { normaliseLabel } from '../../parse/label.ts';
import type { FlatCell } from './flat-cells.ts';
import type { FlatColumn, FlatHeader } from './flat-header.ts';
import type { FlatBody, FlatRow } from './flat-lanes.ts';

const CODE = /^[2-5]\d{2}(?:\d{2}){0,2}$/;
const HAN = /\p{Script=Han}/u;
const TOTAL = /^(?:本年)?(?:支出|收入)?(?:合计|总计)$|^(?:人员|公用)经费合计$/;
/** A list of one or two codes is printed in any text. */
const FEWEST_ROWS = 3;

const isValue = (text: string): boolean => ['number', 'blank', 'dash'].includes(readNumber(text).kind);

export function codesBody(
  cells: readonly FlatCell[],
  header: FlatHeader,
  keepsEmpty: boolean,
): FlatBody | null {
  const read = rowsFrom(cells, header.body);
  const width = figuresOf(read.rows, header.numbered, keepsEmpty);
  if (width === null) return null;
  const values = valueHeaders(header.columns, width);
  if (values === null) return null;
  const { line } = cells[header.start]!;
  return {
    rows: [
      ...values.map((row, level) => ({
        line,
        cells: [level === 0 ? '科目编码' : '', level === 0 ? '科目名称' : '', ...row],
      })),
      ...read.rows,
    ],
    end: read.end,
  };
}

/** "2010101" "行政运行" "12.00" "12.00", "合计" "90.00" "80.00" "10.00"; each as far as figures follow. */
function rowsFrom(cells: readonly FlatCell[], from: number): FlatBody {
  const rows: FlatRow[] = [];
  let at = from;
  for (;;) {
    const code = codeAt(cells, at);
    const label = cells[at + (code?.length ?? 0)];
    if (label === undefined || (code === null && !TOTAL.test(normaliseLabel(label.text)))) break;
    const first = at + (code?.length ?? 0) + 1;
    let end = first;
    while (end < cells.length && isValue(cells[end]!.text) && codeAt(cells, end) === null) end++;
    const names =
      code === null ? [label.text, ''] : [code.filter((level) => level !== '').join(' '), label.text];
    rows.push({
      line: cells[at]!.line,
      cells: [...names, ...cells.slice(first, end).map(({ text }) => text)],
    });
    at = end;
  }
  return { rows, end: at };
}

/** "2010101", or its levels in cells of their own: "201" "01" "01"; a name stands behind it. */
function codeAt(cells: readonly FlatCell[], at: number): readonly string[] | null {
  if (!CODE.test(cells[at]?.text ?? '')) return null;
  const levels = [cells[at]!.text];
  while (levels.length < 3 && LEVEL.test(cells[at + levels.length]?.text ?? '无'))
    levels.push(cells[at + levels.length]!.text);
  return HAN.test(cells[at + levels.length]?.text ?? '') ? levels : null;
}
const LEVEL = /^(?:\d{2})?$/;

/** How many figures every row has: all the same where empty cells are printed, else the most, as 栏次 counts them. */
function figuresOf(rows: readonly FlatRow[], numbered: number | null, keepsEmpty: boolean): number | null {
  const widths = rows.map(({ cells }) => cells.length - 2);
  const widest = Math.max(0, ...widths);
  if (rows.length < FEWEST_ROWS || widest === 0) return null;
  if (numbered !== null && numbered !== widest) return null;
  return keepsEmpty && widths.some((width) => width !== widest) ? null : widest;
}

/**
 * Header words as one row, or as two: 本年支出 over 小计 | 基本支出 | 项目支出, of which the upper row was printed in front of
 * 科目编码. null where they are not as many as the figures.
 */
function valueHeaders(columns: readonly FlatColumn[], width: number): readonly (readonly string[])[] | null {
  const code = columns.findIndex(({ kind }) => kind === 'code');
  const textsOf = (some: readonly FlatColumn[]) =>
    some.filter(({ kind }) => kind === 'value').map(({ text }) => text);
  const [upper, lower] = [textsOf(columns.slice(0, code)), textsOf(columns.slice(code))];
  const all = [...upper, ...lower];
  if (width === 1 && new Set(all.map(normaliseLabel)).size === 1) return [[all[0]!]];
  if (all.length === width && (upper.length === 0 || lower.length === 0)) return [all];
  if (upper.length === 1 && lower.length === width) return [lower.map(() => upper[0]!), lower];
  const covers =
    upper.length - 1 + lower.length === width
      ? upper.findIndex((text) =>
          COVERS.some(
            ([over, under]) =>
              over.test(normaliseLabel(text)) && under.test(normaliseLabel(lower.at(-1) ?? '')),
          ),
        )
      : -1;
  if (covers === -1) return null;
  const spread = upper.flatMap((text, at) => (at === covers ? lower.map(() => text) : [text]));
  return [spread, upper.flatMap((_, at) => (at === covers ? lower : ['']))];
}

/** What stands over what in the official forms. */
const COVERS: readonly (readonly [RegExp, RegExp])[] = [
  [/^本年支出$/, /^项目支出$/],
  [/^事业收入$/, /^教育收费$/],
];
