/** What a night came to: counted from the warehouse that it publishes, so that summary and warehouse agree. */
import type { Severity } from '../transforms/checks/finding.ts';
import type { Warehouse } from '../warehouse/connect.ts';
import type { Fetched } from './fetch-bureaus.ts';
import type { Failure, Night } from './night.ts';
import type { DataPaths } from './options.ts';
import type { ReadingPlan } from './read-documents.ts';

/** Counted before the warehouse is published, so from the very rows that are. */
export interface CountedNight {
  read: number;
  unchanged: number;
  superseded: number;
  quarantined: readonly Quarantined[];
  bureaus: number;
  unidentified: number;
  /** Documents that were read and yielded not one figure. */
  withoutFacts: number;
  facts: number;
  observations: number;
  contested: number;
  findings: Readonly<Record<Severity, number>>;
  metrics: number;
  unclaimedMoney: number;
  failures: readonly Failure[];
  paths: DataPaths;
  fetched?: Fetched;
}

export interface NightSummary extends CountedNight {
  /** From the opening of the warehouse to the finished workbook. */
  seconds: number;
}

export interface Quarantined {
  relativePath: string;
  code: string;
  reason: string;
  /** Read, or tried, tonight; the others are known from an earlier night. */
  isNew: boolean;
  /** What the ledger says of the attempt tonight: the stack, where the mistake is ours. */
  detail: string | null;
}

export function loadSummary(night: Night, plan: ReadingPlan): CountedNight {
  const { warehouse } = night;
  const quarantined = loadQuarantined(night, plan);
  const newlyQuarantined = quarantined.filter(({ isNew }) => isNew).length;
  return {
    read: plan.toRead.length + plan.toQuarantine.length - newlyQuarantined,
    unchanged: plan.present.length - plan.toRead.length - plan.toQuarantine.length,
    superseded: plan.toSupersede.length,
    quarantined,
    ...loadCounts(warehouse),
    findings: loadFindingCounts(warehouse),
    failures: night.failures,
    paths: night.options.data,
  };
}

function loadQuarantined({ warehouse, runId }: Night, plan: ReadingPlan): Quarantined[] {
  const tried = new Set([
    ...plan.toRead.map(({ raw }) => raw.documentId),
    ...plan.toQuarantine.map(({ documentId }) => documentId),
  ]);
  return warehouse.sqlite
    .prepare<[number], Omit<Quarantined, 'isNew'> & { id: string }>(
      `SELECT d.document_id AS id, d.relative_path AS relativePath, d.state_code AS code, d.state_reason AS reason,
        s.error AS detail
       FROM documents d
       LEFT JOIN run_stages s ON s.document_id = d.document_id AND s.run_id = ? AND s.state = 'failed'
       WHERE d.state = 'quarantined' ORDER BY d.relative_path, d.document_id`,
    )
    .all(runId)
    .map(({ id, ...each }) => ({ ...each, isNew: tried.has(id) }));
}

type Counts = Pick<
  NightSummary,
  | 'bureaus'
  | 'unidentified'
  | 'withoutFacts'
  | 'facts'
  | 'observations'
  | 'contested'
  | 'metrics'
  | 'unclaimedMoney'
>;

function loadCounts({ sqlite }: Warehouse): Counts {
  return sqlite
    .prepare<[], Counts>(
      `SELECT
        (SELECT count(DISTINCT bureau_id) FROM documents WHERE state = 'extracted') AS bureaus,
        (SELECT count(*) FROM documents WHERE state = 'extracted' AND bureau_name IS NULL) AS unidentified,
        (SELECT count(*) FROM documents WHERE state = 'extracted' AND facts = 0) AS withoutFacts,
        (SELECT count(*) FROM facts) AS facts,
        (SELECT count(*) FROM observations) AS observations,
        (SELECT count(*) FROM observations WHERE status = 'contested') AS contested,
        (SELECT count(*) FROM metrics WHERE status = 'ok') AS metrics,
        (SELECT coalesce(sum(unclaimed_money), 0) FROM documents WHERE state = 'extracted') AS unclaimedMoney`,
    )
    .get()!;
}

function loadFindingCounts({ sqlite }: Warehouse): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, note: 0 };
  const rows = sqlite
    .prepare<[], { severity: Severity; findings: number }>(
      'SELECT severity, count(*) AS findings FROM findings GROUP BY severity',
    )
    .all();
  for (const { severity, findings } of rows) counts[severity] = findings;
  return counts;
}
