/** Whose a document is, for which scope, year and kind, each with its evidence. A manifest outweighs what the document says. */
import { createHash } from 'node:crypto';
import { divisionByCode, divisionsNamed } from '../../sources/division.ts';
import type { KnownBureau } from '../../sources/known-bureau.ts';
import type { ManifestEntry } from '../../sources/manifest.ts';
import type { PageContext } from '../../sources/page-context.ts';
import type { RawDocument } from '../../sources/raw-document.ts';
import type { Document } from '../read/document.ts';
import { type Disclosure, type DisclosureKind, type Evidence, KINDS, type Scope } from './disclosure.ts';
import { type Passages, passagesOf } from './passages.ts';
import { type DivisionRegistry, placeName } from './region.ts';
import {
  type BureauIndex,
  bureauOfPage,
  NO_BUREAUS,
  type RegisteredOwner,
  registeredInTitle,
  registeredOwner,
} from './registered.ts';
import { organKey } from './same-body.ts';
import { kindOf, scopeOf } from './what-kind.ts';
import { whenOf } from './when.ts';
import { ownerOf } from './whose.ts';

type Origin = Pick<RawDocument, 'sourceFile' | 'relativePath'>;

/** What is known of the publishing body, from manifest, document and registry. */
interface Owner {
  name: string | null;
  regionCode: string | null;
  organ: string | null;
  evidence: readonly Evidence[];
  /** Its entry in the registry of bureaus; null where it is not registered. */
  registered: KnownBureau | null;
}

/** The places and the bureaus that a name can mean. */
export interface Registry extends DivisionRegistry {
  bureaus: BureauIndex;
}

export const OFFICIAL_DIVISIONS: DivisionRegistry = { divisionsNamed, divisionByCode };
const NOBODY_REGISTERED: Registry = { ...OFFICIAL_DIVISIONS, bureaus: NO_BUREAUS };

/** Never throws and never guesses: what nothing says stays null, and the document keeps an id of its own. */
export function recognise(
  document: Document,
  raw: Origin,
  manifest: ManifestEntry | null,
  registry: Registry = NOBODY_REGISTERED,
  page: PageContext | null = null,
): Disclosure {
  const passages = passagesOf(document);
  const when = whenOf(passages, raw.sourceFile);
  const fiscalYear = manifest?.fiscalYear ?? when.fiscalYear ?? page?.fiscalYear ?? null;
  const kind = kindOf(passages, raw.sourceFile);
  const scope = scopeOf(passages, raw.sourceFile);
  const contexts = contextsOf(passages, document, raw);
  const read = {
    ...ownerOf(passages, raw.sourceFile, registry, contexts, fiscalYear),
    registered: null,
  };
  const said = withManifest(read, manifest, registry, contexts, fiscalYear);
  const owner = withRegistry(said, registry, page, { passages, contexts });
  return {
    bureauId: bureauIdOf(owner, document),
    bureauName: owner.name,
    regionCode: owner.regionCode,
    scope: manifest?.scope ?? registeredScope(owner, scope.evidence) ?? scope.scope,
    fiscalYear,
    kind: manifest?.kind ?? (kind.kind === 'unknown' ? (kindOfPage(page) ?? 'unknown') : kind.kind),
    title: passages.title,
    evidence: [
      ...manifestEvidence(manifest),
      ...owner.evidence,
      ...regionEvidence(owner),
      ...scope.evidence,
      ...when.evidence,
      ...kind.evidence,
      ...pageEvidence(page, when.fiscalYear, kind.kind),
    ],
  };
}

function kindOfPage(page: PageContext | null): DisclosureKind | null {
  return KINDS.find((kind) => kind === page?.kind) ?? null;
}

/** What the page said where the document was silent. */
function pageEvidence(page: PageContext | null, year: number | null, kind: DisclosureKind): Evidence[] {
  if (page === null) return [];
  const quote = `${page.title ?? ''} ${page.pageUrl}`.trim().slice(0, 200);
  const pageKind = kindOfPage(page);
  return [
    ...(year === null && page.fiscalYear !== null
      ? [{ answers: 'year', value: String(page.fiscalYear), source: 'registry', quote } as const]
      : []),
    ...(kind === 'unknown' && pageKind !== null
      ? [{ answers: 'kind', value: pageKind, source: 'registry', quote } as const]
      : []),
  ];
}

/** Where the document does not say, the registry may: a body without subordinate units reports as a unit. */
function registeredScope({ registered }: Owner, said: readonly Evidence[]): Scope | null {
  return said.length === 0 ? (registered?.scope ?? null) : null;
}

