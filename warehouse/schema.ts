/**
 * Every table and view of the warehouse, as Kysely sees them. The SQL is in `migrations/` and `views/`.
 * SQLite has no booleans, dates or JSON: a flag is 0 or 1, a time is ISO 8601 text, JSON is text.
 */
import type { Tier } from '../sources/division.ts';
import type { Outcome } from '../transforms/checks/evaluation.ts';
import type { Severity } from '../transforms/checks/finding.ts';
import type { Relation } from '../transforms/checks/relation.ts';
import type { Basis, Claim, Fund, Medium, NumberUse, Phase } from '../transforms/extract/fact.ts';
import type { RemarkKind } from '../transforms/extract/remark.ts';
import type { ScoreItem } from '../transforms/extract/score-item.ts';
import type { Direction, FamilyId } from '../transforms/metrics/metric.ts';
import type { MetricStatus, MetricUnit } from '../transforms/metrics/metric-value.ts';
import type { Unit } from '../transforms/parse/quantity.ts';
import type { DisclosureKind, Scope } from '../transforms/recognise/disclosure.ts';
import type { ObservationStatus } from '../transforms/reconcile/observation.ts';
import type { ConceptId } from '../transforms/vocabulary/concept.ts';
import type {
  ChangeKind,
  Classification,
  DocumentState,
  FactRole,
  RunAction,
  RunState,
  StageState,
} from './enumerations.ts';
import type { ExpectedState } from './expected-states.ts';

export interface RunRow {
  run_id: number;
  started_at: string;
  finished_at: string | null;
  state: RunState;
  documents_seen: number;
  documents_read: number;
  documents_failed: number;
  facts: number;
  observations: number;
  findings: number;
  action: RunAction;
  /** For people: why it failed, what it put back. */
  note: string | null;
}

export interface RunStageRow {
  run_id: number;
  stage: string;
  /** '' where the stage is not about one document. */
  document_id: string;
  state: StageState;
  attempts: number;
  duration_ms: number;
  error: string | null;
}

export interface StateRow {
  name: string;
  value: string;
}

export interface DocumentRow {
  document_id: string;
  sha256: string;
  source_file: string;
  relative_path: string;
  url: string | null;
  published_on: string | null;
  media_type: string;
  bytes: number;
  pages: number | null;
  state: DocumentState;
  state_code: string | null;
  state_reason: string | null;
  superseded_by: string | null;
}

export interface SightingRow {
  document_id: string;
  first_seen_at: string;
  last_seen_at: string;
}

export interface DisclosureRow {
  document_id: string;
  bureau_id: string;
  bureau_name: string | null;
  region_code: string | null;
  scope: Scope;
  fiscal_year: number | null;
  kind: DisclosureKind;
  title: string | null;
  /** JSON of `Evidence[]`. */
  evidence: string;
}

export interface ReadingRow {
  document_id: string;
  rules_version: string;
  /** null where the reading succeeded. */
  quarantine_code: string | null;
  quarantine_reason: string | null;
  facts: number;
  claims: number;
  tables_present: number | null;
  tables_expected: number | null;
  /** JSON of `ReadingNote[]`. */
  notes: string;
}

interface BureauColumns {
  bureau_id: string;
  bureau_name: string | null;
  region_code: string | null;
  scope: Scope;
}

/** The key of a figure beside its bureau, and what it is counted in. */
interface KeyColumns {
  fiscal_year: number;
  concept: ConceptId;
  phase: Phase;
  fund: Fund;
  function_code: string | null;
  economic_code: string | null;
  project: string | null;
  unit: Unit;
}

/** Whose a fact or claim is; the columns that both tables share. */
export interface OwnerColumns extends BureauColumns {
  disclosure_kind: DisclosureKind;
  report_year: number;
}

export interface FactRow extends OwnerColumns, KeyColumns {
  document_id: string;
  ordinal: number;
  fact_id: string;
  value_minor: number;
  ulp_minor: number;
  printed: string;
  printed_unit: string;
  basis: Basis;
  medium: Medium;
  /** JSON of `Location`. */
  location: string;
  locator: string;
  quote: string;
  rule: string;
}

export interface ClaimRow extends OwnerColumns {
  document_id: string;
  ordinal: number;
  claim_id: string;
  kind: Claim['kind'];
  /** JSON of `FactKey`. */
  subject: string;
  /** JSON of `FactKey`. */
  base: string;
  unit: Unit | null;
  value_minor: number | null;
  ulp_minor: number | null;
  printed: string | null;
  printed_unit: string | null;
  direction: Claim['direction'];
  location: string;
  locator: string;
  quote: string;
  rule: string;
}

