/**
 * A table without vertical rules whose header tells its columns: labels in the middle of their cells, one or more
 * levels of them, and rows below that keep clear of the edges that follow from it.
 */
import { hasGluedFigures } from './borderless-body.ts';
import { type Column, columnsUnder } from './borderless-columns.ts';
import { type CentredColumns, centredColumns } from './centred-columns.ts';
import { centreX } from './geometry.ts';
import { type HeaderLabel, headerLabels } from './header-levels.ts';
import { fineParts, isFigure, type Part, wideParts } from './line-parts.ts';
import type { PageCell } from './page-layout.ts';
import { type Line, lineText } from './words.ts';

export interface CentredHeader {
  columns: Column[];
  cells: PageCell[];
  /** Lines of the block that are header, and the rows of the table that they make. */
  lines: number;
  rows: number;
}

/** With two columns the middle of a label says little. */
const FEWEST_COLUMNS = 3;
/** No printed header has more lines. */
const MOST_LINES = 8;
/** "合计" and "栏次" are printed across the columns of code and name. */
const ACROSS = /^(?:合\s*计|总\s*计|小\s*计|[栏行]\s*次)$/;
/** Outer edges together, from the nearest words (points). */
const CLOSE = 15;
const CLOSER = 10;
/** The words of a cell that covers several columns stand this close to its middle (points). */
const OFF_CENTRE = 6;

/** `most`: lines before the first row with a figure; null where no number of them is a header that tells the columns. */
export function centredHeader(block: readonly Line[], most: number, page: number): CentredHeader | null {
  for (let lines = Math.min(most, MOST_LINES); lines > 0; lines--) {
    const rows = block.slice(lines);
    const parts = rows.flatMap(bodyParts);
    for (const partsOf of [wideParts, fineParts]) {
      const labels = headerLabels(block.slice(0, lines), partsOf);
      if (labels === null) continue;
      const lowest = labels.filter(({ isLowest }) => isLowest).sort((a, b) => a.box.left - b.box.left);
      if (lowest.length < FEWEST_COLUMNS || overlaps(lowest) || lowest.some(({ text }) => isFigure(text)))
        continue;
      const ways = centredColumns(lowest, parts).filter(
        ({ columns }) => !hasGluedFigures(rows, columns) && !hasGluedWords(rows, columns),
      );
      const columns = onlyWay(ways);
      const cells = columns && headerCells(labels, lowest, columns, page);
      if (columns && cells) return { columns, ...cells, lines };
    }
  }
  return null;
}

/** Some cell at either side is full or has its words at the edge: where edges close to them are possible, others are none. */
function onlyWay(ways: readonly CentredColumns[]): Column[] | null {
  const [closest, next] = [...ways].sort((a, b) => a.margin - b.margin);
  if (!closest) return null;
  const isOnly = !next || (closest.margin <= CLOSE && next.margin - closest.margin >= CLOSER);
  return isOnly ? closest.columns : null;
}

/** Words apart in one row are two cells, unless they are letters of one word ("合    计"). */
function hasGluedWords(rows: readonly Line[], columns: readonly Column[]): boolean {
  return rows.some((row) => {
    const parts = wideParts(row);
    return parts.some((part, index) => {
      const next = parts[index + 1];
      if (!next || (part.text.length === 1 && next.text.length === 1)) return false;
      return columnsUnder(columns, part).last === columnsUnder(columns, next).first;
    });
  });
}

function bodyParts(line: Line): Part[] {
  const parts = fineParts(line);
  if (/^[栏行]\s*次/.test(lineText(line))) return parts.filter(({ text }) => isFigure(text));
  return parts.filter(({ text }, index) => index > 0 || !ACROSS.test(text));
}

function overlaps(labels: readonly Part[]): boolean {
  return labels.some((label, index) => index > 0 && labels[index - 1]!.box.right > label.box.left);
}

/** Null where the upper labels of a level do not stand in the middle of all columns that have their labels below. */
function headerCells(
  labels: readonly HeaderLabel[],
  lowest: readonly HeaderLabel[],
  columns: readonly Column[],
  page: number,
): { cells: PageCell[]; rows: number } | null {
  const levels = [...new Set(labels.map(({ level }) => level))].sort((a, b) => a - b);
  const cells = lowest.map((label, column) => {
    const row = levels.indexOf(label.level);
    return headerCell(label, page, { row, rowSpan: levels.length - row, column, columnSpan: 1 });
  });
  for (const [row, level] of levels.entries()) {
    const upper = labels
      .filter((label) => label.level === level && !label.isLowest)
      .sort((a, b) => a.box.left - b.box.left);
    const below = columns.flatMap((_, column) => (lowest[column]!.level > level ? [column] : []));
    const spans = upper.length === 0 ? { off: 0, lengths: [] } : shares(upper, below, columns);
    if (spans === null) return null;
    let at = 0;
    for (const [order, length] of spans.lengths.entries()) {
      const place = { row, rowSpan: 1, column: below[at]!, columnSpan: length };
      cells.push(headerCell(upper[order]!, page, place));
      at += length;
    }
  }
  return { cells, rows: levels.length };
}

type Place = Pick<PageCell, 'row' | 'column' | 'rowSpan' | 'columnSpan'>;

function headerCell({ text, box }: HeaderLabel, page: number, place: Place): PageCell {
  return { ...place, text, box, page, ink: null };
}

interface Shares {
  /** How far the labels are off the middle of their columns, all together (points). */
  off: number;
  /** Number of columns of each label. */
  lengths: number[];
}

/** The columns given out to the labels in their order, every one of them, so that each label is nearest to the middle of its share. */
function shares(
  upper: readonly HeaderLabel[],
  below: readonly number[],
  columns: readonly Column[],
): Shares | null {
  const [label, ...others] = upper;
  if (label === undefined) return below.length === 0 ? { off: 0, lengths: [] } : null;
  let best: Shares | null = null;
  for (let length = 1; length <= below.length - others.length; length++) {
    const [first, last] = [below[0]!, below[length - 1]!];
    if (last - first !== length - 1) break;
    const off = Math.abs((columns[first]!.left + columns[last]!.right) / 2 - centreX(label.box));
    if (off > OFF_CENTRE) continue;
    const rest = shares(others, below.slice(length), columns);
    if (rest && (best === null || off + rest.off < best.off))
      best = { off: off + rest.off, lengths: [length, ...rest.lengths] };
  }
  return best;
}
