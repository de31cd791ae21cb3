/**
 * PDFium takes equal words close under each other for one word printed twice. It measures "close" by an eighth of
 * their width where the font is not embedded, and so loses the second of two rows with the same long label. Each
 * lost piece of text is put back as a copy of the one it equals, at its own place.
 */
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import type { Memory } from './memory.ts';
import type { RawCharacters } from './raw-characters.ts';

/** Object types of fpdf_edit.h. */
const TEXT = 1;
const FORM = 5;
const DEEPEST_FORM = 8;
/** No page of a report has as many pieces of text, even one for every character. */
const MOST_PIECES = 50_000;
/** PDFium compares a piece of text with this many before it (cpdf_textpage.cpp). */
const LOOKS_BACK = 5;
/** How far below, as a share of its width, and aside, in characters, it takes words for the same ones; a little more here. */
const BELOW = 1.05 / 8;
const ASIDE = 1;
/** Widths of equal words agree within this (points). */
const SAME_WIDTH = 0.1;

interface TextPiece {
  object: number;
  /** Linear part of the matrices of the forms around it. */
  outer: readonly [number, number, number, number];
}

interface Place {
  x: number;
  y: number;
  width: number;
}

/** Adds the characters that are missing in `raw`; none on most pages. */
export function restoreDropped(
  pdfium: WrappedPdfiumModule,
  memory: Memory,
  page: number,
  scratch: number,
  raw: RawCharacters,
): void {
  const pieces: TextPiece[] = [];
  collect(pdfium, memory, scratch, pieces, [1, 0, 0, 1], 0, {
    count: pdfium.FPDFPage_CountObjects(page),
    at: (index) => pdfium.FPDFPage_GetObject(page, index),
  });
  const stretches = stretchesOf(raw);
  for (const [index, piece] of pieces.entries()) {
    if (stretches.has(piece.object)) continue;
    const before = pieces.slice(Math.max(0, index - LOOKS_BACK), index);
    const from = raw.objects.length;
    addCopy(pdfium, memory, scratch, piece, before, stretches, raw);
    // A third equal word may have been compared with this one.
    if (raw.objects.length > from) stretches.set(piece.object, [from]);
  }
}

/** Where the characters of a piece begin: mostly once, for they follow each other. */
type Stretches = Map<number, number[]>;

function stretchesOf({ objects }: RawCharacters): Stretches {
  const stretches: Stretches = new Map();
  let last: number | null = null;
  for (let index = 0; index < objects.length; index++) {
    const object = objects[index]!;
    if (object === last) continue;
    last = object;
    const known = stretches.get(object);
    if (known) known.push(index);
    else stretches.set(object, [index]);
  }
  return stretches;
}

function charactersOf(object: number, stretches: Stretches, { objects }: RawCharacters): number[] {
  const characters: number[] = [];
  for (const start of stretches.get(object) ?? [])
    for (let index = start; objects[index] === object; index++) characters.push(index);
  return characters;
}

function collect(
  pdfium: WrappedPdfiumModule,
  memory: Memory,
  scratch: number,
  pieces: TextPiece[],
  outer: TextPiece['outer'],
  depth: number,
  objects: { count: number; at: (index: number) => number },
): void {
  for (let index = 0; index < objects.count && pieces.length < MOST_PIECES; index++) {
    const object = objects.at(index);
    const type = pdfium.FPDFPageObj_GetType(object);
    if (type === TEXT) pieces.push({ object, outer });
    if (type !== FORM || depth >= DEEPEST_FORM) continue;
    pdfium.FPDFPageObj_GetMatrix(object, scratch);
    const [a, b, c, d] = [0, 1, 2, 3].map((place) => memory.float(scratch, place)) as [
      number,
      number,
      number,
      number,
    ];
    const [A, B, C, D] = outer;
    const inner = [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D] as const;
    collect(pdfium, memory, scratch, pieces, inner, depth + 1, {
      count: pdfium.FPDFFormObj_CountObjects(object),
      at: (place) => pdfium.FPDFFormObj_GetObject(object, place),
    });
  }
}

/** Copies the nearest piece before that is as wide, as little aside, and as close as PDFium's own comparison asks. */
function addCopy(
  pdfium: WrappedPdfiumModule,
  memory: Memory,
  scratch: number,
  piece: TextPiece,
  before: readonly TextPiece[],
  stretches: Stretches,
  raw: RawCharacters,
): void {
  const own = placeOf(pdfium, memory, scratch, piece.object);
  for (const other of before.toReversed()) {
    const characters = charactersOf(other.object, stretches, raw);
    if (characters.length === 0) continue;
    const place = placeOf(pdfium, memory, scratch, other.object);
    const [dx, dy] = [own.x - place.x, own.y - place.y];
    const isEqual = own.width > SAME_WIDTH && Math.abs(own.width - place.width) <= SAME_WIDTH;
    const character = own.width / characters.length;
    if (!isEqual || Math.abs(dx) > ASIDE * character || Math.abs(dy) > BELOW * own.width) continue;
    const [a, b, c, d] = piece.outer;
    for (const equal of characters) addMoved(raw, equal, piece.object, dx * a + dy * c, dx * b + dy * d);
    return;
  }
}

function placeOf(pdfium: WrappedPdfiumModule, memory: Memory, scratch: number, object: number): Place {
  pdfium.FPDFPageObj_GetMatrix(object, scratch);
  const [x, y] = [memory.float(scratch, 4), memory.float(scratch, 5)];
  pdfium.FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12);
  return { x, y, width: memory.float(scratch, 2) - memory.float(scratch, 0) };
}

function addMoved(raw: RawCharacters, equal: number, object: number, dx: number, dy: number): void {
  raw.codes.push(raw.codes[equal]!);
  raw.lefts.push(raw.lefts[equal]! + dx);
  raw.rights.push(raw.rights[equal]! + dx);
  raw.tops.push(raw.tops[equal]! + dy);
  raw.bottoms.push(raw.bottoms[equal]! + dy);
  raw.styles.push(raw.styles[equal]!);
  raw.spacesBefore.push(raw.spacesBefore[equal]!);
  raw.objects.push(object);
}
