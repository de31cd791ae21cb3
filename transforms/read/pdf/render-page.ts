/** A page as a grey picture, for looking at where there is no text to read. */
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import type { Memory } from './memory.ts';
import type { GreyImage } from './ocr/ocr.ts';

/** FPDFBitmap_Gray and FPDF_GRAYSCALE, fpdfview.h. */
const GREY = 1;
const GREYSCALE = 8;
const WHITE = 0xffffffff;
/** A sheet of A2 at 300 dots an inch is a third of it. */
const MOST_PIXELS = 36_000_000;

/** Upright, `dpi` pixels an inch; null where the page cannot be loaded or is too large to be looked at. */
export function renderPage(
  pdfium: WrappedPdfiumModule,
  memory: Memory,
  document: number,
  index: number,
  dpi: number,
): GreyImage | null {
  const page = pdfium.FPDF_LoadPage(document, index);
  if (page === 0) return null;
  try {
    const width = Math.round((pdfium.FPDF_GetPageWidthF(page) * dpi) / 72);
    const height = Math.round((pdfium.FPDF_GetPageHeightF(page) * dpi) / 72);
    if (width < 1 || height < 1 || width * height > MOST_PIXELS) return null;
    return rendered(pdfium, memory, page, width, height);
  } finally {
    pdfium.FPDF_ClosePage(page);
  }
}

function rendered(
  pdfium: WrappedPdfiumModule,
  memory: Memory,
  page: number,
  width: number,
  height: number,
): GreyImage {
  const pointer = memory.allocate(width * height);
  try {
    const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, GREY, pointer, width);
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, GREYSCALE);
    pdfium.FPDFBitmap_Destroy(bitmap);
    return { width, height, pixels: memory.bytes(pointer, width * height) };
  } finally {
    memory.free(pointer);
  }
}
