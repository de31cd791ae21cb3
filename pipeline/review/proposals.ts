/** What unit errors (元 for 万元) would be corrected to, where another print of the same figure says so. */
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

/** Money in 万元 with as many decimals as the 分 allow: the file takes the unit it names. */
const UNIT_ERRORS = `
  SELECT DISTINCT o.bureau_id AS bureau, o.scope, o.fiscal_year, o.concept, o.phase, o.fund, o.function_code,
    o.economic_code, o.project, other.value_minor / 100.0 AS value, 'CNY' AS unit,
    '元与万元混用：两处恰差一万倍' AS reason, d.source_file || ' ' || other.locator AS evidence, '' AS author,
    o.value_minor / 100.0 AS expect
  FROM finding_rows r
  JOIN finding_facts w USING (finding_id)
  JOIN observation_facts s ON s.fact_id = w.fact_id
  JOIN observation_rows o USING (observation_id)
  JOIN finding_facts x ON x.finding_id = r.finding_id
  JOIN fact_rows other ON other.fact_id = x.fact_id
  JOIN document_rows d ON d.document_id = other.document_id
  WHERE r.check_name = 'unit.factor_10000' AND o.unit = 'CNY' AND other.value_minor <> o.value_minor
    AND (@bureau IS NULL OR o.bureau_id = @bureau)
  ORDER BY o.bureau_id, o.scope, o.fiscal_year, o.concept, o.phase, o.fund, value`;

export function proposedCorrections({ sqlite }: Warehouse, bureau: string | null): ProposedCorrection[] {
  return sqlite.prepare<[{ bureau: string | null }], ProposedCorrection>(UNIT_ERRORS).all({ bureau });
}
