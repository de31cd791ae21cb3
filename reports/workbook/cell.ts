/** What may stand in a cell: a number with its format, a text, a word in place of a number, and a link to a row. */
import type { CellStyle } from 'hucre';
import { remembered } from '../../transforms/parse/remember.ts';
import { FORMATS, STYLES } from './styles.ts';

export interface CellSpec {
  value: string | number | null;
  style: CellStyle;
  /** Sheet and row (from 1) in this workbook that the cell leads to. */
  link?: RowLink;
}

export interface RowLink {
  sheet: string;
  row: number;
  tooltip?: string;
}

export function text(value: string | number | null | undefined, style: CellStyle = STYLES.text): CellSpec {
  if (value === null || value === undefined || value === '') return { value: null, style };
  return { value: inert(String(value)), style };
}

export function number(value: number | null, format: string): CellSpec {
  return { value, style: numberStyle(format) };
}

/** Whole where it is whole. */
export function plainNumber(value: number | null): CellSpec {
  return number(value, value === null || Number.isInteger(value) ? FORMATS.whole : FORMATS.decimals);
}

const numberStyles = new Map<string, CellStyle>();

/** One object per format: a cell in the style of its column is recognised by identity. */
export function numberStyle(format: string): CellStyle {
  const known = numberStyles.get(format) ?? { ...STYLES.number, numFmt: format };
  numberStyles.set(format, known);
  return known;
}

/** A year or a count, in the middle of its column. */
export function whole(value: number | null): CellSpec {
  return { value, style: STYLES.centred };
}

/** Why there is no number. */
export function gap(reason: string): CellSpec {
  return { value: reason, style: STYLES.gap };
}

export function linked(cell: CellSpec, link: RowLink | null): CellSpec {
  return link === null ? cell : { ...cell, link };
}

/** Excel's limit for one cell; the rest of a longer quote is in the warehouse. */
const LONGEST_TEXT = 32_000;
/** Characters XML has no way to write, and halves of surrogate pairs. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Text of documents may hold anything; a cell holds lines of characters. */
const inert = remembered((value) => {
  const clean = value.replaceAll(/\r\n?/gu, '\n').replaceAll(UNWRITABLE, '');
  return clean.length > LONGEST_TEXT ? `${clean.slice(0, LONGEST_TEXT)}…` : clean;
});

/** "=HYPERLINK(…)" "+1" "-5" "@sum" and a tab before any of them: read as a formula when edited or exported. */
const FORMULA_START = /^[\t\s]*[=+\-@＝＋－＠]/u;
/** "#REF!" "#N/A": written as an error value instead of the text that it is. */
const ERROR_NAME = /^#[A-Z0-9_/]+[!?]?$/u;

export function looksLikeFormula(value: string): boolean {
  return FORMULA_START.test(value) || value.startsWith('\t');
}

export function looksLikeError(value: string): boolean {
  return ERROR_NAME.test(value);
}
