/** A figure too wide for its cell goes on in the next line: "2,438,71" above "3.59", "497347.0" above "0". That line is no row. */
import { type Column, columnsUnder } from './borderless-columns.ts';
import { height, width } from './geometry.ts';
import { fineParts, isFigure, type Part } from './line-parts.ts';
import type { Line } from './words.ts';

/** The code of the row may stand beside the rest. */
const CODE = /^[23]\d{2}(?:\d{2}){0,2}$/;
/** A cell has room for so many characters. */
const SHORTEST = 5;
/** Lines of one cell stand closer than this share of the font height. */
const LINE_GAP = 0.5;
/** "1,234,567.80" and "1234567.80", whole. */
const WHOLE = /^[-−]?[1-9](?:\d{0,2}(?:,\d{3})+|\d+)\.\d{2}$/;
/** Two decimals are the end of a figure. */
const ENDED = /\.\d{2,}$/;

/** Whether every figure of the line is the rest of the one right above it. */
export function holdsRests(line: Line, above: Line, columns: readonly Column[]): boolean {
  const begun = fineParts(above);
  const figures = fineParts(line).filter(({ text }) => isFigure(text) || isPiece(text));
  const others = figures.filter((part) => !begun.some((each) => goesOn(each, part, columns)));
  return others.length < figures.length && others.every(({ text }) => CODE.test(text));
}

const isPiece = (text: string): boolean => /^[\d,.]+$/.test(text);

function goesOn(part: Part, rest: Part, columns: readonly Column[]): boolean {
  const gap = (rest.box.top - part.box.bottom) / height(rest.box);
  if (gap > LINE_GAP || gap < -LINE_GAP || ENDED.test(part.text)) return false;
  const fillsCell = part.text.length >= SHORTEST && width(part.box) > width(rest.box);
  if (!fillsCell || !WHOLE.test(part.text + rest.text)) return false;
  return columnsUnder(columns, part).first === columnsUnder(columns, rest).first;
}
