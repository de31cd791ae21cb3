/** Pages without `<table>`: `<div style="display:table-row">`, `<div role="row">`. A browser shows them as tables, and so they are read. */
import { elementsOf, type PageElement } from './page-tree.ts';

type Part = 'table' | 'tr' | 'td';

/** "display: table-cell;" */
const DISPLAY = /(?:^|;)\s*display\s*:\s*(table(?:-row|-cell)?)\s*(?:!important\s*)?(?:;|$)/i;
const OF_DISPLAY: Readonly<Record<string, Part>> = { table: 'table', 'table-row': 'tr', 'table-cell': 'td' };
/** WAI-ARIA 1.2, table and grid roles. */
const OF_ROLE: Readonly<Record<string, Part>> = {
  table: 'table',
  grid: 'table',
  row: 'tr',
  cell: 'td',
  gridcell: 'td',
  columnheader: 'td',
  rowheader: 'td',
};
const PLAIN = ['div', 'span', 'ul', 'li', 'p', 'section', 'dl', 'dd', 'dt'];
/** A page laid out side by side has fewer. */
const FEWEST_ROWS = 3;
const FEWEST_CELLS = 6;

/** The same page with these elements named as what they are shown as. */
export function withStyledTables(page: PageElement): PageElement {
  const parts = new Map(elementsOf(page, ...PLAIN).flatMap((one) => partOf(one)));
  if (parts.size === 0) return page;
  for (const [table, part] of parts) if (part === 'table') nameParts(table, parts);
  return page;
}

function partOf(element: PageElement): [PageElement, Part][] {
  const { style = '', role = '' } = element.attributes;
  const display = DISPLAY.exec(style)?.[1]?.toLowerCase() ?? '';
  const part = OF_DISPLAY[display] ?? OF_ROLE[role.trim().toLowerCase()];
  return part === undefined ? [] : [[element, part]];
}

function nameParts(table: PageElement, parts: ReadonlyMap<PageElement, Part>): void {
  const inside = elementsOf(table, ...PLAIN).filter((one) => parts.has(one));
  const of = (part: Part) => inside.filter((one) => parts.get(one) === part);
  if (of('table').length > 0 || of('tr').length < FEWEST_ROWS || of('td').length < FEWEST_CELLS) return;
  table.tag = 'table';
  for (const one of inside) {
    one.tag = parts.get(one)!;
    const { 'aria-colspan': across, 'aria-rowspan': down, ...own } = one.attributes;
    one.attributes = {
      ...own,
      ...(across === undefined ? {} : { colspan: across }),
      ...(down === undefined ? {} : { rowspan: down }),
    };
  }
}
