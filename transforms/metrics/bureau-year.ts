/** One bureau, one scope, one year: everything accepted about it, found by key. Metrics ask here and nowhere else. */
import type { Finding } from '../checks/finding.ts';
import { type Fund, type Phase, printingKeys } from '../extract/fact.ts';
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
  const shelves = shelvesOf(input.observations);
  const errors = input.findings.filter((finding) => finding.severity === 'error');
  const library: Library = {
    input,
    books: new Map(),
    years: yearsOf([...shelves.values()].map(([first]) => first!)),
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

/** Observations come year by year, so most stand on the shelf of the one before. */
function shelvesOf(observations: readonly Observation[]): Map<string, Observation[]> {
  const shelves = new Map<string, Observation[]>();
  let last: Observation | null = null;
  let shelf: Observation[] = [];
  for (const one of observations) {
    if (last === null || !isOfOneShelf(last, one)) {
      const name = shelfOf(one);
      shelf = shelves.get(name) ?? [];
      shelves.set(name, shelf);
    }
    shelf.push(one);
    last = one;
  }
  return shelves;
}

function isOfOneShelf(a: Observation, b: Observation): boolean {
  return a.fiscalYear === b.fiscalYear && a.scope === b.scope && a.bureauId === b.bureauId;
}

function bureauYearOf(shelf: string, unordered: readonly Observation[], library: Library): BureauYear {
  const observations = orderedByKey(unordered);
  const wholes = finderAmong(observations.filter(isWhole));
  const ofPart = partFinder(observations);
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
    find: (question) => {
      const { concept, phase, fund, functionCode, project } = question;
      const find = functionCode === undefined && project === undefined ? wholes : ofPart(question);
      return find(concept, phase, fund);
    },
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

/** Each key once, the last of equals, in the order of printed keys, in which a warehouse keeps them. */
function orderedByKey(observations: readonly Observation[]): readonly Observation[] {
  const print = printingKeys();
  const keys = observations.map(print);
  if (keys.every((key, at) => at === 0 || keys[at - 1]! < key)) return observations;
  const byKey = new Map(observations.map((observation, at) => [keys[at]!, observation]));
  return [...byKey.keys()].sort(compare).map((key) => byKey.get(key)!);
}

type Find = BureauYear['findWhole'];

function isWhole({ functionCode, economicCode, project }: Observation): boolean {
  return !functionCode && !economicCode && !project;
}

/** Few questions are about a code or a project: what is asked about is looked for once. */
function partFinder(observations: readonly Observation[]): (part: Partial<Question>) => Find {
  let ofProjects: Map<string, Observation[]> | null = null;
  const known = new Map<string, Find>();
  return ({ functionCode = '', project = '' }) => {
    const part = `${functionCode}|${project}`;
    ofProjects ??= groupBy(observations, (one) => one.project ?? '');
    const find =
      known.get(part) ??
      finderAmong(
        (ofProjects.get(project) ?? []).filter(
          (one) => !one.economicCode && (one.functionCode ?? '') === functionCode,
        ),
      );
    known.set(part, find);
    return find;
  };
}

interface Shelved {
  /** Concepts that are not told apart by fund are kept under `all`, whatever fund the question is about. */
  byFund: boolean;
  phases: Map<Phase, Map<Fund, Observation>>;
}

/** Nearly every question is about the whole bureau; a country asks a hundred million, so none of them prints a key. */
function finderAmong(observations: readonly Observation[]): Find {
  const concepts = new Map<ConceptId, Shelved>();
  for (const one of observations) {
    const known = concepts.get(one.concept) ?? { byFund: hasFund(one.concept), phases: new Map() };
    const funds = known.phases.get(one.phase) ?? new Map<Fund, Observation>();
    concepts.set(one.concept, known);
    known.phases.set(one.phase, funds.set(one.fund, one));
  }
  return (concept, phase, fund) => {
    const known = concepts.get(concept);
    return known?.phases.get(phase)?.get(known.byFund ? fund : 'all') ?? null;
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
