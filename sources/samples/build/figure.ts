/** One figure of an invented bureau: what it speaks of and how much it is. Every document prints from these. */

export type SamplePhase = 'original_budget' | 'adjusted_budget' | 'budget' | 'actual';
export type SampleFund =
  | 'all'
  | 'fiscal'
  | 'general_public'
  | 'government_fund'
  | 'state_capital'
  | 'operating_income'
  | 'business_income'
  | 'other_income';

export interface FigureKey {
  fiscalYear: number;
  /** An identifier of the vocabulary, e.g. `expenditure.basic`. */
  concept: string;
  phase: SamplePhase;
  fund: SampleFund;
  functionCode: string | null;
  economicCode: string | null;
  project: string | null;
}

export interface PrintedFigure extends FigureKey {
  /** Yuan, persons, pieces, percent or points. */
  value: number;
  /** True where it only follows from what is printed, as last year's figure from this year's and the increase. */
  derived: boolean;
}

/** What a document asks the books for; what it does not name is the plain case. */
export type Asked = Pick<FigureKey, 'concept'> & Partial<FigureKey>;

export function fullKey(asked: Asked, fiscalYear: number): FigureKey {
  return {
    fiscalYear,
    phase: 'actual',
    fund: 'all',
    functionCode: null,
    economicCode: null,
    project: null,
    ...asked,
  };
}
