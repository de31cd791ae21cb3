/**
 * Documents that were fetched, as part of tonight's input. What a site has taken down since stays: it was published,
 * and figures rest on it. New bytes at an address take the place of the old ones.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ArchiveDamaged, archive, archivePathOf, isArchived, readArchived } from '../sources/archive.ts';
import type { ArchiveTrouble } from '../sources/archive-members.ts';
import { documentIdOf, documentIdOfPath } from '../sources/inbox.ts';
import type { Origin } from '../sources/origins.ts';
import type { PageContext } from '../sources/page-context.ts';
import {
  type ArchiveContent,
  type ArchivedMember,
  openUnpacked,
  UNPACKING_VERSION,
  type UnpackedArchives,
} from '../sources/unpacked.ts';
import type { FoundDocument, LostDocument, TonightsInput } from './find-documents.ts';
import type { NightlyOptions } from './options.ts';
import type { Obtained } from './reading.ts';

/** The input with the fetched documents; bytes that lie in the inbox too are one document. */
export async function withFetched(input: TonightsInput, options: NightlyOptions): Promise<TonightsInput> {
  if (!existsSync(join(options.data.archive, 'origins.jsonl'))) return input;
  const { openOrigins } = await import('../sources/origins.ts');
  const byId = new Map(input.documents.map((document) => [document.raw.documentId, document]));
  const lost: LostDocument[] = [];
  const unpacked = openUnpacked(options.data.unpacked, `${UNPACKING_VERSION}-${options.maxBytes}`);
  const origins = openOrigins(options.data.archive).all();
  for (const { origin } of origins) {
    if (!isArchived(options.data.archive, origin)) {
      lost.push(notArchived(origin));
      continue;
    }
    const { documents, trouble } = await contentOf(origin, options, unpacked);
    for (const raw of documents) add(byId, raw, contextOf(origin));
    if (trouble !== null) lost.push(lostInArchive(origin, trouble));
  }
  unpacked.save();
  return { documents: [...byId.values()], lost: [...input.lost, ...lost], origins };
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

// Downloads are named by what they are; see `nameFitting`.
const ARCHIVE_NAME = /\.(?:zip|rar|7z)$/i;

interface OriginContent {
  documents: Obtained[];
  /** What of an archive could not be had. */
  trouble: ArchiveTrouble | null;
}

/** The document itself, or the documents in it where it is an archive. */
async function contentOf(
  origin: Origin,
  { data, maxBytes }: NightlyOptions,
  unpacked: UnpackedArchives,
): Promise<OriginContent> {
  const whole = obtainedOf(origin);
  if (!ARCHIVE_NAME.test(origin.sourceFile)) return { documents: [whole], trouble: null };
  const known = unpacked.of(origin.sha256);
  const content = known?.members.every((member) => isArchived(data.archive, member))
    ? known
    : await unpackOnce(origin, whole, { folder: data.archive, maxBytes, unpacked });
  if (content === null) return { documents: [whole], trouble: null };
  return {
    documents: content.members.map(({ sha256, sourceFile, name, byteLength }) => ({
      ...whole,
      documentId: documentIdOf(sha256),
      sha256,
      sourceFile,
      relativePath: `${whole.relativePath}/${name}`,
      byteLength,
    })),
    trouble: content.trouble,
  };
}

/** null where it is no archive after all, or is damaged: then it is read as the document that it is. */
async function unpackOnce(
  origin: Origin,
  whole: Obtained,
  { folder, maxBytes, unpacked }: { folder: string; maxBytes: number; unpacked: UnpackedArchives },
): Promise<ArchiveContent | null> {
  const { holdsFiles, takeMembers } = await import('../sources/archive-members.ts');
  const bytes = undamaged(folder, origin);
  if (bytes === null || !holdsFiles(bytes)) return null;
  const members: ArchivedMember[] = [];
  const unpacker = { maxBytes, path: join(folder, archivePathOf(origin)) };
  const trouble = await takeMembers({ ...whole, bytes }, unpacker, (member) => {
    archive(folder, member);
    const { sha256, sourceFile, relativePath } = member;
    const name = relativePath.slice(whole.relativePath.length + 1);
    members.push({ sha256, sourceFile, name, byteLength: member.bytes.length });
  });
  const content = { members, trouble };
  unpacked.note(origin.sha256, content);
  return content;
}

/** A damaged original is told where it is read, like any other document. */
function undamaged(folder: string, origin: Origin): Uint8Array | null {
  try {
    return readArchived(folder, origin);
  } catch (error) {
    if (error instanceof ArchiveDamaged) return null;
    throw error;
  }
}

function lostInArchive(origin: Origin, { code, reason }: ArchiveTrouble): LostDocument {
  const { sha256, sourceFile, url, bytes } = origin;
  return {
    documentId: documentIdOf(sha256),
    sha256,
    sourceFile,
    relativePath: pathOf(url),
    bytes,
    code,
    reason,
    isHidden: false,
  };
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
    reason: '抓取过的原件不在归档目录里，今晚也没有重新取到：请用备份恢复，或联网再运行一次',
    isHidden: true,
  };
}
