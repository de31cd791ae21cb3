/** A page as a grey picture, for looking at where there is no text to read. */
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import type { Box } from '../document.ts';
import { POINTS_PER_INCH } from './geometry.ts';
import type { Memory } from './memory.ts';
import type { GreyImage } from './ocr/ocr.ts';
import { type ColourImage, lightenSeal, SEAL_DPI, sealsIn } from './ocr/seals.ts';

/** FPDFBitmap_Gray, FPDFBitmap_BGRx and FPDF_GRAYSCALE, fpdfview.h. */
const GREY = 1;
const COLOUR = 3;
const GREYSCALE = 8;
const WHITE = 0xffffffff;
/** A sheet of A2 at 300 dots an inch is a third of it. */
const MOST_PIXELS = 36_000_000;

/** Upright, `dpi` pixels an inch, without red seals; null where the page cannot be loaded or is too large to be looked at. */
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
    const sheet = { pdfium, memory, page };
    const { width, height } = sizeAt(sheet, dpi);
    if (width < 1 || height < 1 || width * height > MOST_PIXELS) return null;
    const image = { width, height, pixels: drawn(sheet, whole(width, height), dpi, GREY) };
    clearSeals(sheet, image, dpi);
    return image;
  } finally {
    pdfium.FPDF_ClosePage(page);
  }
}

interface Sheet {
  pdfium: WrappedPdfiumModule;
  memory: Memory;
  page: number;
}

const whole = (width: number, height: number): Box => ({ left: 0, top: 0, right: width, bottom: height });

function sizeAt({ pdfium, page }: Sheet, dpi: number): { width: number; height: number } {
  return {
    width: Math.round((pdfium.FPDF_GetPageWidthF(page) * dpi) / POINTS_PER_INCH),
    height: Math.round((pdfium.FPDF_GetPageHeightF(page) * dpi) / POINTS_PER_INCH),
  };
}

/** Only where a seal stands is the page drawn in colour again: a whole one would take four times the memory. */
function clearSeals(sheet: Sheet, image: GreyImage, dpi: number): void {
  const small = sizeAt(sheet, SEAL_DPI);
  if (small.width < 1 || small.height < 1) return;
  for (const seal of sealsIn(coloured(sheet, whole(small.width, small.height), SEAL_DPI), SEAL_DPI)) {
    const box = {
      left: Math.max(0, Math.floor(((seal.left - 1) * dpi) / SEAL_DPI)),
      top: Math.max(0, Math.floor(((seal.top - 1) * dpi) / SEAL_DPI)),
      right: Math.min(image.width, Math.ceil(((seal.right + 1) * dpi) / SEAL_DPI)),
      bottom: Math.min(image.height, Math.ceil(((seal.bottom + 1) * dpi) / SEAL_DPI)),
    };
    lightenSeal(image, coloured(sheet, box, dpi), box.left, box.top);
  }
}

function coloured(sheet: Sheet, box: Box, dpi: number): ColourImage {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  return { width, height, pixels: drawn(sheet, box, dpi, COLOUR) };
}

/** The part of the page within `box`, in pixels of the whole page at `dpi`; one byte a pixel, or four in colour. */
function drawn(sheet: Sheet, box: Box, dpi: number, format: typeof GREY | typeof COLOUR): Uint8Array {
  const { pdfium, memory, page } = sheet;
  const [across, down] = [box.right - box.left, box.bottom - box.top];
  const stride = across * (format === COLOUR ? 4 : 1);
  const { width, height } = sizeAt(sheet, dpi);
  const pointer = memory.allocate(stride * down);
  try {
    const bitmap = pdfium.FPDFBitmap_CreateEx(across, down, format, pointer, stride);
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, across, down, WHITE);
    const flags = format === GREY ? GREYSCALE : 0;
    pdfium.FPDF_RenderPageBitmap(bitmap, page, -box.left, -box.top, width, height, 0, flags);
    pdfium.FPDFBitmap_Destroy(bitmap);
    return memory.bytes(pointer, stride * down);
  } finally {
    memory.free(pointer);
  }
}
