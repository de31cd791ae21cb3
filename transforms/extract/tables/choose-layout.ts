/** Which declared layout a table is printed in: by its captions, else by what its labels say. */

import { LAYOUTS } from '../../layouts/index.ts';
import type { Layout } from '../../layouts/layout.ts';
import { normaliseLabel } from '../../parse/label.ts';
import type { Table } from '../../read/document.ts';
import { isReadableTitle } from './readable-title.ts';
import { cellsOfRow } from './sections.ts';

/** null where no layout is declared for it: its figures are listed as unclaimed. */
export function chooseLayout(table: Table): Layout | null {
  const printed = captionsOf(table);
  const titles = table.location.ocr === true ? printed.filter(isReadableTitle) : printed;
  const labels = labelsOf(table);
  return byTitles(titles, labels) ?? bySigns(titles, labels);
}

/** The captions, nearest to the grid last; the title found by the reader is asked first. */
function captionsOf(table: Table): string[] {
  const lines = [table.title ?? '', ...table.captions.map((caption) => caption.text)].map(normaliseLabel);
  const whole = normaliseLabel(table.captions.map((caption) => caption.text).join(''));
  return [...new Set([...lines, whole, ...titlesInside(table)])].filter((line) => line !== '');
}

/** Sheets print the name of a table in a cell of its own in the first rows. */
const TITLE_ROWS = 4;

function titlesInside(table: Table): string[] {
  const rows = table.grid.slice(0, TITLE_ROWS).map((_, row) => cellsOfRow(table.grid, row));
  return rows.flatMap((cells) => (cells.length === 1 ? [normaliseLabel(cells[0]!.text)] : []));
}

function byTitles(titles: readonly string[], labels: readonly string[]): Layout | null {
  for (const title of titles) {
    const layout = LAYOUTS.find(
      (candidate) =>
        fits(candidate, title) &&
        printsAll(labels, candidate.requires) &&
        !printsAny(labels, candidate.lacks),
    );
    if (layout) return layout;
  }
  return null;
}

function fits(layout: Layout, title: string): boolean {
  return (
    layout.titles.some((known) => known.test(title)) && !layout.notTitles?.some((other) => other.test(title))
  );
}

function bySigns(titles: readonly string[], labels: readonly string[]): Layout | null {
  return (
    LAYOUTS.find(
      ({ signs, lacks, notBelow }) =>
        signs &&
        printsAll(labels, signs) &&
        !printsAny(labels, lacks) &&
        !titles.some((title) => notBelow?.some((other) => other.test(title))),
    ) ?? null
  );
}

function labelsOf(table: Table): string[] {
  return table.grid.flatMap((_, row) => cellsOfRow(table.grid, row).map((cell) => normaliseLabel(cell.text)));
}

function printsAll(labels: readonly string[], signs: readonly RegExp[] = []): boolean {
  return signs.every((sign) => labels.some((label) => sign.test(label)));
}

function printsAny(labels: readonly string[], others: readonly RegExp[] = []): boolean {
  return others.some((other) => labels.some((label) => other.test(label)));
}
