/** What metrics are computed from. Everything that is not an observation comes in as an argument. */
import type { Finding } from '../checks/finding.ts';
import type { Scope } from '../recognise/disclosure.ts';
import type { Observation } from '../reconcile/observation.ts';

export interface Population {
  residents: number;
  /** Year the residents were counted. */
  year: number;
}

export interface MetricInput {
  observations: readonly Observation[];
  findings: readonly Finding[];
  /** Resident population, of the division as it was in that year. */
  populationOf(regionCode: string, fiscalYear: number): Population | null;
  /** Tier of a division among its likes: `province`, `prefecture`, `district`, `county` …; null where the code is unknown. */
  peerTierOf(regionCode: string): string | null;
  /** Kind of office a name stands for ("财政局"); null where the name says none. */
  bureauTypeOf(name: string): string | null;
  /** Change of prices from the year before; null where not known. Without it no change in real terms. */
  deflatorOf?(fiscalYear: number): Deflator | null;
  /** What reading and checking counted, per document. Without it no honesty metrics. */
  counts?: readonly DisclosureCounts[];
  /** Points for execution on self-evaluation forms. Without it no score gap. */
  executionPoints?: readonly ExecutionPoints[];
  /** Full marks that forms print beside their total. Without it they are known only from the words around the score. */
  fullMarks?: readonly FullMarks[];
}

export interface Deflator {
  /** Prices of the year with those of the year before = 1. */
  index: number;
  /** Name of the series, for `basis`. */
  series: string;
}

/** How a document was read and how its relations fared. */
export interface DisclosureCounts {
  documentId: string;
  bureauId: string;
  scope: Scope;
  fiscalYear: number;
  relationsEvaluated: number;
  tablesPresent: number;
  tablesExpected: number;
  numbersInTables: number;
  unclaimedInTables: number;
}

/** What a self-evaluation form awards for executing the budget; in points. */
export interface ExecutionPoints {
  bureauId: string;
  scope: Scope;
  fiscalYear: number;
  project: string | null;
  awarded: number;
  available: number;
}

/** The total line of a self-evaluation form; in points. */
export interface FullMarks {
  bureauId: string;
  scope: Scope;
  fiscalYear: number;
  project: string | null;
  marks: number;
  /** null where the form prints no total awarded. */
  awarded: number | null;
}
