/**
 * What a report looks like once its file format is forgotten: headings, paragraphs and tables in reading
 * order, every piece knowing where a person finds it. All readers yield this and nothing else.
 * Plain JSON values only, so that a Document can cross a worker boundary and be stored.
 */

/** Where a piece of a document is. Only the parts that the format has are set; all are counted from 1. */
export interface Location {
  page?: number;
  sheet?: string;
  /** First line of the source text. */
  line?: number;
  /** Number of the table within the document. */
  table?: number;
  row?: number;
  column?: number;
  /** In points from the top left corner of the upright page. */
  box?: Box;
  /** Recognised in a picture: a figure here counts only where something else confirms it. */
  ocr?: true;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** One cell; a merged cell is one Cell that covers several slots of the grid. `row`/`column` count from 0. */
export interface Cell {
  text: string;
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  location: Location;
}

/** The slots of a table row by row; a merged cell stands (the same object) in every slot it covers; null where nothing was. */
export type Grid = readonly (readonly (Cell | null)[])[];

export interface Table {
  kind: 'table';
  /** Number of the table within the document, from 1. */
  number: number;
  /** The line that names the table ("收入支出决算总表"), null where none was found. */
  title: string | null;
  /** All lines between the previous block and the grid that belong to it: title, 公开01表, 编制单位：…, 单位：万元. */
  captions: readonly Caption[];
  /** Lines right below the grid that speak about it ("注：…"). */
  notes: readonly Caption[];
  grid: Grid;
  location: Location;
}

export interface Caption {
  text: string;
  location: Location;
}

export interface Paragraph {
  kind: 'paragraph';
  /** `heading` for numbered or titled headings, else `body`. Lines that a page break or a hard line end cut in two are one paragraph. */
  role: 'heading' | 'body';
  /** Depth of a heading from 1 (第一部分) · 2 (一、) · 3 (（一）) · 4 (1.) · 5 (（1）); 0 for the document title; null for body text and where unknown. */
  level: number | null;
  text: string;
  /** The same text cut at 。；！？ (never inside quotation marks or numbers), each with its own place. */
  sentences: readonly Sentence[];
  location: Location;
}

export interface Sentence {
  text: string;
  location: Location;
}

export type Block = Paragraph | Table;

/** Something the reader saw and could not read well; it never throws for these. */
export interface ReadingNote {
  code: string;
  message: string;
  location: Location;
}

export interface Document {
  mediaType: string;
  /** Number of pages, null where the format has none. */
  pages: number | null;
  blocks: readonly Block[];
  /** What the file says of itself (PDF title, Word title). Often foreign: a witness, never proof. */
  properties: Readonly<Record<string, string>>;
  notes: readonly ReadingNote[];
}

/** Why a document could not be read at all. `reason` is for the analyst and says what to do. */
export class UnreadableDocument extends Error {
  readonly code: string;
  constructor(code: string, reason: string) {
    super(reason);
    this.name = 'UnreadableDocument';
    this.code = code;
  }
}

/** The locator that the warehouse publishes: "第12页 表3 第5行 第2列", "工作表“收支总表” C7", "第88行". */
export function printLocation(location: Location): string {
  const { page, sheet, line, table, row, column, ocr } = location;
  let printed = page === undefined ? '' : `第${page}页`;
  if (sheet !== undefined) printed = behind(printed, `工作表“${sheet}”`);
  if (line !== undefined) printed = behind(printed, `文本第${line}行`);
  if (table !== undefined) printed = behind(printed, `表${table}`);
  if (row !== undefined) printed = behind(printed, `第${row}行`);
  if (column !== undefined) printed = behind(printed, `第${column}列`);
  if (printed === '') printed = '全文';
  return ocr ? `${printed}（文字识别）` : printed;
}

const behind = (printed: string, more: string): string => (printed === '' ? more : `${printed} ${more}`);
