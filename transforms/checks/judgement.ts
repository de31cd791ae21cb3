/** One relation, looked at once. */
import type { CheckResult } from './check.ts';
import type { Evaluation } from './evaluation.ts';
import type { Finding } from './finding.ts';

export interface Judgement {
  readonly evaluation: Evaluation;
  /** null where it holds, or cannot be evaluated. */
  readonly finding: Finding | null;
}

export const resultOf = (judgements: readonly Judgement[]): CheckResult => ({
  findings: judgements.flatMap(({ finding }) => finding ?? []),
  evaluations: judgements.map(({ evaluation }) => evaluation),
});
