/** The closed lists of values that the tables admit; every CHECK constraint is printed from here. */
import { EXPECTED_KINDS } from '../sources/expected-kinds.ts';
import { OUTCOMES } from '../transforms/checks/evaluation.ts';
import { SEVERITIES } from '../transforms/checks/finding.ts';
import {
  type Basis,
  type Claim,
  FUNDS,
  type Medium,
  type NumberUse,
  PHASES,
} from '../transforms/extract/fact.ts';
import { REMARK_KINDS } from '../transforms/extract/remark.ts';
import type { ScoreItem } from '../transforms/extract/score-item.ts';
import { METRIC_STATUSES, type MetricUnit } from '../transforms/metrics/metric-value.ts';
import { UNITS } from '../transforms/parse/quantity.ts';
import { KINDS, SCOPES } from '../transforms/recognise/disclosure.ts';
import { OBSERVATION_STATUSES } from '../transforms/reconcile/observation.ts';
import { EXPECTED_STATES } from './expected-states.ts';

export const DOCUMENT_STATES = ['extracted', 'quarantined', 'superseded'] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

/** `interrupted`: the process was killed; said by the next run. */
export const RUN_STATES = ['running', 'finished', 'failed', 'interrupted'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** What a run was for. `rollback` put an earlier warehouse back, `rebuild` read everything again from the archive. */
export const RUN_ACTIONS = ['nightly', 'rebuild', 'rollback'] as const;
export type RunAction = (typeof RUN_ACTIONS)[number];

export const STAGE_STATES = ['done', 'failed', 'skipped'] as const;
export type StageState = (typeof STAGE_STATES)[number];

export const FACT_ROLES = ['supporting', 'contradicting'] as const;
export type FactRole = (typeof FACT_ROLES)[number];

/** What a run can do to what was published before it. */
export const CHANGE_KINDS = [
  'document_new',
  'document_replaced',
  'document_gone',
  'document_quarantined',
  'document_read',
  'observation_new',
  'observation_changed',
  'observation_gone',
  'finding_new',
  'finding_gone',
  'metric_changed',
  'rank_changed',
  'not_listed',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** 支出功能分类, 支出经济分类. */
export const CLASSIFICATIONS = ['function', 'economic'] as const;
export type Classification = (typeof CLASSIFICATIONS)[number];

// Records, so that the compiler notices a member that the union gains or loses.
const bases: Record<Basis, true> = { stated: true, derived: true };
const media: Record<Medium, true> = { table: true, prose: true };
const uses: Record<NumberUse['use'], true> = { claimed: true, ignored: true, unclaimed: true };
const directions: Record<NonNullable<Claim['direction']>, true> = { up: true, down: true, same: true };
const metricUnits: Record<MetricUnit, true> = { percent: true, CNY: true, persons: true, points: true };
const scoreRoles: Record<ScoreItem['role'], true> = {
  item: true,
  execution: true,
  subtotal: true,
  total: true,
};
const claimKinds: Record<Claim['kind'], true> = {
  completion: true,
  share: true,
  change_rate: true,
  change_amount: true,
  direction: true,
  unchanged: true,
};

/** What of the outputs is written for itself: all of a bureau, or a year of a table. */
export const PIECES = ['bureau', 'observations', 'facts', 'metrics'] as const;
export type Piece = (typeof PIECES)[number];

export const ENUMERATIONS = {
  phase: PHASES,
  fund: FUNDS,
  unit: UNITS,
  scope: SCOPES,
  kind: KINDS,
  severity: SEVERITIES,
  basis: Object.keys(bases),
  medium: Object.keys(media),
  use: Object.keys(uses),
  direction: Object.keys(directions),
  claimKind: Object.keys(claimKinds),
  observationStatus: OBSERVATION_STATUSES,
  metricStatus: METRIC_STATUSES,
  metricUnit: Object.keys(metricUnits),
  documentState: DOCUMENT_STATES,
  runState: RUN_STATES,
  runAction: RUN_ACTIONS,
  stageState: STAGE_STATES,
  outcome: OUTCOMES,
  factRole: FACT_ROLES,
  scoreRole: Object.keys(scoreRoles),
  remarkKind: REMARK_KINDS,
  changeKind: CHANGE_KINDS,
  classification: CLASSIFICATIONS,
  expectedKind: EXPECTED_KINDS,
  expectedState: EXPECTED_STATES,
  piece: PIECES,
} as const satisfies Record<string, readonly string[]>;

export type Enumeration = keyof typeof ENUMERATIONS;

/** `CHECK (phase IN ('original_budget', …))`. A NULL passes, as SQL has it; say NOT NULL beside it. */
export function oneOf(column: string, enumeration: Enumeration): string {
  const values = ENUMERATIONS[enumeration].map((value) => `'${value}'`).join(', ');
  return `CHECK (${column} IN (${values}))`;
}
