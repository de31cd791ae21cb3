/** A table on a sheet: title lines, a header row that stays and repeats in print, rows, widths that show the content. */
import type { Cell, CellStyle, CellValue, ColumnDef, ConditionalRule, SheetChart, WriteSheet } from 'hucre';
import { type CellSpec, looksLikeError, looksLikeFormula } from './cell.ts';
import { displayWidth } from './display-width.ts';
import { asLink, asText, asUnruled, STYLES } from './styles.ts';

export interface Column {
  title: string;
  /** Of most of its cells; a cell with another style carries it itself. */
  style: CellStyle;
  /** Bounds for the width in characters (a Chinese character counts two). */
  widest?: number;
  narrowest?: number;
}

/** Rows of a table: an array, or rows that are made when they are written and forgotten after. */
export interface Rows extends Iterable<readonly CellSpec[]> {
  readonly length: number;
}

/** One row for each item. A hundred thousand rows of cells held at once cost more to keep than to make. */
export function rowFor<Item>(items: readonly Item[], cellsOf: (item: Item) => readonly CellSpec[]): Rows {
  return {
    length: items.length,
    *[Symbol.iterator]() {
      for (const item of items) yield cellsOf(item);
    },
  };
}

export interface TableSheet {
  name: string;
  title: string;
  /** What is in it, for the contents of the cover; the title unless said. */
  summary?: string;
  /** Below the title: how to read this sheet. */
  notes: readonly string[];
  columns: readonly Column[];
  rows: Rows;
  /** Columns that stay in sight when scrolling sideways. */
  frozenColumns: number;
  /** Pages side by side in print; 1 unless said. */
  pagesAcross?: number;
  /** All of it on one page in print, however small. */
  onePage?: boolean;
  /** Lines a row may grow to; what is longer is read in the cell. */
  mostLines?: number;
  tabColour?: string;
  conditionalRules?: readonly ConditionalRule[];
  /** Given the first and last row (from 0) and the number of columns of the table. */
  charts?: (place: TablePlace) => SheetChart[];
}

export interface TablePlace {
  headerRow: number;
  firstRow: number;
  lastRow: number;
  columns: number;
}

const WIDEST = 48;
const NARROWEST = 8;
/** Room for the filter arrow and the padding of a cell. */
const PADDING = 2.5;
/**
 * Beyond this many rows only figures and links keep a style of their own, the grid of the sheet rules the rest and
 * rows stay one line high: a style on every cell more than doubles the time to write a workbook.
 */
const LONG_TABLE = 6_000;
/** A sheet ends at row 1,048,576. */
export const MOST_ROWS = 1_000_000;
const MOST_LINES = 8;
const LINE_HEIGHT = 14.5;
/** Enough to know what a column holds; the longest of fifty thousand quotes would only be cut again. */
const ROWS_MEASURED = 2_000;

/** Row (from 1) at which the first row of a table with that many notes stands: links are made before the sheet is. */
export function firstRowNumber(notes: number): number {
  return notes + 3;
}

export function layTable(whole: TableSheet): WriteSheet {
  const table = withinSheet(whole);
  const headerRow = table.notes.length + 1;
  const place = {
    headerRow,
    firstRow: headerRow + 1,
    lastRow: headerRow + table.rows.length,
    columns: table.columns.length,
  };
  const isLong = table.rows.length > LONG_TABLE;
  const columns = columnDefsOf(table, isLong);
  const cells = new Map<string, Partial<Cell>>();
  cells.set('0,0', { value: table.title, style: STYLES.title });
  for (const [index, note] of table.notes.entries()) {
    cells.set(`${index + 1},0`, {
      value: note,
      style: { ...STYLES.subtitle, alignment: { vertical: 'center' } },
    });
  }
  for (const [index, column] of table.columns.entries()) {
    cells.set(`${headerRow},${index}`, { value: column.title, style: STYLES.header });
  }
  const rows = Array.from({ length: place.firstRow }, (): CellValue[] => []);
  for (const row of table.rows) rows.push(layRow(row, rows.length, table.columns, cells, isLong));
  const charts = table.charts?.(place) ?? [];
  return {
    name: table.name,
    columns,
    rows,
    cells,
    rowDefs: new Map([
      [0, { height: 30 }],
      [headerRow, { height: 34 }],
      ...(isLong ? [] : heightsOf(table.rows, columns, place.firstRow, table.mostLines ?? MOST_LINES)),
    ]),
    freezePane: { rows: place.firstRow, columns: table.frozenColumns },
    ...(table.rows.length > 0
      ? { autoFilter: { range: rangeOf(headerRow, 0, place.lastRow, place.columns - 1) } }
      : {}),
    ...(table.conditionalRules ? { conditionalRules: [...table.conditionalRules] } : {}),
    ...(charts.length > 0 ? { charts } : {}),
    view: {
      showGridLines: isLong,
      ...(table.tabColour ? { tabColor: { rgb: table.tabColour } } : {}),
    },
    a11y: { summary: table.summary ?? table.title, headerRow },
    ...printing(table.title, {
      headerRow,
      pagesAcross: table.pagesAcross ?? 1,
      titleColumns: table.frozenColumns,
      showsGrid: isLong,
      onePage: table.onePage === true,
    }),
  };
}

/** What does not fit is said in the title; it is in the warehouse. */
function withinSheet(table: TableSheet): TableSheet {
  const count = table.rows.length;
  if (count <= MOST_ROWS) return table;
  return {
    ...table,
    title: `${table.title} (${MOST_ROWS} / ${count})`,
    rows: { length: MOST_ROWS, [Symbol.iterator]: () => first(MOST_ROWS, table.rows) },
  };
}

