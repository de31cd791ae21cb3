/** Indexes of metric values beside the primary key, which finds those of one metric. Made anew after each comparison:
 * sorting a million digests once is faster than finding a place for each. */
export const METRIC_INDEXES = [
  {
    name: 'metric_rows_by_id',
    create: 'CREATE UNIQUE INDEX metric_rows_by_id ON metric_rows (metric_id)',
  },
  {
    name: 'metric_rows_by_bureau',
    create: 'CREATE INDEX metric_rows_by_bureau ON metric_rows (bureau_id, fiscal_year)',
  },
] as const;
