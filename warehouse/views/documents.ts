/** `documents`: one row per document ever seen. `coverage`: one row per bureau × scope × year × kind × state. */
export const documentViews = {
  documents: `
    SELECT d.document_id, d.source_file, d.url, d.sha256, d.media_type, d.bytes, d.pages, s.bureau_id, s.scope,
      s.fiscal_year, s.kind, s.title, d.state, d.state_reason, t.first_seen_at, t.last_seen_at,
      d.state_code, d.superseded_by, s.bureau_name, s.region_code, d.relative_path, d.published_on,
      r.rules_version, coalesce(r.facts, 0) AS facts, coalesce(r.claims, 0) AS claims,
      (SELECT count(*) FROM unclaimed_rows u WHERE u.document_id = d.document_id) AS unclaimed,
      (SELECT count(*) FROM unclaimed_rows u WHERE u.document_id = d.document_id AND u.money = 1)
        AS unclaimed_money
    FROM document_rows d
    JOIN sightings t ON t.document_id = d.document_id
    LEFT JOIN disclosures s ON s.document_id = d.document_id
    LEFT JOIN readings r ON r.document_id = d.document_id`,

  coverage: `
    SELECT s.bureau_id, max(s.bureau_name) AS bureau_name, max(s.region_code) AS region_code, s.scope,
      s.fiscal_year, s.kind, d.state, count(*) AS documents, coalesce(sum(r.facts), 0) AS facts,
      coalesce(sum((SELECT count(*) FROM unclaimed_rows u WHERE u.document_id = d.document_id)), 0) AS unclaimed
    FROM document_rows d
    JOIN disclosures s ON s.document_id = d.document_id
    LEFT JOIN readings r ON r.document_id = d.document_id
    GROUP BY s.bureau_id, s.scope, s.fiscal_year, s.kind, d.state
    ORDER BY s.bureau_id, s.scope, s.fiscal_year, s.kind, d.state`,
} as const;
