/** Fetches what the registered bureaus published since: into the archive, where the night finds it. */

import type { Lookup } from '../sources/http/open-network.ts';
import type { Seeds, VisitReport } from '../sources/http/visit-work.ts';
import type { HttpLimits } from '../sources/http-limits.ts';
import type { DataPaths } from './options.ts';
import type { Run } from './run.ts';
import { stopIfAsked } from './stopping.ts';

/** Waiting and chance; a test has its own. */
export interface NetworkEffects {
  sleep(milliseconds: number): Promise<void>;
  random(): number;
  lookup?: Lookup;
}

const realNetwork: NetworkEffects = {
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  random: Math.random,
};

export interface Fetched {
  visits: readonly VisitReport[];
  obtained: number;
  unchanged: number;
  troubles: number;
}

export const NOTHING_FETCHED: Fetched = { visits: [], obtained: 0, unchanged: 0, troubles: 0 };

/** Call it with the lock of the data folder in hand. What goes wrong at a site is in its report, never thrown. */
export async function fetchBureaus(
  seeds: readonly Seeds[],
  { data, http }: { data: DataPaths; http: HttpLimits },
  run: Run,
): Promise<Fetched> {
  if (seeds.length === 0) return NOTHING_FETCHED;
  const { fetchSeeds } = await import('../sources/http/fetch-registry.ts');
  run.progress.stage(run.say('抓取网页', 'Visiting sites'), seeds.length);
  const { lookup, ...effects } = run.network ?? realNetwork;
  const visits = await fetchSeeds(seeds, {
    limits: http,
    archiveFolder: data.archive,
    dataFolder: data.folder,
    effects: { now: run.now, ...effects },
    ...(lookup === undefined ? {} : { lookup }),
    stopIfAsked: () => stopIfAsked(run),
    visited: ({ bureauId }) => run.progress.step(bureauId ?? ''),
  });
  return {
    visits,
    obtained: visits.reduce((sum, visit) => sum + visit.obtained, 0),
    unchanged: visits.reduce((sum, visit) => sum + visit.unchanged, 0),
    troubles: visits.reduce((sum, visit) => sum + visit.troubles.length, 0),
  };
}
