/** One bureau, one scope, one year: everything accepted about it, found by key. Metrics ask here and nowhere else. */
import type { Finding } from '../checks/finding.ts';
import { type FactKey, type Fund, type Phase, printKey } from '../extract/fact.ts';
import type { Scope } from '../recognise/disclosure.ts';
import type { Observation } from '../reconcile/observation.ts';
import { type ConceptId, hasFund } from '../vocabulary/concept.ts';
import { compare, groupBy } from './group.ts';
import type { DisclosureCounts, ExecutionPoints, FullMarks, MetricInput } from './metric-input.ts';

export interface Question {
  concept: ConceptId;
  phase: Phase;
  fund: Fund;
  functionCode?: string;
  project?: string;
}

export interface BureauYear {
  bureauId: string;
  bureauName: string | null;
  regionCode: string | null;
  scope: Scope;
  fiscalYear: number;
  observations: readonly Observation[];
  find(question: Question): Observation | null;
  /** The same for a figure of the whole bureau: of no code and no project. */
  findWhole(concept: ConceptId, phase: Phase, fund: Fund): Observation | null;
  /** The same bureau and scope in another year; the same bureau and year in another scope. */
  inYear(fiscalYear: number): BureauYear | null;
  inScope(scope: Scope): BureauYear | null;
  /** Years known of this bureau and scope, ascending. */
  years(): readonly number[];
  counts: readonly DisclosureCounts[];
  executionPoints: readonly ExecutionPoints[];
  fullMarks: readonly FullMarks[];
  /** Error findings in the documents that were counted. */
  errorFindings: readonly Finding[];
  input: MetricInput;
}

/** Everything of the input, sorted onto shelves once. */
interface Library {
  input: MetricInput;
  books: Map<string, BureauYear>;
  years: ReadonlyMap<string, readonly number[]>;
  counts: ReadonlyMap<string, readonly DisclosureCounts[]>;
  executionPoints: ReadonlyMap<string, readonly ExecutionPoints[]>;
  fullMarks: ReadonlyMap<string, readonly FullMarks[]>;
  errors: ReadonlyMap<string, readonly Finding[]>;
}

/** Every bureau × scope × year that anything is known of, ordered by bureau, scope, year. */
export function bureauYearsOf(input: MetricInput): BureauYear[] {
  const shelves = groupBy(input.observations, shelfOf);
  const errors = input.findings.filter((finding) => finding.severity === 'error');
  const library: Library = {
    input,
    books: new Map(),
    years: yearsOf(input.observations),
    counts: groupBy(input.counts ?? [], shelfOf),
    executionPoints: groupBy(input.executionPoints ?? [], shelfOf),
    fullMarks: groupBy(input.fullMarks ?? [], shelfOf),
    errors: groupBy(errors, (finding) => finding.documentId ?? ''),
  };
  for (const shelf of [...shelves.keys()].sort(compare)) {
    library.books.set(shelf, bureauYearOf(shelf, shelves.get(shelf)!, library));
  }
  return [...library.books.values()];
}

function bureauYearOf(shelf: string, unordered: readonly Observation[], library: Library): BureauYear {
  const byKey = new Map(unordered.map((observation) => [printKey(observation), observation]));
  const observations = [...byKey.keys()].sort(compare).map((key) => byKey.get(key)!);
  const wholes = wholesOf(observations);
  const { bureauId, scope, fiscalYear } = observations[0]!;
  const counts = library.counts.get(shelf) ?? [];
  const at = (otherScope: Scope, year: number) =>
    library.books.get(shelfOf({ bureauId, scope: otherScope, fiscalYear: year })) ?? null;
  return {
    bureauId,
    bureauName: observations.find((one) => one.bureauName !== null)?.bureauName ?? null,
    regionCode: observations.find((one) => one.regionCode !== null)?.regionCode ?? null,
    scope,
    fiscalYear,
    observations,
    find: (question) =>
      question.functionCode === undefined && question.project === undefined
        ? wholes(question.concept, question.phase, question.fund)
        : (byKey.get(printKey(keyOf(question, fiscalYear))) ?? null),
    findWhole: wholes,
    inYear: (year) => at(scope, year),
    inScope: (other) => at(other, fiscalYear),
    years: () => library.years.get(seriesOf({ bureauId, scope })) ?? [],
    counts,
    executionPoints: library.executionPoints.get(shelf) ?? [],
    fullMarks: library.fullMarks.get(shelf) ?? [],
    errorFindings: counts.flatMap((count) => library.errors.get(count.documentId) ?? []),
    input: library.input,
  };
}

/** Nearly every question is about the whole bureau; a country asks a hundred million, so none of them prints a key. */
function wholesOf(observations: readonly Observation[]): BureauYear['findWhole'] {
  const wholes = new Map<ConceptId, Map<Phase, Map<Fund, Observation>>>();
  for (const one of observations) {
    if (one.functionCode || one.economicCode || one.project) continue;
    const phases = wholes.get(one.concept) ?? new Map<Phase, Map<Fund, Observation>>();
    const funds = phases.get(one.phase) ?? new Map<Fund, Observation>();
    wholes.set(one.concept, phases.set(one.phase, funds.set(one.fund, one)));
  }
  return (concept, phase, fund) =>
    wholes
      .get(concept)
      ?.get(phase)
      ?.get(hasFund(concept) ? fund : 'all') ?? null;
}

/** Concepts that are not told apart by fund are kept under `all`, whatever fund the question is about. */
function keyOf(question: Question, fiscalYear: number): FactKey {
  return {
    fiscalYear,
    concept: question.concept,
    phase: question.phase,
    fund: hasFund(question.concept) ? question.fund : 'all',
    functionCode: question.functionCode ?? null,
    economicCode: null,
    project: question.project ?? null,
  };
}

function yearsOf(observations: readonly Observation[]): Map<string, number[]> {
  const series = groupBy(observations, seriesOf);
  return new Map(
    [...series].map(([key, members]) => [
      key,
      [...new Set(members.map((one) => one.fiscalYear))].sort((a, b) => a - b),
    ]),
  );
}

/** Sorts an id before every longer id that begins with it, and stands in none. */
const BELOW_ALL_TEXT = '\u0000';

function shelfOf(of: { bureauId: string; scope: Scope; fiscalYear: number }): string {
  return `${of.bureauId}${BELOW_ALL_TEXT}${of.scope}${BELOW_ALL_TEXT}${of.fiscalYear}`;
}

function seriesOf(of: { bureauId: string; scope: Scope }): string {
  return `${of.bureauId}${BELOW_ALL_TEXT}${of.scope}`;
}
