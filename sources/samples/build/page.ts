/**
 * A document being written, and the list of the figures that were printed into it: what a reader of the document
 * may be asked for afterwards.
 */
import { type SampleDocument, utf8 } from './document.ts';
import { type Asked, fullKey, type PrintedFigure } from './figure.ts';
import type { Books } from './model/books.ts';
import { drawn } from './model/vary.ts';

/** How an office prints its tables. */
export interface Manner {
  unit: '万元' | '元';
  /** What stands in a cell whose amount is nought; nothing at all in most offices. */
  zero: '' | '0.00' | '0';
  /** A space behind the decimal point, as text recognition leaves it: 341. 39 */
  spaces: boolean;
  thousands: boolean;
  table: 'tabs' | 'markdown' | 'word';
  /** Unit of the sentences, whatever the tables are in. */
  prose: '万元' | '元';
}

export const PLAIN: Manner = {
  unit: '万元',
  zero: '',
  spaces: false,
  thousands: false,
  table: 'tabs',
  prose: '万元',
};

export interface PrintedTable {
  rows: readonly (readonly string[])[];
  /** Rows above the body; an empty cell in them belongs to the cell above or, failing that, to its left. */
  headerRows: number;
}

export interface Page {
  books: Books;
  manner: Manner;
  /** What was written, for formats that are not lines of text. */
  blocks: (string | PrintedTable)[];
  lines: string[];
  printed: (PrintedFigure & { step: number })[];
}

export function newPage(books: Books, manner: Manner): Page {
  return { books, manner, blocks: [], lines: [], printed: [] };
}

/** Paragraphs, each followed by an empty line. */
export function write(page: Page, ...paragraphs: readonly string[]): void {
  for (const paragraph of paragraphs) page.lines.push(paragraph, '');
  page.blocks.push(...paragraphs);
}

export function textOf(page: Page): string {
  return `${page.lines.join('\n').trimEnd()}\n`;
}

/** What was written as a file of text, of the whole department where nothing else is said. */
export function asDocument(
  page: Page,
  path: string,
  scope: SampleDocument['scope'] = 'department',
): SampleDocument {
  const { bureau, year: fiscalYear } = page.books;
  return {
    path,
    bytes: utf8(textOf(page)),
    bureau,
    scope,
    fiscalYear,
    printed: page.printed,
    refused: null,
  };
}

/** An amount in a cell of a table. */
export function cell(page: Page, asked: Asked, digits?: number): string {
  const { manner } = page;
  const value = page.books.valueOf(asked);
  if (value === 0 && manner.zero === '') return '';
  record(page, asked, value, manner.unit === '万元' ? 100 : 1);
  if (value === 0) return manner.zero;
  const text = manner.unit === '万元' ? inWan(value, digits ?? 2) : inYuan(value, manner, digits);
  const grouped = manner.thousands ? group(text) : text;
  return manner.spaces && drawn(page.printed.length, grouped) < 0.6 ? grouped.replace('.', '. ') : grouped;
}

/** An amount in a sentence, with its unit; nought is said. */
export function amount(page: Page, asked: Asked): string {
  const value = page.books.valueOf(asked);
  if (page.manner.prose === '元') {
    record(page, asked, value, 1);
    return `${inYuan(value, page.manner, 2)}元`;
  }
  record(page, asked, value, 100);
  return `${value === 0 ? '0' : inWan(value, 2)}万元`;
}

/** An amount in a column that only repeats another by its kind: 人员经费 of one economic code. */
export function repeatedCell(page: Page, value: number): string {
  if (value === 0) return page.manner.zero;
  const text = page.manner.unit === '万元' ? inWan(value, 2) : inYuan(value, page.manner);
  return page.manner.thousands ? group(text) : text;
}

/** Persons, vehicles, occasions, percent, points: as they are. */
export function count(page: Page, asked: Asked): string {
  const value = page.books.valueOf(asked);
  record(page, asked, value, 0.01);
  return String(value);
}

