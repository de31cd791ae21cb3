/** The stage of the night that asks the network: where bureaus are registered with pages, and nobody said --offline. */
import type { VisitReport } from '../sources/http/visit-work.ts';
import { recordStage } from '../warehouse/runs.ts';
import { type Fetched, fetchBureaus, NOTHING_FETCHED } from './fetch-bureaus.ts';
import type { Night } from './night.ts';
import type { NightRegistry } from './night-registry.ts';
import type { NightlyOptions } from './options.ts';
import type { Run } from './run.ts';

export async function fetchTonight(
  options: NightlyOptions,
  { bureaus }: NightRegistry,
  run: Run,
): Promise<Fetched> {
  const hasPages = bureaus.some(({ listings, urls }) => listings.length + urls.length > 0);
  if (options.offline || !hasPages) return NOTHING_FETCHED;
  const { seedsOf } = await import('../sources/http/fetch-registry.ts');
  const http = options.http ?? (await import('./config.ts')).defaultConfig().http;
  return fetchBureaus(seedsOf(bureaus), { data: options.data, http }, run);
}

// A site under reconstruction gives hundreds of troubles of one kind.
const RECORDED_TROUBLES = 20;

/** How each visit went, in the ledger of the run. */
export function recordVisits({ visits }: Fetched, night: Night): void {
  for (const visit of visits) {
    recordStage(night.warehouse, night.runId, {
      stage: `fetch ${visit.bureauId ?? ''}`.trim(),
      documentId: null,
      state: visit.troubles.length === 0 ? 'done' : 'failed',
      attempts: 1,
      durationMs: 0,
      error: visit.troubles.length === 0 ? null : printTroubles(visit),
    });
  }
}

function printTroubles({ troubles }: VisitReport): string {
  const more = troubles.length > RECORDED_TROUBLES ? [`… ${troubles.length - RECORDED_TROUBLES}`] : [];
  const shown = troubles
    .slice(0, RECORDED_TROUBLES)
    .map(({ url, code, reason }) => `${url} [${code}] ${reason}`);
  return [...shown, ...more].join('\n');
}
