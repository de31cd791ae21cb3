/**
 * 部门预算项目绩效目标申报表 prints one project with several indicators below one another. Where a text dropped the cells that
 * the unit, the project and its budget are merged over, every further indicator begins under 单位名称: the indicators
 * themselves say which column they belong to.
 */
import { normaliseLabel } from '../parse/label.ts';
import type { TextCell } from './text-cell.ts';

type Row = readonly TextCell[];

const FIRST_LEVEL = /^一级指标$/;
const PROJECT = /^项目名称$/;
/** 产出指标, 效益指标, 满意度指标, 成本指标 */
const INDICATOR = /^(?:产出|效益|满意度|成本|投入|过程|决策|效果|履职效能)指标$/;

/** The same rows, each moved to the right until its 一级指标 stands below that header. */
export function withIndicatorRows(rows: readonly TextCell[][]): TextCell[][] {
  const at = rows.findIndex(
    (row) => columnOf(row, FIRST_LEVEL) > columnOf(row, PROJECT) && columnOf(row, PROJECT) >= 0,
  );
  if (at < 0) return [...rows];
  const column = columnOf(rows[at]!, FIRST_LEVEL);
  const width = widthOf(rows[at]!);
  return rows.map((row, index) => {
    const own = index > at ? columnOf(row, INDICATOR) : -1;
    const missing = own < 0 ? 0 : column - own;
    if (missing <= 0 || widthOf(row) + missing > width) return [...row];
    const empty = { text: '', line: row[0]!.line };
    return [...Array.from({ length: missing }, () => empty), ...row.slice(0, widthOf(row))];
  });
}

const columnOf = (row: Row, label: RegExp): number =>
  row.findIndex(({ text }) => label.test(normaliseLabel(text)));
const widthOf = (row: Row): number => row.findLastIndex(({ text }) => text.trim() !== '') + 1;
