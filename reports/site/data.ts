/** What the files of the site hold: the index inside the page, and tables of rows in `data/` that are loaded when asked for. */
import type { Severity } from '../../transforms/checks/finding.ts';
import type { Basis, Fund, Phase } from '../../transforms/extract/fact.ts';
import type { Direction, FamilyId } from '../../transforms/metrics/metric.ts';
import type { MetricStatus, MetricUnit } from '../../transforms/metrics/metric-value.ts';
import type { Unit } from '../../transforms/parse/quantity.ts';
import type { DisclosureKind, Scope } from '../../transforms/recognise/disclosure.ts';
import type { ObservationStatus } from '../../transforms/reconcile/observation.ts';
import type { ChangeKind, DocumentState, FactRole, RunState } from '../../warehouse/enumerations.ts';
import type { ExpectedState } from '../../warehouse/expected-states.ts';
import type { Language, Word } from '../words.ts';

/** Rows without the names of their columns in every one of them: a third of the size of objects. */
export interface Packed {
  columns: readonly string[];
  rows: readonly (readonly unknown[])[];
}

/** What one file of `data/` holds: named tables, or a stretch of their rows. */
export type Tables = Readonly<Record<string, Packed>>;

export type PeerTier = 'province' | 'prefecture' | 'county';

export interface SiteIndex {
  language: Language;
  /** ISO 8601; null before the first run. */
  asOf: string | null;
  runId: number | null;
  runState: RunState | null;
  counts: Counts;
  /** Fiscal years that some figure speaks of, ascending. */
  years: readonly number[];
  /** First two digits → name of the province. */
  provinces: Readonly<Record<string, string>>;
  /** Division code → its name with those above it. */
  regions: Readonly<Record<string, string>>;
  bureaus: Packed;
  families: readonly { id: FamilyId; name: Word }[];
  metrics: readonly MetricEntry[];
  concepts: Readonly<Record<string, Word>>;
  /** The truth that each check states. */
  checks: Readonly<Record<string, Word>>;
  findings: readonly YearFiles[];
  findingCounts: Packed;
  /** Files that together hold the tables `documents` and `coverage`. */
  coverage: readonly string[];
  /** Files that together hold the tables `expected` and `rates`. */
  expected: readonly string[];
  /** Files that together hold the table `changes`: those of the last run that changed anything. */
  changes: readonly string[];
  changeCounts: Packed;
  populationSource: string;
}

export interface Counts {
  documents: Readonly<Record<DocumentState, number>>;
  observations: number;
  contested: number;
  metrics: number;
  metricsOk: number;
  findings: Readonly<Record<Severity, number>>;
  bureausInError: number;
  bureaus: number;
  unidentified: number;
  unclaimed: number;
  unclaimedMoney: number;
}

/** The files in which the rows of these years stand; null stands for rows that speak of no year. */
export interface YearFiles {
  years: readonly (number | null)[];
  files: readonly string[];
}

export interface BureauEntry {
  /** Short and safe in file names; made from the id. */
  key: string;
  id: string;
  name: string | null;
  region: string | null;
  tier: PeerTier | null;
  /** Kind of office (医疗保障局, 财政局, …). */
  type: string | null;
  scopes: readonly Scope[];
  years: readonly number[];
  figures: number;
  errors: number;
  files: readonly string[];
  /** Files with the numbers that nothing could read. */
  unclaimedFiles: readonly string[];
}

export interface MetricEntry {
  id: string;
  family: FamilyId;
  name: Word;
  formula: Word;
  unit: MetricUnit;
  direction: Direction;
  caveats: Word;
  reference: string;
  files: readonly YearFiles[];
  cells: Packed;
}

/** One comparison that may be made: a metric in one scope, one year and on one basis. */
export interface CellEntry {
  scope: Scope;
  year: number;
  /** Parts of the basis that change what is divided ("fund=fiscal"); '' where there is none. */
  ground: string;
  count: number;
  median: number;
  lower: number;
  upper: number;
  least: number;
  /** Key of the bureau; the first in order where several share the value. */
  leastBureau: string;
  /** How many bureaus have that value. */
  leastShared: number;
  most: number;
  mostBureau: string;
  mostShared: number;
  /** Values below zero. */
  negative: number;
}

export interface MetricRowEntry {
  id: string;
  bureau: string;
  metric: string;
  scope: Scope;
  year: number;
  project: string | null;
  value: number | null;
  status: MetricStatus;
  basis: string;
  ground: string;
  numerator: number | null;
  denominator: number | null;
  peerGroup: string | null;
  peerCount: number | null;
  peerMedian: number | null;
  rank: number | null;
  percentile: number | null;
  reported: number | null;
}

