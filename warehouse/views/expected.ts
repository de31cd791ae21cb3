/** `expected_reports`: one row per registered bureau × year × kind. `disclosure_rates`: one row per year × kind. */
export const expectedViews = {
  expected_reports: `
    SELECT e.bureau_id, r.official_name AS bureau_name, r.division_code AS region_code, r.scope, e.fiscal_year,
      e.kind, e.due_on, e.state, e.reason, e.documents
    FROM expected_rows e JOIN registry_rows r USING (bureau_id)
    ORDER BY e.bureau_id, e.fiscal_year, e.kind`,

  disclosure_rates: `
    SELECT fiscal_year, kind, count(*) AS expected,
      count(*) FILTER (WHERE state = 'present') AS present,
      count(*) FILTER (WHERE state = 'due') AS due,
      count(*) FILTER (WHERE state = 'missing') AS missing,
      count(*) FILTER (WHERE state = 'quarantined') AS quarantined,
      count(*) FILTER (WHERE state = 'withdrawn') AS withdrawn,
      round(100.0 * count(*) FILTER (WHERE state = 'present')
        / nullif(count(*) FILTER (WHERE state <> 'due'), 0), 2) AS disclosure_rate
    FROM expected_rows GROUP BY fiscal_year, kind ORDER BY fiscal_year, kind`,
} as const;
