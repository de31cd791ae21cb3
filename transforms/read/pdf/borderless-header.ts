/**
 * The header of a table without rules. Its words tell the columns they cover; words that stand above others are
 * one level higher, and a column with fewer levels than its neighbours fills them all.
 */

import { type Column, columnsUnder } from './borderless-columns.ts';
import { around, height, overlapX, overlapY } from './geometry.ts';
import { fineParts, joinParts, type Part, wideParts } from './line-parts.ts';
import type { Rule } from './page.ts';
import type { PageCell } from './page-layout.ts';
import { isParted } from './ruled-rows.ts';
import { joinLines, type Line } from './words.ts';

interface Label extends Part {
  first: number;
  last: number;
}

/** Lines of one label stand closer than this share of the font height. */
const LINE_GAP = 0.45;
/** Words of one label stand closer than this in the line. */
const SAME_LABEL = 2;

/** `across`: the rules between the rows, where every row has one; what none of them parts is one label. */
export function headerCells(
  lines: readonly Line[],
  columns: readonly Column[],
  page: number,
  across: readonly Rule[] = [],
): { cells: PageCell[]; rows: number } {
  const labels = labelsOf(lines, columns, across);
  const levels = columns.map((_, column) => labels.filter((label) => covers(label, column)));
  const rows = Math.max(0, ...levels.map((stack) => stack.length));
  const cells = labels.map((label): PageCell => {
    const stacks = columns.flatMap((_, column) => (covers(label, column) ? [levels[column]!] : []));
    const row = Math.max(...stacks.map((stack) => stack.indexOf(label)));
    const isLowest = stacks.every((stack) => stack.at(-1) === label);
    return {
      row,
      column: label.first,
      rowSpan: isLowest ? rows - row : 1,
      columnSpan: label.last - label.first + 1,
      text: label.text,
      box: label.box,
      page,
      ink: null,
    };
  });
  return { cells: withoutOverlaps(cells), rows };
}

/** Words of the header, those that go on in the line or in the next line of the same columns joined; from top to bottom. */
function labelsOf(lines: readonly Line[], columns: readonly Column[], across: readonly Rule[]): Label[] {
  const labels: Label[] = [];
  for (const part of lines.flatMap(fineParts)) {
    const span = columnsUnder(columns, part);
    const above = across.length > 0 ? labels.findLast((label) => isUnparted(label, part, across)) : undefined;
    const before =
      above ?? labels.findLast((label) => label.first === span.first && label.last === span.last);
    if (before && isSameLine(before, part)) before.text = joinParts([before, part]);
    else if (before && (above || isNextLine(before, part))) before.text = joinLines([before.text, part.text]);
    else {
      labels.push({ ...part, ...span });
      continue;
    }
    before.box = around([before.box, part.box]);
    before.first = Math.min(before.first, span.first);
    before.last = Math.max(before.last, span.last);
  }
  return labels.sort((a, b) => a.box.top - b.box.top);
}

function isSameLine(before: Part, part: Part): boolean {
  const gap = part.box.left - before.box.right;
  return overlapY(before.box, part.box) > 0.5 * height(part.box) && gap < SAME_LABEL * height(part.box);
}

function isNextLine(before: Part, part: Part): boolean {
  return part.box.top - before.box.bottom < LINE_GAP * height(part.box);
}

/** Right above, within one cell of the header. */
function isUnparted(label: Part, part: Part, across: readonly Rule[]): boolean {
  if (overlapX(label.box, part.box) <= 0 || overlapY(label.box, part.box) > 0) return false;
  return part.box.top - label.box.bottom < height(part.box) && !isParted(label.box, part.box, across);
}

/** Two labels apart in one line above the same single column: a column was missed. */
export function hasGluedLabels(lines: readonly Line[], columns: readonly Column[]): boolean {
  return lines.some((line) => {
    const places = wideParts(line).map((part) => columnsUnder(columns, part));
    return places.some((place, index) => {
      const next = places[index + 1];
      return next !== undefined && next.first <= place.last;
    });
  });
}

function covers(label: Label, column: number): boolean {
  return column >= label.first && column <= label.last;
}

/** A slot holds one cell: the lower of two gives way where they claim the same. */
function withoutOverlaps(cells: readonly PageCell[]): PageCell[] {
  const taken = new Set<string>();
  return cells.map((cell) => {
    let rowSpan = 0;
    while (rowSpan < cell.rowSpan && isFree(taken, cell, cell.row + rowSpan)) rowSpan++;
    const fitted = { ...cell, rowSpan: Math.max(rowSpan, 1) };
    for (let row = fitted.row; row < fitted.row + fitted.rowSpan; row++) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++)
        taken.add(`${row},${column}`);
    }
    return fitted;
  });
}

function isFree(taken: ReadonlySet<string>, cell: PageCell, row: number): boolean {
  for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
    if (taken.has(`${row},${column}`)) return false;
  }
  return true;
}
