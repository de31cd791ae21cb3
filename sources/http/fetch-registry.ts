/** All registered pages in one night: many sites at once, each site at its own pace. */
import PQueue from 'p-queue';
import { namesOf, type RegisteredBureau } from '../bureau.ts';
import { divisionByCode, divisionsAtStart } from '../division.ts';
import type { HttpLimits } from '../http-limits.ts';
import { type KnownOrigin, openOrigins } from '../origins.ts';
import type { Visitor } from './fetch-url.ts';
import { openMemory } from './memory.ts';
import { type Lookup, type Network, openNetwork } from './open-network.ts';
import { openPatience } from './patience.ts';
import { type HttpEffects, interruptible, takeTurns } from './politeness.ts';
import { visit } from './visit.ts';
import type { Seeds, SeedUrl, SharedListing, VisitContext, VisitReport } from './visit-work.ts';

export interface FetchOptions {
  limits: HttpLimits;
  archiveFolder: string;
  /** Where what is remembered from night to night lies. */
  dataFolder: string;
  effects: HttpEffects;
  /** A test's resolver; the system's where it is absent. */
  lookup?: Lookup;
  /** Told after every visit. */
  visited?(report: VisitReport): void;
  /** Throws where somebody asked for an end; what it throws ends all visits. */
  stopIfAsked?(): void;
}

/** One report a visit, in the order of the seeds. What was had is in the archive and its ledger. */
export async function fetchSeeds(seeds: readonly Seeds[], options: FetchOptions): Promise<VisitReport[]> {
  const { limits, archiveFolder, dataFolder, effects } = options;
  const network = openNetwork(limits, options.lookup);
  const memory = openMemory(dataFolder);
  const origins = openOrigins(archiveFolder);
  const visitor = visitorOf(network, memory, options);
  const context: VisitContext = {
    visitor,
    memory,
    origins,
    known: byBureau(origins.all()),
    archiveFolder,
    pages: new Map(),
    files: new Map(),
  };
  const queue = new PQueue({ concurrency: limits.hostsAtOnce });
  try {
    return await Promise.all(
      seeds.map((seed) =>
        queue.add(async () => {
          options.stopIfAsked?.();
          const report = await visit(seed, context);
          memory.saveNowAndThen(effects.now());
          options.visited?.(report);
          return report;
        }),
      ),
    );
  } finally {
    queue.clear();
    visitor.turns.end();
    await network.destroy();
    memory.save();
  }
}

function byBureau(known: readonly KnownOrigin[]): Map<string | null, KnownOrigin[]> {
  const groups = new Map<string | null, KnownOrigin[]>();
  for (const each of known) {
    const own = groups.get(each.origin.bureauId);
    if (own === undefined) groups.set(each.origin.bureauId, [each]);
    else own.push(each);
  }
  return groups;
}

function visitorOf(
  network: Network,
  memory: ReturnType<typeof openMemory>,
  { limits, effects: uninterrupted, stopIfAsked = () => undefined }: FetchOptions,
): Visitor {
  const effects = interruptible(uninterrupted, stopIfAsked);
  return {
    limits,
    network,
    effects,
    stopIfAsked,
    turns: takeTurns(limits, effects),
    patience: openPatience(limits),
    rules: new Map(),
    rememberedRobots(origin) {
      const known = memory.robots(origin);
      const age = known === null ? 0 : effects.now().getTime() - Date.parse(known.checkedAt);
      return known === null || age < 0 || age >= limits.robotsHours * 3_600_000 ? undefined : known.text;
    },
    rememberRobots: (origin, text) => memory.rememberRobots(origin, text, effects.now().toISOString()),
  };
}

/** A visit for every bureau with pages. Bureaus that share a list take from it what bears their name. */
export function seedsOf(bureaus: readonly RegisteredBureau[], only?: (id: string) => boolean): Seeds[] {
  const sharers = new Map<string, Sharer[]>();
  for (const bureau of bureaus) {
    const sharer = { id: bureau.id, names: printedForms(bureau) };
    for (const { url } of bureau.listings) sharers.set(url, [...(sharers.get(url) ?? []), sharer]);
  }
  return bureaus
    .filter(({ id, listings, urls }) => listings.length + urls.length > 0 && (only?.(id) ?? true))
    .map((bureau) => ({
      bureauId: bureau.id,
      listings: bureau.listings.map(
        (listing): SharedListing => ({
          ...listing,
          ownerOf: (text) => ownerIn(sharers.get(listing.url)!, bureau.id, text),
        }),
      ),
      urls: bureau.urls.map(
        ({ url, kind, fiscalYear, publishedOn }): SeedUrl => ({
          url,
          bureauId: bureau.id,
          kind: kind ?? null,
          fiscalYear: fiscalYear ?? null,
          publishedOn: publishedOn ?? null,
        }),
      ),
      hosts: hostsOf(bureau),
    }));
}

/** A bureau whose reports stand on a list with those of others. */
interface Sharer {
  id: string;
  names: readonly string[];
}

/** The longest name in the text decides; a link that names nobody is visited once, for nobody in particular. */
function ownerIn(sharers: readonly Sharer[], self: string, text: string): string | null | undefined {
  if (sharers.length === 1) return self;
  const named = sharers
    .map(({ id, names }) => ({
      id,
      length: Math.max(0, ...names.map((name) => (text.includes(name) ? name.length : 0))),
    }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length);
  const [best, second] = named;
  if (best === undefined || best.length === second?.length) return sharers[0]!.id === self ? null : undefined;
  return best.id === self ? self : undefined;
}

/** 示例省甲县财政局 is 甲县财政局 on the pages of its city, and 财政局 on those of its county. */
function printedForms(bureau: RegisteredBureau): string[] {
  const organ = divisionsAtStart(bureau.names.official).rest;
  const place = divisionByCode(bureau.division)?.name ?? '';
  return [...namesOf(bureau), place + organ, organ].filter((form) => form.length > 2);
}

function hostsOf({ listings, urls, hosts }: RegisteredBureau): Set<string> {
  return new Set([...[...listings, ...urls].map(({ url }) => new URL(url).host), ...hosts]);
}
