/**
 * What there is tonight: every document once, however many paths it has, with the manifest entry that speaks of it;
 * and everything that should have been a document and is not.
 */
import { existsSync, mkdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { archive, archiveSoon, isArchived } from '../sources/archive.ts';
import type { ArchiveTrouble } from '../sources/archive-members.ts';
import { type FileStamps, openFileStamps, type StampedDocument } from '../sources/file-stamps.ts';
import {
  documentIdOf,
  documentIdOfPath,
  type InboxFile,
  type InboxListing,
  type InboxTrouble,
  isTrouble,
  listInbox,
  obtain,
} from '../sources/inbox.ts';
import type { ManifestEntry } from '../sources/manifest.ts';
import type { KnownOrigin } from '../sources/origins.ts';
import type { PageContext } from '../sources/page-context.ts';
import type { RawDocument } from '../sources/raw-document.ts';
import { UNPACKING_VERSION } from '../sources/unpacked.ts';
import { EXIT, Trouble } from './exit-status.ts';
import { loadManifest, type ManifestTrouble } from './load-manifest.ts';
import type { NightlyOptions } from './options.ts';
import type { Obtained } from './reading.ts';
import type { Run } from './run.ts';
import { stopIfAsked } from './stopping.ts';

/** One document of tonight's input. */
export interface FoundDocument {
  raw: Obtained;
  /** Every path where these bytes lie, sorted; the first names the document. */
  paths: string[];
  manifestEntry: ManifestEntry | null;
  /** What the page says that it was fetched from. */
  page?: PageContext | null;
}

/** A document that is quarantined before anybody reads it. */
export interface LostDocument {
  documentId: string;
  sha256: string;
  sourceFile: string;
  relativePath: string;
  bytes: number;
  code: string;
  reason: string;
  /** Something lies at that path that could not be looked at: what was read there before still stands. */
  isHidden: boolean;
}

export interface TonightsInput {
  documents: FoundDocument[];
  lost: LostDocument[];
  /** Of every address that was ever fetched; absent where nobody looked. */
  origins?: readonly KnownOrigin[];
}

/** `owners`: what answers to a review say, by sha256. */
export async function findDocuments(
  options: NightlyOptions,
  run: Run,
  owners: ReadonlyMap<string, ManifestEntry>,
): Promise<TonightsInput> {
  const manifest = await loadManifest(options.manifest);
  const listing = listInbox(options.inbox, { skip: notInput(options), files: run.inboxFiles });
  const isEmpty = listing.files.length === 0 && listing.troubles.length === 0;
  if (isEmpty && !options.inboxMayBeEmpty) throw emptyInbox(options.inbox);
  run.progress.stage(run.say('核对文件', 'Looking at files'), listing.files.length);
  const found = await takeIn(listing, options, run);
  const listed = [...listing.files, ...listing.troubles].map(({ relativePath }) => relativePath);
  const paths = [...listed, ...found.documents.flatMap((document) => document.paths)];
  const files = new Set(listed);
  return {
    documents: found.documents.map((document) => {
      const places = document.paths.flatMap((path) => [path, ...archivesOf(path, files)]);
      return withEntry(document, entryFor(manifest.entryOf(places), owners.get(document.raw.sha256)));
    }),
    lost: [...found.lost, ...manifest.troubles(paths).map(lostByManifest)],
  };
}

/** Hashes and archives every file that may have changed; little is held in memory but what is known of it. */
async function takeIn(listing: InboxListing, options: NightlyOptions, run: Run): Promise<TonightsInput> {
  const byId = new Map<string, FoundDocument>();
  const lost = new Map<string, LostDocument>();
  const stamps = openFileStamps(
    options.data.fileStamps,
    `${UNPACKING_VERSION}-${options.maxBytes}`,
    run.now(),
  );
  for (const trouble of listing.troubles) addLost(lost, lostInInbox(trouble));
  for (const files of handfuls(listing.files, run)) {
    // Lets a signal or a sign of life through.
    await setImmediate();
    stopIfAsked(run);
    for (const { documents, troubles } of await Promise.all(
      files.map((file) => lookAt(file, stamps, options, run)),
    )) {
      for (const document of documents) addKnown(byId, document);
      for (const trouble of troubles) addLost(lost, trouble);
    }
  }
  stamps.save();
  return { documents: [...byId.values()], lost: [...lost.values()] };
}

interface StattedFile extends InboxFile {
  /** Asked before the file is read: one that is written to meanwhile is not taken for the one that was read. */
  stat: Stats | null;
}

/** A disk confirms several writes in the time of one; more at once, or larger ones, would fill the memory. */
const FILES_AT_ONCE = 16;
const BYTES_AT_ONCE = 64_000_000;

function* handfuls(files: readonly InboxFile[], run: Run): Generator<StattedFile[]> {
  let handful: StattedFile[] = [];
  let bytes = 0;
  for (const file of files) {
    const stat = statOf(file, run);
    const size = stat?.size ?? 0;
    if (handful.length === FILES_AT_ONCE || (handful.length > 0 && bytes + size > BYTES_AT_ONCE)) {
      yield handful;
      handful = [];
      bytes = 0;
    }
    handful.push({ ...file, stat });
    bytes += size;
  }
  if (handful.length > 0) yield handful;
}

/** A file that was looked at before and cannot have changed is not read. */
async function lookAt(
  { stat, ...file }: StattedFile,
  stamps: FileStamps,
  options: NightlyOptions,
  run: Run,
): Promise<FileContent> {
  run.progress.step(file.relativePath);
  const known = stat === null ? null : stamps.trusted(file.relativePath, stat);
  if (known?.every((document) => isArchived(options.data.archive, document)))
    return { documents: known, troubles: [] };
  const content = await readFile(file, options, run);
  if (stat !== null && content.troubles.length === 0) stamps.note(file.relativePath, stat, content.documents);
  return content;
}

function statOf(file: InboxFile, run: Run): Stats | null {
  try {
    return run.inboxFiles.stat(file.path);
  } catch {
    return null; // `obtain` meets the same and says it in words.
  }
}

interface FileContent {
  documents: readonly StampedDocument[];
  troubles: readonly LostDocument[];
}

/** The document that a file is, or those that it holds; all of them archived. */
async function readFile(file: InboxFile, options: NightlyOptions, run: Run): Promise<FileContent> {
  const obtained = obtain(file, options, run.inboxFiles);
  if (isTrouble(obtained)) return { documents: [], troubles: [lostInInbox(obtained)] };
  const folder = options.data.archive;
  const path = join(folder, await archiveSoon(folder, obtained));
  const { holdsFiles, takeMembers } = await import('../sources/archive-members.ts');
  if (!holdsFiles(obtained.bytes)) return { documents: [stampedDocument(obtained)], troubles: [] };
  const documents: StampedDocument[] = [];
  const trouble = await takeMembers(obtained, { maxBytes: options.maxBytes, path }, (member) => {
    archive(folder, member);
    documents.push(stampedDocument(member));
  });
  return { documents, troubles: trouble === null ? [] : [lostInArchive(obtained, trouble)] };
}

function stampedDocument({ sha256, sourceFile, relativePath, bytes }: RawDocument): StampedDocument {
  return { sha256, sourceFile, relativePath, byteLength: bytes.length };
}

function addKnown(byId: Map<string, FoundDocument>, document: StampedDocument): void {
  const documentId = documentIdOf(document.sha256);
  const known = byId.get(documentId);
  if (known !== undefined) {
    known.paths.push(document.relativePath);
    return;
  }
  byId.set(documentId, {
    raw: { ...document, documentId, url: null, publishedOn: null },
    paths: [document.relativePath],
    manifestEntry: null,
  });
}

/** A row of the manifest that names an archive speaks of every document in it that has no row of its own. */
function archivesOf(path: string, files: ReadonlySet<string>): string[] {
  const parts = path.split('/');
  const folders = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('/'));
  return folders.filter((folder) => files.has(folder));
}

