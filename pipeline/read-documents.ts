/** Reads what is new or was read by other rules, and puts what it says into the warehouse, one document at a time. */
import { createHash } from 'node:crypto';
import type { RawDocument } from '../sources/raw-document.ts';
import {
  type DocumentRecord,
  noteSeen,
  type Reading as ReadingRecord,
  type SeenDocument,
  saveReading,
  supersede,
} from '../warehouse/documents.ts';
import { recordStage } from '../warehouse/runs.ts';
import type { FoundDocument, LostDocument, TonightsInput } from './find-documents.ts';
import type { Night } from './night.ts';
import { type NightRegistry, NO_REGISTRY } from './night-registry.ts';
import type { Reading, ReadingJob } from './reading.ts';
import type { ReadingPool } from './reading-pool.ts';
import { stopIfAsked } from './stopping.ts';
import { isEnvironmental, requireSomeSuccess } from './systemic-failure.ts';
import { ownedClaimsOf, ownedRemarksOf, ownedScoresOf, ownerOf, witnessesOf } from './witnesses-of.ts';

/** What has to be done about tonight's input, decided before anything is done. */
export interface ReadingPlan {
  toRead: FoundDocument[];
  toQuarantine: LostDocument[];
  /** Standing documents that are no longer in the input, with the document that lies in their place, if any. */
  toSupersede: { documentId: string; by: string | null }[];
  /** Everything that is in the input tonight. */
  present: string[];
}

/** What is known of documents that failed before. */
export interface Retries {
  /** By document: how often it was tried in vain. */
  attempts: ReadonlyMap<string, number>;
  /** Somebody wants those tried again that were given up. */
  retry: boolean;
}

const NO_RETRIES: Retries = { attempts: new Map(), retry: false };

export function planReading(
  input: TonightsInput,
  known: Map<string, SeenDocument>,
  rules: string,
  registry: NightRegistry = NO_REGISTRY,
  retries: Retries = NO_RETRIES,
): ReadingPlan {
  const present = new Set([...input.documents, ...input.lost].map(idOf));
  return {
    toRead: input.documents.filter((found) =>
      mustRead(found, known.get(found.raw.documentId), { rules, registry, retries }),
    ),
    toQuarantine: input.lost.filter((lost) => mustQuarantine(lost, known.get(lost.documentId))),
    toSupersede: absentDocuments(input, known, present),
    present: [...present],
  };
}

/** Whether carrying out the plan moved anything: a document that failed once more as before did not. */
export function broughtNews(
  plan: ReadingPlan,
  before: ReadonlyMap<string, SeenDocument>,
  after: ReadonlyMap<string, SeenDocument>,
): boolean {
  if (plan.toQuarantine.length + plan.toSupersede.length > 0) return true;
  return plan.toRead.some(({ raw: { documentId } }) => {
    const [was, is] = [before.get(documentId), after.get(documentId)];
    const failedAgain = was?.state === 'quarantined' && is?.state === 'quarantined';
    return !failedAgain || was.stateCode !== is.stateCode || was.rulesVersion !== is.rulesVersion;
  });
}

function idOf(document: FoundDocument | LostDocument): string {
  return 'raw' in document ? document.raw.documentId : document.documentId;
}

// A document that took too long on five nights takes too long; every try costs minutes.
const MOST_TRIES: Readonly<Record<string, number>> = { timed_out: 5, out_of_memory: 2 };

function isWorthAnotherTry({ documentId, state, stateCode }: SeenDocument, retries: Retries): boolean {
  if (state !== 'quarantined') return false;
  const most = MOST_TRIES[stateCode ?? ''];
  if (most === undefined) return WORTH_ANOTHER_TRY.has(stateCode);
  return retries.retry || (retries.attempts.get(documentId) ?? 0) < most;
}

// What failed for want of an undamaged archive, of LibreOffice or of language data may succeed another night.
const WORTH_ANOTHER_TRY: ReadonlySet<string | null> = new Set([
  'archive_damaged',
  'needs_libreoffice',
  'needs_ocr',
]);

function mustRead(
  found: FoundDocument,
  known: SeenDocument | undefined,
  { rules, registry, retries }: { rules: string; registry: NightRegistry; retries: Retries },
): boolean {
  return (
    known === undefined ||
    known.state === 'superseded' ||
    known.rulesVersion !== readingVersion(found, rules, registry.versionFor(known.bureauId)) ||
    isWorthAnotherTry(known, retries)
  );
}

function mustQuarantine(lost: LostDocument, known: SeenDocument | undefined): boolean {
  return known?.state !== 'quarantined' || known.rulesVersion !== lostVersion(lost);
}

