/** Which rule of a layout reads a lane, and which rows of a form are headers. */
import type { LaneRule, Layout } from '../../layouts/layout.ts';
import type { Cell, Table } from '../../read/document.ts';
import { type Column, headerLabel, type Lane } from './columns.ts';
import { LABEL_HEADER } from './header-words.ts';
import { labelMeaning, rowMeaning } from './meanings.ts';
import { laneLabels } from './row-labels.ts';
import { isFigure, type Section } from './sections.ts';
import type { TableContext } from './table-context.ts';

/** The rule whose `when` the lane's header says; where the header says nothing, the rule that knows most of its rows. */
export function ruleOf(
  lane: Lane,
  columns: readonly Column[],
  layout: Layout,
  table: Table,
  section: Section,
  context: TableContext,
): LaneRule | null {
  const header = [...lane.labels, ...lane.codes, ...lane.values]
    .flatMap((index) => columns[index]!.path)
    .join(' ');
  const said =
    layout.lanes.find((rule) => rule.when?.test(header)) ?? layout.lanes.find((rule) => !rule.when);
  if (said) return said;
  if (layout.form) return null;
  const known = (rule: LaneRule) =>
    section.rows.filter((row) =>
      rowMeaning(laneLabels(table, row, lane).map(headerLabel), rule, context.fiscalYear),
    ).length;
  const ranked = layout.lanes.map((rule) => ({ rule, known: known(rule) })).sort((a, b) => b.known - a.known);
  return ranked[0] && ranked[0].known > (ranked[1]?.known ?? 0) ? ranked[0].rule : null;
}

/** Two known column words in a row without figures, or three with: the new header of a form. */
export function isSectionHeader(cells: readonly Cell[], layout: Layout, context: TableContext): boolean {
  const labels = cells.map((cell) => headerLabel(cell.text));
  const known = labels.filter((label) => isColumnWord(label, layout, context)).length;
  const figures = cells.filter((cell) => isFigure(cell.text)).length;
  return known >= (figures === 0 ? 2 : 3);
}

function isColumnWord(label: string, layout: Layout, context: TableContext): boolean {
  if (LABEL_HEADER.test(label)) return false;
  return layout.lanes.some(
    (rule) =>
      labelMeaning(label, rule.columns, context.fiscalYear) !== null || (rule.when?.test(label) ?? false),
  );
}
