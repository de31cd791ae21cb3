/** The kinds of report that a bureau is expected to publish every year. */
export const EXPECTED_KINDS = [
  'final_accounts',
  'budget',
  'self_evaluation',
  'project_evaluation',
  'performance_targets',
] as const;
export type ExpectedKind = (typeof EXPECTED_KINDS)[number];
