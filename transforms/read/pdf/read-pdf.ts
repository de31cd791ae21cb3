/** A PDF as a Document: pages laid out one by one, furniture out, tables joined over pages, lines joined to paragraphs. */
import {
  type Block,
  type Cell,
  type Document,
  type Grid,
  type ReadingNote,
  type Table,
  UnreadableDocument,
} from '../document.ts';
import type { PdfEngine, PdfFile } from './engine.ts';
import { type FlowItem, type FlowTable, flowOf } from './flow.ts';
import { removeFurniture } from './furniture.ts';
import { rounded } from './geometry.ts';
import { DEFAULT_PDF_LIMITS, type PdfLimits } from './limits.ts';
import { measuresOf } from './measure.ts';
import { markOcr } from './ocr/mark-ocr.ts';
import type { Ocr } from './ocr/ocr.ts';
import { readScans } from './ocr/read-scans.ts';
import type { PdfPage } from './page.ts';
import { layOut, type PageLayout, type TextLine } from './page-layout.ts';
import { paragraphsOf } from './paragraphs.ts';
import { readWithSecondEngine, type SecondPdfEngine } from './second-engine.ts';
import { joinOverleaf } from './tables-overleaf.ts';
import { type PageState, pageState, refuseScans } from './usable-text.ts';

export interface PdfReadingOptions {
  limits?: Partial<PdfLimits>;
  /** Asked for plain text where PDFium finds a file broken. */
  secondEngine?: SecondPdfEngine;
  /** Recognises pages that are pictures; null where there is no language data. Asked for once such a page comes. */
  ocr?: () => Promise<Ocr | null>;
}

/**
 * Throws UnreadableDocument: `pdf_encrypted`, `pdf_broken`, `pdf_no_pages`, `pdf_too_large`, `pdf_no_text`, and `needs_ocr` where no
 * page with content has usable text.
 */
export async function readPdf(
  bytes: Uint8Array,
  engine: PdfEngine,
  options: PdfReadingOptions = {},
): Promise<Document> {
  const limits = { ...DEFAULT_PDF_LIMITS, ...options.limits };
  try {
    const file = engine.open(fromSignature(bytes));
    try {
      return await readFile(file, limits, options.ocr ?? noOcr);
    } finally {
      file.close();
    }
  } catch (error) {
    const isBroken = error instanceof UnreadableDocument && BROKEN.has(error.code);
    const text =
      isBroken && options.secondEngine ? await readWithSecondEngine(bytes, options.secondEngine) : null;
    if (text === null) throw error;
    return text;
  }
}

const SIGNATURE = [...'%PDF-'].map((letter) => letter.charCodeAt(0));
/** PDFium looks for the signature in the first 1,024 bytes only. */
const PDFIUM_LOOKS = 1_024;
/** What a server or a mail puts before a file is not longer. */
const LONGEST_PREFIX = 65_536;

/** Without what was put before the file, where that is more than PDFium itself leaves out. */
function fromSignature(bytes: Uint8Array): Uint8Array {
  const end = Math.min(bytes.length - SIGNATURE.length, LONGEST_PREFIX);
  for (let at = 0; at < end; at++) {
    if (SIGNATURE.every((byte, index) => bytes[at + index] === byte))
      return at < PDFIUM_LOOKS ? bytes : bytes.subarray(at);
  }
  return bytes;
}

const noOcr = async (): Promise<null> => null;

const BROKEN: ReadonlySet<string> = new Set(['pdf_broken', 'pdf_no_pages']);

async function readFile(file: PdfFile, limits: PdfLimits, ocr: () => Promise<Ocr | null>): Promise<Document> {
  if (file.pageCount > limits.pages) throw tooLarge(`共 ${file.pageCount} 页，超过 ${limits.pages} 页`);
  const { pages, notes, recognised } = await readPages(file, limits, ocr);
  const clean = removeFurniture(pages);
  return {
    mediaType: 'application/pdf',
    pages: file.pageCount,
    blocks: markOcr(blocksOf(joinOverleaf(flowOf(clean.pages)), clean.pages), recognised),
    properties: file.properties,
    notes: [...notes, ...clean.notes],
  };
}

function tooLarge(reason: string): UnreadableDocument {
  return new UnreadableDocument('pdf_too_large', `${reason}，未读；请确认文件确为部门公开报告，或调整限额`);
}

