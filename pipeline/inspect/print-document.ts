/**
 * A document as the program sees it, for the analyst who asks why a table was misread: every block with its place,
 * every table as its grid with the layout that reads it.
 */
import { layoutsOfTables } from '../../transforms/extract/tables/layouts-of-tables.ts';
import type { Layout } from '../../transforms/layouts/layout.ts';
import {
  type Block,
  type Caption,
  type Cell,
  type Document,
  type Grid,
  type Location,
  type Paragraph,
  printLocation,
  type Table,
} from '../../transforms/read/document.ts';
import type { Say } from '../language.ts';

/** Lines of text; `page` narrows to the blocks that begin or reach there. */
export function printBlocks(document: Document, page: number | null, say: Say): string[] {
  const layouts = new Map(layoutsOfTables(document).map(({ table, layout }) => [table, layout]));
  return document.blocks
    .filter((block) => page === null || isOn(block, page))
    .flatMap((block) =>
      block.kind === 'table'
        ? ['', ...printTable(block, layouts.get(block) ?? null, say), '']
        : [printParagraph(block, say)],
    );
}

function isOn(block: Block, page: number): boolean {
  if (block.location.page === page) return true;
  if (block.kind === 'table')
    return block.grid.some((row) => row.some((cell) => cell?.location.page === page));
  return block.sentences.some((sentence) => sentence.location.page === page);
}

function printParagraph({ role, level, text, location }: Paragraph, say: Say): string {
  const heading = role === 'heading' ? say(`[标题${level ?? ''}] `, `[heading ${level ?? ''}] `) : '';
  return `${printLocation(location)}  ${heading}${oneLine(text)}`;
}

function printTable(table: Table, layout: Layout | null, say: Say): string[] {
  const { grid, number, title, captions, notes, location } = table;
  const columns = Math.max(0, ...grid.map((row) => row.length));
  const reader = layout ? `${layout.id} ${layout.zh}` : say('没有对应的版式', 'no layout fits');
  return [
    say(
      `【${printLocation({ ...location, table: number })}】${grid.length} 行 × ${columns} 列  版式：${reader}`,
      `[table ${number}] ${printLocation(location)}  ${grid.length} rows × ${columns} columns  layout: ${reader}`,
    ),
    say(`  表名：${title ?? '（没有找到）'}`, `  title: ${title ?? '(none found)'}`),
    ...captions.map((caption) => printCaption(say('表头说明', 'caption'), caption)),
    ...grid.map((_, row) => printRow(grid, row)),
    ...notes.map((note) => printCaption(say('表下注', 'note'), note)),
  ];
}

function printCaption(name: string, { text, location }: Caption): string {
  return `  ${name}（${printLocation(location)}）：${oneLine(text)}`;
}

function printRow(grid: Grid, row: number): string {
  const slots = grid[row]!.map((cell, column) => printSlot(grid, cell, row, column));
  return `  ${placeOfRow(grid[row]!, row)} │ ${slots.join(' │ ')}`;
}

/** A merged cell is printed once; ← and ↑ say that it reaches here from the left or from above; ∅ that nothing was. */
function printSlot(grid: Grid, cell: Cell | null, row: number, column: number): string {
  if (cell === null) return '∅';
  if (column > 0 && grid[row]![column - 1] === cell) return '←';
  if (row > 0 && grid[row - 1]![column] === cell) return '↑';
  return oneLine(cell.text);
}

function placeOfRow(cells: readonly (Cell | null)[], row: number): string {
  const own = cells.find((cell) => cell !== null && cell.row === row) ?? cells.find((cell) => cell !== null);
  const { page, line, row: printed } = own?.location ?? {};
  const place: Location = { row: printed ?? row + 1 };
  if (page !== undefined) place.page = page;
  if (line !== undefined) place.line = line;
  return printLocation(place);
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, '⏎');
}
