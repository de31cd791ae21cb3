/** Names the family of the rule that read a fact, so that an analyst can judge a whole family at once. */
import type { ConceptId } from '../../vocabulary/concept.ts';
import type { Subject } from './subject.ts';

const FAMILIES: readonly (readonly [prefix: string, family: string])[] = [
  ['three_public', 'three-public'],
  ['conference', 'three-public'],
  ['training', 'three-public'],
  ['procurement', 'procurement'],
  ['asset', 'assets'],
  ['headcount', 'headcount'],
  ['balance', 'balance'],
  ['agency_running_costs', 'running-costs'],
  ['rate', 'rates'],
  ['insured', 'insured'],
  ['evaluation', 'score'],
];

export function ruleOf(concept: ConceptId, subject: Subject): string {
  if (subject.functionCode !== null) return 'function-item';
  if (subject.economicCode !== null) return 'economic-class';
  if (subject.project !== null) return 'project';
  return FAMILIES.find(([prefix]) => concept.startsWith(prefix))?.[1] ?? 'totals';
}
