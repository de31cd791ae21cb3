/** Loads PDFium's WebAssembly from the installed package: the one step of reading PDFs that touches the disk. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createPdfEngine, type PdfEngine } from '../transforms/read/pdf/engine.ts';

/** Throws where the package is not installed. Loading takes about a tenth of a second; keep the engine. */
export async function loadPdfEngine(): Promise<PdfEngine> {
  const path = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
  return createPdfEngine(await readFile(path));
}

let loaded: Promise<PdfEngine> | null = null;

/** The one engine of this worker, loaded when the first PDF comes. */
export function sharedPdfEngine(): Promise<PdfEngine> {
  loaded ??= loadPdfEngine();
  return loaded;
}
