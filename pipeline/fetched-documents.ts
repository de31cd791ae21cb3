/**
 * Documents that were fetched, as part of tonight's input. What a site has taken down since stays: it was published,
 * and figures rest on it. New bytes at an address take the place of the old ones.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { archive, isArchived, readArchived } from '../sources/archive.ts';
import { documentIdOf, documentIdOfPath } from '../sources/inbox.ts';
import type { Origin } from '../sources/origins.ts';
import type { PageContext } from '../sources/page-context.ts';
import type { FoundDocument, LostDocument, TonightsInput } from './find-documents.ts';
import type { NightlyOptions } from './options.ts';
import type { Obtained } from './reading.ts';

/** The input with the fetched documents; bytes that lie in the inbox too are one document. */
export async function withFetched(input: TonightsInput, options: NightlyOptions): Promise<TonightsInput> {
  if (!existsSync(join(options.data.archive, 'origins.jsonl'))) return input;
  const { openOrigins } = await import('../sources/origins.ts');
  const byId = new Map(input.documents.map((document) => [document.raw.documentId, document]));
  const lost: LostDocument[] = [];
  for (const { origin } of openOrigins(options.data.archive).all()) {
    if (!isArchived(options.data.archive, origin)) lost.push(notArchived(origin));
    else for (const raw of await contentOf(origin, options)) add(byId, raw, contextOf(origin));
  }
  return { documents: [...byId.values()], lost: [...input.lost, ...lost] };
}

function add(byId: Map<string, FoundDocument>, raw: Obtained, page: PageContext): void {
  const known = byId.get(raw.documentId);
  if (known === undefined) {
    byId.set(raw.documentId, { raw, paths: [raw.relativePath], manifestEntry: null, page });
    return;
  }
  byId.set(raw.documentId, {
    ...known,
    raw: {
      ...known.raw,
      url: known.raw.url ?? raw.url,
      publishedOn: known.raw.publishedOn ?? raw.publishedOn,
    },
    paths: [...known.paths, raw.relativePath],
    page: known.page == null ? page : agreed(known.page, page),
  });
}

/** The same bytes on the pages of two bureaus: neither page says whose they are. */
function agreed(one: PageContext, other: PageContext): PageContext {
  return one.bureauId === other.bureauId ? one : { ...one, bureauId: null };
}

/** The document itself, or the documents in it where it is an archive. */
async function contentOf(origin: Origin, { data, maxBytes }: NightlyOptions): Promise<Obtained[]> {
  const whole = obtainedOf(origin);
  if (!/\.zip$/i.test(origin.sourceFile)) return [whole];
  const { isArchive } = await import('../sources/unpack.ts');
  const bytes = readArchived(data.archive, origin);
  if (!isArchive(bytes)) return [whole];
  const { takeMembers } = await import('../sources/archive-members.ts');
  const members: Obtained[] = [];
  takeMembers({ ...whole, bytes }, maxBytes, (member) => {
    archive(data.archive, member);
    const { bytes: content, ...raw } = member;
    members.push({ ...raw, url: origin.url, publishedOn: origin.publishedOn, byteLength: content.length });
  });
  // An archive that gives nothing is shown as the document that it is.
  return members.length === 0 ? [whole] : members;
}

function obtainedOf({ sha256, bytes, sourceFile, url, publishedOn }: Origin): Obtained {
  return {
    documentId: documentIdOf(sha256),
    sha256,
    sourceFile,
    relativePath: pathOf(url),
    url,
    publishedOn,
    byteLength: bytes,
  };
}

/** jia.example/zwgk/2024.pdf: what stands in the place of a path below the inbox. */
function pathOf(url: string): string {
  const { host, pathname, search } = new URL(url);
  const path = `${host}${pathname}${search}`;
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function contextOf({ bureauId, fiscalYear, kind, title, bundle }: Origin): PageContext {
  return { bureauId, fiscalYear, kind, title, pageUrl: bundle };
}

function notArchived(origin: Origin): LostDocument {
  return {
    documentId: documentIdOfPath(origin.url, 'not_archived'),
    sha256: '',
    sourceFile: origin.sourceFile,
    relativePath: pathOf(origin.url),
    bytes: origin.bytes,
    code: 'not_archived',
    reason: '抓取过的原件不在归档目录里：请用备份恢复，或删去 http-state.json 后重新抓取',
    isHidden: true,
  };
}