interface ReadPages {
  pages: PageLayout[];
  notes: ReadingNote[];
  /** Pages of which the text was recognised in a picture, by us or by whoever scanned them. */
  recognised: ReadonlySet<number>;
}

async function readPages(
  file: PdfFile,
  limits: PdfLimits,
  ocr: () => Promise<Ocr | null>,
): Promise<ReadPages> {
  const taken = takePages(file, limits);
  const unread = taken.pages.flatMap(({ unread }) => (unread === null ? [] : [unread]));
  const scans = await readScans(file, unread, limits.ocrPages, ocr);
  const pages = taken.pages.map(({ layout }) => {
    const scan = scans.pages.get(layout.number);
    return scan === undefined ? layout : layOut(scan);
  });
  const left = taken.pages.map(
    ({ state }): PageState => (scans.pages.has(state.page) ? { ...state, state: 'text' } : state),
  );
  const layers = taken.pages.filter(({ hasLayer }) => hasLayer).map(({ layout }) => layout.number);
  const notes = [...taken.notes, ...pages.flatMap((page) => page.notes), ...scans.notes];
  return {
    pages,
    notes: [...notes, ...refuseScans(left, scans.available)],
    recognised: new Set([...scans.pages.keys(), ...layers]),
  };
}

interface TakenPage {
  layout: PageLayout;
  state: PageState;
  /** A page that can only be looked at. */
  unread: PdfPage | null;
  hasLayer: boolean;
}

/** What the file holds, page by page, within the limits; the characters of a page are gone when the next is read. */
function takePages(file: PdfFile, limits: PdfLimits): { pages: TakenPage[]; notes: ReadingNote[] } {
  const pages: TakenPage[] = [];
  const notes: ReadingNote[] = [];
  let characters = 0;
  for (let index = 0; index < file.pageCount; index++) {
    const page = file.readPage(index, limits);
    if (!page) {
      notes.push({
        code: 'page_unreadable',
        message: `第${index + 1}页损坏，未读`,
        location: { page: index + 1 },
      });
      continue;
    }
    characters += page.characters.length;
    if (characters > limits.characters) throw tooLarge(`文字超过 ${limits.characters} 个`);
    pages.push(takenPage(page));
    notes.push(...page.notes);
  }
  return { pages, notes };
}

function takenPage(page: PdfPage): TakenPage {
  const state = pageState(page);
  return {
    // Figures among characters without meaning may be wrong themselves.
    layout: layOut(state.state === 'garbled' ? { ...page, characters: [] } : page),
    state,
    unread: state.state === 'scan' || state.state === 'garbled' ? page : null,
    hasLayer: page.notes.some((note) => note.code === 'ocr_layer'),
  };
}

/** Runs of lines between tables become paragraphs; tables are numbered through the document. */
function blocksOf(items: readonly FlowItem[], pages: readonly PageLayout[]): Block[] {
  const measures = measuresOf(pages);
  const blocks: Block[] = [];
  let lines: TextLine[] = [];
  let tables = 0;
  for (const item of items) {
    if (item.kind === 'line') {
      lines.push(item);
      continue;
    }
    blocks.push(...paragraphsOf(lines, measures));
    lines = [];
    blocks.push(tableBlock(item, ++tables));
  }
  blocks.push(...paragraphsOf(lines, measures));
  return blocks;
}

function tableBlock(table: FlowTable, number: number): Table {
  return {
    kind: 'table',
    number,
    title: table.title,
    captions: table.captions,
    notes: table.notes,
    grid: gridOf(table, number),
    location: { page: table.page, table: number, box: rounded(table.box) },
  };
}

function gridOf(table: FlowTable, number: number): Grid {
  const grid: (Cell | null)[][] = Array.from({ length: table.rows }, () =>
    Array.from({ length: table.xs.length - 1 }, () => null),
  );
  for (const { row, column, rowSpan, columnSpan, text, box, page } of table.cells) {
    const location = { page, table: number, row: row + 1, column: column + 1, box: rounded(box) };
    const cell: Cell = { text, row, column, rowSpan, columnSpan, location };
    for (let r = row; r < row + rowSpan; r++) {
      for (let c = column; c < column + columnSpan; c++) grid[r]![c] = cell;
    }
  }
  return grid;
}
