/** Every check. One file a check, one line here. */
import type { Check } from './check.ts';
import { checkClaims } from './check-claims.ts';
import { checkLabels } from './check-labels.ts';
import { checkOrders } from './check-orders.ts';
import { checkProjects } from './check-projects.ts';
import { checkRates } from './check-rates.ts';
import { checkRemarks } from './check-remarks.ts';
import { checkScopes } from './check-scopes.ts';
import { checkScores } from './check-scores.ts';
import { checkSums } from './check-sums.ts';
import { checkWitnesses } from './check-witnesses.ts';

export const CHECKS: readonly Check[] = [
  checkSums,
  checkOrders,
  checkProjects,
  checkRemarks,
  checkRates,
  checkClaims,
  checkLabels,
  checkScores,
  checkWitnesses,
  checkScopes,
];
