/**
 * What is drawn on a page besides text: straight lines, thin filled rectangles and outlines that may be borders,
 * and how much of it pictures cover. Objects inside forms carry the form's matrix too.
 */
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import { IDENTITY, type Matrix, multiply } from './matrix.ts';
import type { Memory } from './memory.ts';
import type { Rule } from './page.ts';
import { type Point, rulesOfFill, rulesOfStroke } from './path-rules.ts';
import type { Upright } from './upright.ts';

export interface PageDrawing {
  rules: readonly Rule[];
  /** Square points. */
  pictureArea: number;
  segments: number;
  notes: readonly { code: string; message: string }[];
}

/** Object types and segment types of fpdf_edit.h. */
const PATH = 2;
const IMAGE = 3;
const SHADING = 4;
const FORM = 5;
const LINE_TO = 0;
const BEZIER_TO = 1;
const MOVE_TO = 2;
/** Forms within forms; deeper ones are a trap. */
const DEEPEST_FORM = 8;

interface Pen {
  pdfium: WrappedPdfiumModule;
  memory: Memory;
  scratch: number;
  upright: Upright;
  segmentLimit: number;
  rules: Rule[];
  segments: number;
  pictureArea: number;
}

export function readDrawing(
  pdfium: WrappedPdfiumModule,
  memory: Memory,
  page: number,
  scratch: number,
  upright: Upright,
  segmentLimit: number,
): PageDrawing {
  const pen: Pen = { pdfium, memory, scratch, upright, segmentLimit, rules: [], segments: 0, pictureArea: 0 };
  const count = pdfium.FPDFPage_CountObjects(page);
  for (let index = 0; index < count && pen.segments <= segmentLimit; index++) {
    readObject(pen, pdfium.FPDFPage_GetObject(page, index), IDENTITY, 0);
  }
  if (pen.segments <= segmentLimit) return { ...pen, notes: [] };
  const message = `本页线条超过 ${segmentLimit} 段，表格线未读`;
  return {
    rules: [],
    pictureArea: pen.pictureArea,
    segments: pen.segments,
    notes: [{ code: 'too_many_lines', message }],
  };
}

function readObject(pen: Pen, object: number, outer: Matrix, depth: number): void {
  const type = pen.pdfium.FPDFPageObj_GetType(object);
  if (type === PATH) readPath(pen, object, outer);
  else if (type === IMAGE || type === SHADING) readPicture(pen, object, outer);
  else if (type === FORM && depth < DEEPEST_FORM) readForm(pen, object, outer, depth);
}

function readForm(pen: Pen, form: number, outer: Matrix, depth: number): void {
  // Forms within forms within forms multiply: each counts against the limit.
  pen.segments += 1;
  const matrix = multiply(matrixOf(pen, form), outer);
  const count = pen.pdfium.FPDFFormObj_CountObjects(form);
  for (let index = 0; index < count && pen.segments <= pen.segmentLimit; index++) {
    readObject(pen, pen.pdfium.FPDFFormObj_GetObject(form, index), matrix, depth + 1);
  }
}

function readPicture(pen: Pen, object: number, outer: Matrix): void {
  // An image is the unit square under its matrix; printer drivers draw thin rules as images too.
  const matrix = multiply(matrixOf(pen, object), outer);
  pen.pictureArea += Math.abs(matrix.a * matrix.d - matrix.b * matrix.c);
  pen.segments += 1;
  const corners = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ] as const;
  pen.rules.push(...rulesOfFill(corners.map(([x, y]) => placed(pen, x, y, matrix))));
}

function readPath(pen: Pen, path: number, outer: Matrix): void {
  const { pdfium, memory, scratch } = pen;
  pdfium.FPDFPath_GetDrawMode(path, scratch, scratch + 4);
  const filled = memory.int(scratch) !== 0;
  const stroked = memory.int(scratch + 4) !== 0;
  if (!filled && !stroked) return;
  for (const outline of outlinesOf(pen, path, multiply(matrixOf(pen, path), outer))) {
    for (const rule of stroked ? rulesOfStroke(outline) : rulesOfFill(outline)) pen.rules.push(rule);
  }
}

/** The straight outlines of a path on the upright page; a curve breaks an outline, for no border is curved. */
function outlinesOf(pen: Pen, path: number, matrix: Matrix): Point[][] {
  const { pdfium } = pen;
  const outlines: Point[][] = [];
  let outline: Point[] = [];
  const count = pdfium.FPDFPath_CountSegments(path);
  pen.segments += count;
  if (pen.segments > pen.segmentLimit) return [];
  for (let index = 0; index < count; index++) {
    const segment = pdfium.FPDFPath_GetPathSegment(path, index);
    const type = pdfium.FPDFPathSegment_GetType(segment);
    if (type === MOVE_TO || type === BEZIER_TO) {
      if (outline.length > 1) outlines.push(outline);
      outline = [pointOf(pen, segment, matrix)];
    } else if (type === LINE_TO) {
      outline.push(pointOf(pen, segment, matrix));
    }
    if (pdfium.FPDFPathSegment_GetClose(segment) && outline.length > 1) outline.push(outline[0]!);
  }
  if (outline.length > 1) outlines.push(outline);
  return outlines;
}

function pointOf(pen: Pen, segment: number, matrix: Matrix): Point {
  pen.pdfium.FPDFPathSegment_GetPoint(segment, pen.scratch, pen.scratch + 4);
  return placed(pen, pen.memory.float(pen.scratch), pen.memory.float(pen.scratch + 4), matrix);
}

function placed({ upright }: Pen, x: number, y: number, matrix: Matrix): Point {
  const turnedX = matrix.a * x + matrix.c * y + matrix.e;
  const turnedY = matrix.b * x + matrix.d * y + matrix.f;
  return { x: upright.across(turnedX, turnedY), y: upright.down(turnedX, turnedY) };
}

function matrixOf({ pdfium, memory, scratch }: Pen, object: number): Matrix {
  if (!pdfium.FPDFPageObj_GetMatrix(object, scratch)) return IDENTITY;
  const at = (index: number) => memory.float(scratch, index);
  return { a: at(0), b: at(1), c: at(2), d: at(3), e: at(4), f: at(5) };
}
