/** Invented documents of an invented bureau, with as much in them as the tables can hold. */
import type { Evaluation } from '../../transforms/checks/evaluation.ts';
import type { Finding } from '../../transforms/checks/finding.ts';
import type { NumberUse } from '../../transforms/extract/fact.ts';
import type { ScoreItemOfBureau } from '../../transforms/extract/score-item.ts';
import type { OwnedClaim, Witness } from '../../transforms/extract/witness.ts';
import type { MetricValue } from '../../transforms/metrics/metric-value.ts';
import type { Observation } from '../../transforms/reconcile/observation.ts';
import type { Reading } from '../../warehouse/documents.ts';
import type { BureauResults } from '../../warehouse/results.ts';

export const SEEN_AT = '2025-01-02T02:00:00+08:00';

function ownerOf(documentId: string, bureauId: string) {
  return {
    documentId,
    sourceFile: `${documentId}.pdf`,
    bureauId,
    bureauName: bureauId.startsWith('unidentified') ? null : `示例县${bureauId}局`,
    regionCode: '999901',
    scope: 'department',
    disclosureKind: 'final_accounts',
    reportYear: 2024,
  } as const;
}

export function sampleFact(documentId: string, bureauId: string, changes: Partial<Witness> = {}): Witness {
  return {
    factId: `f-${documentId}-1`,
    ...ownerOf(documentId, bureauId),
    fiscalYear: 2024,
    concept: 'expenditure',
    phase: 'actual',
    fund: 'all',
    functionCode: null,
    economicCode: null,
    project: null,
    unit: 'CNY',
    valueMinor: 123_456_00,
    ulpMinor: 100_00,
    printed: '12.34 56',
    printedUnit: '万元',
    basis: 'stated',
    medium: 'table',
    location: { page: 3, table: 2, row: 5, column: 2, box: { left: 1.5, top: 2, right: 30, bottom: 12 } },
    quote: '支出决算总表 ‖ 决算数 ‖ 本年支出合计 ‖ 12.34 56',
    rule: 'final-accounts/expenditure',
    ...changes,
  };
}

export function sampleClaim(
  documentId: string,
  bureauId: string,
  changes: Partial<OwnedClaim> = {},
): OwnedClaim {
  const { fiscalYear, concept, phase, fund, functionCode, economicCode, project } = sampleFact(
    documentId,
    bureauId,
  );
  const subject = { fiscalYear, concept, phase, fund, functionCode, economicCode, project };
  return {
    claimId: `c-${documentId}-1`,
    ...ownerOf(documentId, bureauId),
    kind: 'change_rate',
    subject,
    base: { ...subject, fiscalYear: 2023 },
    quantity: { unit: 'percent', valueMinor: -35_000, ulpMinor: 100, printed: '3.50', printedUnit: '%' },
    direction: 'down',
    location: { line: 88 },
    quote: '示例局支出比上年下降3.50%',
    rule: 'narrative/change',
    ...changes,
  };
}

const sampleNumbers: NumberUse[] = [
  number('claimed', '12.34', null, true),
  number('ignored', '2', '行次', false),
  number('ignored', '3', '行次', false),
  number('unclaimed', '77.7', '没有单位', true),
];

function number(use: NumberUse['use'], text: string, reason: string | null, money: boolean): NumberUse {
  return { location: { page: 1 }, text, context: `示例句 ${text}`, medium: 'table', use, reason, money };
}

export function sampleReading(documentId: string, bureauId: string, changes: Partial<Reading> = {}): Reading {
  return {
    document: {
      documentId,
      sha256: `sha-${documentId}`,
      sourceFile: `${documentId}.pdf`,
      relativePath: `示例县/${documentId}.pdf`,
      url: null,
      publishedOn: '2024-09-01',
      mediaType: 'application/pdf',
      bytes: 1000,
      pages: 4,
    },
    disclosure: {
      bureauId,
      bureauName: `示例县${bureauId}局`,
      regionCode: '999901',
      scope: 'department',
      fiscalYear: 2024,
      kind: 'final_accounts',
      title: '示例县2024年部门决算',
      evidence: [{ answers: 'year', value: '2024', source: 'title', quote: '2024年' }],
    },
    quarantine: null,
    facts: [
      sampleFact(documentId, bureauId),
      sampleFact(documentId, bureauId, {
        factId: `f-${documentId}-2`,
        valueMinor: 99_999_00,
        printed: '9.9999',
        medium: 'prose',
        location: { line: 7 },
      }),
    ],
    claims: [sampleClaim(documentId, bureauId)],
    scoreItems: [sampleScoreItem(documentId, bureauId)],
    standardTables: { present: 9, expected: 11 },
    numbers: sampleNumbers,
    notes: [{ code: 'clipped', message: '第一列被裁切', location: { page: 1 } }],
    rulesVersion: 'rules-1',
    seenAt: SEEN_AT,
    ...changes,
  };
}

