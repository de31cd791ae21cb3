/** All pages in one reading order: lines and tables from top to bottom, each table with the lines that belong to it. */
import { titleOf } from '../captions.ts';
import type { Caption } from '../document.ts';
import { captionOf, captionsOf } from './caption-parts.ts';
import { takeCaptionRows } from './captions-inside.ts';
import { rounded } from './geometry.ts';
import { linesAbove, linesBelow } from './lines-around.ts';
import type { PageCell, PageLayout, PageTable, TextLine } from './page-layout.ts';

export interface FlowTable extends PageTable {
  title: string | null;
  captions: readonly Caption[];
  notes: readonly Caption[];
}

export type FlowItem = TextLine | FlowTable;

export function flowOf(pages: readonly PageLayout[]): FlowItem[] {
  const items = pages.flatMap((page) => itemsOf(page));
  const byNumber = new Map(pages.map((page) => [page.number, page]));
  const taken = new Set<FlowItem>();
  const tables = new Map<PageTable, FlowTable>();
  for (const [index, item] of items.entries()) {
    if (item.kind !== 'table') continue;
    const above = linesAbove(items, index, byNumber.get(item.page)!).filter(
      (line) => !taken.has(line as FlowItem),
    );
    const below = linesBelow(items, index);
    for (const line of [...above, ...below]) taken.add(line);
    tables.set(item, tableWith(item, above, below));
  }
  return items
    .filter((item) => item.kind === 'table' || !taken.has(item))
    .map((item) => (item.kind === 'table' ? tables.get(item)! : item));
}

function itemsOf(page: PageLayout): (TextLine | PageTable)[] {
  return [...page.lines, ...page.tables].sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left);
}

function tableWith(table: PageTable, above: readonly TextLine[], below: readonly TextLine[]): FlowTable {
  const inside = takeCaptionRows(table);
  const captions = [...captionsOf(above), ...inside.captions.map(captionOfCell)];
  return { ...inside.table, title: titleOf(captions), captions, notes: below.map(captionOf) };
}

function captionOfCell(cell: PageCell): Caption {
  return { text: cell.text, location: { page: cell.page, box: rounded(cell.box) } };
}