/** A document is read by rules, and by what is said of it outside: the manifest, its paths, its page, the registry. */
export function readingVersion(found: FoundDocument, rules: string, registry: string): string {
  // Where in the manifest the entry stands is no statement about the document.
  const entry = found.manifestEntry && { ...found.manifestEntry, row: 0 };
  const outside = JSON.stringify([entry, found.paths, found.page ?? null, registry]);
  return `${rules}-${createHash('sha256').update(outside).digest('hex').slice(0, 8)}`;
}

function lostVersion(lost: LostDocument): string {
  return `unread-${createHash('sha256').update(JSON.stringify(lost)).digest('hex').slice(0, 8)}`;
}

/**
 * The warehouse shows what the input holds, so that the order in which files came and went leaves no trace.
 * What lies where nobody may look tonight is not gone.
 */
function absentDocuments(
  input: TonightsInput,
  known: Map<string, SeenDocument>,
  present: Set<string>,
): ReadingPlan['toSupersede'] {
  const byPath = new Map([
    ...input.lost
      .filter(({ sha256 }) => sha256 !== '')
      .map((lost): [string, string] => [lost.relativePath, lost.documentId]),
    ...input.documents.flatMap((found) => found.paths.map((path): [string, string] => [path, idOf(found)])),
  ]);
  const hidden = input.lost.filter(({ isHidden }) => isHidden).map((lost) => lost.relativePath);
  const isHidden = (path: string) =>
    hidden.some((place) => place === '.' || path === place || path.startsWith(`${place}/`));
  return [...known.values()]
    .filter(({ documentId, state }) => state !== 'superseded' && !present.has(documentId))
    .filter(({ state, relativePath }) => state === 'quarantined' || !isHidden(relativePath))
    .map(({ documentId, relativePath }) => ({ documentId, by: byPath.get(relativePath) ?? null }));
}

/** Carries the plan out. Whatever happens to one document happens to that document alone. */
export async function readDocuments(plan: ReadingPlan, night: Night): Promise<void> {
  const { run, warehouse } = night;
  for (const lost of plan.toQuarantine) saveLost(lost, night);
  for (const { documentId, by } of plan.toSupersede) {
    supersede(warehouse, {
      documentId,
      code: by === null ? 'absent' : 'replaced',
      reason: by === null ? '收件目录中已没有这个文件' : '同一位置的文件已被新内容替换',
      by,
    });
  }
  if (plan.toRead.length > 0) {
    run.progress.stage(run.say('读取文件', 'Reading documents'), plan.toRead.length);
    const pool = run.openReaders();
    try {
      // One queue for all readers, each of which takes the next document as soon as it is free; the largest come first, so that
      // no reader is left with one when the others have nothing to do.
      const queue = plan.toRead.toSorted((a, b) => b.raw.byteLength - a.raw.byteLength).values();
      const readers = readersFor(plan.toRead, night.options.readers);
      await Promise.all(Array.from({ length: readers }, () => readFrom(queue, pool, night)));
    } finally {
      await pool.close();
    }
    stopIfAsked(run);
    requireSomeSuccess(['份文件', 'documents'], plan.toRead.length, night.ownMistakes);
  }
  noteSeen(warehouse, plan.present, night.startedAt);
}

// A reader takes as long to start as it takes to read about this much, and a few dozen megabytes of memory.
const BYTES_WORTH_A_READER = 500_000;

function readersFor(documents: readonly FoundDocument[], most: number): number {
  const bytes = documents.reduce((sum, { raw }) => sum + raw.byteLength, 0);
  return Math.min(most, documents.length, Math.ceil(bytes / BYTES_WORTH_A_READER));
}

async function readFrom(queue: Iterator<FoundDocument>, pool: ReadingPool, night: Night): Promise<void> {
  for (let next = queue.next(); next.done !== true && !night.run.isStopping(); next = queue.next()) {
    const found = next.value;
    const began = night.run.milliseconds();
    const { reading, attempts } = await readPatiently(pool, {
      raw: found.raw,
      archiveFolder: night.options.data.archive,
      tessdata: night.options.tessdata ?? null,
      maxBytes: night.options.maxBytes,
      manifestEntry: found.manifestEntry,
      page: found.page ?? null,
      bureaus: night.registry.known,
    });
    const saved = saveWhatWasRead(found, reading, night);
    noteReading(found, saved, { attempts, durationMs: night.run.milliseconds() - began }, night);
    if (saved.state !== 'quarantined') night.readDocuments += 1;
    else if (saved.code === 'internal_error') night.ownMistakes.push(saved.reason);
    night.run.progress.step(found.raw.relativePath);
  }
}

/** A reader may die of what the document before it left behind; one that dies again dies of this document. */
const MOST_ATTEMPTS = 2;

async function readPatiently(
  pool: ReadingPool,
  job: ReadingJob,
): Promise<{ reading: Reading; attempts: number }> {
  for (let attempts = 1; ; attempts += 1) {
    const reading = await pool.read(job);
    const mayFareBetter = reading.state === 'quarantined' && reading.readerDied === true;
    if (!mayFareBetter || attempts === MOST_ATTEMPTS) return { reading, attempts };
  }
}