export function sampleObservation(documentId: string, bureauId: string): Observation {
  const { factId, medium, rule, printed, printedUnit, disclosureKind, reportYear, ...fact } = sampleFact(
    documentId,
    bureauId,
  );
  return {
    ...fact,
    observationId: `o-${bureauId}`,
    factId,
    status: 'contested',
    reason: '表格优于文字',
    supporting: [factId],
    contradicting: [`f-${documentId}-2`],
  };
}

export function sampleFinding(documentId: string, bureauId: string): Finding {
  return {
    findingId: `x-${bureauId}`,
    check: 'agreement',
    severity: 'error',
    bureauId,
    bureauName: `示例县${bureauId}局`,
    regionCode: '999901',
    scope: 'department',
    fiscalYear: 2024,
    documentId,
    sourceFile: `${documentId}.pdf`,
    concept: 'expenditure',
    message: '表中印 12.3456 万元，文中印 9.9999 万元',
    messageEn: 'the table prints 12.3456, the text 9.9999',
    unit: 'CNY',
    expectedMinor: 123_456_00,
    printedMinor: 99_999_00,
    differenceMinor: -23_457_00,
    locator: '第3页 表2 第5行 第2列；文本第7行',
    factIds: [`f-${documentId}-1`, `f-${documentId}-2`],
  };
}

export function sampleResults(documentId: string, bureauId: string): BureauResults {
  return {
    observations: [sampleObservation(documentId, bureauId)],
    findings: [sampleFinding(documentId, bureauId)],
    evaluations: [
      sampleEvaluation(documentId, bureauId, 'failed', 'expenditure'),
      sampleEvaluation(null, bureauId, 'not_evaluable', 'three_public'),
    ],
  };
}

function sampleEvaluation(
  documentId: string | null,
  bureauId: string,
  outcome: Evaluation['outcome'],
  subject: string,
): Evaluation {
  return {
    check: 'agreement',
    bureauId,
    scope: 'department',
    fiscalYear: 2024,
    documentId,
    outcome,
    subject,
    factIds: [],
  };
}

export function sampleScoreItem(documentId: string, bureauId: string): ScoreItemOfBureau {
  const points = (valueMinor: number, printed: string) =>
    ({ unit: 'points', valueMinor, ulpMinor: 1000, printed, printedUnit: '分' }) as const;
  return {
    ...ownerOf(documentId, bureauId),
    fiscalYear: 2024,
    project: null,
    form: '表1',
    item: '年度资金总额',
    role: 'execution',
    fullMarks: points(100_000, '10'),
    awarded: points(95_000, '9.5'),
    executionRatePrinted: null,
    medium: 'table',
    location: { page: 9, table: 1, row: 3 },
    quote: '年度资金总额 ‖ 得分 ‖ 9.5',
  };
}

export function sampleMetric(bureauId: string, changes: Partial<MetricValue> = {}): MetricValue {
  return {
    metric: 'execution_rate.original',
    bureauId,
    bureauName: `示例县${bureauId}局`,
    regionCode: '999901',
    scope: 'department',
    fiscalYear: 2024,
    project: null,
    value: 98.89,
    unit: 'percent',
    basis: 'budget=original_budget',
    status: 'ok',
    numerator: 123_456,
    denominator: 124_840.73,
    peerGroup: null,
    peerCount: null,
    peerMedian: null,
    rank: null,
    percentile: null,
    reportedValue: null,
    inputs: [`o-${bureauId}`],
    ...changes,
  };
}
