/** `metrics`: one row per metric × bureau × scope × fiscal year × project. `metric_definitions`: one row per metric. */
export const metricViews = {
  metrics: `
    SELECT m.metric, m.bureau_id, m.bureau_name, m.region_code, m.scope, m.fiscal_year, m.value, m.unit, m.basis,
      m.status, m.numerator, m.denominator, m.peer_group, m.peer_count, m.peer_median, m.rank, m.percentile,
      m.reported_value,
      nullif(m.project, '') AS project, d.name_zh AS metric_name_zh, d.name_en AS metric_name_en, d.formula,
      d.family, d.direction, m.metric_id
    FROM metric_rows m
    LEFT JOIN metric_definition_rows d ON d.metric = m.metric`,

  metric_inputs: `
    SELECT m.metric_id, m.bureau_id, i.key AS position, i.value AS observation_id
    FROM metric_rows m JOIN json_each(m.inputs) i`,

  metric_definitions: `
    SELECT metric, position, family, family_zh, family_en, unit, direction, name_zh, name_en, formula, caveats,
      reference, inputs, ranked
    FROM metric_definition_rows`,
} as const;
