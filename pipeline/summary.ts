/** What a night came to: counted from the warehouse that it publishes, so that summary and warehouse agree. */
import { type ContentCounts, contentCounts } from '../warehouse/content-counts.ts';
import type { Fetched } from './fetch-bureaus.ts';
import type { Failure, Night } from './night.ts';
import type { DataPaths } from './options.ts';
import type { ReadingPlan } from './read-documents.ts';

/** Counted before the warehouse is published, so from the very rows that are. */
export interface CountedNight extends ContentCounts {
  read: number;
  unchanged: number;
  superseded: number;
  quarantined: readonly Quarantined[];
  failures: readonly Failure[];
  paths: DataPaths;
  fetched?: Fetched;
  /** Chinese: what went wrong at the sites and did not the night before. */
  siteNews?: readonly string[];
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
    ...contentCounts(warehouse, night.contentChangedAt),
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
