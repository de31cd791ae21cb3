/**
 * `findings`: one row per published relation that does not hold, or holds only by an explanation.
 * `checks`: one row per relation that the program knows, with how often it was evaluated and how it came out.
 */
import { OUTCOME_COUNTS, outcomesOf, SEVERITY_COUNTS, severitiesOf } from './quality.ts';
import { inUnits } from './units.ts';

export const findingViews = {
  findings: `
    SELECT f.finding_id, f.check_name, f.severity, f.bureau_id, f.bureau_name, f.region_code, f.fiscal_year,
      f.document_id, d.source_file, f.concept, f.message,
      ${inUnits('f.expected_minor', 'f.unit')} AS expected, ${inUnits('f.printed_minor', 'f.unit')} AS printed,
      ${inUnits('f.difference_minor', 'f.unit')} AS difference, f.locator,
      f.scope, f.unit, f.message_en, c.name_zh AS concept_zh, k.statement_zh AS check_zh, k.statement_en AS check_en
    FROM finding_rows f
    LEFT JOIN document_rows d ON d.document_id = f.document_id
    LEFT JOIN concepts c ON c.concept = f.concept
    LEFT JOIN check_definition_rows k ON k.check_name = f.check_name`,

  checks: `
    WITH outcomes AS (
      SELECT check_name, ${OUTCOME_COUNTS} FROM evaluations GROUP BY check_name
    ), found AS (
      SELECT check_name, count(*) AS findings, ${SEVERITY_COUNTS} FROM finding_rows GROUP BY check_name
    )
    SELECT k.check_name, k.position, k.kind, k.statement_zh, k.statement_en, k.why,
      ${outcomesOf('o')}, coalesce(f.findings, 0) AS findings, ${severitiesOf('f')}
    FROM check_definition_rows k
    LEFT JOIN outcomes o USING (check_name)
    LEFT JOIN found f USING (check_name)`,
} as const;
