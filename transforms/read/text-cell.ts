/** What a cell of a text table says once the remains of HTML, LaTeX and Markdown are taken off. */
import { joinLines } from './join-lines.ts';

/** A cell as the dialects deliver it: position is its place in the row. */
export interface TextCell {
  text: string;
  /** Line it starts on, from 1. */
  line: number;
  /** Rows and columns it covers, where the dialect says so. */
  rowSpan?: number;
  columnSpan?: number;
}

export function printedOf(row: readonly TextCell[]): string[] {
  return row.map((cell) => cell.text).filter((text) => text !== '');
}

/** A run of lines that was once a table. */
export interface TextTable {
  /** Indices into the lines, both inclusive. */
  first: number;
  last: number;
  rows: TextCell[][];
  /** How many of its first rows are captions, where the format shows it (a cell merged across the whole table). */
  captionRows?: number;
}

/** <p>, </td>, <br/> */
const BREAKING_TAG = /<\s*\/?\s*(?:br|p|div|li|tr)\b[^<>]*>/gi;
const OTHER_TAG =
  /<\s*\/?\s*(?:span|b|i|u|em|strong|font|sup|sub|a|o:p|td|th|table|tbody|thead|ul|ol|h[1-6])\b[^<>]*>/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&ensp;': ' ',
  '&emsp;': ' ',
  '&lt;': '<',
  '&gt;': '>',
  '&ge;': '≥',
  '&le;': '≤',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};
const ENTITY = /&(?:nbsp|ensp|emsp|lt|gt|ge|le|quot|#39|amp);/g;
/** \geq \leqslant \% as OCR to LaTeX writes them. */
const LATEX: readonly (readonly [RegExp, string])[] = [
  [/\\(?:geqslant|geq|ge)(?![a-zA-Z])/g, '≥'],
  [/\\(?:leqslant|leq|le)(?![a-zA-Z])/g, '≤'],
  [/\\(?:times)(?![a-zA-Z])/g, '×'],
  [/\\([%$&#_])/g, '$1'],
];
/** $\geq 95\%$: the signs belong to LaTeX only where they enclose the whole formula. */
const FORMULA = /\$([^$\n]{1,200})\$/g;
const EMPHASIS = /\*\*([^*\n]+)\*\*/g;

export function cleanCell(text: string): string {
  return plainDigits(joinLines(cleanMarkup(text).split('\n')));
}

/** "２０８０５", "１，２３４．５０": an input method's wide digits, where a cell has nothing else. */
const WIDE_FIGURE = /^[０-９．，％－（）\s]*[０-９][０-９．，％－（）\s]*$/;

export function plainDigits(text: string): string {
  return WIDE_FIGURE.test(text) ? text.normalize('NFKC') : text;
}

/** Markup off, line breaks kept as they are. */
export function cleanMarkup(text: string): string {
  let clean = text;
  if (clean.includes('<')) clean = clean.replace(BREAKING_TAG, '\n').replace(OTHER_TAG, '');
  if (clean.includes('&')) clean = clean.replace(ENTITY, (entity) => ENTITIES[entity] ?? entity);
  if (clean.includes('$')) clean = clean.replace(FORMULA, '$1');
  if (clean.includes('\\')) for (const [pattern, sign] of LATEX) clean = clean.replace(pattern, sign);
  if (clean.includes('**')) clean = clean.replace(EMPHASIS, '$1');
  return clean;
}
