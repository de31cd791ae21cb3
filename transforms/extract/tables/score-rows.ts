/** Points printed in a form: one line an indicator, one for executing the budget, one total. */
import type { LaneRule } from '../../layouts/layout.ts';
import { readNumber, toQuantity } from '../../parse/amount.ts';
import { tidyText } from '../../parse/label.ts';
import type { Quantity, Unit } from '../../parse/quantity.ts';
import type { ScoreItem } from '../score-item.ts';
import { headerLabel } from './columns.ts';
import type { Figure } from './figure.ts';
import { quoteOf } from './figure.ts';
import type { LaneReading } from './figure-meaning.ts';
import { cellsOfRow } from './sections.ts';

const FULL_MARKS = /^(分值|权重)(\(.*\))?$/;
const AWARDED = /得分/;
const EXECUTION_RATE = /^(预算)?执行率/;
const EXECUTION_ROW = /资金总额|^总额$/;
/** 合计 above 中央, 省 and 县, among the year's money. */
const SOLE_TOTAL = /^(金额)?合计$/;

/** 自评总分 | 95 in a field of its own: a bare 总分 | 100 may be the full marks. */
const SCORE_FIELD = /^(项目|绩效|部门)*(自评|评价)(综合)?(总分|总得分|得分|分数|分值)(\(.*\))?$/;

/** The total score of a row: 得分 of the 总分 row by its header, else the second of 分值 and 得分; or a field that says so. */
export function scoreOf(at: LaneReading, row: number, figures: readonly Figure[]): Figure | null {
  const [first] = cellsOfRow(at.table.grid, row);
  const rules = at.rule ? [at.rule] : at.layout.lanes;
  if (!rules.some(({ scoreRow }) => scoreRow)) return null;
  const field = figures.find((figure) => isField(figure, figures)) ?? null;
  if (!at.rule?.scoreRow?.test(headerLabel(first?.text ?? ''))) return field;
  const headed = figures.find((figure) => figure.column.path.some((label) => AWARDED.test(label)));
  return headed ?? (figures.length === 2 ? figures[1]! : field);
}

/** Its label right in front of it, and no other figure between or behind. */
function isField(figure: Figure, figures: readonly Figure[]): boolean {
  const label = headerLabel(figure.rowLabels.at(-1) ?? '');
  return figure === figures.at(-1) && figure === figures[0] && SCORE_FIELD.test(label);
}

/** null where the row awards nothing. */
export function scoreItemOf(
  at: LaneReading,
  row: number,
  figures: readonly Figure[],
  total: Figure | null,
): ScoreItem | null {
  const under = (pattern: RegExp) =>
    figures.find((figure) => figure.column.path.some((label) => pattern.test(label))) ?? null;
  const awarded = total ?? under(AWARDED);
  const full = total ? (figures.find((figure) => figure !== total) ?? null) : under(FULL_MARKS);
  if (!awarded && !full) return null;
  const label = itemLabel(at, row, figures);
  return {
    fiscalYear: at.context.fiscalYear,
    project: at.project,
    form: `表${at.table.number}`,
    item: label,
    role: roleOf(label, at.rule, total),
    fullMarks: quantityOf(full, 'points', '分'),
    awarded: quantityOf(awarded, 'points', '分'),
    executionRatePrinted: quantityOf(under(EXECUTION_RATE), 'percent', ''),
    medium: 'table',
    location: (awarded ?? full)!.cell.location,
    quote: quoteOf((awarded ?? full)!),
  };
}

function roleOf(label: string, rule: LaneRule | null, total: Figure | null): ScoreItem['role'] {
  if (total) return 'total';
  const bare = headerLabel(label);
  if (EXECUTION_ROW.test(bare) || (rule?.partRates && SOLE_TOTAL.test(bare))) return 'execution';
  // Among the year's money only its total is worth points.
  return rule?.scoreRow && !rule.partRates ? 'item' : 'subtotal';
}

/** The words right before the first figure of the row: the 三级指标, or 年度资金总额. */
function itemLabel(at: LaneReading, row: number, figures: readonly Figure[]): string {
  const first = figures[0]?.cell.column ?? Number.POSITIVE_INFINITY;
  const words = cellsOfRow(at.table.grid, row).filter(
    (cell) => cell.column < first && /\p{Script=Han}/u.test(cell.text),
  );
  const known = words.find((cell) => EXECUTION_ROW.test(headerLabel(cell.text)));
  return tidyText((known ?? words.at(-1))?.text ?? '');
}

function quantityOf(figure: Figure | null, unit: Unit, printedUnit: string): Quantity | null {
  return figure ? toQuantity(readNumber(figure.cell.text), unit, printedUnit) : null;
}
