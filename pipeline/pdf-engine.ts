/** Loads PDFium's WebAssembly from the installed package: the one step of reading PDFs that touches the disk. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createPdfEngine, type PdfEngine } from '../transforms/read/pdf/engine.ts';

/** Throws where the package is not installed. Loading takes some hundredths of a second; keep the engine. */
export async function loadPdfEngine(): Promise<PdfEngine> {
  return createPdfEngine(await compilePdfium());
}

/** PDFium, ready to be started; workers to which it is posted share what is compiled of it while it runs. */
export async function compilePdfium(): Promise<WebAssembly.Module> {
  const path = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
  return WebAssembly.compile(await readFile(path));
}

let given: WebAssembly.Module | null = null;
let loaded: Promise<PdfEngine> | null = null;

/** The one engine of this worker, loaded when the first PDF comes. */
export function sharedPdfEngine(): Promise<PdfEngine> {
  loaded ??= given === null ? loadPdfEngine() : createPdfEngine(given);
  return loaded;
}

/** Whoever started this worker has compiled PDFium already. */
export function usePdfium(pdfium: WebAssembly.Module): void {
  given = pdfium;
}
