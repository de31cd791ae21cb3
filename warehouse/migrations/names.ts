/** What every migration is called, oldest first: enough to tell whether a warehouse is of this program. */
export const MIGRATION_NAMES = [
  '0001-ledger-and-documents',
  '0002-facts-and-claims',
  '0003-results',
  '0004-comparisons-and-changes',
  '0005-actions-of-runs',
  '0006-registry-and-expected-reports',
  '0007-check-definitions',
  '0008-more-remarks',
  '0009-revisions',
  '0010-observations-point-at-facts',
] as const;
export type MigrationName = (typeof MIGRATION_NAMES)[number];
