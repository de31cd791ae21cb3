/** The report as a Word file: the source of the PDFs too, ruled or not, upright or across. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Page, PrintedTable } from '../page.ts';
import { type MergedCell, mergedCells } from './merged-cells.ts';

export interface WordLook {
  ruled: boolean;
  landscape: boolean;
}

/** "341.39" */
const AMOUNT = /^-?[\d,]+\.\d+$/;
const FONT = 'Noto Serif CJK SC';
/** Half points. */
const SIZE = { text: 21, table: 14 } as const;
/** Twentieths of a point; A4. */
const SHEET = { width: 11_906, height: 16_838, margin: 850 } as const;
const NO_RULE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_RULES = {
  top: NO_RULE,
  bottom: NO_RULE,
  left: NO_RULE,
  right: NO_RULE,
  insideHorizontal: NO_RULE,
  insideVertical: NO_RULE,
} as const;

export async function wordFile(page: Page, look: WordLook): Promise<Uint8Array> {
  const { width, height, margin } = SHEET;
  const document = new Document({
    styles: { default: { document: { run: { font: FONT, size: SIZE.text } } } },
    sections: [
      {
        properties: {
          page: {
            size: {
              width,
              height,
              orientation: look.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        children: page.blocks.flatMap((block) =>
          typeof block === 'string'
            ? [paragraph(block, SIZE.text)]
            : [tableOf(block, look), paragraph('', SIZE.table)],
        ),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

type Alignment = (typeof AlignmentType)[keyof typeof AlignmentType];

function paragraph(text: string, size: number, alignment: Alignment = AlignmentType.LEFT): Paragraph {
  return new Paragraph({ alignment, children: [new TextRun({ text, size })] });
}

/** Headings stand in the middle of what they head, amounts on the right, labels on the left. */
function alignmentOf({ text, row }: MergedCell, headerRows: number): Alignment {
  if (row < headerRows) return AlignmentType.CENTER;
  return AMOUNT.test(text) ? AlignmentType.RIGHT : AlignmentType.LEFT;
}

function tableOf(table: PrintedTable, look: WordLook): Table {
  const cells = mergedCells(table);
  const width = (look.landscape ? SHEET.height : SHEET.width) - 2 * SHEET.margin;
  const widths = columnWidths(table, width);
  const rows = table.rows.map(
    (_, row) =>
      new TableRow({
        cantSplit: true,
        // Without rules, only the header tells the columns overleaf.
        tableHeader: !look.ruled && row < table.headerRows,
        children: cells
          .filter((cell) => cell.row === row)
          .map((cell) => cellOf(cell, table.headerRows, widths, look)),
      }),
  );
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    ...(look.ruled ? {} : { borders: NO_RULES }),
    rows,
  });
}

function cellOf(
  cell: MergedCell,
  headerRows: number,
  widths: readonly number[],
  { ruled }: WordLook,
): TableCell {
  const { column, rowSpan, columnSpan } = cell;
  return new TableCell({
    rowSpan,
    columnSpan,
    width: { size: widths.slice(column, column + columnSpan).reduce(sum, 0), type: WidthType.DXA },
    ...(ruled ? {} : { borders: NO_RULES }),
    children: [paragraph(cell.text, SIZE.table, alignmentOf(cell, headerRows))],
  });
}

/** Columns as wide as their longest words ask for, within the sheet. */
function columnWidths({ rows, headerRows }: PrintedTable, width: number): number[] {
  const body = rows.slice(headerRows - 1);
  const wanted = rows[0]!.map((_, column) =>
    Math.max(4, ...body.map((row) => Math.min(14, lengthOf(row[column] ?? '')))),
  );
  const all = wanted.reduce(sum, 0);
  return wanted.map((length) => Math.floor((length / all) * width));
}

/** Chinese characters are twice as wide as figures. */
function lengthOf(text: string): number {
  return [...text].reduce((length, character) => length + (character > '\u2000' ? 1 : 0.5), 0);
}

function sum(left: number, right: number): number {
  return left + right;
}
