/** One PDFium for all tests of a file: it takes a tenth of a second to start. */
import { loadPdfEngine } from '../../pipeline/pdf-engine.ts';
import type { Document, Table } from '../../transforms/read/document.ts';
import type { PdfEngine } from '../../transforms/read/pdf/engine.ts';
import { type PdfReadingOptions, readPdf } from '../../transforms/read/pdf/read-pdf.ts';
import { makePdf, type Sheet } from './pdf.ts';

let engine: Promise<PdfEngine> | undefined;

export function pdfEngine(): Promise<PdfEngine> {
  engine ??= loadPdfEngine();
  return engine;
}

export async function readSheets(
  sheets: readonly Sheet[],
  options: PdfReadingOptions = {},
): Promise<Document> {
  return readPdf(makePdf(sheets), await pdfEngine(), options);
}

export function tablesOf(document: Document): Table[] {
  return document.blocks.filter((block) => block.kind === 'table');
}

/** Texts by slot; a merged cell stands in each of its slots, null where there is no cell. */
export function textsOf(table: Table | undefined): (string | null)[][] {
  if (!table) throw new Error('no such table');
  return table.grid.map((row) => row.map((cell) => cell?.text ?? null));
}

export function paragraphsIn(document: Document): string[] {
  return document.blocks.filter((block) => block.kind === 'paragraph').map((block) => block.text);
}
