/** What registered bureaus owe, held against tonight's documents. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { documentIdOf } from '../sources/inbox.ts';
import type { KnownOrigin } from '../sources/origins.ts';
import type { KnownOutside } from '../warehouse/expected-reports.ts';
import type { FoundDocument, TonightsInput } from './find-documents.ts';
import type { Night } from './night.ts';

/** True where anything is another than before. Where nobody is registered, nothing is owed, and what an earlier registry said goes. */
export async function noteExpectedReports(input: TonightsInput, night: Night): Promise<boolean> {
  const { registry, warehouse, options } = night;
  const had = warehouse.sqlite.prepare('SELECT 1 FROM registry_rows LIMIT 1').get() !== undefined;
  if (registry.bureaus.length === 0 && !had) return false;
  const [{ saveExpectedReports }, { namesOf }] = await Promise.all([
    import('../warehouse/expected-reports.ts'),
    import('../sources/bureau.ts'),
  ]);
  // Where two bureaus bore a name, the first that is registered has it.
  const named = new Map(
    registry.bureaus.toReversed().flatMap((bureau) => namesOf(bureau).map((name) => [name, bureau.id])),
  );
  const outside: KnownOutside = {
    unopened: input.documents.flatMap((found) => saidOutside(found, named)),
    withdrawn: await withdrawnDocuments(options.data.archive, input),
  };
  // By the clock: after a night whose clock ran ahead, the starts of runs do so for years.
  return saveExpectedReports(warehouse, registry.bureaus, outside, night.run.now());
}

type Said = KnownOutside['unopened'][number];

/** Whose a document is by manifest or page, for those that cannot be opened. */
function saidOutside(
  { raw, manifestEntry, page }: FoundDocument,
  named: ReadonlyMap<string, string>,
): Said[] {
  const name = manifestEntry?.bureau ?? null;
  const bureauId = (name === null ? page?.bureauId : named.get(name)) ?? null;
  const fiscalYear = manifestEntry?.fiscalYear ?? page?.fiscalYear ?? null;
  const kind = manifestEntry?.kind ?? page?.kind ?? null;
  if (bureauId === null || fiscalYear === null || kind === null) return [];
  return [{ documentId: raw.documentId, bureauId, fiscalYear, kind }];
}

async function originsIn(archive: string): Promise<readonly KnownOrigin[]> {
  if (!existsSync(join(archive, 'origins.jsonl'))) return [];
  return (await import('../sources/origins.ts')).openOrigins(archive).all();
}

/** Fetched documents that no address gives any more; one that lies in the inbox too is not withdrawn. */
async function withdrawnDocuments(archive: string, input: TonightsInput): Promise<Map<string, string>> {
  const withdrawn = new Map<string, string>();
  const known = input.origins ?? (await originsIn(archive));
  const standing = new Set(
    known.filter((each) => each.withdrawal === null).map((each) => each.origin.sha256),
  );
  const addresses = new Map<string, number>();
  for (const { origin } of known) addresses.set(origin.sha256, (addresses.get(origin.sha256) ?? 0) + 1);
  const places = new Map(input.documents.map(({ raw, paths }) => [raw.documentId, paths.length]));
  for (const { origin, withdrawal } of known) {
    const documentId = documentIdOf(origin.sha256);
    const isElsewhere = (places.get(documentId) ?? 0) > addresses.get(origin.sha256)!;
    if (withdrawal !== null && !standing.has(origin.sha256) && !isElsewhere)
      withdrawn.set(documentId, withdrawal.withdrawnAt);
  }
  return withdrawn;
}