function lostInArchive(raw: RawDocument, trouble: ArchiveTrouble): LostDocument {
  const { documentId, sha256, sourceFile, relativePath } = raw;
  return {
    documentId,
    sha256,
    sourceFile,
    relativePath,
    bytes: raw.bytes.length,
    isHidden: false,
    ...trouble,
  };
}

/** A manifest outweighs an answer to a review, and an answer speaks where the manifest is silent on the owner. */
function entryFor(entry: ManifestEntry | null, answered: ManifestEntry | undefined): ManifestEntry | null {
  if (entry === null) return answered ?? null;
  if (answered === undefined || entry.bureau !== null) return entry;
  return { ...entry, bureau: answered.bureau, regionCode: entry.regionCode ?? answered.regionCode };
}

/** What the manifest knows of the document's origin belongs to the document. */
function withEntry(document: FoundDocument, entry: ManifestEntry | null): FoundDocument {
  if (entry === null) return document;
  const { url, publishedOn } = entry;
  return { ...document, raw: { ...document.raw, url, publishedOn }, manifestEntry: entry };
}

/** Two empty files are the same document; the first path names it. */
function addLost(lost: Map<string, LostDocument>, document: LostDocument): void {
  if (!lost.has(document.documentId)) lost.set(document.documentId, document);
}