function* first<Item>(count: number, items: Iterable<Item>): Generator<Item> {
  let rest = count;
  for (const item of items) {
    if (rest-- === 0) return;
    yield item;
  }
}

interface Printing {
  /** From 0; null where no row repeats. */
  headerRow: number | null;
  pagesAcross: number;
  /** Columns that repeat on pages side by side. */
  titleColumns: number;
  showsGrid: boolean;
  onePage?: boolean;
}

/** A4 across, header rows on every page, page numbers at the foot. */
export function printing(
  title: string,
  { headerRow, pagesAcross, titleColumns, showsGrid, onePage = false }: Printing,
): Partial<WriteSheet> {
  const repeatsColumns = pagesAcross > 1 && titleColumns > 0;
  return {
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: pagesAcross,
      fitToHeight: onePage ? 1 : 0,
      showGridLines: showsGrid,
      margins: { top: 0.6, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 },
      ...(headerRow === null ? {} : { printTitlesRow: `$${headerRow + 1}:$${headerRow + 1}` }),
      ...(repeatsColumns ? { printTitlesColumn: `$A:$${columnLetter(titleColumns - 1)}` } : {}),
    },
    headerFooter: { oddFooter: `&L${title.replaceAll('&', '&&')}&R&P / &N` },
  };
}

/** The value goes into the row; what differs from the column (style, link, dangerous text) into the cell map. */
function layRow(
  row: readonly CellSpec[],
  rowIndex: number,
  columns: readonly Column[],
  cells: Map<string, Partial<Cell>>,
  isLong: boolean,
): CellValue[] {
  return row.map((cell, index) => {
    const special = specialCell(cell, columns[index]?.style, isLong);
    if (special !== null) cells.set(`${rowIndex},${index}`, special);
    return cell.value;
  });
}

export function specialCell(
  cell: CellSpec,
  columnStyle: CellStyle | undefined,
  isLong = false,
): Partial<Cell> | null {
  const isText = typeof cell.value === 'string';
  const style = styleOf(cell);
  const link = cell.link;
  const isError = isText && looksLikeError(cell.value as string);
  if (style === columnStyle && !link && !isError) return null;
  if (isLong && isText && !link && !isError && style === cell.style) return null;
  return {
    style: isLong ? asUnruled(style) : style,
    ...(isError ? { richText: [{ text: cell.value as string }] } : {}),
    ...(link
      ? { hyperlink: { target: '', location: `'${link.sheet}'!A${link.row}`, ...tooltipOf(link) } }
      : {}),
  };
}

function tooltipOf(link: NonNullable<CellSpec['link']>) {
  return link.tooltip === undefined ? {} : { tooltip: link.tooltip };
}

function styleOf(cell: CellSpec): CellStyle {
  const style = cell.link ? asLink(cell.style) : cell.style;
  return typeof cell.value === 'string' && looksLikeFormula(cell.value) ? asText(style) : style;
}

function columnDefsOf(table: TableSheet, isLong: boolean): ColumnDef[] {
  const measured = [...first(ROWS_MEASURED, table.rows)];
  return table.columns.map((column, index) => {
    const { widest = WIDEST, narrowest = NARROWEST } = column;
    const contents = measured.map((row) => widthOfCell(row[index]));
    const needed = Math.max(displayWidth(column.title), ...contents) + PADDING;
    const width = Math.min(widest, Math.max(narrowest, Math.ceil(needed)));
    if (!isLong) return { width, style: column.style };
    return column.style.numFmt === undefined ? { width } : { width, style: asUnruled(column.style) };
  });
}

/** Readers of spreadsheets do not agree on growing rows by themselves, so a row that wraps says how high it is. */
function heightsOf(
  rows: Rows,
  columns: readonly ColumnDef[],
  firstRow: number,
  mostLines: number,
): [number, { height: number }][] {
  return Array.from(rows, (row, index) => {
    const lines = row.map((cell, column) => linesIn(cell.value, columns[column]?.width ?? WIDEST));
    return [firstRow + index, { height: Math.min(mostLines, Math.max(1, ...lines)) * LINE_HEIGHT + 3 }];
  });
}

function linesIn(value: CellValue, width: number): number {
  if (typeof value !== 'string' || value.length * 2 < width - 1.5) return 1;
  return value
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / (width - 1.5))), 0);
}

function widthOfCell(cell: CellSpec | undefined): number {
  if (cell === undefined || cell.value === null) return 0;
  if (typeof cell.value === 'string') return displayWidth(cell.value);
  const percent = cell.style.numFmt?.includes('%') === true;
  return digitsOf(percent ? cell.value * 100 : cell.value);
}

/** "1,234,567.89": digits before the point, a comma every three, two decimals, a sign. */
function digitsOf(value: number): number {
  const digits = Math.max(1, Math.ceil(Math.log10(Math.abs(value) + 1)));
  return digits + Math.floor((digits - 1) / 3) + 4;
}

export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26);
  const letter = String.fromCharCode(65 + (index % 26));
  return rest === 0 ? letter : columnLetter(rest - 1) + letter;
}

/** Zero-based corners → "A4:F20". */
export function rangeOf(top: number, left: number, bottom: number, right: number): string {
  return `${columnLetter(left)}${top + 1}:${columnLetter(right)}${bottom + 1}`;
}
