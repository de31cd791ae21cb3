/**
 * A printed layout, declared: how a table of this family is recognised and what its columns and rows mean.
 * Matching is by title and labels, never by number or position (公开07 is 政府性基金 in one province, 三公 in another).
 */
import type { Fund, Phase } from '../extract/fact.ts';
import type { ConceptId } from '../vocabulary/concept.ts';

/** What a label says about the figures in its row or column. Fields left out are decided elsewhere. */
export interface Meaning {
  concept?: ConceptId;
  fund?: Fund;
  phase?: Phase;
  functionCode?: string;
  economicCode?: string;
  project?: string;
  fiscalYear?: number;
  /** A total row or column: it says nothing further, the rest of the path decides. */
  total?: true;
  /** Rows below it are parts of it, until the next total: 年初财政拨款结转和结余 → 一、一般公共预算财政拨款. */
  opensPart?: true;
  /** Rows below that are known to nothing are projects of it: 项目支出 in the base-data table. */
  opensProjects?: true;
  /** The figure is understood and is not for the warehouse; why. */
  ignore?: string;
}

/** One printed label (or a family of them) and what it means. Labels are as `normaliseLabel` leaves them. */
export interface Term extends Meaning {
  labels: readonly (string | RegExp)[];
}

/** How a lane of a table is read. A lane is some label columns and the value columns that follow them. */
export interface LaneRule {
  /** Matches the header path of the lane ("收入", "支出用途"); the first rule that matches counts. */
  when?: RegExp;
  /** What a plain 合计 / 金额 / 决算数 column of this lane speaks of. */
  defaults: Meaning;
  /** Which classification the codes of its rows belong to. */
  codes?: 'function' | 'economic';
  columns: readonly Term[];
  rows: readonly Term[];
  /** Rows without a code are functional classes by name (支出按功能分类): 一、一般公共服务支出. */
  classesByName?: 'function' | 'economic';
  /** Rows that no term knows are understood as a whole and not for the warehouse; why. */
  unknownRows?: string;
  /** The row says everything; a column without a header is no reason to doubt it. */
  headerless?: true;
  /** Labels and figures alternate in a row (计划安排资金 | 170 | 实际支出 | 160): only the nearest label speaks. */
  pairs?: true;
  /** Label of the row whose 得分 is the total score: 总分. */
  scoreRow?: RegExp;
  /** Cells such as "其中：基本支出：186.40" split the year's money by nature and by source. */
  labelledCells?: readonly Term[];
  /** 执行率 beside 基本支出 and other rows that are no total; why it is not for the warehouse. */
  partRates?: string;
  /** Rows are projects, named in the label column whose header this matches (项目支出表). */
  projectColumn?: RegExp;
}

/** What a layout may know of a column when it refines meanings. */
export interface ColumnHead {
  /** Header labels from the top down. */
  path: readonly string[];
  /** Whether it prints any figure other than zero. */
  filled: boolean;
}

export interface Layout {
  /** Family and table, e.g. `statements/income`; published as `rule`. */
  id: string;
  zh: string;
  /** The form that prints it. */
  source: string;
  /** Title or caption, as `normaliseLabel` leaves it. */
  titles: readonly RegExp[];
  /** None of these may stand in the title. */
  notTitles?: readonly RegExp[];
  /** Also where the title fits, each of these must match some label of the table. */
  requires?: readonly RegExp[];
  /** A table that prints one of these labels is another one, whatever its title. */
  lacks?: readonly RegExp[];
  /** Where the title is missing or says nothing: each of these must match some label of the table. */
  signs?: readonly RegExp[];
  /** Known by its labels alone it must not stand below a line that says one of these. */
  notBelow?: readonly RegExp[];
  /** One form serves projects and whole departments: where it says that it is a project's, the project must be named. */
  ofProjects?: true;
  /** Prints new header rows halfway down (forms, base-data tables); a figure's row label is the text nearest to its left. */
  form?: true;
  /** Columns whose meaning follows from the columns beside them: 小计 before 购置费 is 公务用车. Index → meaning. */
  refineColumns?: (columns: readonly ColumnHead[]) => ReadonlyMap<number, Meaning>;
  lanes: readonly LaneRule[];
}

/** The meaning of a label among terms, null where none knows it. Exact labels win over patterns. */
export function meaningOf(label: string, terms: readonly Term[]): Meaning | null {
  const term =
    terms.find((candidate) => candidate.labels.some((known) => known === label)) ??
    terms.find((candidate) => candidate.labels.some((known) => known instanceof RegExp && known.test(label)));
  if (!term) return null;
  const { labels: _labels, ...meaning } = term;
  return meaning;
}
