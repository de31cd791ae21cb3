/** The stage of the night that asks the network: where bureaus are registered with pages, and nobody said --offline. */
import { type Fetched, fetchBureaus, NOTHING_FETCHED } from './fetch-bureaus.ts';
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
