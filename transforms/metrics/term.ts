/** One side of a ratio: which published figure stands there, and what may stand in for it. */
import type { Fund, Phase } from '../extract/fact.ts';
import { SCOPES } from '../recognise/disclosure.ts';
import type { Observation } from '../reconcile/observation.ts';
import { type ConceptId, hasFund } from '../vocabulary/concept.ts';
import type { BureauYear } from './bureau-year.ts';

export interface Term {
  concept: ConceptId;
  /** In order of preference. */
  phases: readonly Phase[];
  /** 0, or −1 for the year before. */
  year: 0 | -1;
  functionCode?: string;
  project?: string;
}

/** A budget whose kind is stated says more than one whose kind is not; the last stated kind is the one executed. */
export const ANY_BUDGET: readonly Phase[] = ['adjusted_budget', 'budget', 'original_budget'];

/** Where the whole is not published the fiscal part may stand in, then the general public budget. */
export const FUND_PREFERENCE: readonly Fund[] = ['all', 'fiscal', 'general_public'];

export function actual(concept: ConceptId): Term {
  return { concept, phases: ['actual'], year: 0 };
}

export function lastYears(concept: ConceptId): Term {
  return { concept, phases: ['actual'], year: -1 };
}

export function budget(concept: ConceptId, ...phases: readonly Phase[]): Term {
  return { concept, phases: phases.length > 0 ? phases : ANY_BUDGET, year: 0 };
}

export function observe(books: BureauYear, term: Term, fund: Fund): Observation | null {
  const book = term.year === 0 ? books : books.inYear(books.fiscalYear + term.year);
  if (book === null) return null;
  const isWhole = term.functionCode === undefined && term.project === undefined;
  for (const phase of term.phases) {
    const found = isWhole ? book.findWhole(term.concept, phase, fund) : book.find({ ...term, phase, fund });
    if (found) return found;
  }
  return null;
}

/** Funds worth trying for these terms: one where none of them is told apart by fund. */
export function fundsFor(terms: readonly Term[]): readonly Fund[] {
  return terms.some((term) => hasFund(term.concept)) ? FUND_PREFERENCE : ['all'];
}

/** The term under the first fund, and else scope, that has it: to tell "not published" from "published otherwise". */
export function observeAnywhere(books: BureauYear, term: Term): Observation | null {
  for (const scope of [books.scope, ...SCOPES.filter((one) => one !== books.scope)]) {
    const book = scope === books.scope ? books : books.inScope(scope);
    if (book === null) continue;
    for (const fund of FUND_PREFERENCE) {
      const found = observe(book, term, fund);
      if (found) return found;
    }
  }
  return null;
}

/** What was decided for a row: which budget, which fund. */
export function basisOf(observations: readonly (Observation | null)[]): string[] {
  const known = observations.filter((one) => one !== null);
  const budgets = known.filter((one) => one.phase !== 'actual').map((one) => `budget=${one.phase}`);
  const funds = known.filter((one) => hasFund(one.concept)).map((one) => `fund=${one.fund}`);
  return [...new Set([...budgets, ...funds])];
}
