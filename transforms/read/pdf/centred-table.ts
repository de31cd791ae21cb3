/**
 * A table without vertical rules whose header tells its columns: labels in the middle of their cells, one or more
 * levels of them, and rows below that keep clear of the edges that follow from it.
 */
import { hasGluedFigures, withoutCodeParts } from './borderless-body.ts';
import { type Column, columnsUnder } from './borderless-columns.ts';
import { type CentredColumns, centredColumns } from './centred-columns.ts';
import { overlapX, overlapY } from './geometry.ts';
import { type Alignment, goesOn, type HeaderForm, headerForms } from './header-forms.ts';
import { headerSpans, type Span } from './header-spans.ts';
import { fineParts, isFigure, type Part, wideParts } from './line-parts.ts';
import type { Rule } from './page.ts';
import type { PageCell } from './page-layout.ts';
import { type Line, lineText } from './words.ts';

export interface CentredHeader {
  columns: Column[];
  cells: PageCell[];
  /** Lines of the block that are header, and the rows of the table that they make. */
  lines: number;
  rows: number;
}

/** No printed header has more lines. */
const MOST_LINES = 8;
/** "合计" and "栏次" are printed across the columns of code and name. */
const ACROSS = /^(?:合\s*计|总\s*计|小\s*计|[栏行]\s*次)$/;
/** Outer edges together, from the nearest words (points). */
const CLOSE = 15;
const CLOSER = 10;

/**
 * `most`: lines before the first row with a figure; null where no number of them is a header that tells the columns.
 * `across`: the rules between the rows, where every row has one.
 */
export function centredHeader(
  block: readonly Line[],
  most: number,
  page: number,
  across: readonly Rule[] = [],
): CentredHeader | null {
  for (let lines = Math.min(most, MOST_LINES); lines > 0; lines--) {
    const [head, rows] = [block.slice(0, lines), block.slice(lines)];
    const header =
      headerOf(head, rows, 'middle', page, across) ?? headerOf(head, rows, 'top or bottom', page, across);
    if (header) return header;
  }
  return null;
}

function headerOf(
  head: readonly Line[],
  rows: readonly Line[],
  alignment: Alignment,
  page: number,
  across: readonly Rule[],
): CentredHeader | null {
  const parts = rows.flatMap(bodyParts);
  const fine = head.flatMap(fineParts);
  for (const words of [wideWords(head, fine), fine]) {
    for (const form of headerForms(words, alignment, across)) {
      const ways = centredColumns(form.lowest, parts).filter(
        ({ columns }) => !hasGluedFigures(rows, columns) && !hasGluedWords(rows, columns),
      );
      const way = onlyWay(ways);
      const found = way && spansUnder(form, way, alignment);
      if (found)
        return { columns: found.columns, ...headerCells(form, found.spans, page), lines: head.length };
    }
  }
  return null;
}

/** What stands apart; and two labels close together of which each goes on in the next line. */
function wideWords(head: readonly Line[], fine: readonly Part[]): Part[] {
  return head.flatMap(wideParts).flatMap((wide) => {
    const own = fine.filter(({ box }) => overlapX(box, wide.box) > 0 && overlapY(box, wide.box) > 0);
    const goingOn = own.filter((part) => fine.some((other) => goesOn(part, other)));
    return goingOn.length > 1 ? own : [wide];
  });
}

/** Some cell at either side is full or has its words at the edge: where edges close to them are possible, others are none. */
function onlyWay(ways: readonly CentredColumns[]): CentredColumns | null {
  const [closest, next] = [...ways].sort((a, b) => a.margin - b.margin);
  if (!closest) return null;
  const isOnly = !next || (closest.margin <= CLOSE && next.margin - closest.margin >= CLOSER);
  return isOnly ? closest : null;
}

/** Words apart in one row are two cells, unless they are letters of one word ("合    计"). */
function hasGluedWords(rows: readonly Line[], columns: readonly Column[]): boolean {
  return rows.some((row) => {
    const parts = withoutCodeParts(wideParts(row));
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

/** The columns under which the upper labels stand best in the middle. */
function spansUnder(form: HeaderForm, { columns, others }: CentredColumns, alignment: Alignment) {
  const spans = headerSpans(form, columns, alignment);
  if (form.upper.length === 0) return spans && { ...spans, columns };
  const found = [columns, ...others].flatMap((each) => {
    const fit = headerSpans(form, each, alignment);
    return fit ? [{ ...fit, columns: each }] : [];
  });
  return found.sort((a, b) => a.off - b.off)[0] ?? null;
}

/** A label stands below all that cover its column, and reaches down to the rows. */
function headerCells(
  { lowest }: HeaderForm,
  spans: readonly Span[],
  page: number,
): { cells: PageCell[]; rows: number } {
  const depths = lowest.map((_, column) => spans.filter((span) => covers(span, column, column)).length);
  const rows = Math.max(...depths) + 1;
  const cells = lowest.map(({ text, box }, column): PageCell => {
    const row = depths[column]!;
    return { row, rowSpan: rows - row, column, columnSpan: 1, text, box, page, ink: null };
  });
  for (const span of spans) {
    const { text, box } = span.label;
    const row = spans.filter((other) => other !== span && covers(other, span.first, span.last)).length;
    const place = { row, rowSpan: 1, column: span.first, columnSpan: span.last - span.first + 1 };
    cells.push({ ...place, text, box, page, ink: null });
  }
  return { cells, rows };
}

function covers(span: Span, first: number, last: number): boolean {
  return span.first <= first && last <= span.last;
}
