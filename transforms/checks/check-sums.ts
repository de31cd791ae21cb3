/** Every printed whole against the parts that are printed for it. */
import { printLocation } from '../read/document.ts';
import type { SumInstance } from './bind-sum.ts';
import type { Check, CheckInput, CheckResult } from './check.ts';
import { findingOf } from './check.ts';
import { evaluateSum, type SumOutcome, type SumVerdict } from './evaluate-sum.ts';
import type { Evaluation, Outcome } from './evaluation.ts';
import type { Finding, Severity } from './finding.ts';
import { CODES_RELATIONS, SUM_RELATIONS } from './relations/index.ts';
import { saySumEn, saySumZh } from './say-sum.ts';
import { sumsOf } from './sums.ts';
import { asFarAsRead, unreadTablesIn } from './unread-tables.ts';

export const checkSums: Check = { relations: [...SUM_RELATIONS, ...CODES_RELATIONS], run };

const OUTCOME: Readonly<Record<SumOutcome, Outcome>> = {
  held: 'held',
  rounding: 'rounding',
  truncation: 'rounding',
  excess: 'failed',
  shortage: 'failed',
  partial: 'not_evaluable',
};

function run({ disclosures, remarks }: CheckInput): CheckResult {
  const unread = unreadTablesIn(remarks);
  const findings = new Map<string, Finding>();
  const evaluations: Evaluation[] = [];
  for (const instances of sumsOf(disclosures)) {
    for (const instance of instances) {
      const verdict = asFarAsRead(evaluateSum(instance), instance, unread);
      evaluations.push(evaluationOfSum(instance, verdict));
      const severity = severityOf(instance, verdict);
      // One sentence read for two funds is one printed statement.
      if (severity) findings.set(statementOf(instance, verdict), findingOfSum(instance, verdict, severity));
    }
  }
  return { findings: [...findings.values()], evaluations };
}

function statementOf(instance: SumInstance, { whole, parts }: SumVerdict): string {
  const figures = [whole, ...parts.map(({ witness }) => witness)];
  return [
    instance.relation.id,
    ...figures.map(
      (witness) => `${witness.documentId} ${printLocation(witness.location)} ${witness.valueMinor}`,
    ),
  ].join('|');
}

function evaluationOfSum(instance: SumInstance, { outcome, whole, parts }: SumVerdict): Evaluation {
  const factIds = new Array<string>(parts.length + 1);
  factIds[0] = whole.factId;
  let printed = `${whole.valueMinor}`;
  for (let at = 0; at < parts.length; at++) {
    const { witness } = parts[at]!;
    factIds[at + 1] = witness.factId;
    printed += `=${witness.valueMinor}`;
  }
  return {
    check: instance.relation.id,
    bureauId: whole.bureauId,
    scope: whole.scope,
    documentId: whole.documentId,
    fiscalYear: instance.whole.fiscalYear,
    outcome: OUTCOME[outcome],
    subject: `${instance.wholeName} ‖ ${instance.figures.id} ‖ ${printed}`,
    factIds,
  };
}

function severityOf({ relation, figures }: SumInstance, verdict: SumVerdict): Severity | null {
  const { outcome, whole, parts } = verdict;
  if (outcome === 'held' || outcome === 'partial') return null;
  if (outcome === 'rounding' || outcome === 'truncation') return 'note';
  // Nobody printed last year's figure that follows from "比上年增加3万元"; the comparison may be of another kind.
  if ([whole, ...parts.map(({ witness }) => witness)].some(({ basis }) => basis === 'derived'))
    return 'warning';
  if (outcome === 'excess') return 'error';
  if (relation.kind === 'codes') return relation.totalElsewhere ? 'warning' : 'error';
  return relation.shortageIn?.[figures.kind] ?? relation.shortage ?? 'error';
}

function findingOfSum(instance: SumInstance, verdict: SumVerdict, severity: Severity): Finding {
  const { whole, parts, sumMinor } = verdict;
  const witnesses = [whole, ...parts.map(({ witness }) => witness)];
  return findingOf({
    check: instance.relation.id,
    severity,
    fiscalYear: instance.whole.fiscalYear,
    concept: instance.whole.concept,
    message: saySumZh(whole, verdict),
    messageEn: saySumEn(whole, verdict),
    unit: whole.unit,
    expectedMinor: sumMinor,
    printedMinor: whole.valueMinor,
    statements: witnesses,
    factIds: witnesses.map(({ factId }) => factId),
  });
}
