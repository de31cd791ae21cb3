/** What a figure is about, as far as the sentence has said so far. */

import type { ConceptId } from '../../vocabulary/concept.ts';
import { conceptById, hasFund } from '../../vocabulary/concept.ts';
import type { FactKey, Fund, Phase } from '../fact.ts';

export interface Subject {
  /** Two at once in "收入、支出总计". */
  concepts: readonly ConceptId[];
  fund: Fund;
  /** null until a word or the kind of document says. */
  phase: Phase | 'bare' | null;
  /** null for the year of the document. */
  year: number | null;
  functionCode: string | null;
  economicCode: string | null;
  project: string | null;
}

/** Observed rather than budgeted: these have no phase but `actual`. */
const OBSERVED =
  /^(?:headcount|asset|insured|rate|evaluation)(?:\.|$)|execution_rate$|^three_public\.vehicles_held$/;
export const isObserved = (concept: ConceptId): boolean => OBSERVED.test(concept);

export const isRevenue = (concept: ConceptId): boolean => concept.startsWith('revenue');
export const isThreePublic = (concept: ConceptId): boolean => concept.startsWith('three_public');

export function subjectOf(concepts: readonly ConceptId[], fund: Fund): Subject {
  return { concepts, fund, phase: null, year: null, functionCode: null, economicCode: null, project: null };
}

/** The key of one of the subject's concepts; dimensions that the concept has not are left out. */
export function keyOf(concept: ConceptId, subject: Subject, phase: Phase, year: number): FactKey {
  const { dimensions } = conceptById(concept);
  return {
    fiscalYear: year,
    concept,
    phase: isObserved(concept) ? 'actual' : phase,
    fund: hasFund(concept) ? subject.fund : 'all',
    functionCode: dimensions.includes('function_code') ? subject.functionCode : null,
    economicCode: dimensions.includes('economic_code') ? subject.economicCode : null,
    project: dimensions.includes('project') ? subject.project : null,
  };
}
