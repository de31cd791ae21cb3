/** A warehouse of invented bureaus: entries become documents, facts, observations, findings and metrics. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Finding } from '../../transforms/checks/finding.ts';
import type { Witness } from '../../transforms/extract/witness.ts';
import { bureauTypeOf } from '../../transforms/metrics/bureau-type.ts';
import { computeMetrics } from '../../transforms/metrics/compute-metrics.ts';
import { groupBy } from '../../transforms/metrics/group.ts';
import type { Observation } from '../../transforms/reconcile/observation.ts';
import { openWarehouse, type Warehouse } from '../../warehouse/connect.ts';
import { saveReading } from '../../warehouse/documents.ts';
import { saveMetrics } from '../../warehouse/metrics.ts';
import { saveBureauResults } from '../../warehouse/results.ts';
import { finishRun, startRun } from '../../warehouse/runs.ts';
import { type Entry, observed } from '../transforms/metrics/invented-books.ts';

const SEEN_AT = '2025-03-02T02:00:00+08:00';

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'reports-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function inventedWarehouse(
  entries: readonly Entry[],
  findings: readonly Finding[] = [],
  path = join(temporaryFolder(), 'warehouse.db'),
): Promise<Warehouse> {
  const warehouse = await openWarehouse(path);
  const observations = entries.map((entry) => ({ ...observed(entry), ...documentOf(entry) }));
  const runId = startRun(warehouse, SEEN_AT);
  for (const group of groupBy(observations, (one) => one.documentId).values()) saveDocument(warehouse, group);
  for (const [bureauId, group] of groupBy(observations, (one) => one.bureauId)) {
    const about = findings.filter((one) => one.bureauId === bureauId);
    saveBureauResults(warehouse, bureauId, { observations: group, findings: about, evaluations: [] });
  }
  saveMetrics(warehouse, computeMetrics({ ...environment, observations, findings }));
  finishRun(warehouse, runId, SUMMARY);
  return warehouse;
}

const environment = {
  populationOf: () => ({ residents: 400_000, year: 2020 }),
  peerTierOf: () => 'county',
  bureauTypeOf,
};

/** One document a bureau, scope and year, unless the entry names its own. */
function documentOf(entry: Entry): Pick<Observation, 'documentId' | 'sourceFile'> {
  const { bureauId, bureauName, scope, fiscalYear } = observed(entry);
  const documentId = entry.documentId ?? `${bureauId}-${scope}-${fiscalYear}`;
  return {
    documentId,
    sourceFile: entry.sourceFile ?? `${bureauName ?? '未署名'}${fiscalYear}年部门决算.pdf`,
  };
}

function saveDocument(warehouse: Warehouse, group: readonly Observation[]): void {
  const { documentId, sourceFile, bureauId, bureauName, regionCode, scope, fiscalYear } = group[0]!;
  saveReading(warehouse, {
    document: {
      documentId,
      sha256: `sha-${documentId}`,
      sourceFile,
      relativePath: sourceFile,
      url: null,
      publishedOn: null,
      mediaType: 'application/pdf',
      bytes: 1000,
      pages: 12,
    },
    disclosure: {
      bureauId,
      bureauName,
      regionCode,
      scope,
      fiscalYear,
      kind: 'final_accounts',
      title: null,
      evidence: [],
    },
    quarantine: null,
    facts: group.map(witnessOf),
    claims: [],
    numbers: [],
    notes: [],
    rulesVersion: 'rules-1',
    seenAt: SEEN_AT,
  });
}

function witnessOf(observation: Observation): Witness {
  const { observationId, status, reason, supporting, contradicting, ...fact } = observation;
  return {
    ...fact,
    medium: 'table',
    printed: String(observation.valueMinor / 100),
    printedUnit: '元',
    rule: 'final-accounts/example',
    disclosureKind: 'final_accounts',
    reportYear: observation.fiscalYear,
  };
}

const SUMMARY = {
  finishedAt: '2025-03-02T02:10:00+08:00',
  state: 'finished',
  documentsSeen: 1,
  documentsRead: 1,
  documentsFailed: 0,
} as const;
