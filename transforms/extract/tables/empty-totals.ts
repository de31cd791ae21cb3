/**
 * 年度资金总额 printed as 0 above 其中：当年财政拨款 with money in it: a sum that nobody filled in. It is no zero, and
 * the parts do not say that they are the whole.
 */
import { FUND_DETAIL } from '../../layouts/self-evaluations/annual-funds.ts';
import { readNumber } from '../../parse/amount.ts';
import type { Figure } from './figure.ts';
import type { Understood } from './twin-columns.ts';

export interface IgnoredFigure {
  figure: Figure;
  reason: string;
}

/** The figures of `understood` that are such totals. */
export function emptyTotals(
  understood: readonly Understood[],
  ignored: readonly IgnoredFigure[],
): ReadonlySet<Figure> {
  const filled = new Set(
    ignored
      .filter(({ figure, reason }) => reason === FUND_DETAIL && amountOf(figure) !== 0)
      .map(({ figure }) => figure.cell.column),
  );
  const zeros = understood.filter(
    ({ figure, meaning }) => meaning.concept?.startsWith('expenditure') && amountOf(figure) === 0,
  );
  return new Set(zeros.filter(({ figure }) => filled.has(figure.cell.column)).map(({ figure }) => figure));
}

function amountOf(figure: Figure): number {
  const reading = readNumber(figure.cell.text);
  return reading.kind === 'number' ? Number(reading.value) : 0;
}
