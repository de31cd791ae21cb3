/** Rates that a report states itself. They stand beside our figure and never enter it. */
import type { Fund, Phase } from '../extract/fact.ts';
import { MINOR_PER_UNIT } from '../parse/quantity.ts';
import type { Observation } from '../reconcile/observation.ts';
import type { ConceptId } from '../vocabulary/concept.ts';
import type { BureauYear } from './bureau-year.ts';
import { exactOf, type Outcome, quotient } from './outcome.ts';
import { FUND_PREFERENCE } from './term.ts';

/** A stated rate without further conditions. */
export function stated(concept: ConceptId) {
  return (books: BureauYear): number | null =>
    printedRate(books.find({ concept, phase: 'actual', fund: 'all' }));
}

/** The execution rate stated for the fund of the outcome, else for the whole; of one project or of the bureau. */
export function statedExecution(books: BureauYear, outcome: Outcome, project?: string): number | null {
  return printedRate(executionRate(books, fundOf(outcome), project));
}

/** Order in which a bare 执行率 is read: of the full-year budget unless the figures say otherwise. */
const READINGS: readonly Phase[] = ['adjusted_budget', 'budget', 'original_budget'];

/**
 * A stated execution rate belongs to one metric only: the one whose budget it was computed on, to the printed
 * digit; where it fits none, the first whose budget is published.
 */
export function statedExecutionOn(phase: Phase) {
  return (books: BureauYear, outcome: Outcome): number | null => {
    const fund = fundOf(outcome);
    const rate = executionRate(books, fund);
    if (rate === null) return null;
    const published = READINGS.filter((one) => expenditure(books, one, fund) !== null);
    const fitting = published.find((one) => fits(books, rate, one, fund));
    return (fitting ?? published[0]) === phase ? printedRate(rate) : null;
  };
}

function executionRate(books: BureauYear, fund: Fund, project?: string): Observation | null {
  const question = { concept: 'rate.execution', phase: 'actual', ...(project ? { project } : {}) } as const;
  return books.find({ ...question, fund }) ?? books.find({ ...question, fund: 'all' });
}

function fits(books: BureauYear, rate: Observation, phase: Phase, fund: Fund): boolean {
  const spent = expenditure(books, 'actual', fund);
  const planned = expenditure(books, phase, fund);
  if (!spent || !planned || planned.valueMinor === 0) return false;
  const computed = quotient(exactOf(spent), exactOf(planned), 'percent');
  return Math.abs(computed - printedRate(rate)!) * MINOR_PER_UNIT.percent <= rate.ulpMinor;
}

function expenditure(books: BureauYear, phase: Phase, fund: Fund): Observation | null {
  return books.find({ concept: 'expenditure', phase, fund });
}

function fundOf(outcome: Outcome): Fund {
  return FUND_PREFERENCE.find((fund) => outcome.basis.includes(`fund=${fund}`)) ?? 'all';
}

function printedRate(observation: Observation | null): number | null {
  return observation === null ? null : observation.valueMinor / MINOR_PER_UNIT[observation.unit];
}
