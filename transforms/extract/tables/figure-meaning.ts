/** The meaning of a figure: what its column and its row say, put together; or the reason why they do not settle it. */
import type { LaneRule, Layout, Meaning } from '../../layouts/layout.ts';
import { COMPARISON_COLUMN } from '../../layouts/terms/phases.ts';
import { readNumber } from '../../parse/amount.ts';
import { tidyText } from '../../parse/label.ts';
import type { Table } from '../../read/document.ts';
import { type ConceptId, conceptById, hasFund } from '../../vocabulary/concept.ts';
import { economicClassByName } from '../../vocabulary/economic-codes.ts';
import type { Fund } from '../fact.ts';
import { type Column, headerLabel, type Lane } from './columns.ts';
import type { Figure } from './figure.ts';
import { labelMeaning, pathMeaning, rowMeaning } from './meanings.ts';
import { projectName } from './project-name.ts';
import { laneLabels } from './row-labels.ts';
import { isFigure, type Section } from './sections.ts';
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
  context: TableContext;
}

export interface RowState {
  part: Meaning | null;
  projects: boolean;
  row: number;
}

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
  if (row === null) return rule.unknownRows ? { ignore: rule.unknownRows } : '行标签不在词汇表';
  if (row.ignore) return row;
  if (column === null && !isSoleColumn(at) && !(rule.headerless && figure.column.path.length === 0))
    return '列标题不在词汇表';
  if (column && !column.phase && !row.phase && othersPrintPhases(figure, rule, at, year))
    return '没有说明是预算数还是决算数';
  const merged = {
    ...rule.defaults,
    ...state.part,
    ...dropTotals(row),
    ...dropTotals(column),
  };
  // Below 年初财政拨款结转和结余 a fund is a part of that balance, not of the revenue.
  if (state.part?.concept && row.fund && !row.total) merged.concept = state.part.concept;
  if (row.concept && column?.concept && row.concept !== column.concept) {
    if (rule.partRates && column.concept === 'rate.execution') return { ignore: rule.partRates };
    if (rule.projectColumn && row.project)
      return { ...rule.defaults, ...dropTotals(row), ...dropTotals(column) };
    if (!row.total) return '行与列各说一个科目';
    // 支出总计 under 人员经费 is the total of that column.
    merged.concept = column.concept;
  }
  if (
    column?.concept &&
    figure.code &&
    rule.defaults.concept &&
    namesWholeLane(column.concept, rule, at, year)
  )
    merged.concept = rule.defaults.concept;
  return asProject(merged, at, figure);
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
function asProject(meaning: Meaning, at: LaneReading, figure: Figure): Meaning {
  if (at.project === null || meaning.project !== undefined || !figure.layout.form) return meaning;
  const concept = meaning.concept === 'expenditure' ? 'expenditure.project' : meaning.concept;
  if (!concept || !conceptById(concept).dimensions.includes('project')) return meaning;
  return { ...meaning, concept, project: at.project };
}

function columnMeaning(figure: Figure, rule: LaneRule, at: LaneReading, year: number): Meaning | null {
  const direct = pathMeaning(figure.column.path, rule.columns, year);
  const refined = at.refined.get(figure.cell.column);
  const inherited = pathMeaning(figure.column.inherited, rule.columns, year);
  if (direct === null && figure.column.path.some((label) => COMPARISON_COLUMN.test(label)))
    return { ignore: '比较列由其他列推算，不是独立数据' };
  if (refined) return { ...phaseAndYear(inherited), ...phaseAndYear(direct), ...refined };
  if (isEconomicPart(figure, rule)) return { ignore: '按经济分类细分的列，不在词汇表' };
  if (direct) {
    if (direct.fund === undefined && isNarrowed(figure, direct, rule, year)) return null;
    const whole = pathMeaning([...figure.column.inherited, ...figure.column.path], rule.columns, year);
    return whole?.ignore && !direct.ignore ? whole : { ...phaseAndYear(inherited), ...direct };
  }
  // A header of its own that nobody knows must not be read as its neighbour's.
  const usable =
    figure.table.location.page === undefined && figure.column.path.length === 0 ? inherited : null;
  if (usable) return usable;
  return piecesMeaning(figure, rule, year);
}

/** 基本支出 ‖ 工资福利支出, in a table by functional code: a part of that column. */
function isEconomicPart(figure: Figure, rule: LaneRule): boolean {
  const leaf = figure.column.path.at(-1) ?? '';
  return rule.codes !== 'economic' && (economicClassByName(leaf) !== null || GOVERNMENT_CLASS.test(leaf));
}