function lostInInbox(trouble: InboxTrouble): LostDocument {
  return {
    documentId:
      trouble.sha256 === null ? documentIdOfPath(trouble.relativePath, 'path') : documentIdOf(trouble.sha256),
    sha256: trouble.sha256 ?? '',
    sourceFile: trouble.sourceFile,
    relativePath: trouble.relativePath,
    bytes: trouble.bytes ?? 0,
    code: trouble.code,
    reason: trouble.reason,
    isHidden: trouble.sha256 === null,
  };
}

function lostByManifest(trouble: ManifestTrouble): LostDocument {
  return {
    documentId: documentIdOfPath(trouble.identity, trouble.code),
    sha256: '',
    sourceFile: trouble.sourceFile,
    relativePath: trouble.relativePath,
    bytes: 0,
    code: trouble.code,
    reason: trouble.reason,
    isHidden: false,
  };
}

/** The data folder and the manifest may lie inside the inbox; they are not documents. */
function notInput(options: NightlyOptions): string[] {
  return [options.data.folder, options.manifest, ...options.corrections].flatMap((path) =>
    path !== null && existsSync(path) ? [realpathSync(path)] : [],
  );
}

/** Throws a `Trouble` where the inbox is no folder, or is the data folder itself. */
export function requireInbox({ inbox, data, inboxMayBeEmpty }: NightlyOptions): void {
  if (inboxMayBeEmpty) mkdirSync(inbox, { recursive: true });
  const stat = statSync(inbox, { throwIfNoEntry: false });
  if (stat === undefined) {
    throw new Trouble(
      `收件目录不存在：${inbox}。请检查 --inbox 后面的路径`,
      `There is no folder ${inbox}; check the path after --inbox`,
      EXIT.usage,
    );
  }
  if (!stat.isDirectory()) {
    throw new Trouble(
      `${inbox} 不是目录。--inbox 后面要写存放报告的目录`,
      `${inbox} is not a folder; --inbox takes the folder that holds the reports`,
      EXIT.usage,
    );
  }
  if (existsSync(data.folder) && realpathSync(inbox) === realpathSync(data.folder)) throw inboxIsData(inbox);
}

/** Everything in the data folder is left out of the inbox: nothing would be left. */
function inboxIsData(inbox: string): Trouble {
  return new Trouble(
    `收件目录和数据目录是同一个目录：${inbox}。请用 --data 另指一个目录`,
    `Inbox and data folder are the same: ${inbox}. Name another folder with --data`,
    EXIT.usage,
  );
}

/** A share that is not mounted looks like an empty folder; taking that for "everything was withdrawn" would be a disaster. */
function emptyInbox(inbox: string): Trouble {
  return new Trouble(
    `收件目录里没有任何文件：${inbox}。已发布的数据保持不变；请确认路径正确、网络共享已连接`,
    `The folder ${inbox} holds no file. Published data stay as they are; check the path, or whether a share is mounted`,
  );
}
