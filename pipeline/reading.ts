/** What reading one document came to: everything it says, or why it says nothing. Plain values: they cross a worker. */
import type { KnownBureau } from '../sources/known-bureau.ts';
import type { ManifestEntry } from '../sources/manifest.ts';
import type { PageContext } from '../sources/page-context.ts';
import type { RawDocument } from '../sources/raw-document.ts';
import type { Extraction } from '../transforms/extract/fact.ts';
import type { ReadingNote } from '../transforms/read/document.ts';
import type { Disclosure } from '../transforms/recognise/disclosure.ts';
import type { StandardTables } from '../transforms/recognise/standard-tables.ts';

export type Obtained = Omit<RawDocument, 'bytes'> & { byteLength: number };

export interface ReadingJob {
  raw: Obtained;
  archiveFolder: string;
  /** The largest file that the analyst wants read. */
  maxBytes: number;
  /** Folder of the language data of scans, asked before the usual ones. */
  tessdata?: string | null;
  manifestEntry: ManifestEntry | null;
  /** What the page said that the document was fetched from. */
  page?: PageContext | null;
  /** The registry of bureaus. A worker keeps it: sent with the first job, absent from the others. */
  bureaus?: readonly KnownBureau[];
  /** PDFium, compiled by whoever started the workers: sent once like the registry. */
  pdfium?: WebAssembly.Module;
}

/** Where in the work an exception was met. */
export type ReadingStage = 'archive' | 'read' | 'recognise' | 'extract' | 'save';

export interface Read {
  state: 'extracted';
  mediaType: string;
  pages: number | null;
  notes: readonly ReadingNote[];
  disclosure: Disclosure;
  extraction: Extraction;
  /** null where the document has none of the tables that its kind prescribes. */
  standardTables: StandardTables | null;
}

export interface Unread {
  state: 'quarantined';
  code: string;
  /** For the analyst: what is wrong and what to do. */
  reason: string;
  stage: ReadingStage;
  /** Stack of an exception of our own; null where the document is to blame. */
  detail: string | null;
  /** The reader died without naming a limit: another one may fare better. */
  readerDied?: true;
  mediaType: string | null;
  pages: number | null;
  disclosure: Disclosure | null;
}

export type Reading = Read | Unread;
