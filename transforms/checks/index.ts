/** Every check. One file a check, one line here. */
import type { Check } from './check.ts';
import { checkAverages } from './check-averages.ts';
import { checkBlanks } from './check-blanks.ts';
import { checkClaims } from './check-claims.ts';
import { checkCounts } from './check-counts.ts';
import { checkDeclaredNone } from './check-declared-none.ts';
import { checkDerivations } from './check-derivations.ts';
import { checkLabels } from './check-labels.ts';
import { checkNames } from './check-names.ts';
import { checkOrders } from './check-orders.ts';
import { checkProjects } from './check-projects.ts';
import { checkRates } from './check-rates.ts';
import { checkRemarks } from './check-remarks.ts';
import { checkScopes } from './check-scopes.ts';
import { checkScores } from './check-scores.ts';
import { checkSums } from './check-sums.ts';
import { checkTargets } from './check-targets.ts';
import { checkUndisclosed } from './check-undisclosed.ts';
import { checkVehicleKinds } from './check-vehicle-kinds.ts';
import { checkWitnesses } from './check-witnesses.ts';
import { checkYears } from './check-years.ts';
import { checkZeroBases } from './check-zero-bases.ts';
import type { Relation } from './relation.ts';

export const CHECKS: readonly Check[] = [
  checkSums,
  checkOrders,
  checkProjects,
  checkRemarks,
  checkDeclaredNone,
  checkBlanks,
  checkNames,
  checkUndisclosed,
  checkRates,
  checkAverages,
  checkCounts,
  checkVehicleKinds,
  checkClaims,
  checkZeroBases,
  checkLabels,
  checkYears,
  checkScores,
  checkTargets,
  checkWitnesses,
  checkDerivations,
  checkScopes,
];

/** Every truth that the checks state; its id is the `check_name` of evaluations and findings. */
export const RELATIONS: readonly Relation[] = CHECKS.flatMap(({ relations }) => relations);
