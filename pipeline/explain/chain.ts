/** Where a figure comes from, link by link: metric → observation → every witness → the page and the archived file. */
import type { Outcome } from '../../transforms/checks/evaluation.ts';
import type { Severity } from '../../transforms/checks/finding.ts';
import type { Warehouse } from '../../warehouse/connect.ts';
import type { FactRole } from '../../warehouse/enumerations.ts';
import type { MetricView, ObservationView } from '../../warehouse/schema.ts';

export interface ObservationLink {
  observation: ObservationView;
  /** The chosen one first, then what supports it, then what contradicts it. */
  witnesses: WitnessLink[];
  findings: FindingLink[];
  /** Relations that one of the witnesses takes part in, those that do not hold first. */
  relations: RelationLink[];
}

export interface WitnessLink {
  role: FactRole;
  factId: string;
  printed: string;
  printedUnit: string;
  basis: string;
  rule: string;
  quote: string;
  locator: string;
  sourceFile: string;
  relativePath: string;
  sha256: string;
  url: string | null;
}

export interface FindingLink {
  check: string;
  severity: Severity;
  message: string;
  messageEn: string;
}

export interface RelationLink {
  check: string;
  outcome: Outcome;
  /** Printed amounts that take part: "39.20万元、21.50万元". */
  figures: string;
  sourceFile: string | null;
}

export interface MetricLink {
  metric: MetricView;
  inputs: ObservationLink[];
}

/** What narrows a question down; undefined admits everything. */
export interface KeyFilter {
  phase?: string;
  fund?: string;
  scope?: string;
  code?: string;
  project?: string;
}

export interface Question {
  bureauId: string;
  year: number;
  id: string;
  filter: KeyFilter;
}

const FILTERS: Readonly<Record<keyof KeyFilter, string>> = {
  phase: 'phase = @phase',
  fund: 'fund = @fund',
  scope: 'scope = @scope',
  code: '@code IN (function_code, economic_code)',
  project: 'instr(project, @project) > 0',
};

export interface ObservationLinks {
  links: ObservationLink[];
  /** How many figures of single codes and projects were left out, because the question names none. */
  leftOut: number;
}

/** Asked without code and project, the answer is the bureau's own figure, wherever there is one. */
export function loadObservationLinks(warehouse: Warehouse, question: Question): ObservationLinks {
  const all = loadObservations(warehouse, question);
  const own = all.filter(
    (each) => each.function_code === null && each.economic_code === null && each.project === null,
  );
  const isNarrow = question.filter.code !== undefined || question.filter.project !== undefined;
  const shown = isNarrow || own.length === 0 ? all : own;
  return {
    links: shown.map((observation) => linkObservation(warehouse, observation)),
    leftOut: all.length - shown.length,
  };
}

function loadObservations(warehouse: Warehouse, question: Question): ObservationView[] {
  return warehouse.sqlite
    .prepare<[object], ObservationView>(
      `SELECT * FROM observations WHERE bureau_id = @bureauId AND fiscal_year = @year AND concept = @id
       ${conditions(question.filter, ['phase', 'fund', 'scope', 'code', 'project'])}
       ORDER BY scope, function_code, economic_code, project, phase, fund`,
    )
    .all({ ...question, ...question.filter, filter: undefined });
}

export function loadMetricLinks(warehouse: Warehouse, question: Question): MetricLink[] {
  const inputs = warehouse.sqlite.prepare<[string], ObservationView>(
    `SELECT o.* FROM metric_inputs i JOIN observations o USING (observation_id)
     WHERE i.metric_id = ? ORDER BY i.position`,
  );
  return warehouse.sqlite
    .prepare<[object], MetricView & { metric_id: string }>(
      `SELECT * FROM metrics WHERE bureau_id = @bureauId AND fiscal_year = @year AND metric = @id
       ${conditions(question.filter, ['scope', 'project'])} ORDER BY scope, project`,
    )
    .all({ ...question, ...question.filter, filter: undefined })
    .map((metric) => ({
      metric,
      inputs: inputs.all(metric.metric_id).map((observation) => linkObservation(warehouse, observation)),
    }));
}

function conditions(filter: KeyFilter, names: readonly (keyof KeyFilter)[]): string {
  return names
    .filter((name) => filter[name] !== undefined)
    .map((name) => `AND ${FILTERS[name]}`)
    .join(' ');
}

function linkObservation({ sqlite }: Warehouse, observation: ObservationView): ObservationLink {
  const witnesses = sqlite
    .prepare<[string], WitnessLink>(
      `SELECT w.role, f.fact_id AS factId, f.printed, f.printed_unit AS printedUnit, f.basis, f.rule, f.quote,
        f.locator, d.source_file AS sourceFile, d.relative_path AS relativePath, d.sha256, d.url
       FROM observation_facts w JOIN fact_rows f USING (fact_id) JOIN document_rows d USING (document_id)
       WHERE w.observation_id = ? ORDER BY w.role DESC, w.position`,
    )
    .all(observation.observation_id);
  const findings = sqlite
    .prepare<[string], FindingLink>(
      `SELECT DISTINCT r.check_name AS "check", r.severity, r.message, r.message_en AS messageEn
       FROM observation_facts w JOIN finding_facts x USING (fact_id) JOIN finding_rows r USING (finding_id)
       WHERE w.observation_id = ? ORDER BY r.severity, r.check_name, r.message`,
    )
    .all(observation.observation_id);
  const relations = sqlite
    .prepare<[object], RelationLink>(
      `SELECT DISTINCT e.check_name AS "check", e.outcome, d.source_file AS sourceFile,
        (SELECT group_concat(x.figure, '、') FROM (
          SELECT f.printed || f.printed_unit AS figure FROM json_each(e.fact_ids) i
          JOIN fact_rows f ON f.fact_id = i.value ORDER BY i.key) x) AS figures
       FROM evaluations e LEFT JOIN document_rows d USING (document_id)
       WHERE e.bureau_id = @bureau_id AND EXISTS (
         SELECT 1 FROM json_each(e.fact_ids) i
         JOIN observation_facts w ON w.fact_id = i.value AND w.observation_id = @observation_id)
       ORDER BY e.outcome <> 'failed', e.outcome = 'not_evaluable', e.check_name, figures`,
    )
    .all(observation);
  return { observation, witnesses, findings, relations };
}

/** What there is for a bureau and year, for a question that met nothing. */
export function publishedYears({ sqlite }: Warehouse, bureauId: string, id: string): number[] {
  return sqlite
    .prepare<[{ bureauId: string; id: string }], number>(
      `SELECT fiscal_year FROM observations WHERE bureau_id = @bureauId AND concept = @id
       UNION SELECT fiscal_year FROM metrics WHERE bureau_id = @bureauId AND metric = @id ORDER BY 1`,
    )
    .pluck()
    .all({ bureauId, id });
}
