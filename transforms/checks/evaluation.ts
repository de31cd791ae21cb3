/** That a relation was looked at, and how it came out: the denominator of every rate of contradictions. */
import { digest } from '../extract/witness.ts';
import type { Scope } from '../recognise/disclosure.ts';

export const OUTCOMES = ['held', 'rounding', 'failed', 'not_evaluable'] as const;
/** `rounding` also for what holds only where figures were cut off, or in a sense that a note explains. */
export type Outcome = (typeof OUTCOMES)[number];

export interface Evaluation {
  /** Stable: digest of check, bureau, scope, year and subject. */
  evaluationId: string;
  check: string;
  bureauId: string;
  scope: Scope;
  fiscalYear: number;
  /** null where the relation spans documents. */
  documentId: string | null;
  outcome: Outcome;
  /** What was evaluated: the printed key of the whole, rate or subject, with the disclosure it stands in. */
  subject: string;
}

export function evaluationOf(fields: Omit<Evaluation, 'evaluationId'>): Evaluation {
  const { check, bureauId, scope, fiscalYear, subject } = fields;
  return { evaluationId: digest(check, bureauId, scope, fiscalYear, subject), ...fields };
}
