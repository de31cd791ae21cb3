/** `observations`: one row per key. `contested`: one row per contested observation and witness. */
import { inUnits, nameOfCode } from './units.ts';

export const observationViews = {
  observations: `
    SELECT o.bureau_id, o.bureau_name, o.region_code, o.scope, o.fiscal_year, o.concept, o.phase, o.fund,
      o.function_code, o.economic_code, o.project, ${inUnits('o.value_minor', 'o.unit')} AS value, o.unit,
      o.basis, o.status, o.fact_count, o.document_id, d.source_file,
      f.locator, f.quote,
      o.observation_id, o.fact_id, o.reason, ${inUnits('o.ulp_minor', 'o.unit')} AS ulp,
      o.value_minor, o.ulp_minor, c.name_zh AS concept_zh, c.name_en AS concept_en,
      ${nameOfCode('function_codes', 'o.function_code', 'o.fiscal_year')} AS function_name,
      ${nameOfCode('economic_codes', 'o.economic_code', 'o.fiscal_year')} AS economic_name
    FROM observation_rows o
    JOIN document_rows d ON d.document_id = o.document_id
    JOIN concepts c ON c.concept = o.concept
    LEFT JOIN fact_rows f ON f.fact_id = o.fact_id`,

  contested: `
    SELECT o.observation_id, o.bureau_id, o.bureau_name, o.region_code, o.scope, o.fiscal_year, o.concept,
      c.name_zh AS concept_zh, o.phase, o.fund, o.function_code, o.economic_code, o.project, o.unit,
      ${inUnits('o.value_minor', 'o.unit')} AS accepted_value, w.role,
      ${inUnits('f.value_minor', 'f.unit')} AS value, f.printed, f.printed_unit, d.source_file, f.locator,
      f.quote, f.fact_id
    FROM observation_rows o
    JOIN observation_facts w ON w.observation_id = o.observation_id
    JOIN fact_rows f ON f.fact_id = w.fact_id
    JOIN document_rows d ON d.document_id = f.document_id
    JOIN concepts c ON c.concept = o.concept
    WHERE o.status = 'contested'
    ORDER BY o.bureau_id, o.ordinal, w.role DESC, w.position`,
} as const;