export interface ScoreItemRow extends OwnerColumns {
  document_id: string;
  ordinal: number;
  fiscal_year: number;
  project: string | null;
  form: string;
  item: string;
  role: ScoreItem['role'];
  /** JSON of `Quantity`, like the two that follow. */
  full_marks: string | null;
  awarded: string | null;
  execution_rate_printed: string | null;
  medium: Medium;
  /** JSON of `Location`. */
  location: string;
  locator: string;
  quote: string;
}

export interface RemarkRow extends OwnerColumns {
  document_id: string;
  ordinal: number;
  kind: RemarkKind;
  fiscal_year: number;
  table_number: number | null;
  count: number | null;
  /** JSON of `Quantity`. */
  quantity: string | null;
  medium: Medium;
  /** JSON of `Location`. */
  location: string;
  locator: string;
  quote: string;
}

export interface NumberTallyRow {
  document_id: string;
  medium: Medium;
  use: NumberUse['use'];
  money: 0 | 1;
  /** '' for claimed numbers. */
  reason: string;
  numbers: number;
  example: string;
}

export interface UnclaimedRow {
  document_id: string;
  ordinal: number;
  medium: Medium;
  money: 0 | 1;
  text: string;
  context: string;
  reason: string;
  locator: string;
}

export interface ObservationRow extends BureauColumns, KeyColumns {
  ordinal: number;
  observation_id: string;
  value_minor: number;
  ulp_minor: number;
  basis: Basis;
  status: ObservationStatus;
  fact_id: string;
  document_id: string;
  reason: string;
  fact_count: number;
}

export interface ObservationFactRow {
  observation_id: string;
  role: FactRole;
  position: number;
  fact_id: string;
}

export interface FindingRow {
  bureau_id: string;
  ordinal: number;
  finding_id: string;
  check_name: string;
  severity: Severity;
  bureau_name: string | null;
  region_code: string | null;
  scope: Scope | null;
  fiscal_year: number | null;
  document_id: string | null;
  concept: ConceptId | null;
  message: string;
  message_en: string;
  unit: Unit | null;
  expected_minor: number | null;
  printed_minor: number | null;
  difference_minor: number | null;
  locator: string;
}

export interface FindingFactRow {
  finding_id: string;
  position: number;
  fact_id: string;
}

export interface EvaluationRow {
  bureau_id: string;
  ordinal: number;
  check_name: string;
  scope: Scope | null;
  fiscal_year: number | null;
  document_id: string | null;
  subject: string;
  outcome: Outcome;
  /** JSON list of ids, the whole or the stated figure first. */
  fact_ids: string;
}

export interface MetricRow {
  metric: string;
  bureau_id: string;
  scope: Scope;
  fiscal_year: number;
  /** '' where the metric is not about one project. */
  project: string;
  metric_id: string;
  bureau_name: string | null;
  region_code: string | null;
  value: number | null;
  unit: MetricUnit;
  basis: string;
  /** Parts of `basis` that values compared with one another share: "fund=all". */
  ground: string;
  status: MetricStatus;
  numerator: number | null;
  denominator: number | null;
  peer_group: string | null;
  peer_count: number | null;
  peer_median: number | null;
  rank: number | null;
  percentile: number | null;
  reported_value: number | null;
  /** JSON list of observation ids, numerator first. */
  inputs: string;
}

export interface MetricInputView {
  metric_id: string;
  bureau_id: string;
  position: number;
  observation_id: string;
}

/** Where a reference row comes from and on which terms. */
export interface Provenance {
  source: string;
  licence: string;
}

export interface ConceptRow extends Provenance {
  concept: ConceptId;
  unit: Unit;
  /** Names joined with ", ". */
  dimensions: string;
  name_zh: string;
  name_en: string;
}

export interface DivisionRow extends Provenance {
  /** Six digits, GB/T 2260. */
  code: string;
  valid_from: number;
  /** Year in which it was changed or abolished; null while in use. */
  valid_until: number | null;
  name_zh: string;
  level: Tier;
  province: string;
  prefecture: string | null;
  /** Joined with ";"; "120113[2020]" took a part in that year. */
  successors: string;
}

export interface PopulationRow extends Provenance {
  division_code: string;
  year: number;
  residents: number;
}

export interface ClassificationRow extends Provenance {
  code: string;
  /** Place in the list, from 1. */
  position: number;
  /** First fiscal year of this name; 0 where open. */
  valid_from: number;
  /** Last fiscal year of this name; null where open. */
  valid_to: number | null;
  name_zh: string;
}

