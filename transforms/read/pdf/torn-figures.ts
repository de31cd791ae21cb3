/** A figure too wide for its cell goes on in the next line: "2,438,71" above "3.59", "497347.0" above "0". That line is no row. */
import { type Column, columnsUnder } from './borderless-columns.ts';
import { height, width } from './geometry.ts';
import { fineParts, isFigure, type Part } from './line-parts.ts';
import { joinCellLines, type Line } from './words.ts';

const TIGHT = 0.35;
/** The code of the row may stand beside the rest. */
const CODE = /^[23]\d{2}(?:\d{2}){0,2}$/;
/** A cell has room for so many characters. */
const SHORTEST = 5;
/** Lines of one cell stand closer than this share of the font height. */
const LINE_GAP = 0.5;
/** "1,234,567.80" and "1234567.80", whole. */
const WHOLE = /^[-−]?[1-9](?:\d{0,2}(?:,\d{3})+|\d+)\.\d{2}$/;
/** "76,227,300": no group is cut. */
const GROUPED = /^[-−]?[1-9]\d{0,2}(?:,\d{3})+$/;
/** "1883580" above "0" may be two figures, and is one or none where the cell is full. */
const INTEGER = /^[-−]?[1-9]\d{5,}$/;
const LAST_DIGITS = /^\d{1,2}$/;
/** Two decimals are the end of a figure. */
const ENDED = /\.\d{2,}$/;

/** The line above of which this one holds the rests; or, where it holds nothing but figures right above or below those of another, that one. */
export function beginningOf(
  line: Line,
  lines: readonly Line[],
  columns: readonly Column[],
): Line | undefined {
  const others = lines.filter((other) => other !== line);
  const begun = others.find((above) => holdsRests(line, above, columns));
  if (begun || !hasFiguresOnly(line) || others.some((rest) => holdsRests(rest, line, columns))) return begun;
  return others.find((other) => !hasFiguresOnly(other) && touchesFigures(line, other, columns));
}

function holdsRests(line: Line, above: Line, columns: readonly Column[]): boolean {
  const begun = fineParts(above);
  const figures = fineParts(line).filter(({ text }) => isFigure(text) || isPiece(text));
  const others = figures.filter((part) => !begun.some((each) => goesOn(each, part, columns)));
  return others.length < figures.length && others.every(({ text }) => CODE.test(text));
}

const hasFiguresOnly = (line: Line): boolean => fineParts(line).every(({ text }) => isPiece(text));

/** Closer than two rows are, and not beside it. */
function touchesFigures(line: Line, other: Line, columns: readonly Column[]): boolean {
  const size = height(line.runs[0]!.box);
  const gap = Math.max(line.box.top - other.box.bottom, other.box.top - line.box.bottom) / size;
  if (gap >= TIGHT || gap < -TIGHT) return false;
  const places = fineParts(other).flatMap((part) =>
    isPiece(part.text) ? [columnsUnder(columns, part).first] : [],
  );
  return fineParts(line).every((part) => places.includes(columnsUnder(columns, part).first));
}

/** The lines of one cell, the rest of a figure behind its beginning. */
export function joinTorn(lines: readonly string[]): string {
  const [begun = '', rest = ''] = lines;
  return lines.length === 2 && isTorn(begun, rest) ? begun + rest : joinCellLines(lines);
}

function isTorn(begun: string, rest: string): boolean {
  if (begun.length < SHORTEST || ENDED.test(begun)) return false;
  if (WHOLE.test(begun + rest)) return true;
  return GROUPED.test(begun + rest) && !GROUPED.test(begun);
}

const isPiece = (text: string): boolean => /^[\d,.]+$/.test(text);

function goesOn(part: Part, rest: Part, columns: readonly Column[]): boolean {
  const gap = (rest.box.top - part.box.bottom) / height(rest.box);
  if (gap > LINE_GAP || gap < -LINE_GAP || width(part.box) <= width(rest.box)) return false;
  const mayBeTorn = INTEGER.test(part.text) && LAST_DIGITS.test(rest.text) && gap < TIGHT;
  if (!mayBeTorn && !isTorn(part.text, rest.text)) return false;
  return columnsUnder(columns, part).first === columnsUnder(columns, rest).first;
}
