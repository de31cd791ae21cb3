/** Figures that a contradiction touches. A metric built on one has no value until a person has looked. */
import type { Finding } from '../checks/finding.ts';
import type { Observation } from '../reconcile/observation.ts';

/** Facts in findings that say a published relation does not hold. */
export function factsInError(findings: readonly Finding[]): ReadonlySet<string> {
  const errors = findings.filter((finding) => finding.severity === 'error');
  return new Set(errors.flatMap((finding) => finding.factIds));
}

/**
 * Contested, or said by a witness that stands in an error finding. Witnesses against the value do not count:
 * it is they that were overruled. A correction is a person's decision with a reason and ends the suspicion.
 */
export function isSuspect(observation: Observation, inError: ReadonlySet<string>): boolean {
  if (observation.status === 'corrected') return false;
  if (observation.status === 'contested') return true;
  return inError.has(observation.factId) || observation.supporting.some((factId) => inError.has(factId));
}