export interface CheckDefinitionRow {
  /** `check_name` of evaluations and findings. */
  check_name: string;
  /** Place in the list of relations, from 1. */
  position: number;
  kind: Relation['kind'];
  statement_zh: string;
  statement_en: string;
  /** The form, the rule or the arithmetic it comes from. */
  why: string;
}

export interface MetricDefinitionRow {
  metric: string;
  /** Place in the list of metrics, from 1. */
  position: number;
  family: FamilyId;
  family_zh: string;
  family_en: string;
  unit: MetricUnit;
  direction: Direction;
  name_zh: string;
  name_en: string;
  formula: string;
  caveats: string;
  /** Where the definition comes from, joined with "；". */
  reference: string;
  /** Concepts, joined with ", ". */
  inputs: string;
  ranked: 0 | 1;
}

export interface PeerGroupRow {
  metric: string;
  scope: Scope;
  fiscal_year: number;
  /** As in `metrics.peer_group`. */
  peer_group: string;
  ground: string;
  unit: MetricUnit;
  members: number;
  with_value: number;
  /** In percent. */
  coverage: number;
  numerator_sum: number | null;
  denominator_sum: number | null;
  ratio_of_sums: number | null;
  median_of_ratios: number | null;
}

export interface BureauBreakRow {
  bureau_id: string;
  scope: Scope;
  fiscal_year: number;
  note: string;
}

export interface CodeBreakRow {
  classification: Classification;
  code: string;
  fiscal_year: number;
  name_before: string;
  name_after: string;
}

export interface DeflatorRow extends Provenance {
  series: string;
  fiscal_year: number;
  previous_year_100: number;
  name_zh: string;
}

export interface ChangeRow {
  run_id: number;
  ordinal: number;
  kind: ChangeKind;
  /** document_id, observation_id, metric_id or finding_id. */
  key: string;
  bureau_id: string | null;
  bureau_name: string | null;
  fiscal_year: number | null;
  what: string;
  before: string | null;
  after: string | null;
  before_value: number | null;
  after_value: number | null;
  unit: string | null;
  why: string;
}

export interface DictionaryRow {
  view: string;
  /** '' for the view itself. */
  column: string;
  position: number;
  unit: string | null;
  zh: string;
  en: string;
}

export interface RegistryRow {
  bureau_id: string;
  official_name: string;
  /** Joined with 、. */
  other_names: string;
  division_code: string;
  bureau_type: string | null;
  scope: Scope;
  default_unit: string | null;
  notes: string | null;
}

export interface ExpectedRow {
  bureau_id: string;
  fiscal_year: number;
  kind: DisclosureKind;
  /** ISO date. */
  due_on: string;
  state: ExpectedState;
  reason: string | null;
  documents: number;
}

export interface Tables {
  run_rows: RunRow;
  run_stages: RunStageRow;
  warehouse_state: StateRow;
  document_rows: DocumentRow;
  sightings: SightingRow;
  disclosures: DisclosureRow;
  readings: ReadingRow;
  stale_bureaus: { bureau_id: string };
  fact_rows: FactRow;
  claim_rows: ClaimRow;
  score_items: ScoreItemRow;
  remark_rows: RemarkRow;
  number_tallies: NumberTallyRow;
  unclaimed_rows: UnclaimedRow;
  observation_rows: ObservationRow;
  observation_facts: ObservationFactRow;
  finding_rows: FindingRow;
  finding_facts: FindingFactRow;
  evaluations: EvaluationRow;
  metric_rows: MetricRow;
  concepts: ConceptRow;
  divisions: DivisionRow;
  population: PopulationRow;
  function_codes: ClassificationRow;
  economic_codes: ClassificationRow;
  metric_definition_rows: MetricDefinitionRow;
  check_definition_rows: CheckDefinitionRow;
  dictionary: DictionaryRow;
  peer_group_rows: PeerGroupRow;
  bureau_breaks: BureauBreakRow;
  code_breaks: CodeBreakRow;
  deflators: DeflatorRow;
  change_rows: ChangeRow;
  registry_rows: RegistryRow;
  expected_rows: ExpectedRow;
}

interface KeyView extends BureauColumns, KeyColumns {
  /** In units: yuan, persons, percent … */
  value: number;
  basis: Basis;
}

type NamesView = {
  concept_zh: string;
  concept_en: string;
  function_name: string | null;
  economic_name: string | null;
};

