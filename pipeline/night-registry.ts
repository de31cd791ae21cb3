/** The registry as a night uses it: whom recognition knows, and which documents a change of it concerns. */
import type { RegisteredBureau } from '../sources/bureau.ts';
import type { KnownBureau } from '../sources/known-bureau.ts';
import type { RegistryChoice } from './open-registry.ts';

export interface NightRegistry {
  bureaus: readonly RegisteredBureau[];
  known: readonly KnownBureau[];
  /** Of what the registry says for documents of this bureau; '' where it says nothing. Of all, where it is not known. */
  versionFor(bureauId: string | null): string;
}

export const NO_REGISTRY: NightRegistry = { bureaus: [], known: [], versionFor: () => '' };

/** `null`: nobody keeps a registry, and nothing is loaded. */
export async function loadNightRegistry(choice: RegistryChoice | null): Promise<NightRegistry> {
  if (choice === null) return NO_REGISTRY;
  const [{ openRegistry }, { namesDigest }, { knownBureaus }] = await Promise.all([
    import('./open-registry.ts'),
    import('../sources/registry.ts'),
    import('../sources/known-bureau.ts'),
  ]);
  const registry = openRegistry(choice);
  const versions = new Map<string, string>();
  return {
    bureaus: registry.bureaus,
    known: knownBureaus(registry.bureaus),
    versionFor(bureauId) {
      const province = PLACED_ID.exec(bureauId ?? '')?.[1] ?? '';
      const version = versions.get(province) ?? namesDigest(registry, province === '' ? null : province);
      versions.set(province, version);
      return version;
    },
  };
}

// 990121-医疗保障局; an unidentified document may turn out to be anybody's.
const PLACED_ID = /^(\d{2})\d{4}-/;
