/** Every change of the tables, oldest first. Add at the end; never edit one that a release has shipped. */
import type { Migration } from 'kysely';
import { ledgerAndDocuments } from './0001-ledger-and-documents.ts';
import { factsAndClaims } from './0002-facts-and-claims.ts';
import { results } from './0003-results.ts';
import { comparisonsAndChanges } from './0004-comparisons-and-changes.ts';
import { actionsOfRuns } from './0005-actions-of-runs.ts';
import { registryAndExpectedReports } from './0006-registry-and-expected-reports.ts';
import { checkDefinitions } from './0007-check-definitions.ts';
import { moreRemarks } from './0008-more-remarks.ts';
import { revisions } from './0009-revisions.ts';
import { observationsPointAtFacts } from './0010-observations-point-at-facts.ts';
import type { MigrationName } from './names.ts';

export const MIGRATIONS: Readonly<Record<MigrationName, Migration>> = {
  '0001-ledger-and-documents': ledgerAndDocuments,
  '0002-facts-and-claims': factsAndClaims,
  '0003-results': results,
  '0004-comparisons-and-changes': comparisonsAndChanges,
  '0005-actions-of-runs': actionsOfRuns,
  '0006-registry-and-expected-reports': registryAndExpectedReports,
  '0007-check-definitions': checkDefinitions,
  '0008-more-remarks': moreRemarks,
  '0009-revisions': revisions,
  '0010-observations-point-at-facts': observationsPointAtFacts,
};
