/**
 * PDFium's wrapper looks a function up by name and converts its arguments anew at every call. A page takes ten calls a
 * character; those that take and give plain numbers are called straight.
 */
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';

/** Asked once a page, a character, a line or a piece of text; none takes or gives a string. */
const ASKED_OFTEN = [
  'FPDF_ClosePage',
  'FPDF_GetPageBoundingBox',
  'FPDF_LoadPage',
  'FPDFFormObj_CountObjects',
  'FPDFFormObj_GetObject',
  'FPDFPageObj_GetBounds',
  'FPDFPageObj_GetFillColor',
  'FPDFPageObj_GetMatrix',
  'FPDFPageObj_GetType',
  'FPDFPage_CountObjects',
  'FPDFPage_GetObject',
  'FPDFPage_GetRotation',
  'FPDFPathSegment_GetClose',
  'FPDFPathSegment_GetPoint',
  'FPDFPathSegment_GetType',
  'FPDFPath_CountSegments',
  'FPDFPath_GetDrawMode',
  'FPDFPath_GetPathSegment',
  'FPDFTextObj_GetTextRenderMode',
  'FPDFText_ClosePage',
  'FPDFText_CountChars',
  'FPDFText_GetCharBox',
  'FPDFText_GetCharOrigin',
  'FPDFText_GetFontSize',
  'FPDFText_GetLooseCharBox',
  'FPDFText_GetMatrix',
  'FPDFText_GetTextObject',
  'FPDFText_GetUnicode',
  'FPDFText_HasUnicodeMapError',
  'FPDFText_IsGenerated',
  'FPDFText_LoadPage',
] as const satisfies readonly (keyof WrappedPdfiumModule)[];

/** The same module; what is true or false by the wrapper is 1 or 0 here. Throws where the build lacks a function. */
export function withDirectCalls(pdfium: WrappedPdfiumModule): WrappedPdfiumModule {
  const { wasmExports } = pdfium.pdfium as unknown as { wasmExports: Record<string, unknown> };
  const direct = ASKED_OFTEN.map((name) => {
    const call = wasmExports[name];
    if (typeof call !== 'function') throw new Error(`PDFium was built without ${name}`);
    return [name, call] as const;
  });
  return { ...pdfium, ...Object.fromEntries(direct) };
}
