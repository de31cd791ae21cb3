/** Projects by name: how each was executed, how all of them together, and which least. */
import type { Observation } from '../reconcile/observation.ts';
import type { ConceptId } from '../vocabulary/concept.ts';
import type { BureauYear } from './bureau-year.ts';
import { compare } from './group.ts';
import { exactOf, inUnits, type Outcome, quotient } from './outcome.ts';
import { ratio } from './ratio.ts';
import { statedExecution } from './reported.ts';
import { actual, budget } from './term.ts';

/** Forms print a project's money as 年度资金总额 or as 项目支出; both mean the project's own money. */
const PROJECT_MONEY: readonly ConceptId[] = ['expenditure', 'expenditure.project'];

/** Four metrics ask for the rates of the same projects. */
const known = new WeakMap<BureauYear, readonly Outcome[]>();

/** One outcome per project that has an actual or a budget. */
export function projectExecutionRates(books: BureauYear): readonly Outcome[] {
  const rates = known.get(books) ?? ratesOf(books);
  known.set(books, rates);
  return rates;
}

function ratesOf(books: BureauYear): readonly Outcome[] {
  return projectsOf(books).flatMap((project) => {
    const outcomes = PROJECT_MONEY.flatMap((concept) =>
      ratio({
        numerator: { ...actual(concept), project },
        denominator: { ...budget(concept), project },
        unit: 'percent',
        reported: (_, outcome) => statedExecution(books, outcome, project),
      })(books),
    );
    const best = outcomes.find((one) => one.numerator !== null && one.denominator !== null) ?? outcomes[0];
    return best ? [{ ...best, project }] : [];
  });
}

/** Σ actual ÷ Σ budget over the projects that have both. */
export function projectExecutionMean(books: BureauYear): readonly Outcome[] {
  const projects = projectExecutionRates(books);
  const paired = projects.filter((one) => one.inputs.length === 2);
  if (paired.length === 0) return [];
  const spent = sumOf(paired.map((one) => one.inputs[0]!));
  const planned = sumOf(paired.map((one) => one.inputs[1]!));
  const status = planned.minor === 0 ? 'zero_denominator' : 'ok';
  return [
    {
      project: null,
      status,
      value: status === 'ok' ? quotient(spent, planned, 'percent') : null,
      numerator: inUnits(spent),
      denominator: inUnits(planned),
      basis: [`projects=${paired.length}/${projects.length}`, ...basesOf(paired)],
      inputs: paired.flatMap((one) => one.inputs),
      reportedValue: null,
    },
  ];
}

/** The project with the smallest rate; the first by name among equals. */
export function projectExecutionLowest(books: BureauYear): readonly Outcome[] {
  const rates = projectExecutionRates(books).filter((one) => one.status === 'ok');
  const lowest = rates.toSorted((a, b) => a.value! - b.value! || compare(a.project!, b.project!))[0];
  if (lowest === undefined) return [];
  const basis = [...lowest.basis, `projects=${rates.length}`, `project=${lowest.project}`];
  return [{ ...lowest, project: null, basis }];
}

function projectsOf(books: BureauYear): string[] {
  const money = books.observations.filter((one) => PROJECT_MONEY.includes(one.concept));
  return [...new Set(money.map((one) => one.project).filter((name) => name !== null))].sort(compare);
}

function sumOf(observations: readonly Observation[]) {
  const minor = observations.reduce((sum, one) => sum + one.valueMinor, 0);
  return { ...exactOf(observations[0]!), minor };
}

function basesOf(outcomes: readonly Outcome[]): string[] {
  return [...new Set(outcomes.flatMap((one) => one.basis))].sort(compare);
}
