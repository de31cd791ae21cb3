/**
 * Some tables rule their columns and not their rows: one tall cell then holds a column of figures. Where the
 * cells of one ruled row show figures on the same several lines, each line is a row.
 */
import type { FilledCell } from './fill-grid.ts';
import { centreY, height } from './geometry.ts';
import { type Line, linesOf, lineText } from './words.ts';

/** Two figures in one cell may be one figure and its share; three lines of figures are rows. */
const FEWEST_LINES = 3;
/** "1,234.50", "0", "-3.2%", "—": what stands in a cell of amounts. */
const FIGURE = /^[-−(（]?[\d,，. ]+[)）]?%?$|^[—–-]+$/;
/** "40,6", "1,234,", "195.": the beginning of a figure that goes on in the next line of its cell, so its lines are no rows. */
const TORN = /^[-−(（]?\d[\d,]*(?:,\d{0,2}|\.)$/;

export function splitUnruledRows(
  cells: readonly FilledCell[],
  rows: number,
): { cells: FilledCell[]; rows: number } {
  let added = 0;
  const result: FilledCell[] = [];
  const edgesOf = new Map<number, number[]>();
  const byRow = Array.from({ length: rows }, (): FilledCell[] => []);
  for (const cell of cells) byRow[cell.row]!.push(cell);
  for (let row = 0; row < rows; row++) {
    const edges = lineEdges(byRow[row]!);
    if (edges.length > 0) edgesOf.set(row, edges);
  }
  if (edgesOf.size === 0) return { cells: [...cells], rows };
  for (let row = 0; row < rows; row++) {
    const edges = edgesOf.get(row);
    for (const cell of byRow[row]!) {
      if (edges && cell.rowSpan === 1) result.push(...cut(cell, edges, row + added));
      else result.push({ ...cell, row: row + added, rowSpan: cell.rowSpan + addedWithin(cell, edgesOf) });
    }
    if (edges) added += edges.length;
  }
  return { cells: result, rows: rows + added };
}

function addedWithin(cell: FilledCell, edgesOf: Map<number, number[]>): number {
  let added = 0;
  for (let row = cell.row; row < cell.row + cell.rowSpan; row++) added += edgesOf.get(row)?.length ?? 0;
  return added;
}

/** Heights between the lines of figures, where at least two cells agree on them; none where the row is one row. */
function lineEdges(cells: readonly FilledCell[]): number[] {
  if (!cells.some((cell) => cell.runs.length >= FEWEST_LINES)) return [];
  const columns = cells.filter((cell) => cell.rowSpan === 1).map((cell) => linesOf(cell.runs));
  if (columns.some((lines) => isTorn(lines.map(lineText)))) return [];
  const figures = columns
    .map((lines) => lines.filter((line) => FIGURE.test(lineText(line))))
    .filter((lines) => lines.length >= FEWEST_LINES);
  if (columns.length < 2 || figures.length === 0) return [];
  const longest = figures.reduce((a, b) => (b.length > a.length ? b : a));
  const partners = columns.filter((lines) => lines.length >= FEWEST_LINES && agree(lines, longest));
  if (partners.length < 2) return [];
  return longest.slice(1).map((line, index) => (longest[index]!.box.bottom + line.box.top) / 2);
}

/** Also "309", "526" and "6.00": full lines, and the only decimals in the last; or "83.0" and "3". */
function isTorn(lines: readonly string[]): boolean {
  if (lines.some((line) => TORN.test(line))) return true;
  if (lines.length < 2) return false;
  if (isTornCode(lines)) return true;
  if (lines.some((line, index) => /\d\.\d$/.test(line) && /^\d$/.test(lines[index + 1] ?? ''))) return true;
  const [full, last] = [lines.slice(0, -1), lines.at(-1) ?? ''];
  const isFull = full.every((line) => /^\d{2,}$/.test(line) && line.length === full[0]!.length);
  return full.length > 1 && isFull && /^\d*\.\d{1,2}$/.test(last);
}

/** "2", "0" and "8" below each other, a class in a cell for one digit; 1, 2 and 3 number rows. */
function isTornCode(lines: readonly string[]): boolean {
  const isCode = lines.length === 3 && /^[23]\d\d$/.test(lines.join(''));
  return isCode && !lines.every((line, index) => Number(line) === Number(lines[0]) + index);
}

/** Most lines of figures have a line beside them. */
function agree(lines: readonly Line[], figures: readonly Line[]): boolean {
  const beside = figures.filter((figure) =>
    lines.some((line) => Math.abs(centreY(line.box) - centreY(figure.box)) < 0.5 * height(figure.box)),
  );
  return beside.length >= 0.7 * figures.length;
}

function cut(cell: FilledCell, edges: readonly number[], firstRow: number): FilledCell[] {
  const bounds = [cell.box.top, ...edges, cell.box.bottom];
  return bounds.slice(1).map((bottom, index) => {
    const top = bounds[index]!;
    const runs = cell.runs.filter((run) => {
      const y = centreY(run.box);
      return y >= top && (y < bottom || index === edges.length);
    });
    return { ...cell, row: firstRow + index, box: { ...cell.box, top, bottom }, runs };
  });
}
