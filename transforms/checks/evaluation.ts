/** That a relation was looked at, and how it came out: the denominator of every rate of contradictions. */
import type { Scope } from '../recognise/disclosure.ts';

export const OUTCOMES = ['held', 'rounding', 'failed', 'not_evaluable'] as const;
/** `rounding` also for what holds only where figures were cut off, or in a sense that a note explains. */
export type Outcome = (typeof OUTCOMES)[number];

/** One of each check, bureau, scope, year and subject. */
export interface Evaluation {
  check: string;
  bureauId: string;
  scope: Scope;
  fiscalYear: number;
  /** null where the relation spans documents. */
  documentId: string | null;
  outcome: Outcome;
  /** What was evaluated: the printed key of the whole, rate or subject, with the disclosure it stands in. */
  subject: string;
  /** The facts that take part, the whole or the stated figure first. */
  factIds: readonly string[];
}
