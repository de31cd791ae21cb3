/** The effects that reading needs and that pure code may not have: compiled engines and programs beside this one. */
import type { ReadingOptions } from '../transforms/read/read-document.ts';
import { type OcrOptions, ocrWithTesseract } from './ocr.ts';
import { sharedPdfEngine } from './pdf-engine.ts';
import { secondPdfEngine } from './second-pdf-engine.ts';

/** Every engine is loaded when the first document needs it. */
export function readingMeans(ocr: OcrOptions = {}): ReadingOptions {
  return {
    pdfEngine: sharedPdfEngine,
    secondPdfEngine: secondPdfEngine(),
    ocr: ocrWithTesseract(ocr),
    convertDoc: async (bytes, suffix) => (await import('./soffice.ts')).convertWithSoffice()(bytes, suffix),
  };
}
