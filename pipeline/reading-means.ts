/** The effects that reading needs and that pure code may not have: compiled engines and programs beside this one. */
import type { ReadingOptions } from '../transforms/read/read-document.ts';
import { ocrWithTesseract } from './ocr.ts';
import type { OtherProgram } from './other-program.ts';
import { sharedPdfEngine } from './pdf-engine.ts';
import { secondPdfEngine } from './second-pdf-engine.ts';

/** What whoever waits for a document has to know before it is read. */
export interface ReadingAsides {
  /** A page has to be recognised as a picture and may take this many seconds more. */
  needsTime?: (seconds: number) => void;
  /** A program has to be ended should the reader be ended; null once it has ended. */
  startedProgram?: (program: OtherProgram | null) => void;
}

/** Every engine is loaded when the first document needs it. `tessdata`: folder that is asked first. */
export function readingMeans(tessdata: string | null = null, asides: ReadingAsides = {}): ReadingOptions {
  const { needsTime, startedProgram } = asides;
  return {
    pdfEngine: sharedPdfEngine,
    secondPdfEngine: secondPdfEngine(),
    ocr: ocrWithTesseract({ tessdata, ...(needsTime && { needsTime }) }),
    convertDoc: async (bytes, suffix) =>
      (await import('./soffice.ts')).convertWithSoffice({ ...(startedProgram && { startedProgram }) })(
        bytes,
        suffix,
      ),
  };
}
