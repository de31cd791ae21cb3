/** The statements of the report as a workbook, one sheet each, with what people do to workbooks. */
import { utils, type WorkSheet, write } from 'xlsx';
import type { Page, PrintedTable } from '../page.ts';
import { mergedCells } from './merged-cells.ts';

/** "1", "341.39", "1,234.50"; a code keeps its digits as text. */
const AMOUNT = /^-?\d[\d,]*\.\d+$/;
/** Sheet names end at 31 characters. */
const NAME_LENGTH = 31;

export function workbookFile(page: Page, bookType: 'xlsx' | 'biff8'): Uint8Array {
  const book = utils.book_new();
  for (const sheet of sheetsOf(page)) {
    const name =
      sheet.captions.findLast((caption) => caption.endsWith('表') && !/^公开/.test(caption)) ?? '统计数';
    utils.book_append_sheet(book, sheetOf(sheet), name.slice(0, NAME_LENGTH));
  }
  return new Uint8Array(write(book, { type: 'buffer', bookType, compression: true }));
}

interface Sheet {
  captions: string[];
  table: PrintedTable;
  /** Below the table. */
  notes: string[];
}

/** "注：预算数为…" belongs to the table above it. */
const NOTE = /^注：/;
/** Sentences and headings of the report around the statements: "第三部分 …", "一、主要职责". */
const NOT_OF_A_TABLE = /。$|^第|^[一二三]、/;

/** Every table with the captions between it and the one before, and the notes behind it. */
function sheetsOf({ blocks }: Page): Sheet[] {
  const title = String(blocks[0]);
  const sheets: Sheet[] = [];
  let captions: string[] = [];
  for (const block of blocks.slice(1)) {
    if (typeof block !== 'string') {
      sheets.push({ captions: [title, ...captions], table: block, notes: [] });
      captions = [];
    } else if (NOTE.test(block)) sheets.at(-1)?.notes.push(block);
    else if (!NOT_OF_A_TABLE.test(block)) captions.push(block);
  }
  return sheets;
}

/** Amounts are numbers shown with two decimals; the first of each sheet was typed in as text, as happens. */
function sheetOf({ captions, table, notes }: Sheet): WorkSheet {
  const top = captions.length;
  const width = table.rows[0]!.length;
  const lines = (texts: readonly string[]) => texts.map((text) => [text]);
  const sheet = utils.aoa_to_sheet([
    ...lines(captions),
    ...table.rows.map((row) => [...row]),
    ...lines(notes),
  ]);
  const merged = mergedCells(table).filter(({ rowSpan, columnSpan }) => rowSpan * columnSpan > 1);
  sheet['!merges'] = [
    ...captions.map((_, row) => ({ s: { r: row, c: 0 }, e: { r: row, c: width - 1 } })),
    ...merged.map(({ row, column, rowSpan, columnSpan }) => ({
      s: { r: top + row, c: column },
      e: { r: top + row + rowSpan - 1, c: column + columnSpan - 1 },
    })),
  ];
  let typedAsText = false;
  table.rows.forEach((texts, row) => {
    texts.forEach((text, column) => {
      if (!AMOUNT.test(text)) return;
      if (!typedAsText) typedAsText = true;
      else sheet[utils.encode_cell({ r: top + row, c: column })] = { t: 'n', v: Number(text), z: '0.00' };
    });
  });
  hideWorkingColumn(sheet, width, top + table.rows.length + notes.length);
  return sheet;
}

/** A hidden column of somebody's checking, right of the table: nobody who opens the file sees it. */
function hideWorkingColumn(sheet: WorkSheet, column: number, rows: number): void {
  sheet[utils.encode_cell({ r: rows - 1, c: column })] = { t: 'n', v: 99999.99, z: '0.00' };
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows - 1, c: column } });
  sheet['!cols'] = [...Array.from({ length: column }, () => ({ wch: 14 })), { wch: 14, hidden: true }];
}
