/** Corrections for unit errors: one figure printed twice, a factor of 10,000 apart. Never applied unsigned. */
import type { Warehouse } from '../../warehouse/connect.ts';

export interface ProposedCorrection {
  bureau: string;
  scope: string;
  fiscal_year: number;
  concept: string;
  phase: string;
  fund: string;
  function_code: string | null;
  economic_code: string | null;
  project: string | null;
  value: number;
  unit: string;
  reason: string;
  evidence: string;
  author: string;
  expect: number;
}

/** The value that reconciliation took stands as proposed: a person who knows better writes the other one. */
const UNIT_ERRORS = `
  SELECT DISTINCT o.bureau_id AS bureau, o.scope, o.fiscal_year, o.concept, o.phase, o.fund, o.function_code,
    o.economic_code, o.project, o.value_minor / 100.0 AS value, 'CNY' AS unit,
    '元与万元混用：另一处印为' || other.printed || other.printed_unit || '，恰差一万倍' AS reason,
    d.source_file || ' ' || other.locator AS evidence, '' AS author, o.value_minor / 100.0 AS expect
  FROM finding_rows r
  JOIN finding_facts w USING (finding_id)
  JOIN observation_rows o ON o.fact_id = w.fact_id
  JOIN finding_facts x ON x.finding_id = r.finding_id
  JOIN fact_rows other ON other.fact_id = x.fact_id
  JOIN document_rows d ON d.document_id = other.document_id
  WHERE r.check_name = 'unit.factor_10000' AND o.unit = 'CNY' AND o.status = 'contested'
    AND other.value_minor <> o.value_minor AND (@bureau IS NULL OR o.bureau_id = @bureau)
  ORDER BY o.bureau_id, o.scope, o.fiscal_year, o.concept, o.phase, o.fund, evidence`;

export function proposedCorrections({ sqlite }: Warehouse, bureau: string | null): ProposedCorrection[] {
  return sqlite.prepare<[{ bureau: string | null }], ProposedCorrection>(UNIT_ERRORS).all({ bureau });
}
