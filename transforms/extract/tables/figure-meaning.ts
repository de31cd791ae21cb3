/** The meaning of a figure: what its column and its row say, put together; or the reason why they do not settle it. */
import type { LaneRule, Layout, Meaning } from '../../layouts/layout.ts';
import type { Table } from '../../read/document.ts';
import { type ConceptId, conceptById } from '../../vocabulary/concept.ts';
import { columnMeaning } from './column-meaning.ts';
import type { Column, Lane } from './columns.ts';
import type { Figure } from './figure.ts';
import { pathMeaning } from './meanings.ts';
import { rowMeaningOf } from './row-meaning.ts';
import type { Section } from './sections.ts';
import type { TableContext } from './table-context.ts';

export interface LaneReading {
  table: Table;
  layout: Layout;
  section: Section;
  columns: readonly Column[];
  refined: ReadonlyMap<number, Meaning>;
  lane: Lane;
  rule: LaneRule | null;
  project: string | null;
  /** A project's form that does not say whose. */
  nameless: boolean;
  /** Printed unit of the section; null where it prints none. */
  unit: string | null;
  context: TableContext;
}

export interface RowState {
  part: Meaning | null;
  projects: boolean;
  row: number;
}

export const UNKNOWN_ROW = '行标签不在词汇表';

/** The whole meaning of a figure, or the reason why it has none. */
export function meaningOfFigure(
  figure: Figure,
  rule: LaneRule,
  at: LaneReading,
  state: RowState,
): Meaning | string {
  const year = at.context.fiscalYear;
  if (rule.defaults.ignore) return rule.defaults;
  const column = columnMeaning(figure, rule, at, year);
  const row = rowMeaningOf(figure, rule, at, state, year);
  if (column?.ignore) return column;
  if (row === null) return rule.unknownRows ? { ignore: rule.unknownRows } : UNKNOWN_ROW;
  if (row.ignore) return row;
  if (column === null && !isSoleColumn(at) && !(rule.headerless && figure.column.path.length === 0))
    return '列标题不在词汇表';
  if (column && !column.phase && !row.phase && othersPrintPhases(figure, rule, at, year))
    return '没有说明是预算数还是决算数';
  if (
    column?.phase &&
    !column.concept &&
    figure.rowLabels.length === 0 &&
    isOneOfNamed(figure, rule, at, year)
  )
    return '列标题不在词汇表';
  const merged = {
    ...rule.defaults,
    ...state.part,
    ...dropTotals(row),
    ...dropTotals(column),
  };
  // Below 年初财政拨款结转和结余 a fund is a part of that balance, not of the revenue.
  if (state.part?.concept && row.fund && !row.total) merged.concept = state.part.concept;
  if (row.concept && column?.concept && row.concept !== column.concept) {
    const isRate = [row.concept, column.concept].includes('rate.execution');
    if (rule.partRates && isRate) return { ignore: rule.partRates };
    if (rule.projectColumn && row.project)
      return { ...rule.defaults, ...dropTotals(row), ...dropTotals(column) };
    // “三公”经费预算数 ‖ 公务接待费: the header names the whole, the row its part.
    const part = row.concept.startsWith(`${column.concept}.`);
    if (!row.total && !part) return '行与列各说一个科目';
    // 支出总计 under 人员经费 is the total of that column.
    merged.concept = part ? row.concept : column.concept;
  }
  const ofAllLanes = figure.code !== null || (isPlainTotal(row) && labelStandsInFront(figure, at));
  if (
    column?.concept &&
    ofAllLanes &&
    rule.defaults.concept &&
    namesWholeLane(column.concept, rule, at, year)
  )
    merged.concept = rule.defaults.concept;
  return asProject(merged, at, figure);
}

const isPlainTotal = (row: Meaning): boolean => row.total === true && row.concept === undefined;

/** 合计 merged from the first lane on, its figure in the last: of all lanes together. */
function labelStandsInFront({ cell }: Figure, { table, lane }: LaneReading): boolean {
  const first = [...lane.codes, ...lane.labels].reduce((least, column) => Math.min(least, column), Infinity);
  return lane.labels.some((column) => (table.grid[cell.row]?.[column]?.column ?? first) < first);
}

/** 人员经费 merged over 科目编码, 科目名称 and 决算数 is the name of the lane; the codes below it divide 基本支出. */
function namesWholeLane(concept: ConceptId, rule: LaneRule, at: LaneReading, year: number): boolean {
  if (rule.codes !== 'economic') return false;
  const dimensions: readonly string[] = conceptById(concept).dimensions;
  if (dimensions.includes('economic_code')) return false;
  return at.lane.values.every((index) => {
    const { inherited, path } = at.columns[index]!;
    return pathMeaning([...inherited, ...path], rule.columns, year)?.concept === concept;
  });
}

/** Where the columns beside it print 预算数 and 决算数, a column that prints neither must not be given a default. */
function othersPrintPhases(figure: Figure, rule: LaneRule, at: LaneReading, year: number): boolean {
  if (rule.defaults.phase) return false;
  return at.lane.values.some((index) => {
    const column = at.columns[index]!;
    return (
      column !== figure.column &&
      pathMeaning([...column.inherited, ...column.path], rule.columns, year)?.phase !== undefined
    );
  });
}

/** 年度资金总额 of a project form is the project's expenditure. */
export function asProject(meaning: Meaning, at: LaneReading, figure: Figure): Meaning {
  if (at.project === null || meaning.project !== undefined || !figure.layout.form) return meaning;
  const concept = meaning.concept === 'expenditure' ? 'expenditure.project' : meaning.concept;
  if (!concept || !conceptById(concept).dimensions.includes('project')) return meaning;
  return { ...meaning, concept, project: at.project };
}

/** Below no label, a column that says 预算数 alone beside columns that say what they hold has lost its own name. */
function isOneOfNamed(figure: Figure, rule: LaneRule, at: LaneReading, year: number): boolean {
  if (figure.code) return false;
  const named = at.lane.values.filter((index) => {
    const column = at.columns[index]!;
    const meaning = pathMeaning([...column.inherited, ...column.path], rule.columns, year);
    return column !== figure.column && meaning?.concept !== undefined;
  });
  return named.length >= 2;
}

/** A table with one value column and a default concept needs no known header. */
function isSoleColumn(at: LaneReading): boolean {
  return at.lane.values.length === 1 && at.columns[at.lane.values[0]!]!.path.length === 0;
}

function dropTotals(meaning: Meaning | null): Meaning {
  if (!meaning) return {};
  const { total: _total, opensPart: _part, opensProjects: _projects, ...rest } = meaning;
  return rest;
}