/** 政府预算支出经济分类 names its classes after the offices that spend. */
const GOVERNMENT_CLASS =
  /^(机关(工资福利|商品和服务|资本性)支出|对(事业单位|企业)(经常性|资本性)?补助|对社会保障基金补助|工资奖金津补贴|社会保障缴费|办公经费)/;

/** 合计 or 基本支出 below 单位其他资金 or 上年结转 is of that money, and not of all that the table is about. */
function isNarrowed({ column, layout }: Figure, meaning: Meaning, rule: LaneRule, year: number): boolean {
  if (meaning.concept?.startsWith('balance')) return false;
  const own = OWN_WORDS[rule.defaults.fund ?? 'all'];
  const concept = meaning.concept ?? rule.defaults.concept;
  const narrower = concept === undefined || hasFund(concept) ? NARROWER : EARLIER;
  return [...column.inherited, ...column.path].some((label) => {
    if (labelMeaning(label, rule.columns, year) !== null) return false;
    if (layout.titles.some((title) => title.test(label))) return false;
    return narrower.test(own === undefined ? label : label.replace(own, ''));
  });
}

const NARROWER = /财政拨款|预算拨款|基金|国有资本|专户|资金|上年|去年|结转|结余|上级|附属|经营/;
const EARLIER = /上年|去年|结转|结余/;
/** What a table of one fund may say of itself in its header. */
const OWN_WORDS: Readonly<Partial<Record<Fund, RegExp>>> = {
  fiscal: /财政拨款(预算|资金)?/g,
  general_public: /(一般公共预算)?财政拨款(预算|资金)?|一般公共预算(资金|拨款)/g,
  government_fund: /政府性?基金(预算)?(资金|财政拨款|拨款)?|财政拨款/g,
  state_capital: /国有资本经营(预算)?(资金|财政拨款|拨款)?|财政拨款/g,
};

/** "执行率 得分": two headers run together; a figure with a percent sign belongs to the rate. */
function piecesMeaning(figure: Figure, rule: LaneRule, year: number): Meaning | null {
  const pieces = figure.column.printedPath.flatMap((text) => tidyText(text).split(' ')).map(headerLabel);
  const known = pieces
    .map((piece) => labelMeaning(piece, rule.columns, year))
    .filter((meaning) => meaning !== null);
  const reading = readNumber(figure.cell.text);
  const percent = reading.kind === 'number' && reading.percent;
  return (
    known.find(
      (meaning) => (meaning.concept ? conceptById(meaning.concept).unit === 'percent' : false) === percent,
    ) ?? null
  );
}

function rowMeaningOf(
  figure: Figure,
  rule: LaneRule,
  at: LaneReading,
  state: RowState,
  year: number,
): Meaning | null {
  if (figure.code)
    return rule.codes === 'function' ? { functionCode: figure.code } : { economicCode: figure.code };
  const labels = figure.rowLabels.map(headerLabel).filter((label) => label !== '');
  if (labels.length === 0) return unlabelledRow(at, rule, state, year);
  const known = rowMeaning(labels, rule, year);
  if (known) return known.total ? withBalances(known, labels, rule, at) : known;
  if (isOnlyRowOfBody(labels, at)) return {};
  if (rule.projectColumn) return projectRow(at, rule.projectColumn, state.row);
  const name = figure.rowLabels.at(-1) ?? '';
  if (state.projects) return { concept: 'expenditure.project', project: projectName(name) };
  return at.lane.labels.length === 0 ? {} : null;
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
  const filled = at.section.rows.filter((row) =>
    at.lane.values.some((column) => isFigure(at.table.grid[row]?.[column]?.text ?? '')),
  );
  return filled.length === 1;
}

/** The project named in the column that the header says names projects. */
function projectRow(at: LaneReading, header: RegExp, row: number): Meaning | null {
  const column = at.columns.findIndex((candidate) => candidate.path.some((label) => header.test(label)));
  const name = projectName(at.table.grid[row]?.[column]?.text ?? '');
  return name === '' ? null : { concept: 'expenditure.project', project: name };
}

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

/** A table with one value column and a default concept needs no known header. */
function isSoleColumn(at: LaneReading): boolean {
  return at.lane.values.length === 1 && at.columns[at.lane.values[0]!]!.path.length === 0;
}

function dropTotals(meaning: Meaning | null): Meaning {
  if (!meaning) return {};
  const { total: _total, opensPart: _part, opensProjects: _projects, ...rest } = meaning;
  return rest;
}

function phaseAndYear(meaning: Meaning | null): Meaning {
  return {
    ...(meaning?.phase ? { phase: meaning.phase } : {}),
    ...(meaning?.fiscalYear ? { fiscalYear: meaning.fiscalYear } : {}),
  };
}
