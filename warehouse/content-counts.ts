/**
 * How much there is in the warehouse. Counting reads all of it, so what was counted is remembered with the state of the
 * content that it was counted from: a night that changes nothing counts nothing.
 */
import type { Severity } from '../transforms/checks/finding.ts';
import type { Warehouse } from './connect.ts';
import { readState, writeState } from './state.ts';

export interface ContentCounts {
  /** With at least one document that was read. */
  bureaus: number;
  /** Documents that were read and name no bureau. */
  unidentified: number;
  /** Documents that were read and yielded not one figure. */
  withoutFacts: number;
  /** As the contract view shows them. */
  facts: number;
  observations: number;
  contested: number;
  /** With a value. */
  metrics: number;
  unclaimedMoney: number;
  findings: Readonly<Record<Severity, number>>;
}

const COUNTS = 'content_counts';

interface Counted {
  changedAt: string;
  counts: ContentCounts;
}

/** `changedAt`: when the content last changed; the same time means the same content. */
export function contentCounts(warehouse: Warehouse, changedAt: string): ContentCounts {
  const known = counted(warehouse);
  if (known?.changedAt === changedAt) return known.counts;
  const counts = countContent(warehouse);
  writeState(warehouse, COUNTS, JSON.stringify({ changedAt, counts }));
  return counts;
}

/** Of a published warehouse: nothing is written to it, so what was counted at the end of its night holds. */
export function publishedCounts(sqlite: Warehouse['sqlite']): ContentCounts {
  return counted({ sqlite })?.counts ?? countContent({ sqlite });
}

function counted(warehouse: Pick<Warehouse, 'sqlite'>): Counted | null {
  const stored = readState(warehouse, COUNTS);
  return stored === null ? null : (JSON.parse(stored) as Counted);
}

function countContent({ sqlite }: Pick<Warehouse, 'sqlite'>): ContentCounts {
  const counts = sqlite
    .prepare<[], Omit<ContentCounts, 'findings'>>(
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
  const findings: Record<Severity, number> = { error: 0, warning: 0, note: 0 };
  const rows = sqlite
    .prepare<[], { severity: Severity; findings: number }>(
      'SELECT severity, count(*) AS findings FROM findings GROUP BY severity',
    )
    .all();
  for (const { severity, findings: count } of rows) findings[severity] = count;
  return { ...counts, findings };
}
