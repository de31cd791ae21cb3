/** Money and people against the resident population of the bureau's region. */
import type { Observation } from '../reconcile/observation.ts';
import type { BureauYear } from './bureau-year.ts';
import type { Population } from './metric-input.ts';
import type { MetricUnit } from './metric-value.ts';
import { type Exact, exactOf, inUnits, type Outcome, quotient } from './outcome.ts';
import { passThroughOf } from './pass-through.ts';
import { basisOf, FUND_PREFERENCE, fundsFor, observe, type Term } from './term.ts';

type Compute = (books: BureauYear) => readonly Outcome[];

/** amount ÷ residents. */
export function perResident(term: Term, unit: MetricUnit): Compute {
  return (books) => {
    const amount = firstOf(books, term);
    if (amount === null) return [];
    return [againstResidents(books, exactOf(amount), [amount], [], unit)];
  };
}

/** residents ÷ a number of people. */
export function residentsPer(term: Term): Compute {
  return (books) => {
    const people = firstOf(books, term);
    if (people === null) return [];
    const population = populationOf(books);
    const residents = population === null ? null : { minor: population.residents, perUnit: 1 };
    const status =
      residents === null ? 'missing_numerator' : people.valueMinor === 0 ? 'zero_denominator' : 'ok';
    return [
      {
        project: null,
        status,
        value: status === 'ok' ? quotient(residents!, exactOf(people), 'persons') : null,
        numerator: inUnits(residents),
        denominator: inUnits(exactOf(people)),
        basis: populationBasis(population),
        inputs: [people],
        reportedValue: null,
      },
    ];
  };
}

/** (expenditure − what only passes through) ÷ residents; missing where the pass-through is not known to be complete. */
export function administrationPerResident(books: BureauYear): readonly Outcome[] {
  const candidates = FUND_PREFERENCE.map((fund) => ({
    total: books.find({ concept: 'expenditure', phase: 'actual', fund }),
    passing: passThroughOf(books, fund),
  })).filter((candidate) => candidate.total !== null);
  const chosen = candidates.find((candidate) => candidate.passing !== null) ?? candidates[0];
  if (chosen === undefined) return [];
  const total = chosen.total!;
  if (chosen.passing === null) {
    return [{ ...againstResidents(books, null, [total], ['pass_through=unknown'], 'CNY') }];
  }
  const own = { minor: total.valueMinor - chosen.passing.minor, perUnit: 100 };
  const basis = [`pass_through=${chosen.passing.minor / 100}`];
  return [againstResidents(books, own, [total, ...chosen.passing.inputs], basis, 'CNY')];
}

function againstResidents(
  books: BureauYear,
  amount: Exact | null,
  inputs: readonly Observation[],
  basis: readonly string[],
  unit: MetricUnit,
): Outcome {
  const population = populationOf(books);
  const residents = population === null ? null : { minor: population.residents, perUnit: 1 };
  const status =
    amount === null
      ? 'missing_numerator'
      : residents === null
        ? 'missing_denominator'
        : residents.minor === 0
          ? 'zero_denominator'
          : 'ok';
  return {
    project: null,
    status,
    value: status === 'ok' ? quotient(amount!, residents!, unit) : null,
    numerator: inUnits(amount),
    denominator: inUnits(residents),
    basis: [...basisOf(inputs.slice(0, 1)), ...populationBasis(population), ...basis],
    inputs,
    reportedValue: null,
  };
}

function firstOf(books: BureauYear, term: Term): Observation | null {
  for (const fund of fundsFor([term])) {
    const found = observe(books, term, fund);
    if (found) return found;
  }
  return null;
}

function populationOf(books: BureauYear): Population | null {
  return books.regionCode === null ? null : books.input.populationOf(books.regionCode, books.fiscalYear);
}

function populationBasis(population: Population | null): string[] {
  return population === null ? [] : [`population=${population.year}`];
}