/** In the ledger of the run, and in the log. */
function noteReading(
  { raw }: FoundDocument,
  saved: Reading,
  cost: { attempts: number; durationMs: number },
  { warehouse, runId, run }: Night,
): void {
  const failed = saved.state === 'quarantined';
  const record = {
    stage: failed ? saved.stage : 'extract',
    documentId: raw.documentId,
    state: failed ? ('failed' as const) : ('done' as const),
    ...cost,
    error: failed ? (saved.detail ?? saved.reason) : null,
  };
  recordStage(warehouse, runId, record);
  const { documentId: document, ...rest } = record;
  run.log[failed ? 'warn' : 'info']('document', {
    ...{ run: runId, document, file: raw.relativePath },
    ...rest,
    code: failed ? saved.code : null,
  });
}

/** A figure that the tables refuse is a mistake of ours in one document, not the end of the night. */
function saveWhatWasRead(found: FoundDocument, reading: Reading, night: Night): Reading {
  try {
    saveReading(night.warehouse, recordOf(found, reading, night));
    return reading;
  } catch (error) {
    if (reading.state === 'quarantined' || isEnvironmental(error)) throw error;
    const refused: Reading = {
      state: 'quarantined',
      code: 'internal_error',
      reason: `保存时程序出错，其他文件不受影响；请把该文件报给维护者（${messageOf(error)}）`,
      stage: 'save',
      detail: error instanceof Error ? (error.stack ?? null) : null,
      mediaType: reading.mediaType,
      pages: reading.pages,
      disclosure: reading.disclosure,
    };
    saveReading(night.warehouse, recordOf(found, refused, night));
    return refused;
  }
}

function recordOf(found: FoundDocument, reading: Reading, night: Night): ReadingRecord {
  const common = {
    document: documentRecord(found.raw, reading),
    rulesVersion: readingVersion(
      found,
      night.rules.reading,
      night.registry.versionFor(reading.disclosure?.bureauId ?? null),
    ),
    seenAt: night.startedAt,
    disclosure: reading.disclosure,
  };
  if (reading.state === 'quarantined') {
    const quarantine = { code: reading.code, reason: reading.reason };
    return { ...common, quarantine, facts: [], claims: [], numbers: [], notes: [] };
  }
  const { disclosure, extraction } = reading;
  if (disclosure.fiscalYear === null) throw new Error('a document without a year was extracted');
  const owner = ownerOf(found.raw, { ...disclosure, fiscalYear: disclosure.fiscalYear });
  return {
    ...common,
    quarantine: null,
    facts: witnessesOf(owner, extraction),
    claims: ownedClaimsOf(owner, extraction),
    scoreItems: ownedScoresOf(owner, extraction),
    remarks: ownedRemarksOf(owner, extraction),
    ...(reading.standardTables === null ? {} : { standardTables: reading.standardTables }),
    numbers: extraction.numbers,
    notes: [...reading.notes, ...otherPaths(found)],
  };
}

function documentRecord(
  raw: Omit<RawDocument, 'bytes'> & { byteLength: number },
  reading: Reading,
): DocumentRecord {
  return {
    documentId: raw.documentId,
    sha256: raw.sha256,
    sourceFile: raw.sourceFile,
    relativePath: raw.relativePath,
    url: raw.url,
    publishedOn: raw.publishedOn,
    mediaType: reading.mediaType ?? UNKNOWN_MEDIA_TYPE,
    bytes: raw.byteLength,
    pages: reading.pages,
  };
}

const UNKNOWN_MEDIA_TYPE = 'application/octet-stream';

/** The same bytes at several places are one document; the other places are noted. */
function otherPaths(found: FoundDocument): ReadingRecord['notes'] {
  return found.paths.slice(1).map((path) => ({
    code: 'same_bytes',
    message: `内容相同的文件还在：${path}`,
    location: {},
  }));
}

function saveLost(lost: LostDocument, night: Night): void {
  const { code, reason, documentId, sha256, sourceFile, relativePath, bytes } = lost;
  saveReading(night.warehouse, {
    document: {
      documentId,
      sha256,
      sourceFile,
      relativePath,
      url: null,
      publishedOn: null,
      mediaType: UNKNOWN_MEDIA_TYPE,
      bytes,
      pages: null,
    },
    disclosure: null,
    quarantine: { code, reason },
    facts: [],
    claims: [],
    numbers: [],
    notes: [],
    rulesVersion: lostVersion(lost),
    seenAt: night.startedAt,
  });
  recordStage(night.warehouse, night.runId, {
    stage: 'obtain',
    documentId,
    state: 'failed',
    attempts: 1,
    durationMs: 0,
    error: reason,
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
