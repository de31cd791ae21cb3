/** Indicators whose target was met many times over: the target said nothing, or one of the two has another unit. */
import type { Cell, Table } from '../read/document.ts';

export interface FarTarget {
  readonly cell: Cell;
  /** "养护里程 ‖ ≥320公里 ‖ 33600公里" */
  readonly quote: string;
  /** How many times the target, whole times. */
  readonly times: number;
}

/** Ten times a target is no achievement but a target that was not thought about. */
const MEANINGLESS = 10;

/** "年度指标值", "指标值", "目标值", "年初设定值" */
const TARGET_HEADER = /^(?:年度|年初|全年|预期|绩效)?(?:设定)?(?:指标值|目标值|预期值)(?:[（(].*)?$/;
/** "实际完成值", "全年实际值", "完成值" */
const ACTUAL_HEADER = /^(?:全年|年度)?(?:实际)?(?:完成值|完成指标值|完成数|实际值|完成情况)(?:[（(].*)?$/;
/** "≥320公里", "不少于12次", "大于等于 3 个", "100件": a number that should be reached, and its unit. */
const AT_LEAST =
  /^(?:≥|＞|>=?|﹥|⩾|大于(?:等于)?|不少于|不低于|至少|超过|=)?\s*(\d[\d,]*(?:\.\d+)?)\s*([\p{Script=Han}²]{0,6})(?:以上)?$/u;
/** Rates end at a hundred, money is often in another unit, and dates are no amounts. */
const NOT_COUNTED = /^(?:年|月|日|时|分|秒|天|小时|分钟|元|万元|亿元)?$/;

export function farTargets(table: Table): readonly FarTarget[] {
  const header = table.grid.findIndex(
    (row) => columnOf(row, TARGET_HEADER) >= 0 && columnOf(row, ACTUAL_HEADER) >= 0,
  );
  if (header < 0) return [];
  const target = columnOf(table.grid[header]!, TARGET_HEADER);
  const actual = columnOf(table.grid[header]!, ACTUAL_HEADER);
  return table.grid.slice(header + 1).flatMap((row) => farTarget(row, target, actual) ?? []);
}

const columnOf = (row: readonly (Cell | null)[], header: RegExp): number =>
  row.findIndex((cell) => cell !== null && header.test(cell.text.replace(/\s+/g, '')));

function farTarget(row: readonly (Cell | null)[], target: number, actual: number): FarTarget | null {
  const [planned, done] = [row[target], row[actual]];
  if (!planned || !done || planned === done) return null;
  const [wanted, reached] = [figureIn(planned.text), figureIn(done.text)];
  if (!wanted || !reached || wanted.unit !== reached.unit || wanted.value <= 0) return null;
  const times = reached.value / wanted.value;
  if (times < MEANINGLESS) return null;
  const name = row[target - 1]?.text ?? '';
  return { cell: done, quote: [name, planned.text, done.text].join(' ‖ '), times: Math.floor(times) };
}

function figureIn(text: string): { value: number; unit: string } | null {
  const [, digits, unit = ''] = AT_LEAST.exec(text.replace(/\s+/g, '')) ?? [];
  if (digits === undefined || NOT_COUNTED.test(unit)) return null;
  return { value: Number(digits.replace(/,/g, '')), unit };
}
