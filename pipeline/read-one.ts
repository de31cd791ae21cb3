/**
 * One document from archived bytes to facts. An exception is caught here, once per document, and becomes the
 * reason why it is quarantined.
 */
import { ArchiveDamaged, readArchived } from '../sources/archive.ts';
import type { KnownBureau } from '../sources/known-bureau.ts';
import type { RawDocument } from '../sources/raw-document.ts';
import { extractFacts } from '../transforms/extract/extract-facts.ts';
import { type Document, UnreadableDocument } from '../transforms/read/document.ts';
import { readDocument } from '../transforms/read/read-document.ts';
import type { Disclosure } from '../transforms/recognise/disclosure.ts';
import { OFFICIAL_DIVISIONS, type Registry, recognise } from '../transforms/recognise/recognise.ts';
import { indexBureaus } from '../transforms/recognise/registered.ts';
import { standardTables } from '../transforms/recognise/standard-tables.ts';
import type { Reading, ReadingJob, ReadingStage, Unread } from './reading.ts';
import { type ReadingAsides, readingMeans } from './reading-means.ts';

/** What was known when an exception interrupted the work. */
interface Reached {
  stage: ReadingStage;
  document: Document | null;
  disclosure: Disclosure | null;
}

export async function readOne(job: ReadingJob, asides: ReadingAsides = {}): Promise<Reading> {
  const reached: Reached = { stage: 'archive', document: null, disclosure: null };
  try {
    return await readInStages(job, reached, asides);
  } catch (error) {
    return unreadBecause(error, reached);
  }
}

async function readInStages(job: ReadingJob, reached: Reached, asides: ReadingAsides): Promise<Reading> {
  const raw: RawDocument = { ...job.raw, bytes: readArchived(job.archiveFolder, job.raw) };

  reached.stage = 'read';
  const document = await readDocument(raw.bytes, raw.sourceFile, {
    limits: { bytes: job.maxBytes },
    ...readingMeans(job.tessdata ?? null, asides),
  });
  reached.document = document;

  reached.stage = 'recognise';
  const disclosure = recognise(document, raw, job.manifestEntry, registryOf(job), job.page ?? null);
  reached.disclosure = disclosure;
  const { fiscalYear } = disclosure;
  if (fiscalYear === null) return withoutYear(document, disclosure);

  reached.stage = 'extract';
  const extraction = extractFacts(document, { ...disclosure, fiscalYear });
  return {
    state: 'extracted',
    mediaType: document.mediaType,
    pages: document.pages,
    notes: document.notes,
    disclosure,
    extraction,
    standardTables: standardTables(document, disclosure.kind),
  };
}

/** The registry of the last job that brought one, indexed once. */
let registry: { bureaus: readonly KnownBureau[]; index: Registry } | null = null;

function registryOf({ bureaus }: ReadingJob): Registry | undefined {
  if (bureaus !== undefined && bureaus !== registry?.bureaus)
    registry = {
      bureaus,
      index: { ...OFFICIAL_DIVISIONS, bureaus: indexBureaus(bureaus, OFFICIAL_DIVISIONS) },
    };
  return registry?.index;
}

/** Without a year no figure has a key. A text that is no report at all has none either, and is told so. */
function withoutYear(document: Document, disclosure: Disclosure): Unread {
  const isReport = disclosure.kind !== 'unknown';
  return {
    state: 'quarantined',
    code: isReport ? 'no_fiscal_year' : 'not_a_report',
    reason: isReport
      ? '看不出是哪一年度的报告：请在清单 manifest.csv 中写明 fiscal_year'
      : '不像部门预算、决算或绩效自评报告，也没有年度：请核对是否下载了错误页面；若确是报告，请在清单 manifest.csv 中写明',
    stage: 'recognise',
    detail: null,
    mediaType: document.mediaType,
    pages: document.pages,
    disclosure,
  };
}

function unreadBecause(error: unknown, reached: Reached): Unread {
  return {
    state: 'quarantined',
    ...causeOf(error, reached.stage),
    stage: reached.stage,
    mediaType: reached.document?.mediaType ?? null,
    pages: reached.document?.pages ?? null,
    disclosure: reached.disclosure,
  };
}

function causeOf(error: unknown, stage: ReadingStage): Pick<Unread, 'code' | 'reason' | 'detail'> {
  if (error instanceof UnreadableDocument) return { code: error.code, reason: error.message, detail: null };
  if (error instanceof ArchiveDamaged)
    return { code: 'archive_damaged', reason: error.message, detail: null };
  return { code: 'internal_error', reason: ourMistake(error, stage), detail: stackOf(error) };
}

const STAGE_NAMES: Readonly<Record<ReadingStage, string>> = {
  archive: '取归档文件',
  read: '读取文件',
  recognise: '识别单位与年度',
  extract: '提取数据',
  save: '保存',
};

function ourMistake(error: unknown, stage: ReadingStage): string {
  const message = error instanceof Error ? error.message : String(error);
  return `${STAGE_NAMES[stage]}时程序出错，其他文件不受影响；请把该文件报给维护者（${message}）`;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
