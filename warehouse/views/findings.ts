/** `findings`: one row per published relation that does not hold, or holds only by an explanation. */
import { inUnits } from './units.ts';

export const findingViews = {
  findings: `
    SELECT f.finding_id, f.check_name, f.severity, f.bureau_id, f.bureau_name, f.region_code, f.fiscal_year,
      f.document_id, d.source_file, f.concept, f.message,
      ${inUnits('f.expected_minor', 'f.unit')} AS expected, ${inUnits('f.printed_minor', 'f.unit')} AS printed,
      ${inUnits('f.difference_minor', 'f.unit')} AS difference, f.locator,
      f.scope, f.unit, f.message_en, c.name_zh AS concept_zh
    FROM finding_rows f
    LEFT JOIN document_rows d ON d.document_id = f.document_id
    LEFT JOIN concepts c ON c.concept = f.concept`,
} as const;
