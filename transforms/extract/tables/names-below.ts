/**
 * Some pages print the name of a statement below it. A reader gives a line to the table that follows, which here is the next
 * statement: it has the same columns, and every figure would be read as another. One name says nothing; the tables that stand in
 * a row do. The first of them has no name above it, a name is left over below the last, and what they print goes with one
 * reading alone. Where it goes with neither, none of these names counts.
 */

import { isCaption, isName, isNote, isUnitLine, titleOf } from '../../read/captions.ts';
import type { Block, Caption, Document, Paragraph, Table } from '../../read/document.ts';
import { fitOfName, type NameFit } from './name-fits.ts';
import { cellsOfRow } from './sections.ts';

/** Lines between two tables of one row of tables; more are a text of their own. */
const MOST_LINES = 6;
/** Contradictions that are no chance. */
const SEVERAL = 2;
const UNIT_BEHIND = /[\s（(]*(?:金额)?单\s*位\s*[:：].{0,8}$/;
/** Sheets print the name of a table in a cell of its own in the first rows. */
const TITLE_ROWS = 4;

interface Line extends Caption {
  /** Caption of the table that follows, as the reader has it. */
  isCaption: boolean;
}

/** A table and the lines between it and the next, or the first lines after the last. */
interface Place {
  table: Table;
  above: string | null;
  below: string | null;
  after: readonly Line[];
}

export function withNamesAbove(document: Document): Document {
  const places = rowsOfTables(document.blocks).flatMap((row) => {
    const named = readRow(row);
    return row.flatMap((place, index) =>
      named[index] === place.table ? [] : [[place.table, named[index]!] as const],
    );
  });
  if (places.length === 0) return document;
  const changed = new Map<Block, Table>(places);
  return { ...document, blocks: document.blocks.map((block) => changed.get(block) ?? block) };
}

/** Tables that only lines of captions keep apart. */
function rowsOfTables(blocks: readonly Block[]): Place[][] {
  const tables = blocks.flatMap((block, index) => (block.kind === 'table' ? [{ block, index }] : []));
  const rows: Place[][] = [];
  let goesOn = false;
  for (const [at, { block, index }] of tables.entries()) {
    const next = tables[at + 1];
    const between = blocks.slice(index + 1, next?.index ?? index + 1 + MOST_LINES);
    const place = placeOf(block, between as Paragraph[], next?.block ?? null);
    if (goesOn) rows.at(-1)!.push(place);
    else rows.push([place]);
    goesOn =
      next !== undefined &&
      place.after.length <= MOST_LINES &&
      next.block.location.sheet === block.location.sheet &&
      !between.some((one) => one.kind === 'paragraph' && one.role === 'heading' && one.level === 1);
  }
  return rows;
}

function placeOf(table: Table, between: readonly Paragraph[], next: Table | null): Place {
  const after: Line[] = [
    ...between.map(({ text, location }) => ({ text, location, isCaption: false })),
    ...(next?.captions ?? []).map((caption) => ({ ...caption, isCaption: true })),
  ];
  const nearest = after.find(({ text }) => nameIn(text) !== null || !isSmallPrint(text));
  return {
    table,
    above: nameAbove(table),
    below: nearest === undefined ? null : nameIn(nearest.text),
    after,
  };
}

/** "公开03表", "注：…": may stand between a table and the name below it. */
const isSmallPrint = (text: string): boolean => isNote(text) || (isCaption(text) && !isName(text));

const nameIn = (text: string): string | null => {
  const bare = text.replace(UNIT_BEHIND, '');
  return isName(bare) ? bare : null;
};

function nameAbove({ title, grid }: Table): string | null {
  if (title !== null && isName(title)) return title;
  const inside = grid.slice(0, TITLE_ROWS).flatMap((_, row) => {
    const cells = cellsOfRow(grid, row);
    return cells.length === 1 && isName(cells[0]!.text) ? [cells[0]!.text] : [];
  });
  return inside[0] ?? null;
}

/** The tables of the row with the names that are theirs. */
function readRow(row: readonly Place[]): readonly Table[] {
  const names = new Set(row.flatMap(({ above, below }) => [above, below]).filter((name) => name !== null));
  const fits = row.map(({ table, above }) => fit(above, table));
  const above = count(fits);
  const below = count(row.map(({ table, below }) => fit(below, table)));
  const isOpenAbove = row[0]!.above === null;
  const isLeftOver = row.at(-1)!.below !== null;
  const isBetween = row.slice(0, -1).every(hasOneName);
  const isCertain = row.length > 1 && isBetween && below.contradicts === 0 && below.fits >= SEVERAL;
  const isMisfit = above.contradicts >= SEVERAL || above.fits === 0;
  if (isCertain && (isMisfit || (isOpenAbove && isLeftOver && above.contradicts > 0)))
    return row.map((place, index) => withNameBelow(place, row, index));
  const isDoubtful =
    (above.contradicts >= SEVERAL && above.contradicts > above.fits) ||
    (names.size >= SEVERAL &&
      isOpenAbove &&
      isLeftOver &&
      isBetween &&
      !(above.fits > 0 && below.contradicts > 0));
  return row.map(({ table }, index) =>
    isDoubtful || fits[index] === 'contradicts' ? withoutName(table) : table,
  );
}

const fit = (name: string | null, table: Table): NameFit =>
  name === null ? 'no opinion' : fitOfName(name, table);

function count(fits: readonly NameFit[]): Record<NameFit, number> {
  const of = (kind: NameFit) => fits.filter((one) => one === kind).length;
  return { fits: of('fits'), contradicts: of('contradicts'), 'no opinion': of('no opinion') };
}

/** Two names between two tables are one of each. */
const hasOneName = ({ after }: Place): boolean =>
  after.length === 0 || after.filter(({ text }) => nameIn(text) !== null).length === 1;

function withNameBelow(place: Place, row: readonly Place[], index: number): Table {
  const isUnitBelow = row.at(-1)!.after.some(({ text }) => isUnitLine(text));
  const own = belonging(place, isUnitBelow);
  const before = row[index - 1];
  const foreign = new Set(before === undefined ? [] : belonging(before, isUnitBelow).map(({ text }) => text));
  const captions = [
    ...own.map(({ text, location }) => ({ text, location })),
    ...place.table.captions.filter(({ text }) => !foreign.has(text)),
  ];
  return { ...place.table, captions, title: titleOf(captions) };
}

/** The lines after a table down to its name, and the unit below that where units stand there. */
function belonging({ after }: Place, isUnitBelow: boolean): readonly Line[] {
  const name = after.findIndex(({ text }) => nameIn(text) !== null);
  return after.filter(
    ({ text }, index) => !isNote(text) && (index <= name || (isUnitBelow && isUnitLine(text))),
  );
}

/** Layouts also ask the captions, so the name must not stand among them. */
function withoutName(table: Table): Table {
  const captions = table.captions.filter(({ text }) => nameIn(text) === null);
  return { ...table, captions, title: null };
}
