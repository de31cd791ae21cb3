/** A Document saved as a Word file, a page or a workbook, as an office would that pastes it there. */
import { Packer, Paragraph, TableCell, TableRow, Document as WordDocument, Table as WordTable } from 'docx';
import * as XLSX from 'xlsx';
import type { Cell, Document, Table } from '../../transforms/read/document.ts';

const BLANK = { text: '', rowSpan: 1, columnSpan: 1 };

/** Cells row by row, each where it begins; null slots are blank cells. */
function ownCells(table: Table): (typeof BLANK)[][] {
  const isOwn = (cell: Cell | null, row: number, column: number) =>
    cell === null || (cell.row === row && cell.column === column);
  return table.grid.map((cells, row) =>
    cells.filter((cell, column) => isOwn(cell, row, column)).map((cell) => cell ?? BLANK),
  );
}

const around = (table: Table) => ({
  above: table.captions.map(({ text }) => text),
  below: table.notes.map(({ text }) => text),
});

export async function asWord(document: Document): Promise<Uint8Array> {
  const paragraphs = (texts: readonly string[]) =>
    texts.flatMap((text) => text.split('\n')).map((text) => new Paragraph(text));
  const children = document.blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return paragraphs([block.text]);
    const { above, below } = around(block);
    const rows = ownCells(block).map(
      (cells) =>
        new TableRow({
          children: cells.map((cell) => new TableCell({ ...cell, children: paragraphs([cell.text]) })),
        }),
    );
    return [...paragraphs(above), new WordTable({ rows }), ...paragraphs(below)];
  });
  return new Uint8Array(await Packer.toBuffer(new WordDocument({ sections: [{ children }] })));
}

export function asPage(document: Document): Uint8Array {
  const escaped = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');
  const paragraphs = (texts: readonly string[]) => texts.map((text) => `<p>${escaped(text)}</p>\n`).join('');
  const parts = document.blocks.map((block) => {
    if (block.kind === 'paragraph') return paragraphs([block.text]);
    const { above, below } = around(block);
    const rows = ownCells(block).map((cells) => {
      const printed = cells.map(
        (cell) => `<td rowspan="${cell.rowSpan}" colspan="${cell.columnSpan}">${escaped(cell.text)}</td>`,
      );
      return `<tr>${printed.join('')}</tr>\n`;
    });
    return `${paragraphs(above)}<table>${rows.join('')}</table>${paragraphs(below)}`;
  });
  return new TextEncoder().encode(
    `<html><head><meta charset="utf-8"></head><body>${parts.join('')}</body></html>`,
  );
}

/** The tables alone, each on a sheet of its own with its captions above and its notes below; the first paragraph on a cover. */
export function asWorkbook(document: Document): Uint8Array {
  const book = XLSX.utils.book_new();
  const cover = document.blocks
    .flatMap((block) => (block.kind === 'paragraph' ? [[block.text]] : []))
    .slice(0, 1);
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(cover), '封面');
  for (const block of document.blocks)
    if (block.kind === 'table') XLSX.utils.book_append_sheet(book, sheetOf(block));
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }));
}

function sheetOf(table: Table): XLSX.WorkSheet {
  const { above, below } = around(table);
  const own = (cell: Cell | null, row: number, column: number) =>
    cell?.row === row && cell.column === column ? cell.text : null;
  const grid = table.grid.map((cells, row) => cells.map((cell, column) => own(cell, row, column)));
  const sheet = XLSX.utils.aoa_to_sheet([
    ...above.map((text) => [text]),
    ...grid,
    ...below.map((text) => [text]),
  ]);
  const cells = new Set(table.grid.flat().filter((cell) => cell !== null));
  sheet['!merges'] = [...cells]
    .filter(({ rowSpan, columnSpan }) => rowSpan > 1 || columnSpan > 1)
    .map(({ row, column, rowSpan, columnSpan }) => ({
      s: { r: row + above.length, c: column },
      e: { r: row + above.length + rowSpan - 1, c: column + columnSpan - 1 },
    }));
  return sheet;
}