/** A number in a cell that an office leaves empty where there is none. */
export function countCell(page: Page, asked: Asked): string {
  return page.books.valueOf(asked) === 0 && page.manner.zero === '' ? '' : count(page, asked);
}

/** The same against last year's budget, for budgets. */
export function comparedWithLastBudget(page: Page, asked: Asked): string {
  const { words, verb } = comparedWithLastYear(page, { ...asked, phase: 'original_budget' });
  return verb === '持平' ? '与上年预算持平' : `比上年预算${words}`;
}

export interface Comparison {
  /** 增加5.20万元，增长3.41% or 与上年持平 */
  words: string;
  /** 增加, 减少 or 持平 */
  verb: '增加' | '减少' | '持平';
}

/** How a figure stands to the year before; whoever reads it knows the year before as well. */
export function comparedWithLastYear(page: Page, asked: Asked): Comparison {
  const { books } = page;
  const now = books.valueOf(asked);
  const before = books.lastYear().valueOf(asked);
  const derived = { ...fullKey(asked, books.year - 1), value: before, derived: true, step: 200 };
  page.printed.push(derived);
  if (now === before) return { words: '与上年持平', verb: '持平' };
  const verb = now > before ? '增加' : '减少';
  const rate =
    before === 0 ? '' : `，${now > before ? '增长' : '下降'}${percent(Math.abs(now - before), before)}`;
  return { words: `${verb}${inWan(Math.abs(now - before), 2)}万元${rate}`, verb };
}

/** 29.82% */
export function percent(part: number, whole: number): string {
  return `${trimmed(Math.round((part / whole) * 10_000) / 100)}%`;
}

export function trimmed(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Yuan as 万元; `digits` fewer than the amount has cut it off, as careless exports do. */
export function inWan(yuan: number, digits: number): string {
  const hundreds = Math.round(yuan / 100);
  const cut = digits === 2 ? hundreds : Math.trunc(hundreds / 10 ** (2 - digits));
  return (cut / 10 ** digits).toFixed(digits);
}

function inYuan(yuan: number, { zero }: Manner, digits?: number): string {
  return yuan.toFixed(digits ?? (zero === '0' ? 0 : 2));
}

function group(text: string): string {
  return text.replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g, ',');
}

function record(page: Page, asked: Asked, value: number, step: number): void {
  page.printed.push({ ...fullKey(asked, page.books.year), value, derived: false, step });
}

/** Rows of cells in the dialect of the office. Cells of one row may be fewer than the columns. */
export function table(page: Page, rows: readonly (readonly string[])[], headerRows = 1): void {
  const columns = Math.max(...rows.map((row) => row.length));
  const full = rows.map((row) => [...row, ...Array<string>(columns - row.length).fill('')]);
  page.blocks.push({ rows: full, headerRows });
  if (page.manner.table === 'word') page.lines.push(...full.flatMap(asWordDump));
  else if (page.manner.table === 'markdown') page.lines.push(...asMarkdown(full));
  else page.lines.push(...full.map((row) => row.map(onOneLine).join('\t')));
  page.lines.push('');
}

/** Only Word keeps the line breaks inside a cell. */
function onOneLine(text: string): string {
  return text.replaceAll('\n', '').trim();
}

/** Word's plain text of a table: a tab before every cell, a line a cell, an empty line behind a row. */
function asWordDump(row: readonly string[]): string[] {
  return [...row.map((text) => `\t${text}`), ''];
}

function asMarkdown(rows: readonly (readonly string[])[]): string[] {
  const lines = rows.map((row) => `| ${row.map((text) => text.replaceAll('\n', '<br>')).join(' | ')} |`);
  const rule = `|${rows[0]!.map(() => ' --- |').join('')}`;
  return [lines[0]!, rule, ...lines.slice(1)];
}
