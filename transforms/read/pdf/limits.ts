/** Documents are hostile input: how much of one is read before the reader refuses or stops looking. */

export interface PdfLimits {
  /** More pages than this is no bureau's report; the document is refused (`pdf_too_large`). */
  pages: number;
  /** Characters of the whole document; beyond, it is refused (`pdf_too_large`). */
  characters: number;
  /** Characters of one page; beyond, the page is not read and a note says so. */
  charactersPerPage: number;
  /** Path segments of one page; beyond, its rules are not read and a note says so. */
  segmentsPerPage: number;
  /** Pages of a document that are recognised as pictures; those beyond are not read and a note says so. */
  ocrPages: number;
}

/** Ten times the largest department report seen (about 200 pages, 150,000 characters, 4,000 on a page); maps and charts reach 50,000 segments. */
export const DEFAULT_PDF_LIMITS: PdfLimits = {
  pages: 2_000,
  characters: 3_000_000,
  charactersPerPage: 50_000,
  segmentsPerPage: 200_000,
  // Half a minute each: a scan of a whole department report has about 40.
  ocrPages: 60,
};
