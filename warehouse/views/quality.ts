/** `data_quality`: one row per standing document, and one per bureau × scope: how its relations fared, what was not read. */

export const OUTCOME_COUNTS = `
      count(*) FILTER (WHERE outcome <> 'not_evaluable') AS evaluated,
      count(*) FILTER (WHERE outcome = 'held') AS held,
      count(*) FILTER (WHERE outcome = 'rounding') AS rounding,
      count(*) FILTER (WHERE outcome = 'failed') AS failed,
      count(*) FILTER (WHERE outcome = 'not_evaluable') AS not_evaluable`;
export const SEVERITY_COUNTS = `
      count(*) FILTER (WHERE severity = 'error') AS errors,
      count(*) FILTER (WHERE severity = 'warning') AS warnings`;

/** The columns of `OUTCOME_COUNTS`, out of a table that may have no row: nothing was counted there. */
export const outcomesOf = (table: string): string =>
  counts(table, ['evaluated', 'held', 'rounding', 'failed', 'not_evaluable']);
/** The same of `SEVERITY_COUNTS`. */
export const severitiesOf = (table: string): string => counts(table, ['errors', 'warnings']);

function counts(table: string, names: readonly string[]): string {
  return names.map((name) => `coalesce(${table}.${name}, 0) AS ${name}`).join(', ');
}

export const qualityViews = {
  data_quality: `
    WITH unread AS (
      SELECT document_id, count(*) AS numbers, sum(money) AS money FROM unclaimed_rows GROUP BY document_id
    ), standing AS (
      SELECT d.document_id, d.source_file, s.bureau_id, s.bureau_name, s.region_code, s.scope, s.fiscal_year,
        s.kind, coalesce(u.numbers, 0) AS unclaimed_numbers, coalesce(u.money, 0) AS unclaimed_money,
        r.tables_present, r.tables_expected
      FROM document_rows d JOIN disclosures s USING (document_id) JOIN readings r USING (document_id)
      LEFT JOIN unread u USING (document_id)
      WHERE d.state = 'extracted'
    ), judged_documents AS (
      SELECT document_id, ${OUTCOME_COUNTS} FROM evaluations GROUP BY document_id
    ), judged_bureaus AS (
      SELECT bureau_id, scope, ${OUTCOME_COUNTS} FROM evaluations GROUP BY bureau_id, scope
    ), found_documents AS (
      SELECT document_id, ${SEVERITY_COUNTS} FROM finding_rows GROUP BY document_id
    ), found_bureaus AS (
      SELECT bureau_id, scope, ${SEVERITY_COUNTS} FROM finding_rows GROUP BY bureau_id, scope
    )
    SELECT 'document' AS grain, s.bureau_id, s.bureau_name, s.region_code, s.scope, s.fiscal_year, s.kind,
      s.document_id, s.source_file, ${outcomesOf('j')}, ${severitiesOf('f')},
      s.unclaimed_numbers, s.unclaimed_money, s.tables_present, s.tables_expected
    FROM standing s
    LEFT JOIN judged_documents j ON j.document_id = s.document_id
    LEFT JOIN found_documents f ON f.document_id = s.document_id
    UNION ALL
    SELECT 'bureau', b.bureau_id, b.bureau_name, b.region_code, b.scope, NULL, NULL, NULL, NULL,
      ${outcomesOf('j')}, ${severitiesOf('f')},
      b.unclaimed_numbers, b.unclaimed_money, b.tables_present, b.tables_expected
    FROM (
      SELECT bureau_id, max(bureau_name) AS bureau_name, max(region_code) AS region_code, scope,
        sum(unclaimed_numbers) AS unclaimed_numbers, sum(unclaimed_money) AS unclaimed_money,
        sum(tables_present) AS tables_present, sum(tables_expected) AS tables_expected
      FROM standing GROUP BY bureau_id, scope
    ) b
    LEFT JOIN judged_bureaus j ON j.bureau_id = b.bureau_id AND j.scope = b.scope
    LEFT JOIN found_bureaus f ON f.bureau_id = b.bureau_id AND f.scope = b.scope
    ORDER BY 2, 5, 1, 6, 8`,
} as const;
