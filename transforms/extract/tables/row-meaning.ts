/** What the labels and the code to the left of a figure say. */
import type { LaneRule, Meaning } from '../../layouts/layout.ts';
import { hasLeadingAmongWhich } from '../../parse/label.ts';
import { headerLabel } from './columns.ts';
import type { Figure } from './figure.ts';
import type { LaneReading, RowState } from './figure-meaning.ts';
import { isGovernmentClass, isGovernmentCode } from './government-classes.ts';
import { labelMeaning, rowMeaning } from './meanings.ts';
import { projectName } from './project-name.ts';
import { laneLabels } from './row-labels.ts';
import { isFigure } from './sections.ts';

/** null where the label is not understood. */
export function rowMeaningOf(
  figure: Figure,
  rule: LaneRule,
  at: LaneReading,
  state: RowState,
  year: number,
): Meaning | null {
  // 基本支出明细表（按功能分类科目）: the codes themselves say which classification they are of.
  if (figure.code)
    return /^2/.test(figure.code) ? { functionCode: figure.code } : { economicCode: figure.code };
  const printed = figure.rowLabels.map(headerLabel).filter((label) => label !== '');
  const labels = rule.pairs ? printed.slice(-1) : printed;
  if (labels.length === 0) return unlabelledRow(at, rule, state, year);
  const known = rowMeaning(labels, rule, year);
  // 债务还本支出 is a functional class too.
  const onlyEconomic = known?.functionCode ? null : labels.at(-1)!;
  if (!known?.concept && isByGovernmentClass(figure, at, state.row, onlyEconomic))
    return { ignore: '政府预算支出经济分类不在词汇表' };
  // 一般公共预算 … 其中：财政拨款: not all that is appropriated.
  if (known?.fund === 'fiscal' && hasLeadingAmongWhich(figure.rowLabels.at(-1) ?? ''))
    return { ignore: '其中项，不在词汇表' };
  if (known) return known.total ? withBalances(known, labels, rule, at) : known;
  if (isOnlyRowOfForm(labels, at)) return {};
  if (isOnlyRowOfBody(labels, at)) return {};
  if (rule.projectColumn) return projectRow(at, rule.projectColumn, state.row);
  const name = figure.rowLabels.at(-1) ?? '';
  if (state.projects) return { concept: 'expenditure.project', project: projectName(name) };
  // One row of figures below headers that say everything; where several rows differ in their words, these matter.
  return at.lane.labels.length === 0 && filledRows(at).length === 1 ? {} : null;
}

function filledRows({ table, section, lane }: LaneReading): readonly number[] {
  return section.rows.filter((row) =>
    lane.values.some((column) => isFigure(table.grid[row]?.[column]?.text ?? '')),
  );
}

/** 501 机关工资福利支出: by its code, or by a name that only this classification has. */
function isByGovernmentClass(
  figure: Figure,
  { table, lane }: LaneReading,
  row: number,
  name: string | null,
): boolean {
  if (figure.layout.form) return false;
  const codes = lane.codes.map((column) => table.grid[row]?.[column]?.text ?? '').join('');
  return isGovernmentCode(codes) || (name !== null && isGovernmentClass(name));
}

/** Where 本年收入合计 is a row, 收入总计 below it is the total with what was carried over. */
function withBalances(total: Meaning, labels: readonly string[], rule: LaneRule, at: LaneReading): Meaning {
  const concept = total.concept ?? rule.defaults.concept;
  if ((concept !== 'revenue' && concept !== 'expenditure') || !/^(收入|支出)?总计$/.test(labels.at(-1)!))
    return total;
  const ofTheYear = at.section.rows.some((row) =>
    laneLabels(at.table, row, at.lane).some((label) => TOTAL_OF_YEAR.test(headerLabel(label))),
  );
  return ofTheYear ? { ...total, concept: `${concept}.grand_total` } : total;
}

const TOTAL_OF_YEAR = /^(本年|当年)(收入|支出)合计$/;

/** A table by units with one row, that of the body itself, prints no 合计. */
function isOnlyRowOfBody(labels: readonly string[], at: LaneReading): boolean {
  const { bureauName } = at.context.disclosure;
  const name = labels
    .at(-1)!
    .replace(/^\d+-?/, '')
    .replace(/\(?(本级|机关)\)?$/, '');
  if (bureauName === null || name.length < 4 || !bureauName.endsWith(name)) return false;
  return filledRows(at).length === 1;
}

/** 项目资金（万元）, 预算执行情况（10分）: heads the money of a form, and is the label of its only line as well. */
const HEADS_MONEY =
  /^(部门|单位|项目|专项|财政|年度|整体|支出)*(资金|预算)(投入|安排|使用|执行|资金)*(情况)?(\([^()]*\))?$/;

/** A form that prints one line of money below the header gives it no label of its own. */
function isOnlyRowOfForm(labels: readonly string[], at: LaneReading): boolean {
  if (!at.layout.form || labels.length !== 1 || !HEADS_MONEY.test(labels[0]!)) return false;
  const lines = at.section.rows.filter((row) => {
    const cells = at.lane.values.map((column) => at.table.grid[row]?.[column] ?? null);
    return cells.some((cell) => cell?.row === row && isFigure(cell.text));
  });
  return lines.length === 1;
}

/** The project named in the column that the header says names projects. */
function projectRow(at: LaneReading, header: RegExp, row: number): Meaning | null {
  const column = at.columns.findIndex((candidate) => candidate.path.some((label) => header.test(label)));
  const name = projectName(at.table.grid[row]?.[column]?.text ?? '');
  // A row that lost a cell has an amount where the name should be.
  return HAS_WORD.test(name) ? { concept: 'expenditure.project', project: name } : null;
}

const HAS_WORD = /\p{Letter}/u;

/** A row without a label: the only row of a table, the row right under a form's header, or a total named in another lane. */
function unlabelledRow(at: LaneReading, rule: LaneRule, state: RowState, year: number): Meaning | null {
  const labelled = at.table.grid[state.row]!.map((cell) => headerLabel(cell?.text ?? '')).find((label) => {
    const meaning = label === '' ? null : labelMeaning(label, rule.rows, year);
    return meaning?.total;
  });
  if (labelled) return labelMeaning(labelled, rule.rows, year);
  if (at.lane.labels.length === 0 || at.layout.form) return {};
  return null;
}
