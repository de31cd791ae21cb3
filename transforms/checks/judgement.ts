/** One relation, looked at once. */
import type { RemarkOfBureau } from '../extract/remark.ts';
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

/** Of a relation that a remark alone tells of: no fact takes part. */
export function evaluationOfRemark(
  { bureauId, scope, documentId, fiscalYear }: RemarkOfBureau,
  { check, outcome, subject }: Pick<Evaluation, 'check' | 'outcome' | 'subject'>,
): Evaluation {
  return { check, bureauId, scope, documentId, fiscalYear, outcome, subject, factIds: [] };
}
