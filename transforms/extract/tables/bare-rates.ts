/**
 * 执行率 | 95.45: some forms print no percent sign. The amounts of the row say whether the figure is a percentage of them;
 * "0.9545" and a rate that does not follow from its row stay without a unit, and so unclaimed.
 */
import type { Meaning } from '../../layouts/layout.ts';
import { readNumber } from '../../parse/amount.ts';
import type { Figure } from './figure.ts';

export interface RowFigure {
  figure: Figure;
  meaning: Meaning;
}

/** What is less may be a share of one. */
const LEAST_PERCENT = 2;
const BUDGETS = ['adjusted_budget', 'budget', 'original_budget'] as const;

/** "%" where the figure prints no unit and its row proves it; else nothing. */
export function unitOfBareRate({ figure, meaning }: RowFigure, all: readonly RowFigure[]): string {
  const printed = readNumber(figure.cell.text);
  if (meaning.concept !== 'rate.execution' || printed.kind !== 'number' || printed.unit !== null) return '';
  const row = all.filter((other) => other.figure.cell.row === figure.cell.row);
  const amountOf = (phase: Meaning['phase']) =>
    amountIn(row.find((other) => other.meaning.phase === phase && isExpenditure(other.meaning))?.figure);
  const rate = amountIn(figure);
  const actual = amountOf('actual');
  const budget = BUDGETS.map(amountOf).find((amount) => amount !== null) ?? null;
  if (rate === null || actual === null || budget === null || budget.value === 0) return '';
  if (rate.value < LEAST_PERCENT) return '';
  const slack = 10 ** -rate.decimals * 1.0001;
  return Math.abs((100 * actual.value) / budget.value - rate.value) <= slack ? '%' : '';
}

const isExpenditure = ({ concept }: Meaning): boolean => concept?.startsWith('expenditure') === true;

function amountIn(figure: Figure | undefined): { value: number; decimals: number } | null {
  const read = readNumber(figure?.cell.text ?? '');
  return read.kind === 'number' ? { value: Number(read.value), decimals: read.decimals } : null;
}
