/** Observations, findings and evaluations as rows. */
import type { Evaluation } from '../transforms/checks/evaluation.ts';
import type { Finding } from '../transforms/checks/finding.ts';
import type { Observation } from '../transforms/reconcile/observation.ts';
import type {
  EvaluationRow,
  FindingFactRow,
  FindingRow,
  ObservationFactRow,
  ObservationRow,
} from './schema.ts';

/** Place and quote are told by the chosen fact. */
export function observationRow(bureauId: string, observation: Observation, ordinal: number): ObservationRow {
  return {
    bureau_id: bureauId,
    ordinal,
    observation_id: observation.observationId,
    bureau_name: observation.bureauName,
    region_code: observation.regionCode,
    scope: observation.scope,
    fiscal_year: observation.fiscalYear,
    concept: observation.concept,
    phase: observation.phase,
    fund: observation.fund,
    function_code: observation.functionCode,
    economic_code: observation.economicCode,
    project: observation.project,
    unit: observation.unit,
    value_minor: observation.valueMinor,
    ulp_minor: observation.ulpMinor,
    basis: observation.basis,
    status: observation.status,
    fact_id: observation.factId,
    document_id: observation.documentId,
    reason: observation.reason,
    fact_count: observation.supporting.length + observation.contradicting.length,
  };
}

export function observationFactRows(observation: Observation): ObservationFactRow[] {
  const rowsOf = (role: ObservationFactRow['role'], factIds: readonly string[]) =>
    factIds.map((factId, position) => ({
      observation_id: observation.observationId,
      role,
      position,
      fact_id: factId,
    }));
  return [
    ...rowsOf('supporting', observation.supporting),
    ...rowsOf('contradicting', observation.contradicting),
  ];
}

export function findingRow(bureauId: string, finding: Finding, ordinal: number): FindingRow {
  return {
    bureau_id: bureauId,
    ordinal,
    finding_id: finding.findingId,
    check_name: finding.check,
    severity: finding.severity,
    bureau_name: finding.bureauName,
    region_code: finding.regionCode,
    scope: finding.scope,
    fiscal_year: finding.fiscalYear,
    document_id: finding.documentId,
    concept: finding.concept,
    message: finding.message,
    message_en: finding.messageEn,
    unit: finding.unit,
    expected_minor: finding.expectedMinor,
    printed_minor: finding.printedMinor,
    difference_minor: finding.differenceMinor,
    locator: finding.locator,
  };
}

export function findingFactRows(finding: Finding): FindingFactRow[] {
  return finding.factIds.map((factId, position) => ({
    finding_id: finding.findingId,
    position,
    fact_id: factId,
  }));
}

export function evaluationRow(bureauId: string, evaluation: Evaluation, ordinal: number): EvaluationRow {
  return {
    bureau_id: bureauId,
    ordinal,
    check_name: evaluation.check,
    scope: evaluation.scope,
    fiscal_year: evaluation.fiscalYear,
    document_id: evaluation.documentId,
    subject: evaluation.subject,
    outcome: evaluation.outcome,
    fact_ids: JSON.stringify(evaluation.factIds),
  };
}
