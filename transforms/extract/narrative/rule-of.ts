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

const DIVIDED: ReadonlySet<ConceptId> = new Set(['expenditure.personnel', 'expenditure.operating']);

export function ruleOf(concept: ConceptId, subject: Subject): string {
  if (subject.functionCode !== null) return 'function-item';
  if (subject.economicCode !== null) return 'economic-class';
  if (subject.project !== null) return 'project';
  // What no fund divides was printed of one all the same.
  if (DIVIDED.has(concept) && subject.fund !== 'all') return 'totals-of-one-fund';
  return FAMILIES.find(([prefix]) => concept.startsWith(prefix))?.[1] ?? 'totals';
}
