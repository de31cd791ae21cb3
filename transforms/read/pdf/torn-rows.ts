/**
 * A page end may cut a row in two: the rest of a label then stands alone in the first row overleaf. And it may
 * cut a merged cell: the part overleaf is empty and belongs to the label on the page before.
 */
import { numberingLevel } from '../../parse/heading.ts';
import type { PageCell } from './page-layout.ts';
import { joinLines } from './words.ts';

/** A line of a label is full when less than this share of a character is free behind it. */
const FREE_BEHIND = 0.8;
/** The rest of a label begins at the left of its cell. */
const FREE_BEFORE = 1.2;

/** `first`: row where the page begins. The rest of a torn row joins the row above and its own row goes. */
export function mendTornRow(
  upper: readonly PageCell[],
  lower: readonly PageCell[],
  first: number,
): { cells: PageCell[]; removed: number } {
  const rest = lower.filter((cell) => cell.row === first);
  const words = rest.filter((cell) => cell.text !== '');
  const parts = words.map((cell) => ({ cell, above: upper.find((other) => isAbove(other, cell, first)) }));
  const torn =
    rest.every((cell) => cell.rowSpan === 1) &&
    parts.every(({ cell, above }) => above !== undefined && (above.text === '' || isRest(cell, above))) &&
    (parts.some(({ above }) => above?.text !== '') || isEmptyRest(upper, rest, first));
  if (!torn) return { cells: [...upper, ...lower], removed: 0 };
  const mended = upper.map((cell) => {
    const part = parts.find(({ above }) => above === cell);
    return part ? { ...cell, text: joinLines([cell.text, part.cell.text]) } : cell;
  });
  const moved = lower.filter((cell) => cell.row > first).map((cell) => ({ ...cell, row: cell.row - 1 }));
  return { cells: [...mended, ...moved], removed: 1 };
}

function isAbove(cell: PageCell, below: PageCell, first: number): boolean {
  return (
    cell.row + cell.rowSpan === first && cell.column === below.column && cell.columnSpan === below.columnSpan
  );
}

/** A row of which all words stand on the page before leaves its lower border overleaf. */
function isEmptyRest(upper: readonly PageCell[], rest: readonly PageCell[], first: number): boolean {
  if (rest.length === 0 || rest.some((cell) => cell.text !== '')) return false;
  return upper.some((cell) => cell.row === first - 1 && cell.text !== '');
}

/** Words without a figure and without a number in front, under a line that had no room for them. */
function isRest(cell: PageCell, above: PageCell): boolean {
  if (/\d/.test(cell.text) || numberingLevel(cell.text) !== null) return false;
  const ink = above.ink;
  const own = cell.ink;
  if (!ink || !own) return false;
  const isFull = above.box.right - ink.lastRight < FREE_BEHIND * ink.size;
  return isFull && own.firstLeft - cell.box.left < FREE_BEFORE * own.size;
}

/** An empty cell at the head of a page continues the merged cell that reaches the foot of the page before. */
export function continueMerged(cells: readonly PageCell[], first: number): PageCell[] {
  const gone = new Set<PageCell>();
  const longer = cells.map((cell) => {
    if (cell.rowSpan < 2 || cell.text === '' || cell.row + cell.rowSpan !== first) return cell;
    const below = cells.find((other) => other.row === first && isAbove(cell, other, first));
    if (below?.text !== '' || !hasWordsBeside(cells, below)) return cell;
    gone.add(below);
    return { ...cell, rowSpan: cell.rowSpan + below.rowSpan };
  });
  return longer.filter((cell) => !gone.has(cell));
}

function hasWordsBeside(cells: readonly PageCell[], cell: PageCell): boolean {
  return cells.some((other) => other.row === cell.row && other.column > cell.column && other.text !== '');
}
