/**
 * `facts`: one row per figure read in a document that stands. `ocr_unconfirmed`: those of
 * scanned pages that nothing confirms. `unclaimed_numbers`: one row per number nobody could read.
 */
import { inUnits, nameOfCode } from './units.ts';

const FACT_COLUMNS = `
      f.fact_id, f.document_id, d.source_file, f.bureau_id, f.bureau_name, f.region_code, f.scope,
      f.fiscal_year, f.concept, f.phase, f.fund, f.function_code, f.economic_code, f.project,
      ${inUnits('f.value_minor', 'f.unit')} AS value, f.unit, f.basis, f.printed, f.printed_unit,
      f.locator, f.quote`;

export const factViews = {
  // A derived figure stands in no document: it is here while it supports or contradicts an observation.
  facts: `
    SELECT ${FACT_COLUMNS}, f.rule,
      f.medium, f.disclosure_kind, f.report_year, ${inUnits('f.ulp_minor', 'f.unit')} AS ulp,
      f.value_minor, f.ulp_minor, coalesce(f.location ->> '$.ocr', 0) AS ocr, c.name_zh AS concept_zh, c.name_en AS concept_en,
      ${nameOfCode('function_codes', 'f.function_code', 'f.fiscal_year')} AS function_name,
      ${nameOfCode('economic_codes', 'f.economic_code', 'f.fiscal_year')} AS economic_name
    FROM fact_rows f
    JOIN document_rows d ON d.document_id = f.document_id AND d.state = 'extracted'
    JOIN concepts c ON c.concept = f.concept
    WHERE f.basis = 'stated' OR EXISTS (SELECT 1 FROM observation_facts o WHERE o.fact_id = f.fact_id)`,

  // A recognised figure that nothing confirms is a fact and part of no observation.
  ocr_unconfirmed: `
    SELECT ${FACT_COLUMNS}, ${inUnits('f.ulp_minor', 'f.unit')} AS ulp, f.value_minor, f.ulp_minor
    FROM fact_rows f
    JOIN document_rows d ON d.document_id = f.document_id AND d.state = 'extracted'
    WHERE f.location ->> '$.ocr'
      AND NOT EXISTS (SELECT 1 FROM observation_facts o WHERE o.fact_id = f.fact_id)`,

  unclaimed_numbers: `
    SELECT u.document_id, d.source_file, s.bureau_id, s.fiscal_year, u.medium, u.money, u.text, u.context,
      u.reason, u.locator
    FROM unclaimed_rows u
    JOIN document_rows d ON d.document_id = u.document_id AND d.state = 'extracted'
    LEFT JOIN disclosures s ON s.document_id = u.document_id`,
} as const;
