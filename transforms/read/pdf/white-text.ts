/**
 * White words on white paper are leftovers that nobody sees, and their figures nobody printed; white words on a dark
 * bar are a header. Which of the two depends on what is painted behind them.
 */
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import type { Memory } from './memory.ts';
import type { RawCharacters } from './raw-characters.ts';

/** Object types of fpdf_edit.h. */
const PATH = 2;
const IMAGE = 3;
const SHADING = 4;
const FORM = 5;
/** Of 255 in every colour: lighter than paper is printed. */
const WHITE = 250;
/** A page with more objects is a drawing: what is behind its words is not looked for. */
const MOST_OBJECTS = 20_000;

/** Whether the fill of a text or path is white, or so transparent that nothing of it is seen. */
export function isWhite(
  pdfium: WrappedPdfiumModule,
  memory: Memory,
  object: number,
  scratch: number,
): boolean {
  const hasColour = pdfium.FPDFPageObj_GetFillColor(object, scratch, scratch + 4, scratch + 8, scratch + 12);
  if (!hasColour) return false;
  const darkest = Math.min(memory.int(scratch), memory.int(scratch + 4), memory.int(scratch + 8));
  const opacity = memory.int(scratch + 12);
  return opacity === 0 || darkest >= WHITE;
}

/** Marks as invisible what is white and stands on nothing painted. */
export function hideWhiteText(
  pdfium: WrappedPdfiumModule,
  memory: Memory,
  page: number,
  scratch: number,
  raw: RawCharacters,
): void {
  const white: number[] = [];
  for (let index = 0; index < raw.styles.length; index++) {
    const style = raw.styles[index]!;
    if (style.white && !style.invisible) white.push(index);
  }
  if (white.length === 0) return;
  const areas = paintedAreas(pdfium, memory, page, scratch);
  for (const index of white) {
    const x = (raw.lefts[index]! + raw.rights[index]!) / 2;
    const y = (raw.tops[index]! + raw.bottoms[index]!) / 2;
    const isSeen = areas === null || areas.some((area) => holds(area, x, y));
    if (!isSeen) raw.styles[index] = { ...raw.styles[index]!, invisible: true };
  }
}

/** In PDF space. */
interface Area {
  left: number;
  bottom: number;
  right: number;
  top: number;
}

function holds({ left, bottom, right, top }: Area, x: number, y: number): boolean {
  return x >= left && x <= right && y >= bottom && y <= top;
}

/** Pictures, forms and coloured shapes; null where there are too many to look at. */
function paintedAreas(
  pdfium: WrappedPdfiumModule,
  memory: Memory,
  page: number,
  scratch: number,
): Area[] | null {
  const count = pdfium.FPDFPage_CountObjects(page);
  if (count > MOST_OBJECTS) return null;
  const areas: Area[] = [];
  for (let index = 0; index < count; index++) {
    const object = pdfium.FPDFPage_GetObject(page, index);
    if (!paints(pdfium, memory, object, scratch)) continue;
    pdfium.FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12);
    const [left, bottom, right, top] = [0, 1, 2, 3].map((place) => memory.float(scratch, place)) as [
      number,
      number,
      number,
      number,
    ];
    areas.push({ left, bottom, right, top });
  }
  return areas;
}

function paints(pdfium: WrappedPdfiumModule, memory: Memory, object: number, scratch: number): boolean {
  const type = pdfium.FPDFPageObj_GetType(object);
  if (type === IMAGE || type === SHADING || type === FORM) return true;
  if (type !== PATH) return false;
  pdfium.FPDFPath_GetDrawMode(object, scratch, scratch + 4);
  return memory.int(scratch) !== 0 && !isWhite(pdfium, memory, object, scratch);
}
