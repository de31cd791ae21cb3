/** The course of a figure over all years known: what it changed by in an average year. */
import type { Observation } from '../reconcile/observation.ts';
import type { ConceptId } from '../vocabulary/concept.ts';
import type { BureauYear } from './bureau-year.ts';
import type { MetricStatus } from './metric-value.ts';
import { exactOf, inUnits, type Outcome, tidy } from './outcome.ts';
import { actual, observe } from './term.ts';

/** Two years are a change, not a trend. */
const FEWEST_YEARS = 3;

/** (last ÷ first)^(1 ÷ years between) − 1 in percent, actual on actual, up to the year of the row; for concepts without a fund. */
export function trend(concept: ConceptId) {
  return (books: BureauYear): readonly Outcome[] => {
    const series = seriesOf(books, concept);
    const first = series[0];
    const last = series.at(-1);
    if (first === undefined || last === undefined || last.fiscalYear !== books.fiscalYear) return [];
    if (series.length < FEWEST_YEARS) return [];
    const status = statusOf(first.valueMinor, last.valueMinor);
    const span = last.fiscalYear - first.fiscalYear;
    const growth = (last.valueMinor / first.valueMinor) ** (1 / span) - 1;
    return [
      {
        project: null,
        status,
        value: status === 'ok' ? tidy(growth * 100) : null,
        numerator: inUnits(exactOf(last)),
        denominator: inUnits(exactOf(first)),
        basis: [`years=${series.map((one) => one.fiscalYear).join(',')}`],
        inputs: series,
        reportedValue: null,
      },
    ];
  };
}

/** Money that came back is below zero: no power of anything leads from or to it, and a person should look. */
function statusOf(firstMinor: number, lastMinor: number): MetricStatus {
  if (firstMinor === 0) return 'zero_denominator';
  return firstMinor < 0 || lastMinor < 0 ? 'suspect_input' : 'ok';
}

/** The series breaks where the division of the bureau changes: what came before is of another territory. */
function seriesOf(books: BureauYear, concept: ConceptId): Observation[] {
  return books
    .years()
    .filter((year) => year <= books.fiscalYear)
    .map((year) => books.inYear(year)!)
    .filter((book) => book.regionCode === books.regionCode)
    .map((book) => observe(book, actual(concept), 'all'))
    .filter((one) => one !== null);
}
