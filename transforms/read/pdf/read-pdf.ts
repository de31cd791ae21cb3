/** A PDF as a Document: pages laid out one by one, furniture out, tables joined over pages, lines joined to paragraphs. */
import {
  type Block,
  type Cell,
  type Document,
  type Grid,
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
import type { PageLayout, TextLine } from './page-layout.ts';
import { paragraphsOf } from './paragraphs.ts';
import { readPages, tooLarge } from './read-pages.ts';
import { readWithSecondEngine, type SecondPdfEngine } from './second-engine.ts';
import { fromSignature } from './signature.ts';
import { joinOverleaf } from './tables-overleaf.ts';

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