/** One body under all its names. A body that the registry does not know stays as the document names it. */
function withRegistry(
  said: Owner,
  registry: Registry,
  page: PageContext | null,
  { passages, contexts }: { passages: Passages; contexts: readonly string[] },
): Owner {
  const { bureaus } = registry;
  if (bureaus.byId.size === 0) return said;
  if (said.name !== null) {
    const found = registeredOwner({ ...said, name: said.name }, bureaus, page);
    return found === null ? said : registered(said, found);
  }
  // Totals of a county, and documents that name two bodies alike, are nobody's: no page changes that.
  if (said.evidence.length > 0) return said;
  const found = registeredInTitle(passages, bureaus, contexts) ?? bureauOfPage(bureaus, page);
  return found === null ? said : registered(said, found);
}

function registered(said: Owner, { bureau, name, evidence }: RegisteredOwner): Owner {
  return {
    // With and without its province a bureau is one name; only a former name is another one, and breaks the series.
    name: name.status === 'former' ? name.name : bureau.official,
    regionCode: said.regionCode ?? bureau.divisions[0] ?? null,
    organ: said.organ,
    evidence: [...said.evidence, ...evidence],
    registered: bureau,
  };
}

/** Where the parents of an ambiguous place may be named, best first: the front, the captions, the text, the folder. */
function contextsOf(passages: Passages, document: Document, raw: Origin): string[] {
  const text = document.blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('\n');
  return [passages.front.join('\n'), passages.captions.join('\n'), text, raw.relativePath].filter(
    (part) => part !== '',
  );
}

function withManifest(
  read: Owner,
  manifest: ManifestEntry | null,
  registry: DivisionRegistry,
  contexts: readonly string[],
  year: number | null,
): Owner {
  if (manifest === null || (manifest.bureau === null && manifest.regionCode === null)) return read;
  if (manifest.bureau === null) return { ...read, regionCode: manifest.regionCode };
  const known = parentsOf(manifest.regionCode ?? read.regionCode ?? '', registry);
  const placed = placeName(manifest.bureau, registry, [known, ...contexts], year);
  const sameBody = read.organ !== null && organKey(read.organ) === organKey(placed.organ);
  return {
    name: manifest.bureau,
    regionCode: manifest.regionCode ?? placed.regionCode ?? (sameBody ? read.regionCode : null),
    organ: placed.organ,
    evidence: sameBody ? read.evidence : [],
    registered: null,
  };
}

function parentsOf(code: string, registry: DivisionRegistry): string {
  return [code.slice(0, 2) + '0000', code.slice(0, 4) + '00']
    .map((parent) => registry.divisionByCode(parent)?.name ?? '')
    .join(' ');
}

/**
 * `430600-医疗保障局`: region code and name without its place, so that 某县医疗保障局 and 某土族自治县医疗保障局 are
 * one body and no file name matters. Without a code `xx` and a digest of the printed name stand in its place.
 */
function bureauIdOf(owner: Owner, document: Document): string {
  if (owner.registered !== null) return owner.registered.id;
  if (owner.name === null) return `unidentified-${digestOf(textOf(document))}`;
  const organ = organKey(owner.organ ?? owner.name);
  if (owner.regionCode !== null) return `${owner.regionCode}-${organ}`;
  return `xx${digestOf(owner.name).slice(0, 8)}-${organ}`;
}

/** What is printed, without the breaks and spaces in which two copies of one document differ. */
function textOf(document: Document): string {
  const pieces = document.blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block.text]
      : [...block.captions.map(({ text }) => text), ...block.grid.flat().map((cell) => cell?.text ?? '')],
  );
  return pieces.join('').replace(/\s/g, '');
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function manifestEvidence(manifest: ManifestEntry | null): Evidence[] {
  if (manifest === null) return [];
  const said: readonly (readonly [Evidence['answers'], string | number | null])[] = [
    ['bureau', manifest.bureau],
    ['region', manifest.regionCode],
    ['scope', manifest.scope],
    ['year', manifest.fiscalYear],
    ['kind', manifest.kind],
  ];
  return said.flatMap(([answers, value]) =>
    value === null
      ? []
      : [
          {
            answers,
            value: String(value),
            source: 'manifest',
            quote: `第${manifest.row}行 ${manifest.file}`,
          } as const,
        ],
  );
}

function regionEvidence({ name, regionCode }: Owner): Evidence[] {
  if (name === null || regionCode === null) return [];
  return [{ answers: 'region', value: regionCode, source: 'registry', quote: name }];
}