export interface FactView extends KeyView, NamesView {
  fact_id: string;
  document_id: string;
  source_file: string;
  printed: string;
  printed_unit: string;
  locator: string;
  quote: string;
  rule: string;
  medium: Medium;
  /** 1 where it was recognised in a picture. */
  ocr: number;
  disclosure_kind: DisclosureKind;
  report_year: number;
  /** Size of the last printed digit, in units. */
  ulp: number;
  value_minor: number;
  ulp_minor: number;
}

export interface ObservationView extends KeyView, NamesView {
  status: ObservationStatus;
  fact_count: number;
  document_id: string;
  source_file: string;
  locator: string;
  quote: string;
  observation_id: string;
  fact_id: string;
  reason: string;
  ulp: number;
  value_minor: number;
  ulp_minor: number;
}

export interface FindingView {
  finding_id: string;
  check_name: string;
  severity: Severity;
  bureau_id: string;
  bureau_name: string | null;
  region_code: string | null;
  fiscal_year: number | null;
  document_id: string | null;
  source_file: string | null;
  concept: ConceptId | null;
  message: string;
  expected: number | null;
  printed: number | null;
  difference: number | null;
  locator: string;
  scope: Scope | null;
  unit: Unit | null;
  message_en: string;
  concept_zh: string | null;
  check_zh: string | null;
  check_en: string | null;
}

export interface MetricView extends Omit<MetricRow, 'project' | 'ground' | 'inputs'> {
  project: string | null;
  metric_name_zh: string | null;
  metric_name_en: string | null;
  formula: string | null;
  family: FamilyId | null;
  direction: Direction | null;
}

export interface DocumentView {
  document_id: string;
  source_file: string;
  url: string | null;
  sha256: string;
  media_type: string;
  bytes: number;
  pages: number | null;
  bureau_id: string | null;
  scope: Scope | null;
  fiscal_year: number | null;
  kind: DisclosureKind | null;
  title: string | null;
  state: DocumentState;
  state_reason: string | null;
  first_seen_at: string;
  last_seen_at: string;
  state_code: string | null;
  superseded_by: string | null;
  bureau_name: string | null;
  region_code: string | null;
  relative_path: string;
  published_on: string | null;
  rules_version: string | null;
  facts: number;
  claims: number;
  unclaimed: number;
  unclaimed_money: number;
}

export interface ContestedView extends BureauColumns, KeyColumns {
  observation_id: string;
  concept_zh: string;
  accepted_value: number;
  role: FactRole;
  value: number;
  printed: string;
  printed_unit: string;
  source_file: string;
  locator: string;
  quote: string;
  fact_id: string;
}

export interface UnclaimedNumberView {
  document_id: string;
  source_file: string;
  bureau_id: string | null;
  fiscal_year: number | null;
  medium: Medium;
  money: 0 | 1;
  text: string;
  context: string;
  reason: string;
  locator: string;
}

export interface CoverageView {
  bureau_id: string;
  bureau_name: string | null;
  region_code: string | null;
  scope: Scope;
  fiscal_year: number | null;
  kind: DisclosureKind;
  state: DocumentState;
  documents: number;
  facts: number;
  unclaimed: number;
}

export interface DataQualityView {
  grain: 'document' | 'bureau';
  bureau_id: string;
  bureau_name: string | null;
  region_code: string | null;
  scope: Scope;
  fiscal_year: number | null;
  kind: DisclosureKind | null;
  document_id: string | null;
  source_file: string | null;
  evaluated: number;
  held: number;
  rounding: number;
  failed: number;
  not_evaluable: number;
  errors: number;
  warnings: number;
  unclaimed_numbers: number;
  unclaimed_money: number;
  tables_present: number | null;
  tables_expected: number | null;
}

export interface CheckView extends CheckDefinitionRow {
  evaluated: number;
  held: number;
  rounding: number;
  failed: number;
  not_evaluable: number;
  findings: number;
  errors: number;
  warnings: number;
}

export interface ChangeView extends ChangeRow {
  run_at: string;
}

/** Figures of scanned pages that nothing confirms. */
export type OcrUnconfirmedView = Omit<
  FactView,
  'rule' | 'medium' | 'ocr' | 'disclosure_kind' | 'report_year' | keyof NamesView
>;

export interface Views {
  facts: FactView;
  observations: ObservationView;
  findings: FindingView;
  metrics: MetricView;
  documents: DocumentView;
  runs: RunRow;
  contested: ContestedView;
  unclaimed_numbers: UnclaimedNumberView;
  ocr_unconfirmed: OcrUnconfirmedView;
  coverage: CoverageView;
  data_quality: DataQualityView;
  metric_definitions: MetricDefinitionRow;
  checks: CheckView;
  metric_inputs: MetricInputView;
  changes: ChangeView;
}

export type Database = Tables & Views;
