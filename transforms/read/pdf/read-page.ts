/** One page out of PDFium: opened, turned upright, read, closed again whatever happens. */
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import type { ReadingNote } from '../document.ts';
import { readCharacters } from './characters.ts';
import { readDrawing } from './drawing.ts';
import type { PdfLimits } from './limits.ts';
import type { Memory } from './memory.ts';
import type { PdfPage } from './page.ts';
import { turnOf, uprightOf } from './upright.ts';

/** PDF space of the visible part of a page: CropBox within MediaBox. */
export interface Crop {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

export function readPage(
  pdfium: WrappedPdfiumModule,
  memory: Memory,
  document: number,
  index: number,
  limits: PdfLimits,
): PdfPage | null {
  const page = pdfium.FPDF_LoadPage(document, index);
  if (page === 0) return null;
  const textPage = pdfium.FPDFText_LoadPage(page);
  const scratch = memory.allocate(64);
  try {
    const crop = readCrop(pdfium, memory, page, scratch);
    const turn = pdfium.FPDFPage_GetRotation(page);
    const text = readCharacters(
      pdfium,
      memory,
      page,
      textPage,
      scratch,
      crop,
      turn,
      limits.charactersPerPage,
    );
    const upright = uprightOf(crop, turnOf(turn + text.sideways));
    const drawing = readDrawing(pdfium, memory, page, scratch, upright, limits.segmentsPerPage);
    const notes: ReadingNote[] = [...text.notes, ...drawing.notes].map((note) => ({
      ...note,
      location: { page: index + 1 },
    }));
    return {
      number: index + 1,
      width: upright.width,
      height: upright.height,
      characters: text.characters,
      unreadable: text.unreadable,
      rules: drawing.rules,
      pictures: Math.min(1, drawing.pictureArea / (upright.width * upright.height)),
      segments: drawing.segments,
      notes,
    };
  } finally {
    memory.free(scratch);
    if (textPage !== 0) pdfium.FPDFText_ClosePage(textPage);
    pdfium.FPDF_ClosePage(page);
  }
}

/** FS_RECTF: left, top, right, bottom as floats. */
function readCrop(pdfium: WrappedPdfiumModule, memory: Memory, page: number, scratch: number): Crop {
  pdfium.FPDF_GetPageBoundingBox(page, scratch);
  const [left, top, right, bottom] = [0, 1, 2, 3].map((index) => memory.float(scratch, index)) as [
    number,
    number,
    number,
    number,
  ];
  return {
    left: Math.min(left, right),
    right: Math.max(left, right),
    bottom: Math.min(bottom, top),
    top: Math.max(bottom, top),
  };
}
