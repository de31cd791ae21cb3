/** Copies paste the statements of a report into one table, one below the other: each begins with the row of its name. */
import { normaliseLabel } from '../parse/label.ts';
import { isCaptionRow, isName, isNote, opensTable } from './captions.ts';
import type { FlowCell, FlowTable } from './flow.ts';
import { isPrintedFigure } from './printed-figure.ts';

type Row = readonly FlowCell[];

/** Several statements in one table: every one but the first begins with the row of its name or number. */
export function splitAtNames(table: FlowTable): FlowTable[] {
  const starts = table.rows.flatMap((row, index) => (opensStatement(table.rows, row, index) ? [index] : []));
  return [0, ...starts].map((start, part) => ({
    ...table,
    rows: table.rows.slice(start, starts[part] ?? table.rows.length),
  }));
}

function opensStatement(rows: readonly Row[], row: Row, index: number): boolean {
  const texts = textsOf(row);
  if (index === 0 || !isCaptionRow(texts) || !texts.some((text) => isName(text) || opensTable(text)))
    return false;
  const above = rows.slice(0, index);
  const before = above.findLast((one) => textsOf(one).length > 0);
  // Of several rows of captions the first opens the statement.
  if (before === undefined || isCaptionRow(textsOf(before))) return false;
  return above.some(hasFigures) || above.some(endsEmpty);
}

/** 合计 without a figure, or "注：本表无数据": a statement that has nothing to print. */
const endsEmpty = (row: Row): boolean =>
  textsOf(row).some((text) => isNote(text) || /^(合计|总计)$/.test(normaliseLabel(text)));
const hasFigures = (row: Row): boolean => row.some(({ text }) => isPrintedFigure(text));
const textsOf = (row: Row): string[] => row.flatMap(({ text }) => (text === '' ? [] : [text]));
