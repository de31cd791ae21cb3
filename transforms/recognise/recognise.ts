/** Whose a document is, for which scope, year and kind, each with its evidence. A manifest outweighs what the document says. */
import { createHash } from 'node:crypto';
import { divisionByCode, divisionsNamed } from '../../sources/division.ts';
import type { ManifestEntry } from '../../sources/manifest.ts';
import type { RawDocument } from '../../sources/raw-document.ts';
import type { Document } from '../read/document.ts';
import type { Disclosure, Evidence } from './disclosure.ts';
import { type Passages, passagesOf } from './passages.ts';
import { type DivisionRegistry, placeName } from './region.ts';
import { organKey } from './same-body.ts';
import { kindOf, scopeOf } from './what-kind.ts';
import { whenOf } from './when.ts';
import { ownerOf } from './whose.ts';

type Origin = Pick<RawDocument, 'sourceFile' | 'relativePath'>;

/** What is known of the publishing body, from manifest and document. */
interface Owner {
  name: string | null;
  regionCode: string | null;
  organ: string | null;
  evidence: readonly Evidence[];
}

const OFFICIAL_DIVISIONS: DivisionRegistry = { divisionsNamed, divisionByCode };

/** Never throws and never guesses: what nothing says stays null, and the document keeps an id of its own. */
export function recognise(
  document: Document,
  raw: Origin,
  manifest: ManifestEntry | null,
  registry: DivisionRegistry = OFFICIAL_DIVISIONS,
): Disclosure {
  const passages = passagesOf(document);
  const when = whenOf(passages, raw.sourceFile);
  const fiscalYear = manifest?.fiscalYear ?? when.fiscalYear;
  const kind = kindOf(passages, raw.sourceFile);
  const scope = scopeOf(passages, raw.sourceFile);
  const contexts = contextsOf(passages, document, raw);
  const read = ownerOf(passages, raw.sourceFile, registry, contexts, fiscalYear);
  const owner = withManifest(read, manifest, registry, contexts, fiscalYear);
  return {
    bureauId: bureauIdOf(owner, document),
    bureauName: owner.name,
    regionCode: owner.regionCode,
    scope: manifest?.scope ?? scope.scope,
    fiscalYear,
    kind: manifest?.kind ?? kind.kind,
    title: passages.title,
    evidence: [
      ...manifestEvidence(manifest),
      ...owner.evidence,
      ...regionEvidence(owner),
      ...scope.evidence,
      ...when.evidence,
      ...kind.evidence,
    ],
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