/** What a peer group comes to as a whole; values are null below the least coverage. */
export interface GroupEntry {
  scope: Scope;
  year: number;
  peerGroup: string;
  ground: string;
  members: number;
  withValue: number;
  /** In percent. */
  coverage: number;
  ratioOfSums: number | null;
  medianOfRatios: number | null;
}

/** From this year on the figures are those of another body, place or classification. */
export interface BreakEntry {
  scope: Scope;
  year: number;
  note: string;
}

export interface ObservationEntry {
  id: string;
  scope: Scope;
  year: number;
  concept: string;
  phase: Phase;
  fund: Fund;
  functionCode: string | null;
  functionName: string | null;
  economicCode: string | null;
  economicName: string | null;
  project: string | null;
  value: number;
  unit: Unit;
  basis: Basis;
  status: ObservationStatus;
  reason: string;
  factCount: number;
  document: string;
  locator: string;
  quote: string;
  printed: string;
  printedUnit: string;
  rule: string;
}

/** Another place where the same figure stands, or is contradicted. */
export interface WitnessEntry {
  observation: string;
  role: FactRole;
  value: number;
  printed: string;
  printedUnit: string;
  document: string;
  locator: string;
  quote: string;
}

export interface InputEntry {
  metric: string;
  observation: string;
}

export interface DocumentEntry {
  id: string;
  bureau: string | null;
  file: string;
  path: string;
  /** Relative to the page; null where it is not safe to open from a browser. */
  archive: string | null;
  archiveText: string;
  url: string | null;
  media: string;
  pages: number | null;
  kind: DisclosureKind | null;
  scope: Scope | null;
  year: number | null;
  title: string | null;
  publishedOn: string | null;
  state: DocumentState;
  reason: string | null;
  /** null where it says the same as the Chinese. */
  reasonEn: string | null;
  facts: number;
  unclaimed: number;
  unclaimedMoney: number;
  firstSeen: string;
  sha256: string;
}

export interface CoverageEntry {
  bureau: string | null;
  scope: Scope | null;
  year: number | null;
  kind: DisclosureKind | null;
  state: DocumentState;
  /** Joined with "；" where documents of one cell differ. */
  reason: string | null;
  reasonEn: string | null;
  documents: number;
  facts: number;
  unclaimed: number;
}

export interface FindingEntry {
  id: string;
  bureau: string;
  check: string;
  severity: Severity;
  scope: Scope | null;
  year: number | null;
  concept: string | null;
  message: string;
  messageEn: string;
  unit: Unit | null;
  expected: number | null;
  printed: number | null;
  difference: number | null;
  locator: string;
  document: string | null;
  /** Name of that document. */
  file: string | null;
  archive: string | null;
}

/** A place that a finding points at. */
export interface PlaceEntry {
  finding: string;
  printed: string;
  printedUnit: string;
  locator: string;
  quote: string;
  file: string;
  archive: string | null;
}

export interface FindingCount {
  year: number | null;
  check: string;
  severity: Severity;
  count: number;
}

export interface UnclaimedEntry {
  document: string;
  file: string;
  year: number | null;
  money: 0 | 1;
  text: string;
  context: string;
  reason: string;
  locator: string;
}

/** A report that a registered bureau owes and that is not there. */
export interface ExpectedEntry {
  bureau: string;
  name: string;
  region: string | null;
  tier: PeerTier | null;
  type: string | null;
  scope: Scope;
  year: number;
  kind: DisclosureKind;
  /** Last day on which it is owed, YYYY-MM-DD. */
  due: string;
  state: Exclude<ExpectedState, 'present'>;
  reason: string | null;
  reasonEn: string | null;
}

/** How much of what is owed for a year is there. */
export interface ExpectedRate {
  year: number;
  kind: DisclosureKind;
  expected: number;
  present: number;
  due: number;
  missing: number;
  quarantined: number;
  withdrawn: number;
  /** In percent of what is owed by now; null where nothing is. */
  rate: number | null;
}

export interface ChangeEntry {
  kind: ChangeKind;
  /** Id of the document, observation, finding or metric value. */
  key: string;
  bureau: string | null;
  name: string | null;
  year: number | null;
  what: string;
  /** null where it says the same as the Chinese. */
  whatEn: string | null;
  before: string | null;
  after: string | null;
  beforeValue: number | null;
  afterValue: number | null;
  unit: Unit | null;
  why: string;
  whyEn: string | null;
}

export interface ChangeCountEntry {
  run: number;
  /** ISO 8601. */
  at: string;
  kind: ChangeKind;
  count: number;
}
